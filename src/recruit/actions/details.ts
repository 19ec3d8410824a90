import type { Context } from '#context.ts'
import { Conflict, Invalid } from '#errors.ts'
import { record } from '#history/actions.ts'
import { changesBetween } from '#history/model.ts'
import type { Tx } from '#schema.ts'
import type { Vacancy } from '../model.ts'
import { listCandidates } from '../store/cards.ts'
import { updateVacancy } from '../store/write.ts'
import type { VacancyInput } from '../vacancy.ts'
import { vacancyToOversee } from './kit.ts'
import { vacancySubject } from './vacancy.ts'

/**
 * Changes what is said of a vacancy: title, days, purpose. Throws Conflict when somebody else was first, and Invalid for data kept
 * longer than those who applied were told.
 */
export function changeVacancy(
  ctx: Context,
  { id, seen, input }: { id: string; seen: number; input: VacancyInput },
): Promise<void> {
  return ctx.write(async (tx) => {
    const { vacancy } = await vacancyToOversee(ctx, tx, id)
    if (vacancy.fixedAt !== null && vacancy.questionsBefore !== input.questionsBefore)
      throw new Conflict(
        'Whether candidates get the questions beforehand is part of the kit, which is fixed. Leave it as it is, or open the kit again.',
      )
    await refuseLonger(tx, vacancy, input)
    if (!(await updateVacancy(tx, { id, seen, input })))
      throw new Conflict(
        'Somebody else has changed this vacancy meanwhile. Your words are kept below: look again, then save.',
      )
    const { title, purpose, places, applyUntil, decideBy, keepMonths, questionsBefore, jurisdiction } =
      vacancy
    const before = { title, purpose, places, applyUntil, decideBy, keepMonths, questionsBefore, jurisdiction }
    await record(ctx, tx, {
      act: 'vacancy: changed',
      on: vacancySubject({ id, title: input.title }),
      changes: changesBetween(before, input),
    })
  })
}

/** Whoever has applied was told for how long their data is kept; it may go earlier, never later. */
async function refuseLonger(tx: Tx, { id, keepMonths }: Vacancy, input: VacancyInput): Promise<void> {
  if (input.keepMonths <= keepMonths) return
  const told = (await listCandidates(tx, id)).filter(({ erasedAt }) => erasedAt === null)
  if (told.length === 0) return
  throw new Invalid({
    keepMonths: `Those who have applied were told ${keepMonths} ${keepMonths === 1 ? 'month' : 'months'}. Keep their data that long or shorter.`,
  })
}
