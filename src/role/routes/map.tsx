import { Hono } from 'hono'
import { allow } from '#guard.ts'
import { links } from '#routes.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { takeAway } from '#web/take-away.tsx'
import { roleAccess as may } from '../access.ts'
import { exportMap, openMap } from '../actions/map.ts'
import { mapFilterFrom, mapQuery } from '../map.ts'
import { MapPage } from '../pages/map.tsx'

/** The map of who can, uses and needs what. */
export function mapRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/map', allow(may.map), async (c) => {
      const filter = mapFilterFrom(c.req.query())
      const view = await openMap(c.var.ctx, filter)
      if (view.people.length === 0 && filter.page !== undefined)
        return c.redirect(links.roleMap(mapQuery({ ...filter, page: undefined })), 303)
      return page(c, <MapPage {...view} filter={filter} />)
    })
    .get('/map.csv', allow(may.map), async (c) => {
      const body = await exportMap(c.var.ctx, mapFilterFrom(c.req.query()))
      return takeAway(c, { name: 'team-map.csv', type: 'text/csv', body })
    })
}
