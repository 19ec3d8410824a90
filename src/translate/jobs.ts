import type { Context } from '#context.ts'
import { renewVectors } from './actions/vectors.ts'

/** What Translate has done later: the vectors of frameworks, when one is published and once a day. */
export const translateJobs = {
  'translate.vectors': (ctx: Context) => renewVectors(ctx),
}
