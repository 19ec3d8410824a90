/**
 * What a pass needs of a rater and adds up for them, side by side in one row: persons meet raters in no order, and a rater's
 * row is then fetched from memory once a meeting and not once for each sum.
 */
import type { Design } from './design.ts'
import { type RaterTable, ROW, type Sweep } from './workspace.ts'

/** All sums at 0, and exp(−severity). */
export function clearTable({ width, rows }: RaterTable, severity: Float64Array): void {
  rows.fill(0)
  for (let r = 0; r < severity.length; r++) rows[r * width] = Math.exp(-(severity[r] as number))
}

/** Brings the sums to where the equations want them. */
export function readTable({ width, rows }: RaterTable, free: Int32Array, { gradient, folded }: Sweep): void {
  const { raters, steps, raterWeight, raterLeft, raterStep } = folded
  for (let r = 0; r < raters; r++) {
    const row = r * width
    gradient[r] = rows[row + ROW.gradient] as number
    raterWeight[r] = rows[row + ROW.weight] as number
    raterLeft[r] = rows[row + ROW.left] as number
    for (let f = 0; f < steps; f++)
      raterStep[r * steps + f] = rows[row + ROW.step + (free[f] as number) - 1] as number
  }
}

/** The gradient alone. */
export function readGradient({ width, rows }: RaterTable, { gradient, folded }: Sweep): void {
  for (let r = 0; r < folded.raters; r++) gradient[r] = rows[r * width + ROW.gradient] as number
}

const AHEAD = 16

/**
 * Reads a number of every row that the next sixteen persons will need, so that these come from memory all at once: a row that
 * is asked for only when its rating comes up is waited for each time. Does nothing but at every sixteenth person.
 */
export function fetchRows(table: RaterTable, { persons, pairFrom, pairRater }: Design, p: number): void {
  if (p % AHEAD !== 0) return
  const { rows, width } = table
  const end = pairFrom[Math.min(persons, p + AHEAD)] as number
  let sum = 0
  for (let q = pairFrom[p] as number; q < end; q++) sum += rows[(pairRater[q] as number) * width] as number
  table.fetched = sum
}
