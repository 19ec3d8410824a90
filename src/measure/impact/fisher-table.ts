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
  const all = sum(rows)
  const logs = Float64Array.from({ length: all + 1 }, (_, n) => logFactorial(n))
  const constant = sum([...rows, ...sizes].map((n) => logs[n] ?? 0)) - (logs[all] ?? 0)
  const limit = observed + Math.log1p(TIE)
  let total = 0
  for (const [left, weights] of leftHalves(rows, sizes.slice(0, cut), logs)) {
    const begins = Float64Array.from(weights).sort()
    const below = new Float64Array(begins.length + 1)
    for (let i = 0; i < begins.length; i++) below[i + 1] = (below[i] ?? 0) + Math.exp(begins[i] ?? 0)
    eachRightHalf({ rows: left.split(',').map(Number), sizes: sizes.slice(cut), logs }, (end) => {
      total += Math.exp(end + constant) * (below[countUpTo(begins, limit - end)] ?? 0)
    })
  }
  return total
}

/**
 * For each remainder of the rows that the first columns can leave, the log weights of the ways to leave it. Rows that swap their
 * remainders can be filled in the same ways, so a remainder is kept in order of size.
 */
function leftHalves(rows: number[], sizes: number[], logs: Float64Array): Map<string, number[]> {
  let halves = new Map([[inOrder(rows), [0]]])
  for (const size of sizes) {
    const next = new Map<string, number[]>()
    for (const [left, weights] of halves)
      for (const { rest, weight } of splits(left.split(',').map(Number), size, logs)) {
        const key = inOrder(rest)
        const list = next.get(key) ?? []
        for (const before of weights) list.push(before + weight)
        next.set(key, list)
      }
    halves = next
  }
  return halves
}

const inOrder = (rows: number[]) => rows.toSorted((a, b) => a - b).join()

/** All ways to take `size` persons out of the rows: what is left, and the log weight of the column taken. */
function splits(rows: number[], size: number, logs: Float64Array): { rest: number[]; weight: number }[] {
  const [first = 0, ...others] = rows
  if (others.length === 0) return size <= first ? [{ rest: [first - size], weight: -(logs[size] ?? 0) }] : []
  const room = sum(others)
  const found: { rest: number[]; weight: number }[] = []
  for (let taken = Math.max(0, size - room); taken <= Math.min(first, size); taken++)
    for (const { rest, weight } of splits(others, size - taken, logs))
      found.push({ rest: [first - taken, ...rest], weight: weight - (logs[taken] ?? 0) })
  return found
}

interface Remainder {
  rows: number[]
  sizes: number[]
  logs: Float64Array
}

/** The log weight of every way to fill the last columns with what is left of the rows. */
function eachRightHalf({ rows, sizes, logs }: Remainder, visit: (weight: number) => void) {
  const left = Int32Array.from(rows)
  const fill = (column: number, row: number, persons: number, weight: number) => {
    if (column === sizes.length - 1) return visit(weight - logSum(left, logs))
    const here = left[row] ?? 0
    const isLast = row === left.length - 1
    const most = Math.min(here, persons)
    for (let taken = isLast ? persons : 0; taken <= most; taken++) {
      left[row] = here - taken
      const next = weight - (logs[taken] ?? 0)
      if (isLast) fill(column + 1, 0, sizes[column + 1] ?? 0, next)
      else fill(column, row + 1, persons - taken, next)
    }
    left[row] = here
  }
  fill(0, 0, sizes[0] ?? 0, 0)
}

function logSum(persons: Int32Array, logs: Float64Array): number {
  let total = 0
  for (let i = 0; i < persons.length; i++) total += logs[persons[i] ?? 0] ?? 0
  return total
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
