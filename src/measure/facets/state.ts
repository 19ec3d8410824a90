/**
 * What a fit is looking for, and where it stands. The model: the chance of category k against category k − 1 has the
 * logarithm person − rater − item − step k (Linacre 1989, Many-Facet Rasch Measurement). Its probabilities are
 * proportional to exp(k·η − T_k) with η = person − rater − item and T_k the sum of the steps up to k.
 */

/** The categories that are used, counted from the lowest of them. */
export interface Scale {
  /** The highest category; category 0 and this one have T = 0, which fixes the mean step at 0. */
  readonly top: number
  /** The categories between 0 and `top` that are used: those with a T to estimate. */
  readonly free: Int32Array
  readonly counts: Float64Array
}

export interface State {
  /** Person measures in logits: most likely values, or means of what is known of each (posterior). */
  readonly person: Float64Array
  /** Posterior standard deviations; in joint estimation, model standard errors. */
  readonly spread: Float64Array
  /** Severities, mean 0. */
  readonly rater: Float64Array
  /** Difficulties, mean 0. */
  readonly item: Float64Array
  /** T_k; infinite for a category that nobody used. */
  readonly cumulative: Float64Array
  /** Of the normal distribution that persons come from; unused in joint estimation. */
  mean: number
  sd: number
  /** Of the normal distribution that severities come from; infinite when they are fixed, free parameters. */
  raterSd: number
}

export function scaleOf(used: Float64Array, lowest: number, highest: number): Scale {
  const counts = used.slice(lowest, highest + 1)
  const top = highest - lowest
  const between = Array.from({ length: top - 1 }, (_, i) => i + 1)
  return { top, counts, free: Int32Array.from(between.filter((k) => (counts[k] as number) > 0)) }
}
