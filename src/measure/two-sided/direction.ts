/** Is it rather too much or rather too little? A test that asks raters, not points. */
import { binomialTails } from '../distributions/discrete.ts'
import { type Estimate, reason, value } from '../estimate.ts'
import { matrixFrom, type Ratings } from '../matrix.ts'
import { checkReach, raterMeans } from './summary.ts'

export interface Direction {
  /** Raters who see more overuse than underuse, the other way round, and as much of both. */
  readonly overuse: number
  readonly underuse: number
  readonly even: number
  /** Two-sided probability of a majority like this among those who lean, if they leaned by the toss of a coin. */
  readonly p: Estimate
}

/**
 * The sign test over raters (rows) by questions (columns). Raters are the sample: a rater's many answers share one view and are
 * no independent evidence. A missing answer (NaN or null) takes no part.
 * @param reach the largest answer, 4 unless told.
 * @throws Invalid when an answer lies beyond it, or the ratings are no table.
 * Source: Dixon and Mood 1946, Journal of the American Statistical Association 41:557; exact binomial.
 */
export function twoSidedDirection(ratings: Ratings, reach = 4): Direction {
  const matrix = matrixFrom(ratings)
  checkReach(matrix, reach)
  const balances = raterMeans(matrix, (x) => x)
  const overuse = balances.filter((balance) => balance > 0).length
  const underuse = balances.filter((balance) => balance < 0).length
  return { overuse, underuse, even: balances.length - overuse - underuse, p: coinToss(overuse, underuse) }
}

function coinToss(one: number, other: number): Estimate {
  if (one + other === 0) return reason('No rater leans to either side.')
  return value(Math.min(1, 2 * binomialTails(Math.min(one, other), one + other, 0.5).atMost))
}
