/** A bent line: does more stop being better? */
import { studentQuantile, studentUpper } from '../distributions/continuous.ts'
import { type Estimate, type Interval, reason, value } from '../estimate.ts'
import { completePairs, dot, meanOf, type Pairs } from './pairs.ts'

export interface QuadraticTerm {
  /** Coefficient of x²: below 0 the line bends downwards. */
  readonly coefficient: number
  readonly interval: Interval
  /** Two-sided. */
  readonly p: number
  /** The x at which the fitted line turns, if it lies within the data; a bend alone does not show that anything falls. */
  readonly turningPoint: Estimate
  readonly cases: number
}

export interface Parabola extends QuadraticTerm {
  /** The fitted line at x, and its standard error. */
  readonly at: (x: number) => { fitted: number; error: number }
}

/**
 * The quadratic term of y on x by least squares, with its interval. A significant term is no proof of a turning point: a line
 * that only flattens gives one too. Ask `twoLines` before saying that too much does harm. Pairs of which one number is missing are
 * left out.
 * @throws Invalid when the lists differ in length.
 * Source: Cohen, Cohen, West and Aiken 2003, chapter 6.
 */
export function quadraticTerm(
  x: readonly (number | null)[],
  y: readonly (number | null)[],
  confidence = 0.95,
): Estimate<QuadraticTerm> {
  const fit = parabola(completePairs(x, y), confidence)
  if (fit.value === null) return fit
  const { at: _, ...term } = fit.value
  return value(term)
}

/** By regressors made orthogonal one after the other: constant, x, and what x² adds. */
export function parabola({ x, y }: Pairs, confidence: number): Estimate<Parabola> {
  const n = x.length
  if (n < 4) return reason('A bend needs at least four pairs of numbers.')
  const centre = meanOf(x)
  const linear = x.map((a) => a - centre)
  const spread = dot(linear, linear)
  if (spread === 0) return reason('All x are the same, so there is no line to fit.')
  const square = linear.map((u) => u * u)
  const [mean, along] = [meanOf(square), dot(square, linear) / spread]
  const bend = (u: number) => u * u - mean - along * u
  const bends = linear.map(bend)
  const bendSpread = dot(bends, bends)
  if (bendSpread <= 1e-12 * dot(square, square))
    return reason('The x take only two different values, so a bend cannot be seen.')
  const b = { constant: meanOf(y), linear: dot(linear, y) / spread, bend: dot(bends, y) / bendSpread }
  const fitted = (u: number) => b.constant + b.linear * u + b.bend * bend(u)
  const rest = y.reduce((sum, observed, i) => sum + (observed - fitted(linear[i] ?? 0)) ** 2, 0)
  const sigma = Math.sqrt(rest / (n - 3))
  const errorAt = (u: number) => sigma * Math.sqrt(1 / n + u ** 2 / spread + bend(u) ** 2 / bendSpread)
  const slope = b.linear - along * b.bend
  return value({
    ...inferred(b.bend, sigma / Math.sqrt(bendSpread), { df: n - 3, confidence }),
    turningPoint: turningPoint(x, centre - slope / (2 * b.bend)),
    cases: n,
    at: (a: number) => ({ fitted: fitted(a - centre), error: errorAt(a - centre) }),
  })
}

function inferred(
  coefficient: number,
  error: number,
  { df, confidence }: { df: number; confidence: number },
) {
  const reach = studentQuantile((1 + confidence) / 2, df) * error
  const interval = { lower: coefficient - reach, upper: coefficient + reach }
  const size = Math.abs(coefficient)
  const p = error > 0 ? 2 * studentUpper(size / error, df) : size > 0 ? 0 : 1
  return { coefficient, interval, p }
}

function turningPoint(x: readonly number[], at: number): Estimate {
  const low = x.reduce((a, b) => Math.min(a, b))
  const high = x.reduce((a, b) => Math.max(a, b))
  if (Number.isFinite(at) && at > low && at < high) return value(at)
  return reason('The line does not turn within the data.')
}
