/** Who asks what. */
import type { Question } from './model.ts'

/**
 * Who asks each question, so that everybody on the panel asks some: who asks it now keeps it, and the questions of those who are
 * not there go to whoever has the fewest, in the panel's order.
 */
export function askersFor(
  questions: readonly Pick<Question, 'id' | 'askedBy'>[],
  members: readonly string[],
): { id: string; askedBy: string | null }[] {
  const counts = new Map(members.map((id) => [id, 0]))
  const take = (id: string | null) => {
    if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1)
    return id
  }
  for (const { askedBy } of questions) if (askedBy !== null && counts.has(askedBy)) take(askedBy)
  return questions.map(({ id, askedBy }) => {
    if (askedBy !== null && counts.has(askedBy)) return { id, askedBy }
    const [next] = [...counts].toSorted(([, a], [, b]) => a - b)
    return { id, askedBy: take(next?.[0] ?? null) }
  })
}
