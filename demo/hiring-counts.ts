/** Four weeks after each decision what candidates said of their own will has become counts. */
import type { Context } from '../src/context.ts'
import { countDecided } from '../src/recruit/actions/fairness.ts'

/** Days ago on which the night's work found something to count: after the intake, and after the adviser was chosen. */
const COUNTED = [660, 190]

export async function loadHiringCounts(at: (daysAgo: number) => Context): Promise<void> {
  for (const daysAgo of COUNTED) await countDecided(at(daysAgo))
}
