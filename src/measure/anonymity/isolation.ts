/**
 * An audit in whole numbers: given sums that have been shown, to how few raters can any combination of them be brought down?
 * Nothing is rounded, so the answer is a proof either way.
 */
import { Invalid } from '#errors.ts'

/**
 * The fewest raters that some combination of the sums concerns, looking up to `atMost`; null when every combination concerns more.
 * @param released for each number shown, the raters whose answers it sums (a mean with its count is such a sum).
 * @throws Invalid when `atMost` is not a whole number from 1 up.
 */
export function fewestIsolated(released: readonly (readonly string[])[], atMost: number): number | null {
  const raters = [...new Set(released.flat())]
  const sums = released.map((set) => {
    const members = new Set(set)
    return raters.map((rater) => (members.has(rater) ? 1n : 0n))
  })
  return smallestSupport(sums, atMost)
}

/**
 * The fewest non-zero places of any combination of the rows, looking up to `atMost`; null when all have more. Rows hold the weights
 * of each answer in a published number, times whatever makes them whole.
 * @throws Invalid when `atMost` is not a whole number from 1 up.
 */
export function smallestSupport(rows: readonly (readonly bigint[])[], atMost: number): number | null {
  if (!Number.isInteger(atMost) || atMost < 1)
    throw new Invalid(`Look for a whole number of raters from 1 up, not ${atMost}.`)
  const atoms = atomsOf(rows)
  const kept = rows.map((row) => atoms.map(({ place }) => row[place] ?? 0n))
  const traces = nullSpaceTraces(kept)
  const parts = atoms.map(({ places }, i) => ({ places, trace: traces[i] ?? [] }))
  for (let size = 1; size <= atMost; size++) if (hasDependentSubset(parts, size, [])) return size
  return null
}

/** Places that every row weighs alike always appear together: one place stands for them all. */
function atomsOf(rows: readonly (readonly bigint[])[]): { place: number; places: number }[] {
  const atoms = new Map<string, { place: number; places: number }>()
  const width = rows[0]?.length ?? 0
  for (let place = 0; place < width; place++) {
    const column = rows.map((row) => row[place] ?? 0n).join()
    const { place: first, places } = atoms.get(column) ?? { place, places: 0 }
    atoms.set(column, { place: first, places: places + 1 })
  }
  return [...atoms.values()]
}

/**
 * For each place, its entries in a basis of everything that all rows cancel. A combination of rows lives on some places alone
 * exactly when the traces of those places depend on each other.
 */
function nullSpaceTraces(rows: readonly (readonly bigint[])[]): bigint[][] {
  const width = rows[0]?.length ?? 0
  const { reduced, pivots } = reduce(rows)
  const free = Array.from({ length: width }, (_, j) => j).filter((j) => !pivots.includes(j))
  const scale = reduced.reduce((product, row, i) => product * (row[pivots[i] ?? 0] ?? 1n), 1n)
  return Array.from({ length: width }, (_, place) => {
    const pivot = pivots.indexOf(place)
    if (pivot < 0) return free.map((j) => (j === place ? scale : 0n))
    const row = reduced[pivot] ?? []
    return free.map((j) => (-(row[j] ?? 0n) * scale) / (row[place] ?? 1n))
  })
}

/** Gauss and Jordan without fractions: each row kept is alone in having a number at its pivot. */
function reduce(rows: readonly (readonly bigint[])[]): { reduced: bigint[][]; pivots: number[] } {
  let reduced: bigint[][] = []
  const pivots: number[] = []
  for (const given of rows) {
    const row = reduced.reduce((rest, other, i) => eliminated(rest, other, pivots[i] ?? 0), [...given])
    const pivot = row.findIndex((entry) => entry !== 0n)
    if (pivot < 0) continue
    reduced = reduced.map((other) => eliminated(other, row, pivot))
    reduced.push(row)
    pivots.push(pivot)
  }
  return { reduced, pivots }
}

/** The row less what makes it 0 at the pivot, divided by what all its entries share. */
function eliminated(row: bigint[], by: readonly bigint[], pivot: number): bigint[] {
  const [here = 0n, there = 1n] = [row[pivot], by[pivot]]
  if (here === 0n) return row
  const next = row.map((entry, j) => entry * there - (by[j] ?? 0n) * here)
  const shared = next.reduce(greatestDivisor, 0n)
  return shared > 1n ? next.map((entry) => entry / shared) : next
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

interface Part {
  places: number
  trace: bigint[]
}

/** Whether parts that have `size` places in all can be chosen, from the first on, whose traces depend on each other. */
function hasDependentSubset(parts: readonly Part[], size: number, chosen: readonly bigint[][]): boolean {
  if (size === 0) return reduce(chosen).pivots.length < chosen.length
  return parts.some(
    ({ places, trace }, i) =>
      places <= size && hasDependentSubset(parts.slice(i + 1), size - places, [...chosen, trace]),
  )
}
