/** Every way in which so many selections could have fallen on two groups, with its weight. */
import type { Selection } from './selection.ts'

export interface Possibilities {
  /** The fewest persons of the focal group that can be among the selected. */
  readonly least: number
  /** weights[i] is in proportion to the probability of least + i; the likeliest has 1. */
  readonly weights: Float64Array
  readonly total: number
}

/** By the ratio of neighbours from the likeliest outwards, which keeps every weight right to about 14 digits. */
export function possibilities(focal: Selection, reference: Selection): Possibilities {
  const drawn = focal.selected + reference.selected
  const least = Math.max(0, drawn - reference.applicants)
  const most = Math.min(focal.applicants, drawn)
  const weights = new Float64Array(most - least + 1)
  const likeliest = Math.floor(
    ((focal.applicants + 1) * (drawn + 1)) / (focal.applicants + reference.applicants + 2),
  )
  const top = Math.min(most, Math.max(least, likeliest))
  const step = (x: number) =>
    ((focal.applicants - x) * (drawn - x)) / ((x + 1) * (reference.applicants - drawn + x + 1))
  weights[top - least] = 1
  for (let x = top; x < most; x++) weights[x + 1 - least] = (weights[x - least] ?? 0) * step(x)
  for (let x = top; x > least; x--) weights[x - 1 - least] = (weights[x - least] ?? 0) / step(x - 1)
  return { least, weights, total: sumOf(weights) }
}

export function sumOf(weights: Float64Array): number {
  let sum = 0
  for (let i = 0; i < weights.length; i++) sum += weights[i] ?? 0
  return sum
}
