/** In which order a workbook asks, and on which pages. */
import type { Competency, Framework, Statement } from '#framework/model.ts'
import { fingerprint } from '#lib/fingerprint.ts'
import type { Workbook } from './model.ts'

/** A statement with a level: what a workbook can ask. */
export interface Question extends Statement {
  level: string
  competency: string
}

/** One page of a workbook. */
export interface Part {
  /** From 1. */
  number: number
  /** The competency that it is about; null: of several. */
  competency: Competency | null
  questions: Question[]
}

/** In mixed order so many statements come at once, or a few less. */
const AT_ONCE = 15

/** What a workbook asks of a framework, in the framework's order. Empty: there is nothing to answer. */
export function questionsOf({ competencies }: Pick<Framework, 'competencies'>): Question[] {
  return competencies.flatMap((competency) =>
    competency.statements.flatMap((statement) =>
      statement.kind === 'indicator' && statement.level !== null
        ? [{ ...statement, level: statement.level, competency: competency.key }]
        : [],
    ),
  )
}

/**
 * An order that looks like chance and is the same whenever it is asked for, since it follows from the seed. A statement more
 * or less leaves the others as they stand to each other.
 */
export function shuffled<T extends { id: string }>(all: readonly T[], seed: string): T[] {
  return all
    .map((one) => ({ one, place: fingerprint(`${seed} ${one.id}`) }))
    .toSorted((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ one }) => one)
}

/**
 * The pages of a workbook. Competency by competency the levels stand mixed within each, too: whoever sees the ladder while
 * answering climbs it rung by rung instead of asking what they do.
 */
export function partsOf(
  framework: Pick<Framework, 'competencies'>,
  { id, mixed }: Pick<Workbook, 'id' | 'mixed'>,
): Part[] {
  const questions = questionsOf(framework)
  if (mixed)
    return inPages(shuffled(questions, id)).map((some, i) => ({
      number: i + 1,
      competency: null,
      questions: some,
    }))
  const parts = framework.competencies.flatMap((competency) => {
    const own = questions.filter((question) => question.competency === competency.key)
    return own.length > 0 ? [{ competency, questions: shuffled(own, id) }] : []
  })
  return parts.map((part, i) => ({ number: i + 1, ...part }))
}

/** Pages of nearly the same length, so that the last is not a leftover. */
function inPages<T>(all: readonly T[]): T[][] {
  const pages = Math.ceil(all.length / AT_ONCE)
  const start = (page: number) => Math.round((page * all.length) / pages)
  return Array.from({ length: pages }, (_, page) => all.slice(start(page), start(page + 1)))
}
