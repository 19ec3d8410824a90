/** Quantiles by inverting tail probabilities. */
import { Invalid } from '#errors.ts'

/** The two tail probabilities at a point, and how fast they change there. */
export interface Tails {
  readonly lower: number
  readonly upper: number
  /** Change of `lower` for a step of the unbounded variable (the logarithm of x, or of x/(1−x)). */
  readonly slope: number
}

/** @throws Invalid when p is no probability. */
export function checkProbability(p: number) {
  if (!(p >= 0 && p <= 1)) throw new Invalid(`A probability lies between 0 and 1; this one is ${p}.`)
}

/** @throws Invalid when a parameter is not a number above 0. */
export function checkPositive(name: string, x: number) {
  if (!(x > 0 && x < Number.POSITIVE_INFINITY))
    throw new Invalid(`${name} must be a number above 0; this one is ${x}.`)
}

/**
 * The point u on the whole line at which the lower tail is p, with 0 < p < 1, to the last digits that `tails` has: Newton's
 * method on the logarithm of the smaller tail, kept inside a bracket that it narrows.
 */
export function invertTails(tails: (u: number) => Tails, p: number, start: number): number {
  const above = p > 0.5
  const target = Math.log(above ? 1 - p : p)
  let low = Number.NEGATIVE_INFINITY
  let high = Number.POSITIVE_INFINITY
  let u = start
  let missBefore = Number.POSITIVE_INFINITY
  for (let round = 0; round < 200; round++) {
    const { lower, upper, slope } = tails(u)
    const tail = above ? upper : lower
    const miss = Math.log(tail) - target
    if (miss === 0) return u
    if (miss > 0 === above) low = u
    else high = u
    const step = slope > 0 ? (miss * tail) / (above ? slope : -slope) : Number.NaN
    // Newton's error is squared at each step: after one this short nothing is left of it.
    if (Math.abs(step) < 1e-8 && Math.abs(miss) < 1e-6) return u + step
    // A step that does not halve the miss is not taken twice: where rounding has eaten the slope, the bracket is halved instead.
    const next = inside(Math.abs(miss) < missBefore / 2 ? u + step : Number.NaN, low, high)
    missBefore = Math.abs(miss)
    u = next
  }
  return u
}

/** The point wished for if it lies in the bracket, else the middle, or a stride beyond the end that is known. */
function inside(wished: number, low: number, high: number): number {
  const stride = 2
  if (wished > low && wished < high && Math.abs(wished) < 800) return wished
  if (low === Number.NEGATIVE_INFINITY) return high - stride - Math.abs(high)
  if (high === Number.POSITIVE_INFINITY) return low + stride + Math.abs(low)
  return (low + high) / 2
}
