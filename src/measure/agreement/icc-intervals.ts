/** Intervals and tests of the six intraclass correlations of a complete table (Shrout and Fleiss 1979; McGraw and Wong 1996). */
import { fQuantile, fUpper } from '../distributions/continuous.ts'
import { type Estimate, type Interval, reason } from '../estimate.ts'
import type { MeanSquares } from './mean-squares.ts'

/** The ratio of mean squares that tests whether targets differ at all. */
export interface FTest {
  readonly f: number
  readonly df1: number
  readonly df2: number
  readonly p: number
}

export interface Design {
  readonly targets: number
  readonly raters: number
  readonly squares: MeanSquares
}

const PERFECT = 'The raters agree perfectly, so the interval has no width to compute.'
const EQUAL = 'The targets do not differ, so the interval cannot be computed.'

/** The F test that belongs to a kind: against the variance within targets for ICC(1), else against the error. */
export function iccTest(kind: 1 | 2 | 3, { targets: n, raters: k, squares }: Design): Estimate<FTest> {
  const oneWay = kind === 1
  const noise = oneWay ? squares.within : squares.error
  if (noise === 0) return reason('The raters agree perfectly, so there is no error to test against.')
  const f = squares.between / noise
  const df1 = n - 1
  const df2 = oneWay ? n * (k - 1) : (n - 1) * (k - 1)
  return { value: { f, df1, df2, p: fUpper(f, df1, df2) } }
}

/** Limits at the level of confidence asked for, such as 0.95, of one rater and of the mean of k; they may lie outside 0 to 1. */
export function iccIntervals(kind: 1 | 2 | 3, design: Design, confidence: number): Estimate<Interval>[] {
  const { squares, raters } = design
  const noise = kind === 1 ? squares.within : squares.error
  if (noise === 0) return [reason(PERFECT), reason(PERFECT)]
  const limits =
    kind === 2 ? agreementLimits(design, confidence) : ratioLimits(iccTest(kind, design), raters, confidence)
  if (limits === null) return [reason(EQUAL), reason(EQUAL)]
  return [{ value: limits }, { value: steppedUp(limits, raters) }]
}

/** ICC(1,1) and ICC(3,1): from the F test. */
function ratioLimits(test: Estimate<FTest>, k: number, confidence: number): Interval | null {
  if (test.value === null) return null
  const { f, df1, df2 } = test.value
  if (f === 0) return null
  const p = (1 + confidence) / 2
  const lower = f / fQuantile(p, df1, df2)
  const upper = f * fQuantile(p, df2, df1)
  return { lower: (lower - 1) / (lower + k - 1), upper: (upper - 1) / (upper + k - 1) }
}

/** ICC(2,1): Satterthwaite's degrees of freedom. */
function agreementLimits(design: Design, confidence: number): Interval | null {
  const { targets: n, raters: k, squares } = design
  const { between: b, raters: j, error: e } = squares
  const df = satterthwaite(design)
  const p = (1 + confidence) / 2
  if (b === 0 || !(df > 0)) return null
  const noise = k * j + (k * n - k - n) * e
  const above = fQuantile(p, n - 1, df)
  const below = fQuantile(p, df, n - 1)
  return {
    lower: (n * (b - above * e)) / (above * noise + n * b),
    upper: (n * (below * b - e)) / (noise + n * below * b),
  }
}

function satterthwaite({ targets: n, raters: k, squares }: Design): number {
  const { between: b, raters: j, error: e } = squares
  const rho = (b - e) / (b + (k - 1) * e + (k * (j - e)) / n)
  const judges = (k * rho * j) / e
  const rest = n * (1 + (k - 1) * rho) - k * rho
  return ((k - 1) * (n - 1) * (judges + rest) ** 2) / ((n - 1) * judges ** 2 + rest ** 2)
}

/** From one rater to the mean of k, by Spearman and Brown. */
function steppedUp({ lower, upper }: Interval, k: number): Interval {
  const step = (r: number) => (k * r) / (1 + (k - 1) * r)
  return { lower: step(lower), upper: step(upper) }
}
