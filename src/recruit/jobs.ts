import type { Context } from '#context.ts'
import { eraseExpired } from './actions/candidate-erasure.ts'
import { countDecided } from './actions/fairness.ts'
import { askManagers } from './actions/outcome.ts'

/** What hiring has done later, daily: candidates whose time is over are erased, voluntary answers become counts, managers are asked how those who were hired do. */
export const recruitJobs = {
  'recruit.retention': async (ctx: Context) => void (await eraseExpired(ctx)),
  'recruit.counts': async (ctx: Context) => void (await countDecided(ctx)),
  'recruit.outcomes': (ctx: Context) => askManagers(ctx),
}
