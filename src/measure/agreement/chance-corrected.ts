/** Fleiss' kappa and Gwet's coefficients: several raters, categories, agreement beyond chance. */
import { Invalid } from '#errors.ts'
import { type Estimate, reason, value } from '../estimate.ts'
import type { Matrix, Ratings } from '../matrix.ts'
import { checkedCounts } from './category-counts.ts'
import { type AgreementWeights, agreementWeights } from './weights.ts'

export interface ChanceCorrected {
  readonly estimate: Estimate
  /** Share of agreeing pairs of raters, weighted; a reason when no target has two ratings. */
  readonly observed: Estimate
  /** The share that the coefficient's idea of chance would give. */
  readonly expected: number
}

const NO_PAIRS = 'No target has been rated twice, so there is nothing to compare. Ask a second rater.'
const ONE_CATEGORY =
  'All ratings fall into one category, so there is no difference on which raters could agree.'

/**
 * Fleiss' kappa of counts: targets (rows) by categories (columns), as `categoryCounts` makes them; every target rated by the
 * same number of raters, who need not be the same people.
 * @throws Invalid when the numbers of ratings differ, or a count is missing or negative.
 * Source: Fleiss 1971, Psychological Bulletin 76:378.
 */
export function fleissKappa(counts: Ratings): ChanceCorrected {
  const matrix = checkedCounts(counts)
  const totals = rowTotals(matrix)
  if (totals.some((n) => n !== totals[0]))
    throw new Invalid(
      "Fleiss' kappa needs the same number of ratings for every target. Use Gwet's coefficient or Krippendorff's alpha when some are missing.",
    )
  const prevalence = meanShares(matrix, totals)
  const expected = prevalence.reduce((sum, p) => sum + p * p, 0)
  return corrected(pairAgreement(matrix, totals, agreementWeights('none', matrix.columns)), expected)
}

/**
 * Gwet's AC1 (weights `none`) and AC2 (other weights) of counts: targets (rows) by categories (columns), as `categoryCounts`
 * makes them. Stays sensible where nearly all ratings fall into one category, which drives kappa to 0. Targets rated once count
 * for how common categories are, not for agreement. List all categories of the scale, used or not.
 * @throws Invalid when a count is missing or negative.
 * Source: Gwet 2008, British Journal of Mathematical and Statistical Psychology 61:29; Gwet 2014, chapter 4.
 */
export function gwetAgreement(counts: Ratings, weights: AgreementWeights = 'none'): ChanceCorrected {
  const matrix = checkedCounts(counts)
  const table = agreementWeights(weights, matrix.columns)
  const totals = rowTotals(matrix)
  const prevalence = meanShares(matrix, totals)
  const spread = prevalence.reduce((sum, p) => sum + p * (1 - p), 0)
  const credit = table.values.reduce((sum, w) => sum + w, 0)
  const expected = matrix.columns < 2 ? 1 : (credit * spread) / (matrix.columns * (matrix.columns - 1))
  return corrected(pairAgreement(matrix, totals, table), expected)
}

function corrected(observed: Estimate, expected: number): ChanceCorrected {
  if (observed.value === null) return { estimate: observed, observed, expected }
  const estimate = expected < 1 ? value((observed.value - expected) / (1 - expected)) : reason(ONE_CATEGORY)
  return { estimate, observed, expected }
}

function rowTotals({ rows, columns, values }: Matrix): Float64Array {
  const totals = new Float64Array(rows)
  values.forEach((count, at) => {
    const i = Math.floor(at / columns)
    totals[i] = (totals[i] ?? 0) + count
  })
  return totals
}

/** The share of each category, averaged over the targets that have ratings. */
function meanShares({ columns, values }: Matrix, totals: Float64Array): Float64Array {
  const shares = new Float64Array(columns)
  const rated = totals.reduce((n, total) => n + (total > 0 ? 1 : 0), 0)
  values.forEach((count, at) => {
    const total = totals[Math.floor(at / columns)] ?? 0
    if (total > 0) shares[at % columns] = (shares[at % columns] ?? 0) + count / total / rated
  })
  return shares
}

/** The weighted share of agreeing pairs, averaged over targets with at least two ratings. */
function pairAgreement({ rows, columns, values }: Matrix, totals: Float64Array, weights: Matrix): Estimate {
  let sum = 0
  let targets = 0
  for (let i = 0; i < rows; i++) {
    const n = totals[i] ?? 0
    if (n < 2) continue
    targets++
    const counts = values.subarray(i * columns, (i + 1) * columns)
    sum += agreeingPairs(counts, weights) / (n * (n - 1))
  }
  return targets === 0 ? reason(NO_PAIRS) : value(sum / targets)
}

function agreeingPairs(counts: Float64Array, { columns, values: weights }: Matrix): number {
  let pairs = 0
  for (let a = 0; a < columns; a++) {
    const count = counts[a] ?? 0
    if (count === 0) continue
    let credited = 0
    for (let b = 0; b < columns; b++) credited += (weights[a * columns + b] ?? 0) * (counts[b] ?? 0)
    pairs += count * (credited - 1)
  }
  return pairs
}
