import { Hono } from 'hono'
import { DOCX_TYPE, docxOf } from '#documents/docx.ts'
import { allow } from '#guard.ts'
import { idIn } from '#web/form.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { takeAway } from '#web/take-away.tsx'
import { roleAccess as may } from '../access.ts'
import { openPreparation } from '../actions/preparation.ts'
import { sourcesOf } from '../gap-sheet.ts'
import { PreparationPage } from '../pages/preparation.tsx'
import { preparationSheet } from '../preparation.ts'

/** Preparing for an interview. */
export function preparationRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/:id/preparation', allow(may.read), async (c) => {
      const view = await openPreparation(c.var.ctx, idIn(c.req.param('id')))
      return page(c, <PreparationPage {...view} />)
    })
    .get('/:id/preparation.docx', allow(may.read), async (c) => {
      const view = await openPreparation(c.var.ctx, idIn(c.req.param('id')))
      const sources = sourcesOf([...view.frameworks.values()])
      const sheet = preparationSheet({ ...view, name: view.person?.name ?? null, sources })
      return takeAway(c, { name: 'preparation.docx', type: DOCX_TYPE, body: await docxOf(sheet) })
    })
}
