/**
 * Sums of disagreement for Krippendorff's alpha, without the table of coincidences: squared distances of categories need only
 * sums and sums of squares, so thousands of different values cost no more than five.
 */
import { Invalid } from '#errors.ts'
import type { Pairable } from './pairable.ts'

export interface Disagreement {
  /** Over ordered pairs within units, each unit's divided by its number of ratings less one. */
  readonly observed: number
  /** Over ordered pairs of all ratings. */
  readonly expected: number
}

const MOST_RATIO_VALUES = 5000

/** Two ratings disagree by 1 when their categories differ. */
export function nominalDisagreement(data: Pairable): Disagreement {
  const { codes, starts, counts } = data
  const here = new Int32Array(counts.length)
  let observed = 0
  for (let u = 1; u < starts.length; u++) {
    const from = starts[u - 1] ?? 0
    const to = starts[u] ?? 0
    let same = 0
    for (let i = from; i < to; i++) {
      const code = codes[i] ?? 0
      const before = here[code] ?? 0
      same += 2 * before + 1
      here[code] = before + 1
    }
    for (let i = from; i < to; i++) here[codes[i] ?? 0] = 0
    const m = to - from
    observed += (m * m - same) / (m - 1)
  }
  const all = counts.reduce((sum, n) => sum - n * n, codes.length ** 2)
  return { observed, expected: all }
}

/** Two ratings disagree by the square of the difference of their categories' scores. */
export function squaredDisagreement(data: Pairable, scores: Float64Array): Disagreement {
  const { codes, starts, counts } = data
  const centre = middle(counts, scores)
  const centred = scores.map((score) => score - centre)
  let observed = 0
  for (let u = 1; u < starts.length; u++) {
    const from = starts[u - 1] ?? 0
    const to = starts[u] ?? 0
    let sum = 0
    let squares = 0
    for (let i = from; i < to; i++) {
      const x = centred[codes[i] ?? 0] ?? 0
      sum += x
      squares += x * x
    }
    const m = to - from
    observed += (2 * (m * squares - sum * sum)) / (m - 1)
  }
  return { observed, expected: pooledSquares(counts, centred) }
}

/** Two ratings disagree by the square of their difference over their sum; two zeros agree. */
export function ratioDisagreement(data: Pairable): Disagreement {
  const { categories, codes, starts, counts } = data
  checkRatio(categories)
  const apart = (a: number, b: number) => {
    const x = categories[a] ?? 0
    const y = categories[b] ?? 0
    return x === y ? 0 : ((x - y) / (x + y)) ** 2
  }
  let observed = 0
  for (let u = 1; u < starts.length; u++) {
    const unit = codes.subarray(starts[u - 1], starts[u])
    let pairs = 0
    for (const a of unit) for (const b of unit) pairs += apart(a, b)
    observed += pairs / (unit.length - 1)
  }
  let expected = 0
  for (let a = 0; a < counts.length; a++)
    for (let b = 0; b < a; b++) expected += 2 * (counts[a] ?? 0) * (counts[b] ?? 0) * apart(a, b)
  return { observed, expected }
}

function checkRatio(categories: Float64Array) {
  if ((categories[0] ?? 0) < 0)
    throw new Invalid(
      'The ratio metric is for amounts from 0 up, and a rating is negative. Use the interval metric.',
    )
  if (categories.length > MOST_RATIO_VALUES)
    throw new Invalid(
      `The ratio metric compares every two values, and ${categories.length} differ. Round them to fewer than ${MOST_RATIO_VALUES}.`,
    )
}

/** The mean score, to the nearest whole number so that whole scores stay whole. */
function middle(counts: Float64Array, scores: Float64Array): number {
  let sum = 0
  let total = 0
  for (let c = 0; c < counts.length; c++) {
    sum += (counts[c] ?? 0) * (scores[c] ?? 0)
    total += counts[c] ?? 0
  }
  return Math.round(sum / total)
}

function pooledSquares(counts: Float64Array, scores: Float64Array): number {
  let total = 0
  let sum = 0
  let squares = 0
  for (let c = 0; c < counts.length; c++) {
    const n = counts[c] ?? 0
    const x = scores[c] ?? 0
    total += n
    sum += n * x
    squares += n * x * x
  }
  return 2 * (total * squares - sum * sum)
}
