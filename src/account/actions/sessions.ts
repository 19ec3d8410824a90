import type { Context } from '#context.ts'
import { NotFound } from '#errors.ts'
import type { Session } from '#identity/sessions.ts'
import { recordForAccount } from './belonging.ts'
import { ownAccount } from './password.ts'
import type { Visit } from './visit.ts'

export interface OwnSession extends Session {
  /** The one that asks. */
  isThis: boolean
}

/** The viewer's sessions, the last used first. */
export async function ownSessions(ctx: Context, visit: Visit): Promise<OwnSession[]> {
  const { sessions } = await ctx.identity()
  const { id } = await ownAccount(ctx)
  const current = await sessions.current(visit.headers)
  const all = await sessions.list(id)
  return all.map((session) => ({ ...session, isThis: session.id === current?.id }))
}

/** Throws `NotFound` when the viewer has no such session any more. */
export async function endSession(ctx: Context, sessionId: string): Promise<void> {
  const { sessions } = await ctx.identity()
  const { id } = await ownAccount(ctx)
  if (!(await sessions.end(id, sessionId))) throw new NotFound('This session has ended already.')
  await recordForAccount(ctx, id, { act: 'session: ended', note: { sessions: 1 } })
}

/** Ends all sessions but the one that asks. Gives how many. */
export async function endOtherSessions(ctx: Context, visit: Visit): Promise<number> {
  const { sessions } = await ctx.identity()
  const { id } = await ownAccount(ctx)
  const current = await sessions.current(visit.headers)
  const ended = await sessions.endOthers(id, current?.id ?? null)
  if (ended > 0) await recordForAccount(ctx, id, { act: 'session: ended', note: { sessions: ended } })
  return ended
}
