/** Intraclass correlations of a table with missing ratings, from variance components. */
import { normalQuantile } from '../distributions/normal.ts'
import { type Estimate, finite, type Interval, reason, value } from '../estimate.ts'
import type { Matrix } from '../matrix.ts'
import { type RestrictedLikelihood, remlComponents } from '../variance/reml.ts'
import type { MeanSquares } from './mean-squares.ts'

/** Variance between targets, between raters and of the rest, with the covariances of their estimates. */
export interface TwoWayComponents {
  readonly target: number
  readonly rater: number
  readonly rest: number
  /** Three by three, row after row, in the order above. */
  readonly covariance: Float64Array
}

const ENTANGLED =
  'Who rated whom does not allow targets and raters to be told apart. Let some raters rate targets of others.'
const NONE = 'The targets do not differ beyond chance, so the interval cannot be computed.'

/** By restricted maximum likelihood; a reason where the gaps leave targets and raters entangled. */
export function twoWayComponents(matrix: Matrix): Estimate<TwoWayComponents> {
  const fit = remlComponents(ratingsOf(matrix), { terms: ['person', 'rater'] })
  if (fit.value === null) return fit
  if (fit.value.merged.length > 0) return reason(ENTANGLED)
  return value(named(fit.value))
}

function named({ components, covariance }: RestrictedLikelihood): TwoWayComponents {
  const of = (term: string) => components.find((c) => c.term === term)?.variance ?? 0
  return { target: of('person'), rater: of('rater'), rest: of('residual'), covariance }
}

/** The mean squares that a complete table with these components would have on average. */
export function impliedSquares(c: TwoWayComponents, { rows: n, columns: k }: Matrix): MeanSquares {
  return {
    between: k * c.target + c.rest,
    within: c.rater + c.rest,
    raters: n * c.rater + c.rest,
    error: c.rest,
  }
}

/**
 * Limits from the errors of the components, on the scale of the logarithm of wanted over unwanted variance, for one rater and
 * for the mean of k. An approximation: with fewer than some thirty targets or five raters it is too short.
 */
export function componentIntervals(
  kind: 1 | 2 | 3,
  c: TwoWayComponents,
  { raters: k, confidence }: { raters: number; confidence: number },
): Estimate<Interval>[] {
  const wanted = kind === 1 ? c.target - c.rater / k : c.target
  const unwanted = kind === 3 ? c.rest : c.rater + c.rest
  if (!(wanted > 0 && unwanted > 0)) return [reason(NONE), reason(NONE)]
  const slopes = [
    1 / wanted,
    (kind === 1 ? -1 / (k * wanted) : 0) - (kind === 3 ? 0 : 1 / unwanted),
    -1 / unwanted,
  ]
  const error = Math.sqrt(quadratic(slopes, c.covariance))
  const reach = normalQuantile((1 + confidence) / 2) * error
  return [1, k].map((mean) => {
    const ratio = Math.log((mean * wanted) / unwanted)
    const lower = finite(shareOf(ratio - reach), NONE)
    return lower.value === null ? lower : value({ lower: lower.value, upper: shareOf(ratio + reach) })
  })
}

const shareOf = (logRatio: number) => 1 / (1 + Math.exp(-logRatio))

function quadratic(slopes: readonly number[], covariance: Float64Array): number {
  let sum = 0
  slopes.forEach((a, i) => {
    slopes.forEach((b, j) => {
      sum += a * b * (covariance[3 * i + j] ?? 0)
    })
  })
  return sum
}

function ratingsOf({ rows, columns, values }: Matrix) {
  const known = values.reduce((n, x) => n + (Number.isNaN(x) ? 0 : 1), 0)
  const person = new Int32Array(known)
  const rater = new Int32Array(known)
  const score = new Float64Array(known)
  let next = 0
  for (let at = 0; at < values.length; at++) {
    const x = values[at] ?? Number.NaN
    if (Number.isNaN(x)) continue
    person[next] = Math.floor(at / columns)
    rater[next] = at % columns
    score[next++] = x
  }
  return { persons: rows, raters: columns, items: 1, person, rater, item: new Uint8Array(known), score }
}
