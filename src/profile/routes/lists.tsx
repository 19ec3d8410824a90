import { Hono, type Context as HonoContext } from 'hono'
import { DOCX_TYPE, docxOf } from '#documents/docx.ts'
import { NotFound } from '#errors.ts'
import { allow } from '#guard.ts'
import { dayWords } from '#history/time.ts'
import { sheetMarkdown } from '#lib/sheet.ts'
import { links } from '#routes.ts'
import { typedIn } from '#translate/routes/forms.ts'
import { attempt } from '#web/form.ts'
import { page, type Status } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { takeAway } from '#web/take-away.tsx'
import { profileAccess as may } from '../access.ts'
import { addLine, changeLine, openList } from '../actions/lists.ts'
import { ownProfile } from '../actions/own.ts'
import { listSheet, listText } from '../list-sheet.ts'
import { LINE_STEPS, LIST_KINDS, LISTS, type ListKind, sectionIn } from '../lists.ts'
import { anchorOf, keyOf, ListPage } from '../pages/list.tsx'
import { ProfileSheetPage } from '../pages/sheet.tsx'

type C = HonoContext<Env>

/** The lists for a CV, a career plan and an appraisal. */
export function listRoutes(): Hono<Env> {
  const routes = new Hono<Env>()
  for (const kind of LIST_KINDS) routes.route(links.profileList(kind), routesOf(kind))
  return routes
}

function routesOf(kind: ListKind): Hono<Env> {
  return new Hono<Env>()
    .get('/', allow(may.own), (c) => show(c, kind, { editing: c.req.query('edit') ?? '' }))
    .post('/line', allow(may.own), async (c) => {
      const typed = await typedIn(c)
      const { section = '', source = '', do: step = '' } = typed
      const text = typed.text ?? typed[`text-${section}`] ?? ''
      const result = await attempt(() => doneWith(c, kind, { section, source, step, text }))
      if ('done' in result) return c.redirect(`${links.profileList(kind)}#${result.done}`, 303)
      const editing = step === 'edit' ? keyOf(section, source) : ''
      return show(c, kind, { editing, typed: { section, text }, ...result.refused })
    })
    .get('/print', allow(may.own), async (c) => {
      const back = { label: LISTS[kind].title, href: links.profileList(kind) }
      return page(c, <ProfileSheetPage sheet={await sheetFor(c, kind)} back={back} />)
    })
    .get('/list.txt', allow(may.own), async (c) => {
      const body = `${listText(await openList(c.var.ctx, kind))}\n`
      return takeAway(c, { name: `${kind}-list.txt`, type: 'text/plain', body })
    })
    .get('/list.md', allow(may.own), async (c) => {
      const body = sheetMarkdown(await sheetFor(c, kind))
      return takeAway(c, { name: `${kind}-list.md`, type: 'text/markdown', body })
    })
    .get('/list.docx', allow(may.own), async (c) => {
      const body = await docxOf(await sheetFor(c, kind))
      return takeAway(c, { name: `${kind}-list.docx`, type: DOCX_TYPE, body })
    })
}

interface Sent {
  section: string
  source: string
  step: string
  text: string
}

/** Gives where on the page it was done. */
async function doneWith(c: C, kind: ListKind, sent: Sent): Promise<string> {
  const section = sectionIn(kind, sent.section)
  const step = LINE_STEPS.find((one) => one === sent.step)
  if (!section || (!step && sent.step !== 'add')) throw new NotFound('There is no such part of the list.')
  if (!step) {
    await addLine(c.var.ctx, kind, section, sent.text)
    return `section-${section}`
  }
  await changeLine(c.var.ctx, { kind, section, source: sent.source }, { step, text: sent.text })
  const stays = ['up', 'down', 'edit', 'restore', 'in'].includes(step)
  return stays ? anchorOf(keyOf(section, sent.source)) : `section-${section}`
}

interface Shown {
  editing: string
  typed?: { section: string; text: string }
  errors?: Record<string, string>
  status?: Status
}

async function show(c: C, kind: ListKind, { status = 200, ...shown }: Shown): Promise<Response> {
  const { sections } = await openList(c.var.ctx, kind)
  return page(
    c,
    <ListPage kind={kind} sections={sections} text={listText({ sections })} {...shown} />,
    status,
  )
}

async function sheetFor(c: C, kind: ListKind) {
  const { ctx } = c.var
  return listSheet(await openList(ctx, kind), ownProfile(ctx).name, dayWords(ctx.now()))
}
