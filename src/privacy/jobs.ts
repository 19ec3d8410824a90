import { z } from 'zod'
import { endSignIn } from '#account/actions/about.ts'
import type { Context } from '#context.ts'
import { applyRetention } from './actions/retention.ts'

const EndSignIn = z.object({ accountId: z.uuid() })

/** What privacy has done later: the daily removal of what is too old, and the end of an erased person's account. */
export const privacyJobs = {
  'privacy.retention': async (ctx: Context) => void (await applyRetention(ctx)),
  'privacy.end-sign-in': (ctx: Context, data: object) => endSignIn(ctx, EndSignIn.parse(data).accountId),
}
