/** The chances of the categories of each rating of a person, averaged over the points, and their moments. */
import type { Expecting, Posterior } from './workspace.ts'

/** Chances as means over the points: Σ weight·growth_k·y^k / denominator, four categories at a time. */
export function findChances(
  posterior: Posterior,
  { chance, width }: Expecting,
  growth: Float64Array,
  cells: number,
): void {
  const { weight, denominator, factor } = posterior
  const points = weight.length
  for (let c = 0, place = 0; c < cells; c++)
    for (let n = 0; n < points; n++, place++)
      denominator[place] = (weight[n] as number) / (denominator[place] as number)
  for (let k = 0; k < width; k += 4) {
    for (let c = 0, place = 0; c < cells; c++) {
      const by = factor[c] as number
      let first = 0
      let second = 0
      let third = 0
      let fourth = 0
      for (let n = 0; n < points; n++, place++) {
        const y = (posterior.growth[n] as number) * by
        let term = (denominator[place] as number) * y
        first += term
        term *= y
        second += term
        term *= y
        third += term
        term *= y
        fourth += term
        denominator[place] = term
      }
      const at = c * width + k
      chance[at] = first * (growth[k + 1] as number)
      chance[at + 1] = second * (growth[k + 2] as number)
      chance[at + 2] = third * (growth[k + 3] as number)
      chance[at + 3] = fourth * (growth[k + 4] as number)
    }
  }
}

/**
 * Mean and variance of each rating. Between several points the mean itself varies; to first order in the person's variance
 * that part is taken out, so that variances (and covariances, by `within`) are means over the points.
 */
export function findMoments(
  { chance, width, mean, variance, within }: Expecting,
  cells: number,
  personVariance: number,
): void {
  for (let c = 0; c < cells; c++) {
    const before = c * width - 1
    let first = 0
    let square = 0
    for (let k = 1; k <= width; k++) {
      const term = k * (chance[before + k] as number)
      first += term
      square += k * term
    }
    const whole = square - first * first
    const share = 1 / (1 + personVariance * whole)
    mean[c] = first
    variance[c] = whole * share
    within[c] = share
  }
}

/** Means alone. */
export function findMeans({ chance, width, mean }: Expecting, cells: number): void {
  for (let c = 0; c < cells; c++) {
    const before = c * width - 1
    let first = 0
    for (let k = 1; k <= width; k++) first += k * (chance[before + k] as number)
    mean[c] = first
  }
}
