import { type Context, nothingHappened } from '#context.ts'
import { record } from '#history/actions.ts'
import { countedSince, setCounted } from '../store/counted.ts'
import { ownProfile } from './own.ts'

/** Lets the viewer's own workbook be counted without their name, or no longer. Throws Forbidden. */
export function letBeCounted(ctx: Context, isCounted: boolean): Promise<void> {
  const own = ownProfile(ctx)
  return ctx.write(async (tx) => {
    const before = await countedSince(tx, own.id)
    if ((before !== null) === isCounted) return nothingHappened(tx)
    await setCounted(tx, own.id, isCounted ? ctx.now() : null)
    await record(ctx, tx, {
      act: isCounted ? 'profile: counting allowed' : 'profile: counting ended',
      on: own,
    })
  })
}
