import { Hono, type Context as HonoContext } from 'hono'
import { Invalid, NotFound } from '#errors.ts'
import { allow } from '#guard.ts'
import { links } from '#routes.ts'
import { checked, typedIn } from '#translate/routes/forms.ts'
import { attempt, idIn, type Refusal } from '#web/form.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { profileAccess as may } from '../access.ts'
import {
  changeOrder,
  finishWorkbook,
  removeWorkbook,
  saveAnswers,
  startWorkbook,
  workbookOwner,
} from '../actions/workbook.ts'
import { WorkbookPage } from '../pages/workbook.tsx'
import { WorkbookPartPage } from '../pages/workbook-part.tsx'
import { WorkbooksPage } from '../pages/workbooks.tsx'
import { changedAnswers, GivenAnswers, StartInput } from '../workbook.ts'
import { type Opened, offersFor, openedWorkbook } from './opened-workbook.ts'

type C = HonoContext<Env>

/** Starting, answering, finishing and removing workbooks. */
export function workbookRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/', allow(may.own), (c) => showAll(c))
    .post('/', allow(may.own), async (c) => {
      const { framework = '', mixed, earlier } = await typedIn(c)
      const input = { framework, mixed: mixed === '1', earlier: earlier === '1' }
      const result = await attempt(() => startWorkbook(c.var.ctx, checked(StartInput, input)))
      if ('done' in result) return c.redirect(links.workbook(result.done.id), 303)
      return showAll(c, result.refused)
    })
    .get('/:id', allow(may.own), (c) => show(c))
    .get('/:id/part/:number', allow(may.own), (c) => showPart(c))
    .post('/:id/part/:number', allow(may.own), async (c) => {
      const id = idIn(c.req.param('id'))
      const { to, ...fields } = await typedIn(c)
      const result = await attempt(() => saveAnswers(c.var.ctx, id, changedAnswers(fields)))
      if ('refused' in result) return showPart(c, result.refused)
      const levels = c.req.query('levels') === '1'
      const next = links.workbookPart(id, numberIn(c) + 1, { levels })
      return c.redirect(to === 'next' ? next : links.workbook(id), 303)
    })
    .post('/:id/answer', allow(may.own), async (c) => {
      const given = GivenAnswers.safeParse(await c.req.json().catch(() => null))
      if (!given.success) throw new Invalid('Send a list of statements and answers.')
      return c.json(await saveAnswers(c.var.ctx, idIn(c.req.param('id')), given.data))
    })
    .post('/:id/order', allow(may.own), async (c) => {
      const id = idIn(c.req.param('id'))
      const { mixed } = await typedIn(c)
      const result = await attempt(() => changeOrder(c.var.ctx, id, mixed === '1'))
      return 'done' in result ? c.redirect(links.workbook(id), 303) : show(c, result.refused)
    })
    .post('/:id/completion', allow(may.own), async (c) => {
      const id = idIn(c.req.param('id'))
      const result = await attempt(() => finishWorkbook(c.var.ctx, id))
      return 'done' in result ? c.redirect(links.workbook(id), 303) : show(c, result.refused)
    })
    .post('/:id/removal', allow(may.own), async (c) => {
      const { workbook, framework } = await openedWorkbook(c.var.ctx, idIn(c.req.param('id')))
      const { name = '' } = await typedIn(c)
      const result = await attempt(async () => {
        refuseOther(name, framework.title)
        await removeWorkbook(c.var.ctx, workbook.id)
      })
      return 'done' in result ? c.redirect(links.workbooks(), 303) : show(c, result.refused, name)
    })
}

function refuseOther(typed: string, title: string): void {
  const plain = (text: string) => text.trim().replace(/\s+/g, ' ').toLowerCase()
  if (plain(typed) !== plain(title)) throw new Invalid({ name: `Type the name as it stands here: ${title}` })
}

async function showAll(c: C, refusal?: Refusal): Promise<Response> {
  const { ctx } = c.var
  const offers = await offersFor(ctx, workbookOwner(ctx).id)
  return page(c, <WorkbooksPage offers={offers} errors={refusal?.errors ?? {}} />, refusal?.status ?? 200)
}

async function show(c: C, refusal?: Refusal, typed?: string): Promise<Response> {
  const opened = await openedWorkbook(c.var.ctx, idIn(c.req.param('id')))
  const errors = refusal?.errors ?? {}
  return page(c, <WorkbookPage {...opened} errors={errors} typed={typed} />, refusal?.status ?? 200)
}

const numberIn = (c: C) => Number(c.req.param('number'))

async function showPart(c: C, refusal?: Refusal): Promise<Response> {
  const opened = await openedWorkbook(c.var.ctx, idIn(c.req.param('id')))
  const part = opened.parts.find(({ number }) => number === numberIn(c))
  if (!part) throw new NotFound('The workbook has no such page.')
  const shown = { ...shownOf(opened), part, levels: c.req.query('levels') === '1' }
  return page(c, <WorkbookPartPage {...shown} errors={refusal?.errors ?? {}} />, refusal?.status ?? 200)
}

function shownOf({ workbook, framework, parts, progress, answers }: Opened) {
  const given = new Map(answers.map(({ statementId, answer }) => [statementId, answer]))
  return { workbook, framework, progress, parts: parts.length, answers: given }
}
