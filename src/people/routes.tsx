import { Hono } from 'hono'
import { allow } from '#guard.ts'
import { links } from '#routes.ts'
import { idIn } from '#web/form.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { peopleAccess as may, mayEdit } from './access.ts'
import { exportPeople } from './actions/export.ts'
import { openChart } from './actions/look.ts'
import { dayOf } from './day.ts'
import { ChartPage } from './pages/chart.tsx'
import { ListPage } from './pages/list.tsx'
import { filterFrom, queryFrom } from './query.ts'
import { importRoutes } from './routes/imports.tsx'
import { personRoutes } from './routes/person.tsx'
import { placeRoutes, teamRoutes } from './routes/teams.tsx'
import { listPeople } from './store/list.ts'
import { listPlaces, listTeams } from './store/teams.ts'

/** The pages of people, teams, places and files of people. */
export function peopleRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/people', allow(may.read), async (c) => {
      const { ctx } = c.var
      const [today, edits] = [dayOf(ctx.now()), mayEdit(ctx.viewer)]
      const filter = filterFrom(c.req.query())
      const shown = await ctx.read(async (db) => ({
        ...(await listPeople(db, queryFrom(filter, { on: today, isPrivate: edits }))),
        teams: await listTeams(db),
        places: await listPlaces(db),
      }))
      if (shown.people.length === 0 && filter.page !== undefined)
        return c.redirect(links.peopleWith(withoutPage(c.req.query())), 303)
      return page(c, <ListPage filter={filter} {...shown} today={today} edits={edits} />)
    })
    .get('/people/chart', allow(may.read), async (c) => {
      const from = c.req.query('from')
      const chart = await openChart(c.var.ctx, from === undefined ? null : idIn(from))
      return page(c, <ChartPage {...chart} edits={mayEdit(c.var.ctx.viewer)} />)
    })
    .get('/people/export', allow(may.edit), async (c) => {
      const file = await exportPeople(c.var.ctx)
      const headers = { 'content-disposition': 'attachment; filename="people.csv"' }
      return c.body(file, 200, { 'content-type': 'text/csv; charset=utf-8', ...headers })
    })
    .route('/people/team', teamRoutes())
    .route('/people/place', placeRoutes())
    .route('/people/import', importRoutes())
    .route('/people', personRoutes())
}

function withoutPage({ page: _, ...rest }: Record<string, string>): Record<string, string> {
  return rest
}
