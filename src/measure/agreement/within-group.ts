/** Agreement of several raters about one target: r_wg, r_wg(J), a_wg and the average deviation. */
import { Invalid } from '#errors.ts'
import { type Estimate, reason, value } from '../estimate.ts'
import { matrixFrom, type Ratings } from '../matrix.ts'

/** The lowest and the highest answer that the scale allows. */
export interface Scale {
  readonly low: number
  readonly high: number
}

const ONE_RATER = 'With one rater nothing can be said of agreement. Ask a second rater.'

/** Variance of five-point ratings given by chance, when chance leans (James, Demaree and Wolf 1984). */
export const LEANING_VARIANCE = {
  slightSkew: 1.34,
  moderateSkew: 0.9,
  heavySkew: 0.44,
  triangular: 1.32,
} as const

/**
 * Variance of ratings given by chance when every answer of a scale with so many points is equally likely.
 * @throws Invalid when there are fewer than two points.
 */
export function uniformVariance(points: number): number {
  if (!Number.isInteger(points) || points < 2)
    throw new Invalid(`A scale has a whole number of points, at least two; this one has ${points}.`)
  return (points ** 2 - 1) / 12
}

/**
 * r_wg: 1 less the share of the variance that chance would give. Below 0 when raters differ more than chance would have it;
 * the number is given as it is, a page shows 0. Missing ratings are left out.
 * @param chanceVariance as from `uniformVariance`; the answer depends on it, so name it with the result.
 * @throws Invalid when the variance is not above 0.
 * Source: James, Demaree and Wolf 1984, Journal of Applied Psychology 69:85.
 */
export function rwg(ratings: readonly (number | null)[], chanceVariance: number): Estimate {
  checkVariance(chanceVariance)
  const known = knownOf(ratings)
  if (known.length < 2) return reason(ONE_RATER)
  return value(1 - variance(known) / chanceVariance)
}

/**
 * r_wg(J) for raters (rows) by items (columns) of one target, from the mean of the items' variances. Undefined when raters
 * differ more than chance would have it: the formula then leaves its range.
 * @throws Invalid when the ratings are no table or the variance is not above 0.
 * Source: James, Demaree and Wolf 1984.
 */
export function rwgOfItems(ratings: Ratings, chanceVariance: number): Estimate {
  const { rows, columns, values } = matrixFrom(ratings)
  const items = Array.from({ length: columns }, (_, j) =>
    knownOf(Array.from({ length: rows }, (_, i) => values[i * columns + j] ?? Number.NaN)),
  )
  if (items.some((item) => item.length < 2))
    return reason('An item has fewer than two ratings. Leave it out.')
  const mean = items.reduce((sum, item) => sum + variance(item), 0) / columns
  return rwgFromVariance(columns, mean, chanceVariance)
}

/**
 * r_wg(J) from the number of items and the mean of their variances.
 * @throws Invalid when the variance of chance is not above 0.
 */
export function rwgFromVariance(items: number, meanVariance: number, chanceVariance: number): Estimate {
  checkVariance(chanceVariance)
  if (meanVariance > chanceVariance)
    return reason('The raters differ more than chance would have it: there is no agreement to measure.')
  const share = meanVariance / chanceVariance
  return value((items * (1 - share)) / (items * (1 - share) + share))
}

export interface Awg {
  readonly estimate: Estimate
  /** The mean lies so near an end of the scale that the largest variance is out of reach: the paper does not trust the number. */
  readonly nearEnd: boolean
}

/**
 * a_wg: 1 less the share of half the largest variance that the mean rating allows, so that no picture of chance has to be
 * chosen; from −1 to 1. Undefined when all ratings are the lowest or the highest answer.
 * @throws Invalid when a rating lies off the scale.
 * Source: Brown and Hauenstein 2005, Organizational Research Methods 8:165.
 */
export function awg(ratings: readonly (number | null)[], { low, high }: Scale): Awg {
  const known = knownOf(ratings)
  if (known.some((x) => x < low || x > high))
    throw new Invalid(
      `A rating lies off the scale from ${low} to ${high}. Correct it, or name the right scale.`,
    )
  const k = known.length
  if (k < 2) return { estimate: reason(ONE_RATER), nearEnd: false }
  const mean = known.reduce((sum, x) => sum + x, 0) / k
  const nearEnd = k * mean < low * (k - 1) + high || k * mean > high * (k - 1) + low
  const most = (((high + low) * mean - mean ** 2 - high * low) * k) / (k - 1)
  if (!(most > 0))
    return {
      estimate: reason('All ratings stand at an end of the scale, so agreement cannot be told from the end.'),
      nearEnd,
    }
  return { estimate: value(1 - (2 * variance(known)) / most), nearEnd }
}

/**
 * AD_M: the average deviation from the mean rating, in points of the scale; 0 is perfect agreement.
 * Source: Burke, Finkelstein and Dusig 1999, Organizational Research Methods 2:49.
 */
export function averageDeviation(ratings: readonly (number | null)[]): Estimate {
  const known = knownOf(ratings)
  if (known.length < 2) return reason(ONE_RATER)
  const mean = known.reduce((sum, x) => sum + x, 0) / known.length
  return value(known.reduce((sum, x) => sum + Math.abs(x - mean), 0) / known.length)
}

function knownOf(ratings: readonly (number | null)[]): number[] {
  const known = ratings.filter((x): x is number => x !== null && !Number.isNaN(x))
  if (!known.every(Number.isFinite)) throw new Invalid('A rating is infinite. Leave it out or correct it.')
  return known
}

function variance(known: readonly number[]): number {
  const mean = known.reduce((sum, x) => sum + x, 0) / known.length
  return known.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (known.length - 1)
}

function checkVariance(chanceVariance: number) {
  if (!(chanceVariance > 0))
    throw new Invalid(`The variance that chance gives must be above 0; this one is ${chanceVariance}.`)
}
