/** How far a workbook has come, and where to go on. */
import type { StatementAnswer } from './model.ts'
import type { Part } from './order.ts'

export interface PartProgress {
  answered: number
  all: number
}

export interface Progress extends PartProgress {
  /** In the order of the parts. */
  parts: PartProgress[]
  /** Where to go on: after the last answer, then from the start; null: every statement has an answer. */
  next: { part: number; statement: string } | null
}

/** Answers to statements that the framework no longer has are not counted. */
export function progressOf(
  parts: readonly Part[],
  answers: readonly Pick<StatementAnswer, 'statementId' | 'answeredAt'>[],
): Progress {
  const times = new Map(answers.map(({ statementId, answeredAt }) => [statementId, answeredAt.getTime()]))
  const each = parts.map(({ questions }) => ({
    answered: questions.filter(({ id }) => times.has(id)).length,
    all: questions.length,
  }))
  return {
    answered: each.reduce((sum, { answered }) => sum + answered, 0),
    all: each.reduce((sum, { all }) => sum + all, 0),
    parts: each,
    next: nextOf(parts, times),
  }
}

function nextOf(parts: readonly Part[], times: ReadonlyMap<string, number>): Progress['next'] {
  const inOrder = parts.flatMap(({ number, questions }) =>
    questions.map(({ id }) => ({ part: number, statement: id })),
  )
  const answered = inOrder.filter(({ statement }) => times.has(statement))
  const latest = Math.max(...answered.map(({ statement }) => times.get(statement) ?? 0))
  const last = inOrder.findLastIndex(({ statement }) => times.get(statement) === latest)
  const fromThere = [...inOrder.slice(last + 1), ...inOrder.slice(0, last + 1)]
  return fromThere.find(({ statement }) => !times.has(statement)) ?? null
}

/** "63 of 135 answered". */
export function progressWords({ answered, all }: PartProgress): string {
  return `${answered} of ${all} answered`
}
