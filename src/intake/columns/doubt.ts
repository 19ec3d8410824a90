/** How sure the search is of each word: whether the readings that it had not yet given up agree on it. */

import type { Cell } from './cell-book.ts'
import type { Reading } from './search.ts'

/** Lines below a word that may still tell where it belongs. */
const LATER_LINES = 2
/** Scores are put on a softer scale, because the reasons are not independent of each other. */
const SOFTNESS = 2

/** The line's cells in other readings, with the weight of each, 0 to 1. */
export interface Rival {
  cells: readonly Cell[]
  weight: number
}

/** What the readings kept a little further down make of one line; `at` counts the lines that are not blank. */
export function rivalsAt(kept: readonly Reading[][], at: number): Rival[] {
  const later = Math.min(at + LATER_LINES, kept.length - 1)
  const readings = kept[later] ?? []
  const best = Math.max(...readings.map((reading) => reading.score + reading.outlook))
  const weights = readings.map((reading) => Math.exp((reading.score + reading.outlook - best) / SOFTNESS))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return readings.map((reading, index) => ({
    cells: back(reading, later - at).cells,
    weight: (weights[index] ?? 0) / total,
  }))
}

function back(reading: Reading, lines: number): Reading {
  let at = reading
  for (let step = 0; step < lines && at.previous !== null; step++) at = at.previous
  return at
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
