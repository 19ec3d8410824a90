/** The levels of each term: how many ratings each level has, and what they add up to. */
import type { Layout } from './layout.ts'
import { FACETS, type Facets } from './terms.ts'

export interface Levels {
  readonly size: Float64Array
  readonly sums: Float64Array
  /** Levels that have a rating. */
  readonly count: number
  /** The level of each rating, where it had to be worked out. */
  readonly of: Int32Array | null
}

/** Sums of the scores at the levels that need no search. */
interface KnownSums {
  /** Raters, then items. */
  readonly global: Float64Array
  readonly person: Float64Array
  readonly cell: Float64Array
}

/** Levels of a term that varies with these facets. */
export function levelsOf(layout: Layout, sums: KnownSums, facets: Facets): Levels {
  const { raters, items, raterSize, itemSize } = layout
  switch (facets) {
    case FACETS.person:
      return counted(personSizes(layout), sums.person)
    case FACETS.rater:
      return counted(raterSize, sums.global.subarray(0, raters))
    case FACETS.item:
      return counted(itemSize, sums.global.subarray(raters, raters + items))
    case FACETS['person:rater']:
      return counted(layout.cellSize, sums.cell)
    default:
      return itemsWithin(layout, groupsOf(layout, facets & ~FACETS.item))
  }
}

/** What the level means explain of the sum of squares: Σ sum² / size. */
export function explained({ size, sums }: Levels): number {
  let total = 0
  for (let level = 0; level < size.length; level++) {
    const sum = sums[level] as number
    if (sum !== 0) total += (sum * sum) / (size[level] ?? 1)
  }
  return total
}

export function personSizes({ personCells, cellStart, persons }: Layout): Float64Array {
  const size = new Float64Array(persons)
  for (let p = 0; p < persons; p++)
    size[p] =
      (cellStart[personCells[p + 1] as number] as number) - (cellStart[personCells[p] as number] as number)
  return size
}

function counted(size: Float64Array, sums: Float64Array): Levels {
  let count = 0
  for (let level = 0; level < size.length; level++) if ((size[level] as number) > 0) count++
  return { size, sums, count, of: null }
}

/** Cells in groups: those of group g are `cells[start[g]]` up to below `start[g + 1]`; without `cells` they stand in a row. */
export interface Groups {
  readonly cells: Int32Array | null
  readonly start: Int32Array
}

/** Cells by person, by rater, or each by itself. */
export function groupsOf(layout: Layout, facets: Facets): Groups {
  if (facets === FACETS.person) return { cells: null, start: layout.personCells }
  if (facets === FACETS.rater) return cellsByRater(layout)
  const start = new Int32Array(layout.cellRater.length + 1)
  for (let c = 0; c < start.length; c++) start[c] = c
  return { cells: null, start }
}

function cellsByRater({ cellRater, raters }: Layout): Groups {
  const start = new Int32Array(raters + 1)
  for (let c = 0; c < cellRater.length; c++) {
    const after = (cellRater[c] as number) + 1
    start[after] = (start[after] as number) + 1
  }
  for (let r = 0; r < raters; r++) start[r + 1] = (start[r + 1] as number) + (start[r] as number)
  const next = start.slice()
  const cells = new Int32Array(cellRater.length)
  for (let c = 0; c < cellRater.length; c++) {
    const rater = cellRater[c] as number
    const at = next[rater] as number
    cells[at] = c
    next[rater] = at + 1
  }
  return { cells, start }
}

/** One level for each item within each group. */
function itemsWithin({ cellStart, item, items, score }: Layout, { cells, start }: Groups): Levels {
  const of = new Int32Array(item.length)
  const size = new Float64Array(item.length)
  const sums = new Float64Array(item.length)
  const known = new Int32Array(items)
  const seenIn = new Int32Array(items).fill(-1)
  let count = 0
  for (let g = 0; g + 1 < start.length; g++) {
    for (let at = start[g] as number; at < (start[g + 1] as number); at++) {
      const c = cells === null ? at : (cells[at] as number)
      for (let j = cellStart[c] as number; j < (cellStart[c + 1] as number); j++) {
        const i = item[j] as number
        if (seenIn[i] !== g) {
          seenIn[i] = g
          known[i] = count++
        }
        const level = known[i] as number
        of[j] = level
        size[level] = (size[level] as number) + 1
        sums[level] = (sums[level] as number) + (score[j] as number)
      }
    }
  }
  return { of, size: size.slice(0, count), sums: sums.slice(0, count), count }
}
