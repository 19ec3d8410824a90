import { Hono } from 'hono'
import { allow } from '#guard.ts'
import { attempt } from '#web/form.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { recruitAccess as may } from '../access.ts'
import { openFairness } from '../actions/fairness.ts'
import { FairnessPage } from '../pages/fairness.tsx'

/** Selection rates by group, in counts alone. */
export function fairnessRoutes(): Hono<Env> {
  return new Hono<Env>().get('/fairness', allow(may.fairness), async (c) => {
    const { by = '', role = '', vacancy = '', from = '', to = '' } = c.req.query()
    const wanted = { by, role, vacancy, from, to }
    const result = await attempt(() => openFairness(c.var.ctx, wanted))
    if ('done' in result) return page(c, <FairnessPage {...result.done} errors={{}} />)
    // What cannot be read as a day is shown again beside everything.
    const all = await openFairness(c.var.ctx, { ...wanted, from: '', to: '' })
    const { errors, status } = result.refused
    return page(c, <FairnessPage {...all} wanted={wanted} errors={errors} />, status)
  })
}
