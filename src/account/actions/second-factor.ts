import type { Context } from '#context.ts'
import { Conflict, Invalid } from '#errors.ts'
import type { Setup } from '#identity/second-factor.ts'
import { OWN_PASSWORD } from '../attempts.ts'
import { recordForAccount } from './belonging.ts'
import { ownAccount, tellOfChange } from './password.ts'
import { attempt, succeed, type Visit } from './visit.ts'

const WRONG = 'This is not your current password.'

/** What the app needs. It asks for nothing before it is confirmed. Throws `Invalid` for a wrong password, and `TooOften`. */
export async function beginSecondFactor(ctx: Context, password: string, visit: Visit): Promise<Setup> {
  const account = await ownAccount(ctx)
  if (account.hasSecondFactor)
    throw new Conflict('Your second factor is on already. Turn it off first to set up another app.')
  return withPassword(ctx, account.id, (identity) => identity.secondFactor.begin(visit.headers, password))
}

/** The first code of the app turns it on. Gives the cookies of the session, renewed. Throws `Invalid`, `TooOften`. */
export async function confirmSecondFactor(ctx: Context, code: string, visit: Visit): Promise<string[]> {
  const { id } = await ownAccount(ctx)
  const identity = await ctx.identity()
  await attempt(ctx, [[OWN_PASSWORD, id]])
  const cookies = await identity.secondFactor.confirm(visit.headers, code)
  if (!cookies)
    throw new Invalid({
      code: 'This is not the code that the app shows now. Wait for the next one and type that.',
    })
  await succeed(identity, [[OWN_PASSWORD, id]])
  await tellOfChange(ctx, id, { act: 'second factor: turned on' }, 'a second factor was set up')
  return cookies
}

/** Gives the cookies of the session, renewed. Throws `Invalid` for a wrong password, and `TooOften`. */
export async function stopSecondFactor(ctx: Context, password: string, visit: Visit): Promise<string[]> {
  const { id } = await ownAccount(ctx)
  const cookies = await withPassword(ctx, id, (identity) =>
    identity.secondFactor.stop(visit.headers, password),
  )
  await tellOfChange(ctx, id, { act: 'second factor: turned off' }, 'your second factor was turned off')
  return cookies
}

/** New recovery codes; the old ones end. Throws `Invalid` for a wrong password, and `TooOften`. */
export async function renewRecoveryCodes(ctx: Context, password: string, visit: Visit): Promise<string[]> {
  const { id } = await ownAccount(ctx)
  const codes = await withPassword(ctx, id, (identity) =>
    identity.secondFactor.renewCodes(visit.headers, password),
  )
  await recordForAccount(ctx, id, { act: 'second factor: new recovery codes' })
  return codes
}

/** What needs the current password; a wrong one counts. */
async function withPassword<T>(
  ctx: Context,
  accountId: string,
  work: (identity: Awaited<ReturnType<Context['identity']>>) => Promise<T | null>,
): Promise<T> {
  const identity = await ctx.identity()
  await attempt(ctx, [[OWN_PASSWORD, accountId]])
  const result = await work(identity)
  if (result === null) throw new Invalid({ current: WRONG })
  await succeed(identity, [[OWN_PASSWORD, accountId]])
  return result
}
