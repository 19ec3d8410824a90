/**
 * Whether items can be compared although raters share out the items between them. If each rater rates an item of their own,
 * a hard item cannot be told from a severe rater. Exact: the rank of the additive design person − rater − item.
 */
import { Invalid } from '#errors.ts'
import { named, rootOf } from './connected.ts'
import type { Design } from './design.ts'

const MOST_WORK = 10_000_000
const TINY = 1e-9

/**
 * Groups of items whose difficulties can be compared within the group only; one group when all can. Persons and raters
 * must be connected. Items rated by the same rater on the same person are comparable at once; what that leaves open is
 * settled by the closed chains of persons and raters, each of which gives one equation between items.
 * @throws Invalid when the chains would take too long to follow.
 */
export function itemGroups(design: Design): number[][] {
  const parent = joinedInPairs(design)
  const used = usedItems(design)
  const roots = used.filter((item) => rootOf(parent, item) === item)
  if (roots.length === 1) return [used]
  const place = new Map(roots.map((root, i) => [root, i]))
  const columnOf = Int32Array.from(
    { length: design.items },
    (_, item) => place.get(rootOf(parent, item)) ?? 0,
  )
  const key = comparableColumns(equations(design, columnOf, roots.length), roots.length)
  const groups = grouped(used, (item) => key[columnOf[item] ?? 0])
  return [...groups.values()]
}

/** As `Map.groupBy`, which Node 20 does not have. */
function grouped<K>(items: Iterable<number>, keyOf: (item: number) => K): Map<K, number[]> {
  const groups = new Map<K, number[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

/** @throws Invalid when there is more than one group; the message names the items. */
export function refuseConfounded(groups: readonly number[][]): void {
  if (groups.length <= 1) return
  const shown = groups.slice(0, 5).map((items) => named('item', items))
  const more = groups.length > shown.length ? `; and ${groups.length - shown.length} more groups` : ''
  throw new Invalid(
    `Hard items cannot be told from severe raters, because each rater keeps to items of their own (${shown.join('; ')}${more}; counted from 1). Let some raters rate items of more than one of these groups.`,
  )
}

function usedItems({ items, item }: Design): number[] {
  const seen = new Uint8Array(items)
  for (const i of item) seen[i] = 1
  return [...seen.keys()].filter((i) => seen[i] === 1)
}

/** Stops as soon as all items are joined, which in most designs is soon. */
function joinedInPairs({ items, pairRater, cellFrom, item }: Design): Int32Array {
  const parent = new Int32Array(items)
  for (let i = 0; i < items; i++) parent[i] = i
  let apart = items - 1
  for (let q = 0; q < pairRater.length && apart > 0; q++) {
    const first = cellFrom[q] as number
    const end = cellFrom[q + 1] as number
    for (let j = first + 1; j < end; j++) {
      const a = rootOf(parent, item[first] as number)
      const b = rootOf(parent, item[j] as number)
      if (a === b) continue
      parent[Math.max(a, b)] = Math.min(a, b)
      apart--
    }
  }
  return parent
}

/**
 * An orthogonal basis of what the closed chains say: rows over the groups of items joined so far. Along a tree of pairs,
 * person = rater + item gives every person and rater as a sum of items; a pair off the tree closes a chain.
 */
function equations(design: Design, columnOf: Int32Array, columns: number): Float64Array[] {
  const { persons, raters } = design
  if ((persons + raters) * columns > MOST_WORK)
    throw new Invalid(
      'No rater rates two items on the same person, and there are too many of them to follow the chains between them. Let each rater rate at least two items on each person.',
    )
  const sums: (Float64Array | null)[] = new Array(persons + raters).fill(null)
  const rows: Float64Array[] = []
  const neighboursOf = neighbours(design, columnOf)
  const start = design.pairFrom.findIndex((from, p) => from !== design.pairFrom[p + 1])
  sums[start] = new Float64Array(columns)
  const queue = [start]
  for (const node of queue) {
    for (const { other, column } of neighboursOf(node)) {
      const sum = (sums[node] ?? new Float64Array(columns)).slice()
      sum[column] = (sum[column] as number) + (node < persons ? -1 : 1)
      const known = sums[other]
      if (known) addEquation(rows, difference(sum, known))
      else {
        sums[other] = sum
        queue.push(other)
      }
      if (rows.length === columns - 1) return rows
    }
  }
  return rows
}

/** Persons, and after them raters, with whom they meet and over which group of items. */
function neighbours(design: Design, columnOf: Int32Array) {
  const { persons, pairRater, pairFrom, cellFrom, item } = design
  const pairsOfRater = grouped(pairRater.keys(), (q) => pairRater[q] as number)
  const personOf = personOfPair(design)
  const meeting = (q: number, other: number) => ({
    other,
    column: columnOf[item[cellFrom[q] as number] as number] as number,
  })
  return (node: number) => {
    if (node >= persons)
      return (pairsOfRater.get(node - persons) ?? []).map((q) => meeting(q, personOf[q] as number))
    const from = pairFrom[node] as number
    const count = (pairFrom[node + 1] as number) - from
    return Array.from({ length: count }, (_, i) =>
      meeting(from + i, persons + (pairRater[from + i] as number)),
    )
  }
}

function personOfPair({ persons, pairFrom, pairRater }: Design): Int32Array {
  const person = new Int32Array(pairRater.length)
  for (let p = 0; p < persons; p++) person.fill(p, pairFrom[p], pairFrom[p + 1])
  return person
}

const difference = (a: Float64Array, b: Float64Array) => a.map((x, i) => x - (b[i] as number))

const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, x, i) => sum + x * (b[i] as number), 0)

/** Adds what is new in an equation, at right angles to the others and of length 1. */
function addEquation(rows: Float64Array[], equation: Float64Array) {
  let rest = equation
  for (const row of [...rows, ...rows]) {
    const along = dot(rest, row)
    rest = rest.map((x, i) => x - along * (row[i] as number))
  }
  const length = Math.sqrt(dot(rest, rest))
  if (length > TINY) rows.push(rest.map((x) => x / length))
}

/** For each column the first one that it can be compared with: their difference follows from the equations. */
function comparableColumns(rows: readonly Float64Array[], columns: number): number[] {
  const firsts: number[] = []
  return Array.from({ length: columns }, (_, column) => {
    const found = firsts.find((first) => follows(rows, first, column))
    if (found !== undefined) return found
    firsts.push(column)
    return column
  })
}

function follows(rows: readonly Float64Array[], a: number, b: number): boolean {
  const known = rows.reduce((sum, row) => sum + ((row[a] as number) - (row[b] as number)) ** 2, 0)
  return Math.abs(known - 2) < TINY
}
