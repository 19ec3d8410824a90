/** Somebody who has accepted an invitation to our organisation and signed in, for tests. */
import type { Hono } from 'hono'
import { acceptWithNewAccount } from '../src/account/actions/acceptance.ts'
import { invite } from '../src/account/actions/invitations.ts'
import { InvitationInput } from '../src/account/model.ts'
import { NOBODY } from '../src/viewer.ts'
import type { Env } from '../src/web/site.ts'
import type { TestDatabase } from './database.ts'
import { newVisitor, type Visitor } from './visitor.ts'

export const PASSWORD = 'tin moth kettle'

export interface SignedInMember {
  visitor: Visitor
  email: string
  personId: string
}

/** `name`: the address follows from it. */
export async function signedInMember(
  database: TestDatabase,
  app: Hono<Env>,
  { name, roles = [] }: { name: string; roles?: string[] },
): Promise<SignedInMember> {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@ours.example`
  const input = InvitationInput.parse({ email, name, roles })
  const { link, personId } = await invite(database.ctx, input)
  const visitor = newVisitor(app)
  const given = { text: new URL(link).pathname.split('/')[2] ?? '', proof: '', name, password: PASSWORD }
  const cookies = await acceptWithNewAccount(database.ctx.as(NOBODY), given, {
    headers: new Headers({ 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/128.0' }),
    address: '192.0.2.1',
  })
  for (const cookie of cookies) {
    const [pair = ''] = cookie.split(';')
    visitor.cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
  }
  return { visitor, email, personId }
}
