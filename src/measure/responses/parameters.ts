/**
 * What calibration estimates: for each item and answer the sum of steps up to it, T. In the partial credit model each stands
 * for itself; in the rating scale model (Andrich 1978) they follow from one difficulty an item and steps that all share.
 */
import { Invalid } from '#errors.ts'
import { type Estimate, reason, value } from '../estimate.ts'
import type { Counts } from './answers.ts'
import type { PartialCreditItem } from './item.ts'

export type CalibrationModel = 'partial-credit' | 'rating-scale'

/** One T: of an item and an answer that somebody gave, other than the item's lowest. */
export interface Place {
  readonly item: number
  readonly answer: number
  /** Steps above the item's lowest answer in use. */
  readonly height: number
}

export interface Layout {
  readonly places: readonly Place[]
  /** Where the places of each item begin; one more at the end. */
  readonly from: readonly number[]
  /** The lowest answer of each item that somebody gave. */
  readonly lowest: readonly number[]
  /** T is this table (places × free parameters, row by row) times the free parameters. */
  readonly design: Float64Array
  readonly free: number
}

export function layoutOf({ used }: Counts, model: CalibrationModel): Layout {
  const places: Place[] = []
  const from = [0]
  const lowest: number[] = []
  used.forEach((counts, item) => {
    const answers = [...counts.keys()].filter((k) => (counts[k] as number) > 0)
    const first = answers[0] ?? 0
    lowest.push(first)
    for (const answer of answers.slice(1)) places.push({ item, answer, height: answer - first })
    from.push(places.length)
  })
  return {
    places,
    from,
    lowest,
    ...(model === 'rating-scale' ? ratingScale(places, used) : alone(places.length)),
  }
}

function alone(free: number) {
  const design = new Float64Array(free * free)
  for (let a = 0; a < free; a++) design[a * free + a] = 1
  return { design, free }
}

/** T = answer·difficulty + shared sum of steps; the shared sum for the highest answer is 0, so that steps sum to 0. */
function ratingScale(places: readonly Place[], used: readonly Float64Array[]) {
  const top = (used[0]?.length ?? 1) - 1
  if (used.some((counts) => counts.length - 1 !== top || counts.some((count) => count === 0)))
    throw new Invalid(
      'The rating scale model needs the same answers for all items, each given by somebody. Use the partial credit model.',
    )
  const free = used.length + top - 1
  const design = new Float64Array(places.length * free)
  places.forEach(({ item, answer }, a) => {
    design[a * free + item] = answer
    if (answer < top) design[a * free + used.length + answer - 1] = 1
  })
  return { design, free }
}

/** T from the free parameters. */
export function sumsOf({ places, design, free }: Layout, parameters: Float64Array): Float64Array {
  return Float64Array.from(places, (_, a) => {
    let sum = 0
    for (let b = 0; b < free; b++) sum += (design[a * free + b] as number) * (parameters[b] as number)
    return sum
  })
}

/** The table with one more parameter that stands for itself: the standard deviation of persons. */
export function designWithSd({ places, design, free }: Layout): Float64Array {
  const wider = new Float64Array((places.length + 1) * (free + 1))
  for (let a = 0; a < places.length; a++) wider.set(design.subarray(a * free, (a + 1) * free), a * (free + 1))
  wider[wider.length - 1] = 1
  return wider
}

/** A gradient and a matrix in T, brought to the free parameters of the design (rows of T, columns of parameters). */
export function toFree(design: Float64Array, gradient: Float64Array, matrix: Float64Array) {
  const rows = gradient.length
  const half = times(matrix, design, rows)
  const turned = transposed(design, rows)
  return { gradient: times(turned, gradient, rows), matrix: times(turned, half, rows) }
}

/** The product of two tables kept row by row; `inner` is the number of columns of the first, rows of the second. */
export function times(a: Float64Array, b: Float64Array, inner: number): Float64Array {
  const [rows, columns] = [a.length / inner, b.length / inner]
  const product = new Float64Array(rows * columns)
  for (let i = 0; i < rows; i++)
    for (let k = 0; k < inner; k++) {
      const weight = a[i * inner + k] as number
      if (weight === 0) continue
      for (let j = 0; j < columns; j++)
        product[i * columns + j] =
          (product[i * columns + j] as number) + weight * (b[k * columns + j] as number)
    }
  return product
}

export function transposed(table: Float64Array, rows: number): Float64Array {
  const columns = table.length / rows
  return table.map((_, at) => table[(at % rows) * columns + Math.floor(at / rows)] as number)
}

/** Items to work with. Answers below the lowest in use, and unused ones, have an infinite sum: they are not expected. */
export function itemsFrom(
  { places, lowest }: Layout,
  { used }: Counts,
  sums: Float64Array,
): PartialCreditItem[] {
  const tables = used.map((counts) => new Array<number>(counts.length).fill(Number.POSITIVE_INFINITY))
  lowest.forEach((answer, item) => {
    const table = tables[item]
    if (table) table[answer] = 0
  })
  places.forEach(({ item, answer }, a) => {
    const table = tables[item]
    if (table) table[answer] = sums[a] as number
  })
  return tables.map((cumulative) => ({ model: 'partial-credit', cumulative }))
}

/** The steps of an item; a reason where an answer that nobody gave leaves them open. */
export function stepsOf({ cumulative }: PartialCreditItem, item: number): Estimate[] {
  return cumulative.slice(1).map((sum, k) => {
    const before = cumulative[k] ?? 0
    const unused = [k, k + 1].find((answer) => !Number.isFinite(cumulative[answer]))
    if (unused === undefined) return value(sum - before)
    return reason(
      `Nobody gave answer ${unused} to item ${item + 1} (answers counted from 0), so the steps around it are unknown.`,
    )
  })
}
