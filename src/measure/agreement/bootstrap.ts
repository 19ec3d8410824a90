/** Intervals by drawing targets anew: for coefficients whose error has no trustworthy formula. */
import { Invalid } from '#errors.ts'
import { type Estimate, type Interval, reason } from '../estimate.ts'
import { type Matrix, matrixFrom, type Ratings } from '../matrix.ts'

export interface Bootstrap {
  readonly interval: Estimate<Interval>
  /** Draws that gave a number, and draws that did not (all ratings equal, for instance). */
  readonly drawn: number
  readonly without: number
}

/**
 * The percentile interval of a statistic over targets drawn with replacement: targets are the sample, their ratings stay
 * together. Give at least a dozen targets; with fewer the interval is too short.
 * @param statistic what to compute on each drawn table, such as `(m) => krippendorffAlpha(m, 'ordinal').estimate`.
 * @param chance.random uniform numbers, such as `seededRandom(1)`.
 * @param chance.draws 1,000 unless told; chance.confidence 0.95 unless told.
 * @throws Invalid when the ratings are no table, or draws or confidence make no sense.
 * Source: Efron and Tibshirani 1993, chapter 13; for alpha, Zapf and others 2016, BMC Medical Research Methodology 16:93.
 */
export function bootstrapInterval(
  ratings: Ratings,
  statistic: (drawn: Matrix) => Estimate,
  chance: { random: () => number; draws?: number; confidence?: number },
): Bootstrap {
  const { random, draws = 1000, confidence = 0.95 } = chance
  if (!Number.isInteger(draws) || draws < 100 || draws > 1_000_000)
    throw new Invalid(`Draw a whole number of times, from 100 to a million; this is ${draws}.`)
  if (!(confidence > 0 && confidence < 1))
    throw new Invalid(`The confidence is a share between 0 and 1, such as 0.95; this one is ${confidence}.`)
  const source = matrixFrom(ratings)
  const found: number[] = []
  for (let i = 0; i < draws; i++) {
    const { value } = statistic(redrawn(source, random))
    if (value !== null) found.push(value)
  }
  return {
    interval: percentiles(found, draws, confidence),
    drawn: found.length,
    without: draws - found.length,
  }
}

function redrawn({ rows, columns, values }: Matrix, random: () => number): Matrix {
  const drawn = new Float64Array(values.length)
  for (let i = 0; i < rows; i++) {
    const from = Math.floor(random() * rows) * columns
    drawn.set(values.subarray(from, from + columns), i * columns)
  }
  return { rows, columns, values: drawn }
}

function percentiles(found: number[], draws: number, confidence: number): Estimate<Interval> {
  if (found.length < draws * 0.9)
    return reason(
      'In more than one draw of ten nothing could be computed: there are too few targets that differ.',
    )
  const sorted = Float64Array.from(found).sort()
  const tail = (1 - confidence) / 2
  return { value: { lower: quantileOf(sorted, tail), upper: quantileOf(sorted, 1 - tail) } }
}

function quantileOf(sorted: Float64Array, p: number): number {
  const at = p * (sorted.length - 1)
  const below = sorted[Math.floor(at)] ?? Number.NaN
  const above = sorted[Math.ceil(at)] ?? Number.NaN
  return below + (above - below) * (at - Math.floor(at))
}
