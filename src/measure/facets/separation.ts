/** Whether the measures of a facet differ by more than they may be off. */
import { type Estimate, reason, value } from '../estimate.ts'
import type { Measures } from './extreme-measures.ts'
import { STANDING } from './extremes.ts'

export interface Separation {
  /** Standard deviation of the measures, and what is left of it once their errors are taken out. */
  readonly sd: number
  readonly trueSd: number
  /** Root mean square error. */
  readonly rmse: number
  /** True standard deviation in units of error. */
  readonly separation: number
  /** Share of the variance that is true: separation² / (1 + separation²). */
  readonly reliability: number
  /** How many levels can be told apart, three errors wide: (4·separation + 1) / 3. */
  readonly strata: number
}

/**
 * Separation of those who are not extreme (Wright and Masters 1982; Fisher 1992). For persons of a marginal fit, whose
 * measures are drawn to the mean, what is taken out has been taken out already: `drawn` says so.
 */
export function separation({ measure, error, standing }: Measures, drawn = false): Estimate<Separation> {
  const ids = [...standing.keys()].filter(
    (id) => standing[id] === STANDING.ordinary && !Number.isNaN(error[id]),
  )
  if (ids.length < 2) return reason('Fewer than two have a measure, so there are no differences to speak of.')
  const mean = ids.reduce((sum, id) => sum + (measure[id] as number), 0) / ids.length
  const variance = ids.reduce((sum, id) => sum + ((measure[id] as number) - mean) ** 2, 0) / (ids.length - 1)
  const square = ids.reduce((sum, id) => sum + (error[id] as number) ** 2, 0) / ids.length
  const trueVariance = drawn ? variance + square : variance - square
  if (!(trueVariance > 0))
    return reason('The measures differ by no more than their errors, so none can be told from another.')
  const between = drawn ? variance : trueVariance
  const ratio = Math.sqrt(between / square)
  return value({
    sd: Math.sqrt(variance),
    trueSd: Math.sqrt(trueVariance),
    rmse: Math.sqrt(square),
    separation: ratio,
    reliability: between / (between + square),
    strata: (4 * ratio + 1) / 3,
  })
}
