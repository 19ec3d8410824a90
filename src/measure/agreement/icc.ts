/** Intraclass correlations: how far ratings tell targets apart, and whether another rater would say the same. */
import { Invalid } from '#errors.ts'
import { type Estimate, finite, type Interval, reason } from '../estimate.ts'
import { type Matrix, matrixFrom, type Ratings } from '../matrix.ts'
import { componentIntervals, impliedSquares, twoWayComponents } from './icc-components.ts'
import { type Design, type FTest, iccIntervals, iccTest } from './icc-intervals.ts'
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
const NO_TEST = 'With missing ratings there is no F test; look whether the interval leaves out 0.'
const NO_SPREAD = 'The targets do not differ at all in their means, so this ratio has nothing to divide.'

/**
 * The six intraclass correlations of targets (rows) by raters (columns), with intervals and F tests. Show them beside an index
 * of agreement: where targets hardly differ, raters may agree well and the correlation still be near 0.
 *
 * Targets and raters without any rating are left out. When single ratings are missing (NaN or null) nothing else is thrown away:
 * the coefficients come from variance components (restricted maximum likelihood), and the intervals from their errors, which
 * for fewer than some thirty targets or five raters are too short.
 * @param options.confidence of the intervals, 0.95 unless told.
 * @throws Invalid when the ratings are no table, or the confidence is not between 0 and 1.
 * Source: Shrout and Fleiss 1979, Psychological Bulletin 86:420; intervals of ICC(2) as in McGraw and Wong 1996.
 */
export function icc(ratings: Ratings, { confidence = 0.95 } = {}): IccTable {
  if (!(confidence > 0 && confidence < 1))
    throw new Invalid(`The confidence is a share between 0 and 1, such as 0.95; this one is ${confidence}.`)
  const given = matrixFrom(ratings)
  const matrix = isComplete(given) ? given : withoutEmpty(given)
  const why = obstacle(matrix)
  if (why !== null) return nothing(matrix, why)
  return isComplete(matrix) ? completeTable(matrix, confidence) : incompleteTable(matrix, confidence)
}

function obstacle({ rows, columns, values }: Matrix): string | null {
  if (rows < 2) return ONE_TARGET
  if (columns < 2) return ONE_RATER
  return isConstant(values) ? CONSTANT : null
}

function isConstant(values: Float64Array): boolean {
  let known = Number.NaN
  for (let i = 0; i < values.length; i++) {
    const x = values[i] ?? Number.NaN
    if (Number.isNaN(x)) continue
    if (Number.isNaN(known)) known = x
    else if (x !== known) return false
  }
  return true
}

function nothing({ rows, columns }: Matrix, why: string): IccTable {
  const none: Icc = { estimate: reason(why), interval: reason(why), test: reason(why) }
  return { targets: rows, raters: columns, meanSquares: reason(why), forms: formsBy(() => none) }
}

function completeTable(matrix: Matrix, confidence: number): IccTable {
  const squares = meanSquares(matrix)
  const design = { targets: matrix.rows, raters: matrix.columns, squares }
  return tableOf(design, (kind) => ({
    intervals: iccIntervals(kind, design, confidence),
    test: iccTest(kind, design),
  }))
}

function incompleteTable(matrix: Matrix, confidence: number): IccTable {
  const components = twoWayComponents(matrix)
  if (components.value === null) return nothing(matrix, components.reason)
  const squares = impliedSquares(components.value, matrix)
  const raters = matrix.columns
  return tableOf({ targets: matrix.rows, raters, squares }, (kind) => ({
    intervals: componentIntervals(kind, components.value, { raters, confidence }),
    test: reason(NO_TEST),
  }))
}

interface Inference {
  /** Of one rater, and of the mean of k. */
  intervals: Estimate<Interval>[]
  test: Estimate<FTest>
}

function tableOf({ targets, raters, squares }: Design, infer: (kind: 1 | 2 | 3) => Inference): IccTable {
  const byKind = ([1, 2, 3] as const).map(infer)
  const forms = formsBy((form) => {
    const { intervals, test } = byKind[Number(form[4]) - 1] ?? { intervals: [], test: reason(NO_TEST) }
    const interval = intervals[form.endsWith('k)') ? 1 : 0] ?? reason(NO_SPREAD)
    return { estimate: coefficient(form, squares, { targets, raters }), interval, test }
  })
  return { targets, raters, meanSquares: { value: squares }, forms }
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

/** A missing rating makes the sum missing, and nothing is quicker to form than a sum. */
function isComplete({ values }: Matrix): boolean {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += values[i] ?? 0
  return !Number.isNaN(sum)
}

/** Without the rows and columns that hold no rating at all. */
function withoutEmpty(matrix: Matrix): Matrix {
  const { rows, columns, values } = matrix
  const rated = { targets: new Uint8Array(rows), raters: new Uint8Array(columns) }
  values.forEach((x, at) => {
    if (Number.isNaN(x)) return
    rated.targets[Math.floor(at / columns)] = 1
    rated.raters[at % columns] = 1
  })
  const kept = values.filter((_, at) => rated.targets[Math.floor(at / columns)] && rated.raters[at % columns])
  const raters = rated.raters.reduce((n, is) => n + is, 0)
  return { rows: raters === 0 ? 0 : kept.length / raters, columns: raters, values: kept }
}
