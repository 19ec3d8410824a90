import type { Context } from '#context.ts'
import { CODE_FROM, SIGN_IN, SIGN_IN_FROM } from '../attempts.ts'
import { homeCookie, recordForAccount } from './belonging.ts'
import { attempt, succeed, type Visit } from './visit.ts'

/** `code`: the second factor is asked for now. `no`: the address or the password is wrong, and nobody says which. */
export type SignedIn = { outcome: 'in' | 'code'; cookies: string[] } | { outcome: 'no' }

/** Throws `TooOften`. An address without an account takes as long, and is counted as one with. */
export async function signIn(
  ctx: Context,
  given: { email: string; password: string },
  visit: Visit,
): Promise<SignedIn> {
  const identity = await ctx.identity()
  const from: Parameters<typeof attempt>[1] = [[SIGN_IN_FROM, visit.address]]
  await attempt(ctx, [[SIGN_IN, given.email], ...from])
  const result = await identity.sessions.signIn(given, visit.headers)
  if (result.outcome === 'no') {
    await noteLastFailure(ctx, given.email)
    return result
  }
  await succeed(identity, from)
  const failures = (await identity.limits.clear(SIGN_IN, given.email)) - 1
  if (result.outcome === 'code') return { outcome: 'code', cookies: result.cookies }
  await welcome(ctx, result.accountId, { failuresBefore: failures })
  return { outcome: 'in', cookies: [...result.cookies, ...(await homeCookie(ctx, result.accountId, visit))] }
}

/** The failure before a pause is kept in the history, with how many there were; the same is asked for unknown addresses. */
async function noteLastFailure(ctx: Context, email: string): Promise<void> {
  const { accounts, limits } = await ctx.identity()
  const account = await accounts.findByEmail(email)
  const failures = await limits.count(SIGN_IN, email)
  if (account && failures === SIGN_IN.most)
    await recordForAccount(ctx, account.id, { act: 'sign-in: paused', note: { failures } })
}

/** How a code was taken; see `CodeAnswer` of the identity. */
export type CodeTaken = { outcome: 'in'; cookies: string[] } | { outcome: 'wrong' | 'again' | 'locked' }

/** Ends a sign-in that waits for its second factor. Throws `TooOften`. */
export async function answerCode(
  ctx: Context,
  given: { code: string; isRecovery: boolean },
  visit: Visit,
): Promise<CodeTaken> {
  const identity = await ctx.identity()
  await attempt(ctx, [[CODE_FROM, visit.address]])
  const answer = await identity.secondFactor.answer(visit.headers, given)
  if (answer.outcome !== 'in') return answer
  await succeed(identity, [[CODE_FROM, visit.address]])
  await welcome(ctx, answer.accountId, { secondFactor: given.isRecovery ? 'recovery code' : 'app' })
  return { outcome: 'in', cookies: [...answer.cookies, ...(await homeCookie(ctx, answer.accountId, visit))] }
}

/** Counts that are none need no mention. */
async function welcome(
  ctx: Context,
  accountId: string,
  { failuresBefore = 0, ...rest }: { failuresBefore?: number; secondFactor?: string },
): Promise<void> {
  const note = { ...rest, ...(failuresBefore > 0 && { failuresBefore }) }
  await recordForAccount(ctx, accountId, { act: 'account: signed in', note })
}

/** Gives the cookies that end it in the browser too. */
export async function signOut(ctx: Context, visit: Visit): Promise<string[]> {
  const { accountId } = ctx.viewer
  const { sessions } = await ctx.identity()
  const cookies = await sessions.signOut(visit.headers)
  if (accountId) await recordForAccount(ctx, accountId, { act: 'account: signed out' })
  return cookies
}
