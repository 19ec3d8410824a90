/**
 * How sure the search is of each word: the share of all readings that put it there, each counted by its score. The
 * sums run over everything the search had not given up, forwards and backwards through the page.
 */

import type { Cell } from './cell-book.ts'
import type { Found, Reading } from './search.ts'

/** By what scores are divided before they are weighed; 1 told right from wrong words best on generated pages. */
const SOFTNESS = 1

/** One way to cut a line, with its weight among all ways, 0 to 1. */
export interface Rival {
  cells: readonly Cell[]
  weight: number
}

/** For each line that is not blank, the ways to cut it. */
export function rivalsOf({ kept, endings }: Pick<Found, 'kept' | 'endings'>): Rival[][] {
  const before = scoresFromAbove(kept)
  const after = scoresFromBelow(kept, endings)
  return kept.map((readings) => {
    const ways = readings.flatMap((reading) =>
      reading.arrivals.map(({ previous, cells, step }) => {
        const above = before.get(previous) ?? 0
        return { cells, score: above + step / SOFTNESS + (after.get(reading) ?? Number.NEGATIVE_INFINITY) }
      }),
    )
    const total = logSum(ways.map((way) => way.score))
    return ways.map(({ cells, score }) => ({ cells, weight: Math.exp(score - total) }))
  })
}

/** Logarithm of the summed weight of all ways down to each reading. */
function scoresFromAbove(kept: readonly Reading[][]): Map<Reading, number> {
  const before = new Map<Reading, number>()
  for (const reading of kept.flat()) {
    const ways = reading.arrivals.map(({ previous, step }) => (before.get(previous) ?? 0) + step / SOFTNESS)
    before.set(reading, logSum(ways))
  }
  return before
}

/** Logarithm of the summed weight of all ways from each reading to the end of the page; none for dead ends. */
function scoresFromBelow(kept: readonly Reading[][], endings: readonly number[]): Map<Reading, number> {
  const after = new Map<Reading, number>()
  for (const [at, reading] of (kept.at(-1) ?? []).entries()) after.set(reading, (endings[at] ?? 0) / SOFTNESS)
  for (const readings of kept.toReversed()) {
    const ways = new Map<Reading, number[]>()
    for (const reading of readings) {
      const below = after.get(reading)
      if (below === undefined) continue
      for (const { previous, step } of reading.arrivals) {
        ways.set(previous, [...(ways.get(previous) ?? []), below + step / SOFTNESS])
      }
    }
    for (const [previous, scores] of ways) after.set(previous, logSum(scores))
  }
  return after
}

/** Logarithm of a sum of numbers that are given by their logarithms. */
function logSum(values: readonly number[]): number {
  const most = values.reduce((one, other) => Math.max(one, other), Number.NEGATIVE_INFINITY)
  if (most === Number.NEGATIVE_INFINITY) return most
  return most + Math.log(values.reduce((sum, value) => sum + Math.exp(value - most), 0))
}

/** Share of the rivals that put the word where this cell has it; its first word must also start a statement alike. */
export function agreement(rivals: readonly Rival[], word: number, column: number, cell: Cell): number {
  let share = 0
  for (const { cells, weight } of rivals) {
    const other = cells[column]
    if (other === undefined || word < other.from || word >= other.to) continue
    const alike = word > cell.from || (other.from === cell.from && other.starts === cell.starts)
    if (alike) share += weight
  }
  return Math.min(1, share)
}
