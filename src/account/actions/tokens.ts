import type { Context } from '#context.ts'
import { Forbidden, NotFound } from '#errors.ts'
import { record } from '#history/actions.ts'
import { fingerprint } from '#lib/fingerprint.ts'
import type { Member } from '../model.ts'
import { daysAfter, type TokenInput } from '../model.ts'
import { readSecretText, secretText, tokenText } from '../secret-text.ts'
import { insertToken, revokeToken } from '../store/tokens.ts'
import { findMemberByAccount } from '../store.ts'

/** The viewer's own membership. Throws `NotFound` for whoever has none: in the example, at the terminal. */
export async function ownMembership(ctx: Context): Promise<Member> {
  const { accountId } = ctx.viewer
  const member = accountId === null ? undefined : await ctx.read((db) => findMemberByAccount(db, accountId))
  if (!member) throw new NotFound('Whoever has signed in here finds their account at this address.')
  return member
}

/** Gives the token itself, which is shown once and kept nowhere. A token makes no tokens. */
export async function makeToken(
  ctx: Context,
  { name, scope, days }: TokenInput,
): Promise<{ id: string; text: string }> {
  if (ctx.viewer.via !== 'page')
    throw new Forbidden('Tokens are made on the page “Tokens”, by whoever has signed in.')
  const { id: membershipId } = await ownMembership(ctx)
  const secret = secretText(ctx.organizationId, ctx.newId(), ctx.newId())
  const seal = fingerprint(readSecretText(secret)?.chance ?? '')
  const id = ctx.newId()
  return ctx.write(async (tx) => {
    const madeAt = ctx.now()
    await insertToken(tx, { id, membershipId, name, scope, seal, madeAt, endsAt: daysAfter(madeAt, days) })
    await record(ctx, tx, {
      act: 'token: made',
      on: { kind: 'token', id, name },
      also: ownSubject(ctx),
      note: { scope, days },
    })
    return { id, text: tokenText(secret) }
  })
}

/** Throws `NotFound` when the viewer has no such token, or it is revoked already. */
export async function endToken(ctx: Context, id: string): Promise<void> {
  const { id: membershipId } = await ownMembership(ctx)
  await ctx.write(async (tx) => {
    const name = await revokeToken(tx, membershipId, id, ctx.now())
    if (name === undefined) throw new NotFound('There is no such token, or it was revoked before.')
    await record(ctx, tx, { act: 'token: revoked', on: { kind: 'token', id, name }, also: ownSubject(ctx) })
  })
}

function ownSubject(ctx: Context) {
  const { person } = ctx.viewer
  return person ? [{ kind: 'person', ...person }] : []
}
