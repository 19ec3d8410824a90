import { z } from '@hono/zod-openapi'
import {
  type ApiToken,
  GivenRoleName,
  INVITATION_STATES,
  type Invitation,
  invitationState,
  type Member,
  TOKEN_STATES,
  tokenState,
} from './model.ts'

/** What the API shows of accounts. The schemas are the promise; the functions below keep it. */

const moment = z.iso.datetime()
const maybeMoment = moment.nullable()
const Roles = z.array(GivenRoleName)

export const MeJson = z
  .object({
    organization: z.object({ id: z.uuid(), name: z.string(), isExample: z.boolean() }),
    person: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    roles: z.array(z.string()).describe('Those given, and member, manager or visitor'),
    mayChange: z.boolean().describe('False for a token that may only read'),
  })
  .openapi('Me')

export const TokenJson = z
  .object({
    id: z.uuid(),
    name: z.string(),
    scope: z.enum(['read', 'write']),
    state: z.enum(TOKEN_STATES),
    madeAt: moment,
    endsAt: moment,
    usedAt: maybeMoment.describe('To five minutes'),
  })
  .openapi('Token')

export const MemberJson = z
  .object({
    id: z.uuid(),
    personId: z.uuid(),
    name: z.string(),
    roles: Roles,
    email: z.string().nullable(),
    isConfirmed: z.boolean().describe('The address has been shown to be theirs'),
    hasSecondFactor: z.boolean(),
    usedAt: maybeMoment.describe('The last use of a session that has not ended'),
  })
  .openapi('Member')

export const InvitationJson = z
  .object({
    id: z.uuid(),
    personId: z.uuid(),
    name: z.string(),
    email: z.string(),
    roles: Roles,
    state: z.enum(INVITATION_STATES),
    madeBy: z.string().nullable(),
    madeAt: moment,
    endsAt: moment,
  })
  .openapi('Invitation')

interface Me extends Pick<z.infer<typeof MeJson>, 'organization' | 'person'> {
  roles: Iterable<string>
  mayWrite: boolean
}

/** As much of an account as a member shows. */
interface Signing {
  email: string
  isConfirmed: boolean
  hasSecondFactor: boolean
  usedAt: Date | null
}

export function meJson({ organization, person, roles, mayWrite }: Me): z.infer<typeof MeJson> {
  return { organization, person, roles: [...roles].sort(), mayChange: mayWrite }
}

export function tokenJson(token: ApiToken, now: Date): z.infer<typeof TokenJson> {
  const { id, name, scope, madeAt, endsAt, usedAt } = token
  const times = { madeAt: text(madeAt), endsAt: text(endsAt), usedAt: usedAt && text(usedAt) }
  return { id, name, scope, state: tokenState(token, now), ...times }
}

export function memberJson({
  id,
  personId,
  name,
  roles,
  account,
}: Member & { account: Signing | undefined }): z.infer<typeof MemberJson> {
  return {
    ...{ id, personId, name, roles, email: account?.email ?? null },
    isConfirmed: account?.isConfirmed ?? false,
    hasSecondFactor: account?.hasSecondFactor ?? false,
    usedAt: account?.usedAt ? text(account.usedAt) : null,
  }
}

export function invitationJson(invitation: Invitation, now: Date): z.infer<typeof InvitationJson> {
  const { id, personId, name, email, roles, madeBy, madeAt, endsAt } = invitation
  const state = invitationState(invitation, now)
  return { id, personId, name, email, roles, state, madeBy, madeAt: text(madeAt), endsAt: text(endsAt) }
}

const text = (at: Date) => at.toISOString()
