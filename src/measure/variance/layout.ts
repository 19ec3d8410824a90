/**
 * Ratings in the order in which the variance methods walk over them: person by person, and within a person rater by rater.
 * The ratings that one rater gave to one person are a cell.
 */
import type { RatingList } from './rating-list.ts'

export interface Layout {
  readonly persons: number
  readonly raters: number
  readonly items: number
  /** Cells of person p: from `personCells[p]` up to below `personCells[p + 1]`. */
  readonly personCells: Int32Array
  readonly cellRater: Int32Array
  /** Ratings of cell c: from `cellStart[c]` up to below `cellStart[c + 1]`. */
  readonly cellStart: Int32Array
  readonly item: Int32Array
  /** Ratings of each cell, of each rater, of each item. */
  readonly cellSize: Float64Array
  readonly raterSize: Float64Array
  readonly itemSize: Float64Array
  /** Less `centre`, which keeps sums of squares exact. */
  readonly score: Float64Array
  readonly centre: number
}

/** Takes O(ratings) time and 12 bytes a rating. The ratings must have passed `checkRatings`. */
export function layOut(ratings: RatingList): Layout {
  const inOrder = groups(ratings)
  const order = inOrder === null ? orderOf(ratings) : null
  const { persons, raters, items } = ratings
  const centre = meanOf(ratings.score)
  const score = new Float64Array(ratings.score.length)
  const item = new Int32Array(score.length)
  const raterSize = new Float64Array(raters)
  const itemSize = new Float64Array(items)
  for (let j = 0; j < score.length; j++) {
    const from = order === null ? j : (order[j] as number)
    score[j] = (ratings.score[from] as number) - centre
    const i = ratings.item[from] as number
    item[j] = i
    itemSize[i] = (itemSize[i] as number) + 1
  }
  const cells = cellsOf(ratings, order, inOrder ?? ratings.score.length)
  const cellSize = new Float64Array(cells.cellRater.length)
  for (let c = 0; c < cellSize.length; c++) {
    const size = (cells.cellStart[c + 1] as number) - (cells.cellStart[c] as number)
    const r = cells.cellRater[c] as number
    cellSize[c] = size
    raterSize[r] = (raterSize[r] as number) + size
  }
  return { persons, raters, items, ...cells, cellSize, item, raterSize, itemSize, score, centre }
}

function meanOf(scores: RatingList['score']): number {
  let sum = 0
  for (let j = 0; j < scores.length; j++) sum += scores[j] as number
  return sum / scores.length
}

/** How many cells there are, if persons rise and what a rater gave a person stands together; else null. */
function groups({ person, rater, raters }: RatingList): number | null {
  let cells = 0
  const seenWith = new Int32Array(raters).fill(-1)
  let lastPerson = -1
  let lastRater = -1
  for (let j = 0; j < person.length; j++) {
    const p = person[j] as number
    const r = rater[j] as number
    if (p === lastPerson && r === lastRater) continue
    if (p < lastPerson || seenWith[r] === p) return null
    cells++
    seenWith[r] = p
    lastPerson = p
    lastRater = r
  }
  return cells
}

/** Sorted by rater, then stably by person: two counting sorts. */
function orderOf({ person, rater, persons, raters }: RatingList): Int32Array {
  const byRater = countingSort(rater, raters, null)
  return countingSort(person, persons, byRater)
}

function countingSort(ids: Int32Array, levels: number, before: Int32Array | null): Int32Array {
  const next = new Int32Array(levels + 1)
  for (let j = 0; j < ids.length; j++) {
    const after = (ids[j] as number) + 1
    next[after] = (next[after] as number) + 1
  }
  for (let level = 0; level < levels; level++)
    next[level + 1] = (next[level + 1] as number) + (next[level] as number)
  const order = new Int32Array(ids.length)
  for (let j = 0; j < ids.length; j++) {
    const from = before === null ? j : (before[j] as number)
    const id = ids[from] as number
    const at = next[id] as number
    order[at] = from
    next[id] = at + 1
  }
  return order
}

function cellsOf({ person, rater, persons }: RatingList, order: Int32Array | null, most: number) {
  const cellRater = new Int32Array(most)
  const cellStart = new Int32Array(most + 1)
  const personCells = new Int32Array(persons + 1)
  let cells = 0
  let lastPerson = -1
  let lastRater = -1
  for (let j = 0; j < person.length; j++) {
    const from = order === null ? j : (order[j] as number)
    const p = person[from] as number
    const r = rater[from] as number
    if (p === lastPerson && r === lastRater) continue
    cellRater[cells] = r
    cellStart[cells] = j
    cells++
    personCells[p + 1] = cells
    lastPerson = p
    lastRater = r
  }
  cellStart[cells] = person.length
  for (let p = 0; p < persons; p++)
    personCells[p + 1] = Math.max(personCells[p + 1] as number, personCells[p] as number)
  return { cellRater: cellRater.subarray(0, cells), cellStart: cellStart.subarray(0, cells + 1), personCells }
}
