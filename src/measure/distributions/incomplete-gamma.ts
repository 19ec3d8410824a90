/** Tails of the gamma distribution with scale 1. */
import { devianceTerm, stirlingError } from './gamma.ts'
import type { Tails } from './quantile.ts'

const TINY = 1e-300
const MOST_TERMS = 100_000

/** xᵃ e⁻ˣ / Γ(a+1), by the saddle point of Loader 2000. */
const powerTerm = (a: number, x: number) =>
  Math.exp(-stirlingError(a) - devianceTerm(a, x)) / Math.sqrt(2 * Math.PI * a)

/**
 * Both tails of the gamma distribution with shape a > 0 at x ≥ 0, each right to about 14 digits however small it is; `slope`
 * is the density times x. Series below the mean, continued fraction above (DLMF 8.7.1 and 8.9.2).
 */
export function gammaTails(a: number, x: number): Tails {
  if (x <= 0) return { lower: 0, upper: 1, slope: 0 }
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0, slope: 0 }
  const power = powerTerm(a, x)
  const slope = power * a
  if (x < a + 1) {
    const lower = power * series(a, x)
    return { lower, upper: 1 - lower, slope }
  }
  const upper = slope * fraction(a, x)
  return { lower: 1 - upper, upper, slope }
}

function series(a: number, x: number): number {
  let term = 1
  let sum = 1
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= x / (a + n)
    sum += term
  }
  return sum
}

/** Modified Lentz evaluation of 1/(x+1−a− 1(1−a)/(x+3−a− …)). */
function fraction(a: number, x: number): number {
  let b = x + 1 - a
  let c = 1 / TINY
  let d = 1 / b
  let value = d
  for (let i = 1; ; i++) {
    const numerator = -i * (i - a)
    b += 2
    d = 1 / (numerator * d + b || TINY)
    c = b + numerator / c || TINY
    const factor = d * c
    value *= factor
    if (Math.abs(factor - 1) < 5e-16 || i > MOST_TERMS) return value
  }
}
