import { type Context, nothingHappened } from '#context.ts'
import { Conflict } from '#errors.ts'
import { record } from '#history/actions.ts'
import { setState } from '../store/state.ts'
import { vacancyToOversee } from './kit.ts'
import { vacancySubject } from './vacancy.ts'

/**
 * Closes a decided vacancy, so that its decision stays as it is and it leaves the list; or opens it again. Throws NotFound,
 * Forbidden, and Conflict before anything is decided.
 */
export function closeVacancy(ctx: Context, vacancyId: string, isClosed: boolean): Promise<void> {
  return ctx.write(async (tx) => {
    const { vacancy } = await vacancyToOversee(ctx, tx, vacancyId)
    if (vacancy.state !== 'decided' && vacancy.state !== 'closed')
      throw new Conflict(
        'Nothing is decided yet. A vacancy is closed when its candidates know where they stand.',
      )
    if ((vacancy.state === 'closed') === isClosed) return nothingHappened(tx)
    await setState(tx, vacancyId, isClosed ? 'closed' : 'decided', [vacancy.state])
    await record(ctx, tx, {
      act: isClosed ? 'vacancy: closed' : 'vacancy: opened again',
      on: vacancySubject(vacancy),
    })
  })
}
