/**
 * Who rated whom on what, laid out for passes over all ratings: person by person, within a person rater by rater. What a
 * pass needs of a person then lies side by side in memory, and a rater's severity is looked up once for all items.
 */
import type { FacetRatings } from './ratings.ts'

export interface Design {
  readonly persons: number
  readonly raters: number
  readonly items: number
  /** The pairs (person, rater) of person p run from pairFrom[p] to pairFrom[p + 1]. */
  readonly pairFrom: Int32Array
  readonly pairRater: Int32Array
  /** The ratings of pair q run from cellFrom[q] to cellFrom[q + 1]. */
  readonly cellFrom: Int32Array
  readonly item: Int32Array
  /** Counted from the lowest category that is used. */
  readonly score: Uint8Array
}

/** The ratings in the order person, rater, scores counted from `lowest`. Takes time in proportion to their number. */
export function layOut(ratings: FacetRatings, lowest: number): Design {
  const order = orderOf(ratings)
  const cells = order.length
  const item = new Int32Array(cells)
  const score = new Uint8Array(cells)
  const pairFrom = new Int32Array(ratings.persons + 1)
  const pairRater = new Int32Array(cells)
  const cellFrom = new Int32Array(cells + 1)
  let pairs = 0
  let lastPerson = -1
  for (let j = 0; j < cells; j++) {
    const from = order[j] as number
    const person = ratings.person[from] as number
    const rater = ratings.rater[from] as number
    if (person !== lastPerson || rater !== pairRater[pairs - 1]) {
      pairRater[pairs] = rater
      cellFrom[pairs++] = j
      pairFrom[person + 1] = pairs
      lastPerson = person
    }
    item[j] = ratings.item[from] as number
    score[j] = (ratings.score[from] as number) - lowest
  }
  cellFrom[pairs] = cells
  for (let p = 0; p < ratings.persons; p++)
    pairFrom[p + 1] = Math.max(pairFrom[p + 1] as number, pairFrom[p] as number)
  const { persons, raters, items } = ratings
  return {
    persons,
    raters,
    items,
    pairFrom,
    pairRater: pairRater.slice(0, pairs),
    cellFrom: cellFrom.slice(0, pairs + 1),
    item,
    score,
  }
}

/** Which rating comes first, second, … by person, then rater, then as given. */
function orderOf({ persons, raters, person, rater }: FacetRatings): Int32Array {
  const asGiven = identity(person.length)
  return isOrdered(person, rater) ? asGiven : sortedBy(person, persons, sortedBy(rater, raters, asGiven))
}

function isOrdered(person: Int32Array, rater: Int32Array): boolean {
  for (let j = 1; j < person.length; j++) {
    const before = person[j - 1] as number
    const here = person[j] as number
    if (here < before || (here === before && (rater[j] as number) < (rater[j - 1] as number))) return false
  }
  return true
}

function identity(length: number): Int32Array {
  const order = new Int32Array(length)
  for (let j = 0; j < length; j++) order[j] = j
  return order
}

/** `order` sorted by the key of each, equal keys staying in order (a counting sort). */
function sortedBy(keys: Int32Array, count: number, order: Int32Array): Int32Array {
  const next = new Int32Array(count + 1)
  for (let j = 0; j < keys.length; j++) {
    const after = (keys[j] as number) + 1
    next[after] = (next[after] as number) + 1
  }
  for (let k = 0; k < count; k++) next[k + 1] = (next[k + 1] as number) + (next[k] as number)
  const sorted = new Int32Array(order.length)
  for (let j = 0; j < order.length; j++) {
    const from = order[j] as number
    const key = keys[from] as number
    const place = next[key] as number
    sorted[place] = from
    next[key] = place + 1
  }
  return sorted
}
