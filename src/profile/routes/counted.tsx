import { Hono } from 'hono'
import { allow } from '#guard.ts'
import { links } from '#routes.ts'
import { formOf } from '#web/form.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { profileAccess as may } from '../access.ts'
import { letBeCounted } from '../actions/counted.ts'
import { ownProfile } from '../actions/own.ts'
import { CountedPage } from '../pages/counted.tsx'
import { countedSince } from '../store/counted.ts'

/** Whether one's workbook may be counted without one's name. */
export function countedRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/profile/counted', allow(may.own), async (c) => {
      const own = ownProfile(c.var.ctx)
      const since = await c.var.ctx.read((db) => countedSince(db, own.id))
      return page(c, <CountedPage since={since} />)
    })
    .post('/profile/counted', allow(may.own), async (c) => {
      const { counted } = await formOf(c)
      await letBeCounted(c.var.ctx, counted === 'yes')
      return c.redirect(links.profileCounted(), 303)
    })
}
