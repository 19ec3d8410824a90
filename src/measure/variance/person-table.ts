/** What one person's ratings have to do with each global effect, and the person's own effects with them. */
import type { Reduced } from './mixed-system.ts'
import { type Block, emptyBlock } from './person-blocks.ts'

/** One person's share of the reduced equations. */
export interface PersonTable {
  /** The global effects that the person's ratings touch: raters, items, the mean. */
  readonly touched: Int32Array
  /** Their share of the reduced matrix, row after row. */
  readonly matrix: Float64Array
  /** How the person's own effects answer one unit of each: row l holds effect l (the person, its cells, its pairs). */
  readonly answers: Float64Array
  readonly cells: number
  readonly pairs: number
}

export function personTables(reduced: Reduced): PersonTable[] {
  const { items, persons } = reduced.layout
  const places = new Int32Array(items)
  const block = emptyBlock(reduced.layout, reduced.pairs)
  return Array.from({ length: persons }, (_, p) => {
    const counts = countRatings(reduced, p, places)
    const answers = answersTo(reduced, p, { counts, block })
    const { touched, cells } = counts
    const pairs = reduced.pairs ? touched.length - cells - 1 : 0
    return { touched, matrix: shareOf(counts, answers), answers, cells, pairs }
  })
}

/**
 * Ratings that two effects share. The columns are the global effects touched; the first row is the person, then come its cells,
 * then its items. As every cell is a rater's and every item's ratings are a pair's, rows and columns mirror one another.
 */
interface Counts {
  touched: Int32Array
  table: Float64Array
  cells: number
}

/** `places` is scratch, an entry an item. */
function countRatings({ layout }: Reduced, p: number, places: Int32Array): Counts {
  const { personCells, cellStart, cellRater, item, raters, items } = layout
  const first = personCells[p] as number
  const after = personCells[p + 1] as number
  const cells = after - first
  const rated = itemsRated(item, { from: cellStart[first] as number, to: cellStart[after] as number }, places)
  const size = cells + rated.length + 1
  const touched = new Int32Array(size)
  for (let c = first; c < after; c++) touched[c - first] = cellRater[c] as number
  rated.forEach((i, k) => {
    touched[cells + k] = raters + i
  })
  touched[size - 1] = raters + items
  const table = new Float64Array(size * size)
  const add = (row: number, column: number) => {
    table[row * size + column] = (table[row * size + column] as number) + 1
  }
  for (let c = first; c < after; c++)
    for (let j = cellStart[c] as number; j < (cellStart[c + 1] as number); j++) {
      const cell = c - first
      const place = cells + (places[item[j] as number] as number)
      for (const row of [0, 1 + cell, 1 + place]) {
        add(row, cell)
        add(row, place)
        add(row, size - 1)
      }
    }
  return { touched, table, cells }
}

/** Each once, in the order of their first rating, which is the order of the person's pairs. */
function itemsRated(
  item: Int32Array,
  { from, to }: { from: number; to: number },
  places: Int32Array,
): number[] {
  const rated: number[] = []
  for (let j = from; j < to; j++) {
    const i = item[j] as number
    if (rated[places[i] as number] === i) continue
    places[i] = rated.length
    rated.push(i)
  }
  return rated
}

function answersTo(
  { blocks, pairs }: Reduced,
  p: number,
  { counts, block }: { counts: Counts; block: Block },
): Float64Array {
  const { touched, table, cells } = counts
  const size = touched.length
  const rows = pairs ? size : 1 + cells
  const answers = new Float64Array(rows * size)
  for (let g = 0; g < size; g++) {
    block.person = table[g] as number
    for (let row = 1; row <= cells; row++) block.cell[row - 1] = table[row * size + g] as number
    for (let row = cells + 1; row < rows; row++) block.pair[row - cells - 1] = table[row * size + g] as number
    blocks.solve(p, block)
    answers[g] = block.person
    for (let row = 1; row <= cells; row++) answers[row * size + g] = block.cell[row - 1] ?? 0
    for (let row = cells + 1; row < rows; row++) answers[row * size + g] = block.pair[row - cells - 1] ?? 0
  }
  return answers
}

function shareOf({ touched, table }: Counts, answers: Float64Array): Float64Array {
  const size = touched.length
  const matrix = new Float64Array(size * size)
  for (let g = 0; g < size; g++) {
    const mirrored = ((g + 1) % size) * size
    for (let h = 0; h < size; h++) matrix[g * size + h] = table[mirrored + h] as number
  }
  for (let at = 0; at < answers.length; at += size)
    for (let g = 0; g < size; g++) {
      const count = table[at + g] as number
      if (count === 0) continue
      for (let h = 0; h < size; h++)
        matrix[g * size + h] = (matrix[g * size + h] as number) - count * (answers[at + h] as number)
    }
  return matrix
}
