import { Hono } from 'hono'
import { DOCX_TYPE, docxOf } from '#documents/docx.ts'
import { allow } from '#guard.ts'
import { page } from '#web/respond.tsx'
import { SheetView } from '#web/sheet.tsx'
import type { Env } from '#web/site.ts'
import { pageFile, takeAway } from '#web/take-away.tsx'
import { profileAccess as may } from '../access.ts'
import { takeEverything } from '../actions/everything.ts'
import { openOverview } from '../actions/overview.ts'
import { everythingJson, everythingSheet } from '../everything.ts'
import { OverviewPage } from '../pages/overview.tsx'

/** The first page of one's own profile, and all of it to take along. */
export function overviewRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/profile', allow(may.own), async (c) =>
      page(c, <OverviewPage {...(await openOverview(c.var.ctx))} />),
    )
    .get('/profile/all.json', allow(may.own), async (c) => {
      const body = everythingJson(await takeEverything(c.var.ctx))
      return takeAway(c, { name: 'profile.json', type: 'application/json', body })
    })
    .get('/profile/all.html', allow(may.own), async (c) => {
      const sheet = everythingSheet(await takeEverything(c.var.ctx))
      const body = pageFile(
        sheet.title,
        <main>
          <h1>{sheet.title}</h1>
          <SheetView sheet={sheet} />
        </main>,
      )
      return takeAway(c, { name: 'profile.html', type: 'text/html', body })
    })
    .get('/profile/all.docx', allow(may.own), async (c) => {
      const body = await docxOf(everythingSheet(await takeEverything(c.var.ctx)))
      return takeAway(c, { name: 'profile.docx', type: DOCX_TYPE, body })
    })
}
