/** Intraclass correlations: how far ratings tell targets apart, and whether another rater would say the same. */
import { Invalid } from '#errors.ts'
import { type Estimate, finite, type Interval, reason } from '../estimate.ts'
import { type Matrix, matrixFrom, type Ratings } from '../matrix.ts'
import { type FTest, iccInterval, iccTest } from './icc-intervals.ts'
import { type MeanSquares, meanSquares } from './mean-squares.ts'

/** Names of Shrout and Fleiss 1979. 1: other raters for each target; 2: raters drawn at random; 3: these raters and no others. */
export const ICC_FORMS = ['ICC(1,1)', 'ICC(2,1)', 'ICC(3,1)', 'ICC(1,k)', 'ICC(2,k)', 'ICC(3,k)'] as const
export type IccForm = (typeof ICC_FORMS)[number]

export interface Icc {
  /** May be negative: targets then differ less than chance alone would make them. A page shows that as 0. */
  readonly estimate: Estimate
  readonly interval: Estimate<Interval>
  readonly test: Estimate<FTest>
}

export interface IccTable {
  readonly targets: number
  readonly raters: number
  /** Squared points of the scale; with missing ratings, those that the variance components imply. */
  readonly meanSquares: Estimate<MeanSquares>
  readonly forms: Readonly<Record<IccForm, Icc>>
}

const ONE_TARGET = 'At least two targets must be rated before it can be said how far ratings tell them apart.'
const ONE_RATER = 'With one rater nothing can be said of agreement. Ask a second rater.'
const CONSTANT = 'All ratings are the same, so there is no difference on which raters could agree.'
const NO_SPREAD = 'The targets do not differ at all in their means, so this ratio has nothing to divide.'

/**
 * The six intraclass correlations of targets (rows) by raters (columns), with intervals and F tests. Show them beside an index
 * of agreement: where targets hardly differ, raters may agree well and the correlation still be near 0.
 *
 * Targets and raters without any rating are left out. When single ratings are missing (NaN or null) nothing else is thrown away:
 * the coefficients come from variance components, and the interval from `bootstrapInterval`.
 * @param options.confidence of the intervals, 0.95 unless told.
 * @throws Invalid when the ratings are no table, or the confidence is not between 0 and 1.
 * Source: Shrout and Fleiss 1979, Psychological Bulletin 86:420; intervals of ICC(2) as in McGraw and Wong 1996.
 */
export function icc(ratings: Ratings, { confidence = 0.95 } = {}): IccTable {
  if (!(confidence > 0 && confidence < 1))
    throw new Invalid(`The confidence is a share between 0 and 1, such as 0.95; this one is ${confidence}.`)
  const matrix = withoutEmpty(matrixFrom(ratings))
  const why = obstacle(matrix)
  if (why !== null) return nothing(matrix, why)
  return isComplete(matrix) ? completeTable(matrix, confidence) : incompleteTable(matrix)
}

function obstacle({ rows, columns, values }: Matrix): string | null {
  if (rows < 2) return ONE_TARGET
  if (columns < 2) return ONE_RATER
  const known = values.find((x) => !Number.isNaN(x))
  return values.every((x) => Number.isNaN(x) || x === known) ? CONSTANT : null
}

function nothing({ rows, columns }: Matrix, why: string): IccTable {
  const none: Icc = { estimate: reason(why), interval: reason(why), test: reason(why) }
  return { targets: rows, raters: columns, meanSquares: reason(why), forms: formsBy(() => none) }
}

function completeTable(matrix: Matrix, confidence: number): IccTable {
  const squares = meanSquares(matrix)
  const design = { targets: matrix.rows, raters: matrix.columns, squares }
  const forms = formsBy((form) => ({
    estimate: coefficient(form, squares, design),
    interval: iccInterval(form, design, confidence),
    test: iccTest(form, design),
  }))
  return { targets: matrix.rows, raters: matrix.columns, meanSquares: { value: squares }, forms }
}

function coefficient(
  form: IccForm,
  squares: MeanSquares,
  size: { targets: number; raters: number },
): Estimate {
  const { between: b, within: w, raters: j, error: e } = squares
  const { targets: n, raters: k } = size
  const ratios: Record<IccForm, number> = {
    'ICC(1,1)': (b - w) / (b + (k - 1) * w),
    'ICC(2,1)': (b - e) / (b + (k - 1) * e + (k * (j - e)) / n),
    'ICC(3,1)': (b - e) / (b + (k - 1) * e),
    'ICC(1,k)': (b - w) / b,
    'ICC(2,k)': (b - e) / (b + (j - e) / n),
    'ICC(3,k)': (b - e) / b,
  }
  return finite(ratios[form], NO_SPREAD)
}

const formsBy = (make: (form: IccForm) => Icc) =>
  Object.fromEntries(ICC_FORMS.map((form) => [form, make(form)])) as Record<IccForm, Icc>

const isComplete = ({ values }: Matrix) => !values.some(Number.isNaN)

/** Without the rows and columns that hold no rating at all. */
function withoutEmpty(matrix: Matrix): Matrix {
  if (isComplete(matrix)) return matrix
  const { rows, columns, values } = matrix
  const rated = (at: number) => !Number.isNaN(values[at] ?? Number.NaN)
  const targets = numbersBelow(rows).filter((i) => numbersBelow(columns).some((j) => rated(i * columns + j)))
  const raters = numbersBelow(columns).filter((j) => targets.some((i) => rated(i * columns + j)))
  const kept = targets.flatMap((i) => raters.map((j) => values[i * columns + j] ?? Number.NaN))
  return { rows: targets.length, columns: raters.length, values: Float64Array.from(kept) }
}

const numbersBelow = (n: number) => Array.from({ length: n }, (_, i) => i)

function incompleteTable(matrix: Matrix): IccTable {
  return nothing(matrix, 'later')
}
