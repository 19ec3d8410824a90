/**
 * What a pass needs of a rater and adds up for them, side by side in one row: persons meet raters in no order, and a rater's
 * row is then fetched from memory once a meeting and not once for each sum.
 */
import { type RaterTable, ROW, type Sweep } from './workspace.ts'

/** All sums at 0, and exp(−severity). */
export function clearTable({ width, rows }: RaterTable, severity: Float64Array): void {
  rows.fill(0)
  for (let r = 0; r < severity.length; r++) rows[r * width] = Math.exp(-(severity[r] as number))
}

/** Brings the sums to where the equations want them. */
export function readTable({ width, rows }: RaterTable, { gradient, folded }: Sweep): void {
  const { raters, steps, raterWeight, raterLeft, raterStep } = folded
  for (let r = 0; r < raters; r++) {
    const row = r * width
    gradient[r] = rows[row + ROW.gradient] as number
    raterWeight[r] = rows[row + ROW.weight] as number
    raterLeft[r] = rows[row + ROW.left] as number
    for (let f = 0; f < steps; f++) raterStep[r * steps + f] = rows[row + ROW.step + f] as number
  }
}

/** The gradient alone. */
export function readGradient({ width, rows }: RaterTable, { gradient, folded }: Sweep): void {
  for (let r = 0; r < folded.raters; r++) gradient[r] = rows[r * width + ROW.gradient] as number
}
