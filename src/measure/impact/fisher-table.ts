/** Fisher's exact test of a whole table: several groups, several outcomes. */
import { Invalid } from '#errors.ts'
import { logGamma } from '../distributions/gamma.ts'
import { type Estimate, reason, value } from '../estimate.ts'

/** Splits whose probabilities differ by less than this share are equally likely, as in R's fisher.test. */
const TIE = 1e-7
const MOST_WORK = 20_000_000

/**
 * Probability of all tables with these margins that are no likelier than this one; rows are groups, columns outcomes, cells
 * whole persons. Rows and columns without anybody are left out. Where the tables are too many to go through there is a reason.
 * @throws Invalid when a cell is not a whole number from 0 up, or rows differ in length.
 * Source: Freeman and Halton 1951; halves of the table are joined over the persons they leave to each other, which spares
 * listing whole tables.
 */
export function fisherTable(table: readonly (readonly number[])[]): Estimate {
  const columns = columnsOf(table)
  const width = columns[0]?.length ?? 0
  if (columns.length < 2 || width < 2)
    return reason('With a single group or a single outcome that occurs there is nothing to compare.')
  const sizes = columns.map(sum)
  const plan = bestCut(sizes, width)
  if (plan.work > MOST_WORK)
    return reason('There are too many tables with these totals to go through. Join small groups or outcomes.')
  const rows = Array.from({ length: width }, (_, i) => sum(columns.map((column) => column[i] ?? 0)))
  const observed = sum(columns.map(logWeight))
  return value(Math.min(1, shareNoLikelier({ rows, sizes, cut: plan.cut }, observed)))
}

interface Margins {
  rows: number[]
  /** Column totals, from the smallest. */
  sizes: number[]
  /** Columns before the cut are listed from the left, the others from what those leave. */
  cut: number
}

function shareNoLikelier({ rows, sizes, cut }: Margins, observed: number): number {
  const constant = sum([...rows, ...sizes].map(logFactorial)) - logFactorial(sum(rows))
  const limit = observed + Math.log1p(TIE)
  let total = 0
  for (const [left, begins] of leftHalves(rows, sizes.slice(0, cut))) {
    const ends = Float64Array.from(rightHalves(left.split(',').map(Number), sizes.slice(cut))).sort()
    const below = new Float64Array(ends.length + 1)
    ends.forEach((end, i) => {
      below[i + 1] = (below[i] ?? 0) + Math.exp(end + constant)
    })
    for (const begin of begins) total += Math.exp(begin) * (below[countUpTo(ends, limit - begin)] ?? 0)
  }
  return total
}

/** For each remainder of the rows that the first columns can leave, the log weights of the ways to leave it. */
function leftHalves(rows: number[], sizes: number[]): Map<string, number[]> {
  let halves = new Map([[rows.join(), [0]]])
  for (const size of sizes) {
    const next = new Map<string, number[]>()
    for (const [left, weights] of halves)
      for (const { rest, weight } of splits(left.split(',').map(Number), size)) {
        const list = next.get(rest.join()) ?? []
        for (const before of weights) list.push(before + weight)
        next.set(rest.join(), list)
      }
    halves = next
  }
  return halves
}

/** Log weights of all ways to fill the last columns with what is left of the rows. */
function rightHalves(rows: number[], sizes: number[]): number[] {
  const [size = 0, ...others] = sizes
  if (others.length === 0) return [logWeight(rows)]
  return splits(rows, size).flatMap(({ rest, weight }) =>
    rightHalves(rest, others).map((further) => weight + further),
  )
}

/** All ways to take `size` persons out of the rows: what is left, and the log weight of the column taken. */
function splits(rows: number[], size: number): { rest: number[]; weight: number }[] {
  const [first = 0, ...others] = rows
  if (others.length === 0) return size <= first ? [{ rest: [first - size], weight: -logFactorial(size) }] : []
  const room = sum(others)
  const found: { rest: number[]; weight: number }[] = []
  for (let taken = Math.max(0, size - room); taken <= Math.min(first, size); taken++)
    for (const { rest, weight } of splits(others, size - taken))
      found.push({ rest: [first - taken, ...rest], weight: weight - logFactorial(taken) })
  return found
}

/** Where to cut the columns so that the two kinds of listing together take least work (an upper bound of it). */
function bestCut(sizes: number[], width: number): { cut: number; work: number } {
  const ways = sizes.map((size) => choose(size + width - 1, width - 1))
  const product = (from: number, to: number) => ways.slice(from, to).reduce((a, b) => a * b, 1)
  const options = sizes.slice(1).map((_, i) => {
    const cut = i + 1
    const left = product(0, cut)
    const remainders = Math.min(left, choose(sum(sizes.slice(0, cut)) + width - 1, width - 1))
    return { cut, work: left + remainders * product(cut, sizes.length - 1) }
  })
  return options.reduce((best, option) => (option.work < best.work ? option : best))
}

/** As columns of the shorter side, from the smallest total; without empty rows and columns. */
function columnsOf(table: readonly (readonly number[])[]): number[][] {
  const width = table[0]?.length ?? 0
  if (!table.every((row) => row.length === width && row.every((cell) => Number.isInteger(cell) && cell >= 0)))
    throw new Invalid('Give a table of whole numbers from 0 up, every row with the same number of outcomes.')
  const rows = table.filter((row) => sum(row) > 0)
  const turned = Array.from({ length: width }, (_, j) => rows.map((row) => row[j] ?? 0)).filter(
    (c) => sum(c) > 0,
  )
  const upright = rows.map((row) => row.filter((_, j) => rows.some((other) => (other[j] ?? 0) > 0)))
  const columns = turned.length >= upright.length ? turned : upright
  return columns.toSorted((a, b) => sum(a) - sum(b))
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)
const logFactorial = (n: number) => (n < 2 ? 0 : logGamma(n + 1))
const logWeight = (column: readonly number[]) => -sum(column.map(logFactorial))
const choose = (n: number, k: number) => Math.exp(logFactorial(n) - logFactorial(k) - logFactorial(n - k))

/** How many of the sorted numbers are at most `limit`. */
function countUpTo(sorted: Float64Array, limit: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? 0) <= limit) low = middle + 1
    else high = middle
  }
  return low
}
