import type { Context } from '#context.ts'
import { eraseExpired } from './actions/candidate-erasure.ts'

/** What hiring has done later: the daily erasure of candidates whose time is over. */
export const recruitJobs = {
  'recruit.retention': async (ctx: Context) => void (await eraseExpired(ctx)),
}
