/**
 * Ratings with the best answer in the middle: too little (below 0), right (0), too much (above 0). The signed answers are never
 * averaged: −3 and +3 are two faults, not none.
 */
import { Invalid } from '#errors.ts'
import { type Estimate, reason, value } from '../estimate.ts'
import { type Matrix, matrixFrom, type Ratings } from '../matrix.ts'

/** A mean over raters with its standard error, both in points of the answer scale. */
export interface RaterMean {
  readonly mean: number
  readonly standardError: Estimate
}

export interface TwoSided {
  readonly raters: number
  readonly answers: { readonly tooLittle: number; readonly right: number; readonly tooMuch: number }
  /** How far below right, on average: 0 is never too little. */
  readonly underuse: Estimate<RaterMean>
  /** How far above right, on average: 0 is never too much. */
  readonly overuse: Estimate<RaterMean>
  /** The largest possible distance from right less the average one: the highest value is always right. */
  readonly effectiveness: Estimate<RaterMean>
}

/**
 * Underuse, overuse and effectiveness from raters (rows) by questions (columns). Each rater's answers are averaged first, so
 * that a rater counts once however many questions were answered, and errors are those between raters. A missing answer (NaN
 * or null) takes no part, nor does a rater without any.
 * @param reach the largest answer, 4 unless told: answers go from −reach to +reach.
 * @throws Invalid when an answer lies beyond it, or the ratings are no table.
 * Source: Kaiser and Kaplan 2005; Vergauwe and others 2017, Journal of Applied Psychology 102:1355.
 */
export function twoSided(ratings: Ratings, reach = 4): TwoSided {
  const matrix = matrixFrom(ratings)
  checkReach(matrix, reach)
  const known = matrix.values.filter((x) => !Number.isNaN(x))
  const count = (is: (x: number) => boolean) => known.reduce((n, x) => n + (is(x) ? 1 : 0), 0)
  return {
    raters: raterMeans(matrix, (x) => x).length,
    answers: { tooLittle: count((x) => x < 0), right: count((x) => x === 0), tooMuch: count((x) => x > 0) },
    underuse: overRaters(raterMeans(matrix, tooLittle)),
    overuse: overRaters(raterMeans(matrix, tooMuch)),
    effectiveness: overRaters(raterMeans(matrix, (x) => reach - Math.abs(x))),
  }
}

/** One number a rater who answered: the mean of what `score` makes of each answer. */
export function raterMeans({ rows, columns, values }: Matrix, score: (answer: number) => number): number[] {
  return Array.from({ length: rows }, (_, i) => {
    const known = values.subarray(i * columns, (i + 1) * columns).filter((x) => !Number.isNaN(x))
    return known.reduce((sum, x) => sum + score(x), 0) / known.length
  }).filter((mean) => !Number.isNaN(mean))
}

const tooLittle = (answer: number) => Math.max(0, -answer)
const tooMuch = (answer: number) => Math.max(0, answer)

/** @throws Invalid when an answer lies beyond the reach of the scale. */
export function checkReach({ values }: Matrix, reach: number) {
  if (!(reach > 0)) throw new Invalid(`The largest answer must be above 0; this one is ${reach}.`)
  const beyond = values.find((x) => Math.abs(x) > reach)
  if (beyond !== undefined)
    throw new Invalid(
      `An answer is ${beyond}; the scale goes from ${-reach} to ${reach}. Correct it, or name the right scale.`,
    )
}

function overRaters(means: readonly number[]): Estimate<RaterMean> {
  const n = means.length
  if (n === 0) return reason('Nobody has answered.')
  const mean = means.reduce((sum, x) => sum + x, 0) / n
  if (n === 1)
    return value({ mean, standardError: reason('One rater alone shows nothing of how raters differ.') })
  const squares = means.reduce((sum, x) => sum + (x - mean) ** 2, 0)
  return value({ mean, standardError: value(Math.sqrt(squares / (n - 1) / n)) })
}
