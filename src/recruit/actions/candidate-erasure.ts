import { type Context, nothingHappened } from '#context.ts'
import { record } from '#history/actions.ts'
import type { Tx } from '#schema.ts'
import type { Vacancy } from '../model.ts'
import { eraseCandidateRows, foldVoluntary } from '../store/candidate-erasure.ts'
import { holdCandidate, listExpired } from '../store/candidates.ts'
import { findCandidate } from '../store/cards.ts'
import { findVacancy } from '../store/vacancies.ts'
import { vacancySubject } from './vacancy.ts'

interface Erasing {
  vacancy: Pick<Vacancy, 'id' | 'title'>
  candidateId: string
  why: 'their wish' | 'asked by them, done by hand' | 'its time was over'
}

/**
 * Replaces the candidate by a pseudonym. Their words and all that was written about them go; ratings and choices stay, and the
 * vacancy's chain holds. Of the voluntary answers counts stay. Whoever is erased already stays so.
 */
export async function eraseCandidate(
  ctx: Context,
  tx: Tx,
  { vacancy, candidateId, why }: Erasing,
): Promise<void> {
  await holdCandidate(tx, candidateId)
  const candidate = await findCandidate(tx, candidateId)
  if (!candidate || candidate.erasedAt) return nothingHappened(tx)
  await foldVoluntary(tx, candidateId)
  await eraseCandidateRows(tx, candidateId, { pseudonym: pseudonymOf(candidateId), at: ctx.now() })
  await record(ctx, tx, {
    act: 'candidate: erased',
    on: vacancySubject(vacancy),
    also: [{ kind: 'candidate', id: candidateId }],
    note: { because: why },
  })
}

/** The same for the same candidate, and says nothing of them. */
const pseudonymOf = (id: string) => `Erased candidate ${id.slice(0, 4).toUpperCase()}`

/** Erases everybody whose time is over. Gives how many. */
export async function eraseExpired(ctx: Context): Promise<number> {
  const expired = await ctx.read((db) => listExpired(db, ctx.now()))
  for (const { id, vacancyId } of expired)
    await ctx.write(async (tx) => {
      const vacancy = await findVacancy(tx, vacancyId)
      if (!vacancy) return nothingHappened(tx)
      await eraseCandidate(ctx, tx, { vacancy, candidateId: id, why: 'its time was over' })
    })
  return expired.length
}
