/** What rating to expect at a measure. */

export interface Moments {
  /** Counted from the lowest category in use. */
  mean: number
  /** Also the information in one rating. */
  variance: number
}

/**
 * Mean and variance of a rating where person − rater − item is `measure`, in logits.
 * @param cumulative sums of steps up to each category in use; infinite for one that nobody used
 * @param into filled and given back, so that a loop over many ratings makes no litter
 */
export function ratingAt(
  measure: number,
  cumulative: Float64Array,
  into: Moments = { mean: 0, variance: 0 },
): Moments {
  let most = Number.NEGATIVE_INFINITY
  for (let k = 0; k < cumulative.length; k++) most = Math.max(most, k * measure - (cumulative[k] as number))
  let sum = 0
  let first = 0
  let second = 0
  for (let k = 0; k < cumulative.length; k++) {
    const chance = Math.exp(k * measure - (cumulative[k] as number) - most)
    sum += chance
    first += k * chance
    second += k * k * chance
  }
  into.mean = first / sum
  into.variance = second / sum - into.mean ** 2
  return into
}
