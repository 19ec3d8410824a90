/** Tails of the beta distribution, from which those of F, Student's t and the binomial follow. */
import { devianceTerm, stirlingError } from './gamma.ts'
import type { Tails } from './quantile.ts'

const TINY = 1e-300
const MOST_TERMS = 100_000

/** xᵃ yᵇ / B(a, b) with y = 1 − x, by the saddle point of Loader 2000. */
function powerTerm(a: number, b: number, { x, y }: { x: number; y: number }): number {
  const n = a + b
  const stirling = stirlingError(n) - stirlingError(a) - stirlingError(b)
  const deviance = devianceTerm(a, n * x) + devianceTerm(b, n * y)
  return Math.exp(stirling - deviance) * Math.sqrt((a * b) / (2 * Math.PI * n))
}

/**
 * Both tails of the beta distribution with parameters a, b > 0, each right to about 13 digits however small it is; `slope` is
 * the density times x·y. The point is given by x and y = 1 − x, so that neither end loses digits.
 */
export function betaTails(a: number, b: number, at: { x: number; y: number }): Tails {
  const { x, y } = at
  if (x <= 0) return { lower: 0, upper: 1, slope: 0 }
  if (y <= 0) return { lower: 1, upper: 0, slope: 0 }
  const slope = powerTerm(a, b, at)
  if (a * y >= b * x) {
    const lower = slope / fraction(a, b, at)
    return { lower, upper: 1 - lower, slope }
  }
  const upper = slope / fraction(b, a, { x: y, y: x })
  return { lower: 1 - upper, upper, slope }
}

/**
 * The continued fraction of DiDonato and Morris 1992 (Algorithm 708, equation 9), which does not cancel when x is near an end,
 * by Lentz's method.
 */
function fraction(a: number, b: number, { x, y }: { x: number; y: number }): number {
  const excess = a * y - b * x + 1
  let value = (a * excess) / (a + 1)
  let c = value
  let d = 0
  for (let n = 1; ; n++) {
    const weight = (n * (b - n) * x) / (a + 2 * n - 1)
    const numerator = ((a + n - 1) * (a + b + n - 1) * x * weight) / (a + 2 * n - 1)
    const term = n + weight + ((a + n) * (excess + n * (1 + y))) / (a + 2 * n + 1)
    d = 1 / (term + numerator * d || TINY)
    c = term + numerator / c || TINY
    const factor = d * c
    value *= factor
    if (Math.abs(factor - 1) < 5e-16 || n > MOST_TERMS) return value
  }
}
