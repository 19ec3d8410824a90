/** Ratings made ready for comparing: each as the number of its category, unit after unit, without those that stand alone. */
import type { Matrix } from '../matrix.ts'

export interface Pairable {
  /** The different values, from the lowest. */
  readonly categories: Float64Array
  /** How often each category occurs. */
  readonly counts: Float64Array
  /** The category of every rating, unit after unit. */
  readonly codes: Int32Array
  /** Unit u has the codes from starts[u] up to but not including starts[u + 1]. */
  readonly starts: Int32Array
}

/** Leaves out missing ratings (NaN) and units with fewer than two. */
export function pairable(matrix: Matrix): Pairable {
  const { values, starts } = pairedValues(matrix)
  const categories = distinct(values)
  const codes = encode(values, categories)
  const counts = new Float64Array(categories.length)
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] ?? 0
    counts[code] = (counts[code] ?? 0) + 1
  }
  return { categories, counts, codes, starts }
}

/** The middle of the ranks that a category's ratings take up: the distance of ordinal alpha is the difference of two of these. */
export function midRanks(counts: Float64Array): Float64Array {
  let before = 0
  return counts.map((count) => {
    before += count
    return before - count / 2
  })
}

function pairedValues({ rows, columns, values }: Matrix) {
  const kept = new Float64Array(values.length)
  const starts = new Int32Array(rows + 1)
  let units = 0
  let end = 0
  for (let i = 0; i < rows; i++) {
    const from = end
    for (let at = i * columns; at < (i + 1) * columns; at++) {
      const x = values[at] ?? Number.NaN
      if (!Number.isNaN(x)) kept[end++] = x
    }
    if (end - from < 2) end = from
    else starts[++units] = end
  }
  return { values: kept.subarray(0, end), starts: starts.subarray(0, units + 1) }
}

/** The different values in order. Whole numbers of a short range, the usual case, are ticked off instead of sorted. */
function distinct(values: Float64Array): Float64Array {
  const range = wholeRange(values)
  if (range === null) return Float64Array.from(new Set(values)).sort()
  const seen = new Uint8Array(range.high - range.low + 1)
  for (let i = 0; i < values.length; i++) seen[(values[i] ?? 0) - range.low] = 1
  const found: number[] = []
  seen.forEach((is, i) => {
    if (is) found.push(i + range.low)
  })
  return Float64Array.from(found)
}

const SHORT_RANGE = 4096

function wholeRange(values: Float64Array): { low: number; high: number } | null {
  let low = values[0] ?? 0
  let high = low
  for (let i = 0; i < values.length; i++) {
    const x = values[i] ?? 0
    if (!Number.isInteger(x)) return null
    if (x < low) low = x
    if (x > high) high = x
  }
  return high - low < SHORT_RANGE ? { low, high } : null
}

function encode(values: Float64Array, categories: Float64Array): Int32Array {
  const low = categories[0] ?? 0
  const span = (categories.at(-1) ?? 0) - low
  if (span < SHORT_RANGE && categories.every(Number.isInteger))
    return encodeShort(values, categories, span + 1)
  const numbers = new Map<number, number>()
  categories.forEach((x, code) => {
    numbers.set(x, code)
  })
  return Int32Array.from(values, (x) => numbers.get(x) ?? 0)
}

function encodeShort(values: Float64Array, categories: Float64Array, span: number): Int32Array {
  const low = categories[0] ?? 0
  const table = new Int32Array(span)
  categories.forEach((x, code) => {
    table[x - low] = code
  })
  const codes = new Int32Array(values.length)
  for (let i = 0; i < values.length; i++) codes[i] = table[(values[i] ?? 0) - low] ?? 0
  return codes
}
