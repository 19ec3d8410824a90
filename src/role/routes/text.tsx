import { Hono, type Context as HonoContext } from 'hono'
import { DOCX_TYPE, docxOf } from '#documents/docx.ts'
import { NotFound } from '#errors.ts'
import { slugify } from '#framework/model.ts'
import { allow } from '#guard.ts'
import { sheetMarkdown } from '#lib/sheet.ts'
import { sheetText } from '#lib/sheet-text.ts'
import { links } from '#routes.ts'
import { attempt, formOf, idIn, type Refusal } from '#web/form.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { takeAway } from '#web/take-away.tsx'
import { roleAccess as may } from '../access.ts'
import {
  discardText,
  publishText,
  renewText,
  reviewText,
  saveText,
  startText,
  withdrawText,
} from '../actions/text.ts'
import { openEditor, openRoleTexts, openText, openTexts } from '../actions/text-look.ts'
import { TextPage } from '../pages/text.tsx'
import { EditorPage } from '../pages/text-editor.tsx'
import { RoleTextsPage, TextsPage } from '../pages/texts.tsx'
import { TEXT_KINDS } from '../text.ts'
import { checkedText, type SentText, sentText, stepIn } from './text-form.ts'

type C = HonoContext<Env>

/** Descriptions, adverts and level cards: written, published, taken away, looked at again. */
export function textRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/text', allow(may.read), async (c) => page(c, <TextsPage {...(await openTexts(c.var.ctx))} />))
    .get('/text/:id', allow(may.read), (c) => read(c))
    .get('/text/:id/file/:kind', allow(may.read), (c) => file(c))
    .get('/text/:id/edit', allow(may.edit), async (c) => {
      const view = await openEditor(c.var.ctx, idIn(c.req.param('id')))
      return 'published' in view
        ? c.redirect(links.roleText(view.published), 303)
        : page(c, <EditorPage {...view} />)
    })
    .post('/text/:id/edit', allow(may.edit), (c) => save(c))
    .post('/text/:id/publication', allow(may.edit), async (c) => {
      const id = idIn(c.req.param('id'))
      const { seen } = await sentText(c)
      const result = await attempt(() => publishText(c.var.ctx, id, seen))
      if ('done' in result) return c.redirect(links.roleText(id), 303)
      return again(c, null, result.refused)
    })
    .post('/text/:id/renewal', allow(may.edit), async (c) => {
      const id = idIn(c.req.param('id'))
      await renewText(c.var.ctx, id)
      return c.redirect(links.roleTextEdit(id), 303)
    })
    .post('/text/:id/removal', allow(may.edit), async (c) => {
      const { roleId } = (await openText(c.var.ctx, idIn(c.req.param('id')))).text
      await discardText(c.var.ctx, idIn(c.req.param('id')))
      return c.redirect(links.roleTextsOf(roleId), 303)
    })
    .post('/text/:id/withdrawal', allow(may.edit), async (c) => {
      const id = idIn(c.req.param('id'))
      await withdrawText(c.var.ctx, id, (await formOf(c)).do !== 'show')
      return c.redirect(links.roleText(id), 303)
    })
    .post('/text/:id/review', allow(may.edit), async (c) => {
      const id = idIn(c.req.param('id'))
      const { reviewOn, do: what } = await formOf(c)
      const review = { reviewOn: String(reviewOn ?? ''), isKept: what !== 'move' }
      const result = await attempt(() => reviewText(c.var.ctx, id, review))
      if ('done' in result) return c.redirect(links.roleText(id), 303)
      return read(c, result.refused, review.reviewOn)
    })
    .get('/:id/text', allow(may.read), async (c) =>
      page(c, <RoleTextsPage {...(await openRoleTexts(c.var.ctx, idIn(c.req.param('id'))))} />),
    )
    .post('/:id/text', allow(may.edit), async (c) => {
      const role = idIn(c.req.param('id'))
      const { kind: sent } = await formOf(c)
      const kind = TEXT_KINDS.find((one) => one === sent)
      const result = await attempt(async () => startText(c.var.ctx, role, kind ?? 'description'))
      if ('done' in result) return c.redirect(links.roleTextEdit(result.done), 303)
      const problem = Object.values(result.refused.errors).join(' ')
      return page(
        c,
        <RoleTextsPage {...(await openRoleTexts(c.var.ctx, role))} problem={problem} />,
        result.refused.status,
      )
    })
}

async function read(c: C, refusal?: Refusal, typed?: string): Promise<Response> {
  const view = await openText(c.var.ctx, idIn(c.req.param('id')))
  const shown = { ...view, ...(typed !== undefined && { nextReview: typed }) }
  return page(c, <TextPage {...shown} errors={refusal?.errors ?? {}} />, refusal?.status ?? 200)
}

async function file(c: C): Promise<Response> {
  const { sheet, text, role } = await openText(c.var.ctx, idIn(c.req.param('id')))
  const name = `${asciiSlug(role.title)}-${text.kind}`
  switch (c.req.param('kind')) {
    case 'docx':
      return takeAway(c, { name: `${name}.docx`, type: DOCX_TYPE, body: await docxOf(sheet) })
    case 'md':
      return takeAway(c, { name: `${name}.md`, type: 'text/markdown', body: sheetMarkdown(sheet) })
    case 'txt':
      return takeAway(c, { name: `${name}.txt`, type: 'text/plain', body: sheetText(sheet) })
    default:
      throw new NotFound('There is no such file of this text. There are docx, md and txt.')
  }
}

const asciiSlug = (title: string) => slugify(title).replaceAll(/[^a-z0-9-]/g, '') || 'role'

async function save(c: C): Promise<Response> {
  const id = idIn(c.req.param('id'))
  const sent = await sentText(c)
  const result = await attempt(async () => {
    const typing = { id, seen: sent.seen, typed: checkedText(sent) }
    const version = await saveText(c.var.ctx, typing, stepIn(sent.do))
    if (sent.do === 'publish') await publishText(c.var.ctx, id, version)
  })
  if ('refused' in result) return again(c, sent, result.refused)
  return c.redirect(sent.do === 'publish' ? links.roleText(id) : links.roleTextEdit(id), 303)
}

/** The editor comes back with what was typed. */
async function again(c: C, sent: SentText | null, { errors, status }: Refusal): Promise<Response> {
  const view = await openEditor(c.var.ctx, idIn(c.req.param('id')), sent)
  if ('published' in view)
    return page(c, <TextPage {...(await openText(c.var.ctx, view.published))} errors={errors} />, status)
  return page(c, <EditorPage {...view} errors={errors} isBehind={status === 409} />, status)
}
