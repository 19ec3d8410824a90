/** Cohen's kappa: two raters, the same cases, agreement beyond chance. */
import { Invalid } from '#errors.ts'
import { normalQuantile } from '../distributions/normal.ts'
import { type Estimate, type Interval, reason, value } from '../estimate.ts'
import type { Matrix, Ratings } from '../matrix.ts'
import { checkedCounts } from './category-counts.ts'
import { type AgreementWeights, agreementWeights } from './weights.ts'

export interface Kappa {
  readonly estimate: Estimate
  /** Large-sample standard error; trust it from about 50 cases. */
  readonly standardError: Estimate
  readonly interval: Estimate<Interval>
  /** Share of agreement, weighted, and the share that chance would give. */
  readonly observed: number
  readonly expected: number
  readonly cases: number
}

export interface KappaOptions {
  readonly weights?: AgreementWeights
  /** Needed when the table holds shares instead of counts. */
  readonly cases?: number
  readonly confidence?: number
}

/**
 * How often two raters gave each pair of categories: rows the first rater's, columns the second's. A case that one of them
 * left out (null or NaN) is not counted.
 * @throws Invalid when the two lists differ in length or hold something that is no category.
 */
export function crossTable(
  first: readonly (number | null)[],
  second: readonly (number | null)[],
  categories: readonly number[],
): number[][] {
  if (first.length !== second.length)
    throw new Invalid(
      `The first rater has ${first.length} ratings and the second ${second.length}. Give both the same cases in the same order.`,
    )
  const numberOf = new Map(categories.map((category, i) => [category, i]))
  const table = categories.map(() => categories.map(() => 0))
  first.forEach((rating, i) => {
    const other = second[i] ?? Number.NaN
    if (Number.isNaN(rating ?? Number.NaN) || Number.isNaN(other)) return
    const row = table[numberOf.get(rating ?? Number.NaN) ?? -1]
    const column = numberOf.get(other)
    if (!row || column === undefined)
      throw new Invalid(`Case ${i + 1} has a rating that is none of the categories ${categories.join(', ')}.`)
    row[column] = (row[column] ?? 0) + 1
  })
  return table
}

/**
 * Cohen's kappa of a square table of counts (rows the first rater, columns the second, every category of the scale in order),
 * with its standard error. With quadratic weights it is close to an intraclass correlation; show Gwet's coefficient beside it
 * when nearly all cases fall into one category.
 * @throws Invalid when the table is not square, empty or holds something negative.
 * Source: Cohen 1968, Psychological Bulletin 70:213; standard error by Fleiss, Cohen and Everitt 1969.
 */
export function cohenKappa(table: Ratings, options: KappaOptions = {}): Kappa {
  const shares = sharesOf(checkedCounts(table))
  const cases = options.cases ?? shares.total
  const weights = agreementWeights(options.weights ?? 'none', shares.matrix.rows)
  const margins = marginsOf(shares.matrix)
  const { observed, expected } = agreement(shares.matrix, weights, margins)
  const common = { observed, expected, cases }
  if (expected >= 1) {
    const why = reason('Both raters used a single category, so there is nothing on which they could differ.')
    return { ...common, estimate: why, standardError: why, interval: why }
  }
  const kappa = (observed - expected) / (1 - expected)
  const error = Math.sqrt(variance(shares.matrix, weights, { margins, observed, expected }) / cases)
  const reach = normalQuantile((1 + (options.confidence ?? 0.95)) / 2) * error
  const interval = value({ lower: kappa - reach, upper: kappa + reach })
  return { ...common, estimate: value(kappa), standardError: value(error), interval }
}

interface Margins {
  rows: Float64Array
  columns: Float64Array
}

function sharesOf(matrix: Matrix): { matrix: Matrix; total: number } {
  if (matrix.rows !== matrix.columns)
    throw new Invalid(
      `The table is ${matrix.rows} × ${matrix.columns}. Give one row and one column for every category.`,
    )
  const total = matrix.values.reduce((sum, x) => sum + x, 0)
  if (total === 0) throw new Invalid('No case has been rated by both raters. Give at least one.')
  return { matrix: { ...matrix, values: matrix.values.map((x) => x / total) }, total }
}

function marginsOf({ rows: size, values }: Matrix): Margins {
  const rows = new Float64Array(size)
  const columns = new Float64Array(size)
  values.forEach((share, at) => {
    const i = Math.floor(at / size)
    rows[i] = (rows[i] ?? 0) + share
    columns[at % size] = (columns[at % size] ?? 0) + share
  })
  return { rows, columns }
}

function agreement({ rows: size, values }: Matrix, weights: Matrix, margins: Margins) {
  let observed = 0
  let expected = 0
  values.forEach((share, at) => {
    const w = weights.values[at] ?? 0
    observed += w * share
    expected += w * (margins.rows[Math.floor(at / size)] ?? 0) * (margins.columns[at % size] ?? 0)
  })
  return { observed, expected }
}

/** Times the number of cases, the variance of kappa. */
function variance(
  { rows: size, values }: Matrix,
  weights: Matrix,
  { margins, observed, expected }: { margins: Margins; observed: number; expected: number },
): number {
  const rowCredit = new Float64Array(size)
  const columnCredit = new Float64Array(size)
  weights.values.forEach((w, at) => {
    const i = Math.floor(at / size)
    const j = at % size
    rowCredit[i] = (rowCredit[i] ?? 0) + w * (margins.columns[j] ?? 0)
    columnCredit[j] = (columnCredit[j] ?? 0) + w * (margins.rows[i] ?? 0)
  })
  let sum = 0
  values.forEach((share, at) => {
    const credit = (rowCredit[Math.floor(at / size)] ?? 0) + (columnCredit[at % size] ?? 0)
    sum += share * ((weights.values[at] ?? 0) * (1 - expected) - credit * (1 - observed)) ** 2
  })
  const centre = observed * expected - 2 * expected + observed
  return Math.max(0, sum - centre ** 2) / (1 - expected) ** 4
}
