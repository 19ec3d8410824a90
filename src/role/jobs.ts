import type { Context } from '#context.ts'
import { countHidden } from './actions/hidden.ts'

/** What is done later for roles: once a day, groups that have become large enough are counted. */
export const roleJobs = {
  'role.hidden': (ctx: Context) => countHidden(ctx),
}
