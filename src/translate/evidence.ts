import { logSoftmax } from './head.ts'
import type { Known } from './model.ts'

/** A text that is known to speak for some classes (competencies or levels), each with a share of its weight. */
export interface Witness {
  known: Known
  /** Places of the classes. */
  classes: number[]
  /** Weight for each of them. */
  weight: number
}

/** What is known, as witnesses for competencies. A text that speaks for two is half a witness for each. */
export function competencyWitnesses(knowledge: readonly Known[], keys: readonly string[]): Witness[] {
  return witnesses(knowledge, keys, (known) => known.competencies)
}

export function levelWitnesses(knowledge: readonly Known[], keys: readonly string[]): Witness[] {
  return witnesses(knowledge, keys, ({ level }) => (level === null ? [] : [level]))
}

function witnesses(
  knowledge: readonly Known[],
  keys: readonly string[],
  of: (known: Known) => readonly string[],
): Witness[] {
  const places = new Map(keys.map((key, place) => [key, place]))
  return knowledge.flatMap((known) => {
    const classes = of(known).flatMap((key) => places.get(key) ?? [])
    return classes.length === 0 ? [] : [{ known, classes, weight: known.weight / classes.length }]
  })
}

/** Log-probabilities from several kinds of evidence: a weighted sum of their logarithms, made to add up to 1 again. */
export function weigh(
  parts: readonly { logs: readonly number[]; weight: number }[],
  classes: number,
): number[] {
  const sums = Array.from({ length: classes }, (_, c) =>
    parts.reduce((sum, { logs, weight }) => sum + weight * (logs[c] ?? 0), 0),
  )
  return logSoftmax(sums)
}
