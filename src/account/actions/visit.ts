import type { Context } from '#context.ts'
import { TooOften } from '#errors.ts'
import type { Identity } from '#identity/identity.ts'
import { type Attempts, waitMessage } from '../attempts.ts'

/** What the door knows of whoever asks. */
export interface Visit {
  /** With the cookies and what the browser calls itself. */
  headers: Headers
  /** Where the request comes from, as an address of the network. */
  address: string
}

/** Counts one attempt about each; throws `TooOften` when one of them is one too many. */
export async function attempt(ctx: Context, about: [limit: Attempts, what: string][]): Promise<void> {
  const { limits } = await ctx.identity()
  const pauses = await Promise.all(about.map(([limit, what]) => limits.take(limit, what)))
  const until = pauses.filter((pause) => pause !== null).toSorted((a, b) => b.getTime() - a.getTime())[0]
  if (until) throw new TooOften(waitMessage(until, ctx.now()), until)
}

/** The attempts were good ones. */
export async function succeed({ limits }: Identity, about: [limit: Attempts, what: string][]): Promise<void> {
  await Promise.all(about.map(([limit, what]) => limits.giveBack(limit, what)))
}

/** Takes at least so long, whatever there is to do, so that the time tells nothing. */
export async function evenly<T>(ms: number, work: Promise<T>): Promise<T> {
  const [result] = await Promise.all([work, new Promise((resolve) => setTimeout(resolve, ms))])
  return result
}
