import type { Context } from '#context.ts'
import { insertLooks, listUnseenShares } from '../store/looks.ts'

/** Who looks again within so many minutes is still looking. */
const ONE_LOOK_MS = 600_000

/**
 * Notes that the viewer looked at the levels that these people share with them, as the owners of the profiles see it. For pages
 * that show several people's levels at once.
 */
export async function noteLooks(
  ctx: Context,
  people: readonly string[],
  frameworks: readonly string[],
): Promise<void> {
  const viewer = ctx.viewer.person?.id
  if (viewer === undefined || people.length === 0) return
  const at = ctx.now()
  const since = new Date(at.getTime() - ONE_LOOK_MS)
  const unseen = await ctx.read((db) => listUnseenShares(db, { viewer, people, frameworks, at, since }))
  if (unseen.length === 0) return
  const looks = unseen.map((shareId) => ({ id: ctx.newId(), shareId }))
  await ctx.keep((tx) => insertLooks(tx, looks, { viewer, at }))
}
