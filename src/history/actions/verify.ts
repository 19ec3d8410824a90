import type { Context } from '#context.ts'
import { findHead } from '../store/events.ts'
import { listKept } from '../store/kept.ts'
import { beginWalk, conclude, step, type Verdict } from '../verify.ts'

const BATCH = 2000

/**
 * Walks the whole history of the organisation, as it stood at the beginning. `noted`: a seal that was noted earlier and
 * must occur. `onProgress` hears how many events have been looked at.
 */
export function verifyHistory(
  ctx: Context,
  noted: string | null,
  onProgress: (events: number) => void = () => undefined,
): Promise<Verdict> {
  return ctx.read(async (db) => {
    const walk = beginWalk(noted)
    for (let after = 0; ; after = walk.number) {
      const events = await listKept(db, after, BATCH)
      for (const kept of events) step(walk, kept)
      onProgress(walk.count)
      if (events.length < BATCH) break
    }
    return conclude(walk, (await findHead(db)) ?? null)
  })
}
