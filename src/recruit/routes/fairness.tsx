import { Hono } from 'hono'
import { allow } from '#guard.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { recruitAccess as may } from '../access.ts'
import { openFairness } from '../actions/fairness.ts'
import { FairnessPage } from '../pages/fairness.tsx'

/** Selection rates by group, in counts alone. */
export function fairnessRoutes(): Hono<Env> {
  return new Hono<Env>().get('/fairness', allow(may.fairness), async (c) => {
    const { by = '', over = '' } = c.req.query()
    return page(c, <FairnessPage {...(await openFairness(c.var.ctx, { by, over }))} />)
  })
}
