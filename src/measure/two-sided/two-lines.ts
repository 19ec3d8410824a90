/** Two lines: does it rise on one side of a point and fall on the other? */
import { studentUpper } from '../distributions/continuous.ts'
import { type Estimate, reason, value } from '../estimate.ts'
import { completePairs, dot, meanOf, type Pairs } from './pairs.ts'
import { type Parabola, parabola } from './quadratic.ts'

export interface Slope {
  readonly slope: number
  /** Does not assume equal spread (HC3). */
  readonly standardError: number
  /** Two-sided. */
  readonly p: number
  readonly cases: number
}

export interface TwoLines {
  /** Where the lines part; a case exactly there belongs to both. */
  readonly at: number
  readonly below: Slope
  readonly above: Slope
  /** Both slopes are significant and have opposite signs: only then may a turning point be claimed. */
  readonly turns: boolean
}

const FEWEST = 5

/**
 * The two-lines test of y on x. The lines part where a first parting, at the middle of the flat top of a fitted parabola, shows the
 * weaker slope more cases (the "Robin Hood" rule; the original fits a spline where this has a parabola). Pairs of which one
 * number is missing are left out.
 * @param options.at where to part the lines, if it is known beforehand.
 * @param options.significance 0.05 unless told.
 * @throws Invalid when the lists differ in length.
 * Source: Simonsohn 2018, Advances in Methods and Practices in Psychological Science 1:538.
 */
export function twoLines(
  x: readonly (number | null)[],
  y: readonly (number | null)[],
  options: { at?: number; significance?: number } = {},
): Estimate<TwoLines> {
  const pairs = completePairs(x, y)
  const significance = options.significance ?? 0.05
  if (options.at !== undefined) return partedAt(pairs, options.at, significance)
  const fit = parabola(pairs, 0.95)
  if (fit.value === null) return fit
  const top = flatTop(pairs, fit.value)
  if (top.length === 0)
    return reason('A fitted parabola does not turn within the data, so there is nowhere to part the lines.')
  const first = partedAt(pairs, quantile(top, 0.5), significance)
  if (first.value === null) return first
  const [low, high] = [strength(first.value.below), strength(first.value.above)]
  return partedAt(pairs, quantile(top, high / (low + high)), significance)
}

function partedAt({ x, y }: Pairs, at: number, significance: number): Estimate<TwoLines> {
  const below = slopeOf(x, y, (a) => a <= at)
  const above = slopeOf(x, y, (a) => a >= at)
  if (below === null || above === null)
    return reason(
      `On one side of ${at} there are too few cases that differ in x, at least ${FEWEST}, for a line.`,
    )
  const turns = below.p < significance && above.p < significance && below.slope * above.slope < 0
  return value({ at, below, above, turns })
}

function slopeOf(x: readonly number[], y: readonly number[], isHere: (x: number) => boolean): Slope | null {
  const here = x.flatMap((a, i) => (isHere(a) ? [i] : []))
  const [xs, ys] = [here.map((i) => x[i] ?? 0), here.map((i) => y[i] ?? 0)]
  const [xMean, yMean] = [meanOf(xs), meanOf(ys)]
  const u = xs.map((a) => a - xMean)
  const spread = dot(u, u)
  const n = xs.length
  if (n < FEWEST || spread === 0) return null
  const slope = dot(u, ys) / spread
  const pulls = u.map((a, i) => {
    const leverage = 1 / n + a ** 2 / spread
    const rest = (ys[i] ?? 0) - yMean - slope * a
    return leverage >= 1 ? 0 : (a * rest) / (1 - leverage)
  })
  const standardError = Math.sqrt(dot(pulls, pulls)) / spread
  const exact = slope === 0 ? 1 : 0
  const p = standardError > 0 ? 2 * studentUpper(Math.abs(slope) / standardError, n - 2) : exact
  return { slope, standardError, p, cases: n }
}

const strength = ({ slope, standardError }: Slope) =>
  standardError > 0 ? Math.abs(slope) / standardError : Number.MAX_SAFE_INTEGER

/** The x, in order, at which the fitted line lies within one standard error of its turning point. */
function flatTop({ x }: Pairs, { turningPoint, coefficient, at }: Parabola): number[] {
  if (turningPoint.value === null) return []
  const top = at(turningPoint.value)
  const sign = Math.sign(coefficient)
  return x.filter((a) => sign * (at(a).fitted - top.fitted) <= top.error).toSorted((a, b) => a - b)
}

function quantile(sorted: readonly number[], p: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? Number.NaN
}
