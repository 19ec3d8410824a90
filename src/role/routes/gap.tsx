import { Hono } from 'hono'
import { DOCX_TYPE, docxOf } from '#documents/docx.ts'
import { allow } from '#guard.ts'
import { profileAccess } from '#profile/access.ts'
import { idIn } from '#web/form.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { takeAway } from '#web/take-away.tsx'
import { roleAccess as may } from '../access.ts'
import { openFits, openGap } from '../actions/gap.ts'
import { gapSheet } from '../gap-sheet.ts'
import { FitsPage } from '../pages/fits.tsx'
import { GapPage } from '../pages/gap.tsx'

const personIn = (text: string | undefined) => (text ? idIn(text) : null)

/** One person against roles. */
export function gapRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/fit', allow(profileAccess.own), async (c) =>
      page(c, <FitsPage {...(await openFits(c.var.ctx))} />),
    )
    .get('/:id/gap', allow(may.read), async (c) => {
      const view = await openGap(c.var.ctx, idIn(c.req.param('id')), personIn(c.req.query('person')))
      return page(c, <GapPage {...view} />)
    })
    .get('/:id/gap.docx', allow(may.read), async (c) => {
      const view = await openGap(c.var.ctx, idIn(c.req.param('id')), personIn(c.req.query('person')))
      const { person, profile } = view
      const sheet = gapSheet({ ...view, name: person?.name ?? null, number: profile?.number ?? 0 })
      return takeAway(c, { name: 'gap.docx', type: DOCX_TYPE, body: await docxOf(sheet) })
    })
}
