import { Invalid } from '#errors.ts'
import { frameworksById } from '#role/store/frameworks.ts'
import type { Db, Tx } from '#schema.ts'
import type { Opened } from '../opened.ts'

/**
 * Refuses what is no level of the framework that a question is about: a level is sealed as a choice and outlives the erasure of
 * whoever it was given to, so no words may come in by it. `field`: where a form shows it. Throws Invalid.
 */
export async function refuseForeignLevels(
  db: Db | Tx,
  { criteria, questions }: Pick<Opened, 'criteria' | 'questions'>,
  given: readonly { question: string; level: string | null; field: string }[],
): Promise<void> {
  const said = given.filter(({ level }) => level !== null)
  if (said.length === 0) return
  const frameworkOf = (asked: string) => {
    const question = questions.find(({ id }) => id === asked)
    return criteria.find(({ id }) => id === question?.criterion)?.framework ?? ''
  }
  const frameworks = await frameworksById(db, [...new Set(said.map(({ question }) => frameworkOf(question)))])
  for (const { question, level, field } of said) {
    const levels = frameworks.get(frameworkOf(question))?.scale.levels
    if (levels && !levels.some(({ key }) => key === level))
      throw new Invalid({ [field]: 'Choose a level of the framework, or leave it open.' })
  }
}
