import type { Context } from '#context.ts'
import { Conflict } from '#errors.ts'
import { record } from '#history/actions.ts'
import { changesBetween } from '#history/model.ts'
import { updateVacancy } from '../store/write.ts'
import type { VacancyInput } from '../vacancy.ts'
import { vacancyToOversee } from './kit.ts'
import { vacancySubject } from './vacancy.ts'

/** Changes what is said of a vacancy: title, days, purpose. Throws Conflict when somebody else was first. */
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
