import { Hono, type Context as HonoContext } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Context } from '#context.ts'
import { Conflict, Invalid } from '#errors.ts'
import { frameworkSlug } from '#framework/store.ts'
import { allow } from '#guard.ts'
import { links } from '#routes.ts'
import { formOf, idIn } from '#web/form.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { intakeAccess as may } from './access.ts'
import { changeDraft, discardDraft, type OpenDraft, openDraft, publishDraft, startDraft } from './actions.ts'
import { decodeDocument, LIMIT_BYTES, sourceFrom, tooLarge } from './decode.ts'
import { afterwards, fieldMessages, openFrom, operationFrom } from './form.ts'
import { draftTitle } from './labels.ts'
import type { Source } from './model.ts'
import { DocumentsPage } from './pages/documents.tsx'
import { IntakeHelpPage } from './pages/help.tsx'
import type { Open, Review } from './pages/props.ts'
import { PublicationPage } from './pages/publication.tsx'
import { ReviewPage } from './pages/review.tsx'
import { PublicationForm } from './publish.ts'
import { listDrafts } from './store.ts'

/** Larger than any document that is read, so that the reader itself can say how large this one is. */
const MOST_BYTES = 4 * LIMIT_BYTES

async function reviewOf(ctx: Context, draft: OpenDraft): Promise<Review> {
  const { publishedFrameworkId: framework } = draft
  const slug = framework === null ? undefined : await ctx.read((db) => frameworkSlug(db, framework))
  return { ...draft, publishedAs: slug ?? null }
}

/** The document that was sent, with what is wrong told at the field it came by. */
async function documentFrom({ file, text }: Record<string, unknown>): Promise<Source> {
  const pasted = typeof text === 'string' ? text : ''
  if (file instanceof File && file.size > 0) {
    if (pasted.trim())
      throw new Invalid({
        file: 'There is text above and a file here. Send one of the two; the other can follow.',
      })
    const bytes = new Uint8Array(await file.arrayBuffer())
    return toldAt('file', () => decodeDocument(bytes, file.name))
  }
  if (!pasted.trim()) throw new Invalid({ text: 'Paste some text here, or choose a file below.' })
  return toldAt('text', () => sourceFrom(pasted, null))
}

function toldAt<T>(field: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw error instanceof Invalid ? new Invalid({ [field]: error.message }) : error
  }
}

function refuse(c: HonoContext): never {
  throw new Invalid(tooLarge(Number(c.req.header('content-length') ?? MOST_BYTES)))
}

/** The door of intake: documents in, review, publication. */
export function intakeRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/help/intake', allow(may.help), (c) => page(c, <IntakeHelpPage />))
    .get('/intake', allow(may.edit), async (c) =>
      page(c, <DocumentsPage drafts={await c.var.ctx.read(listDrafts)} />),
    )
    .post('/intake', allow(may.edit), bodyLimit({ maxSize: MOST_BYTES, onError: refuse }), async (c) => {
      const body = await formOf(c)
      try {
        return c.redirect(links.intakeDraft(await startDraft(c.var.ctx, await documentFrom(body))), 303)
      } catch (error) {
        if (!(error instanceof Invalid)) throw error
        const typed = typeof body.text === 'string' ? body.text : ''
        const drafts = await c.var.ctx.read(listDrafts)
        return page(c, <DocumentsPage drafts={drafts} typed={typed} errors={error.fields} />, 422)
      }
    })
    .route('/intake/:id', draftRoutes())
}

function draftRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/', allow(may.edit), async (c) => {
      const review = await reviewOf(c.var.ctx, await openDraft(c.var.ctx, idIn(c.req.param('id'))))
      return page(c, <ReviewPage review={review} open={openFrom(c.req.query())} />)
    })
    .post('/step', allow(may.edit), async (c) => {
      const draftId = idIn(c.req.param('id'))
      const body = await formOf(c)
      try {
        const operation = operationFrom(body)
        await changeDraft(c.var.ctx, { draftId, seen: Number(body.seen), operation })
        return c.redirect(`${links.intakeDraft(draftId)}${afterwards(operation)}`, 303)
      } catch (error) {
        if (!(error instanceof Invalid || error instanceof Conflict)) throw error
        const review = await reviewOf(c.var.ctx, await openDraft(c.var.ctx, draftId))
        const open: Open = openFrom(body)
        const [errors, status] =
          error instanceof Invalid ? [error.fields, 422 as const] : [{ '': error.message }, 409 as const]
        return page(c, <ReviewPage review={review} open={open} errors={errors} />, status)
      }
    })
    .get('/publication', allow(may.edit), async (c) => {
      const review = await reviewOf(c.var.ctx, await openDraft(c.var.ctx, idIn(c.req.param('id'))))
      if (review.publishedAs !== null) return c.redirect(links.intakeDraft(review.id), 303)
      const values = { title: draftTitle(review.now, review.source), kind: 'proficiency' }
      return page(c, <PublicationPage review={review} values={values} />)
    })
    .post('/publication', allow(may.edit), async (c) => {
      const id = idIn(c.req.param('id'))
      const values = (await formOf(c)) as Record<string, string>
      const form = PublicationForm.safeParse(values)
      if (form.success)
        return c.redirect(links.framework((await publishDraft(c.var.ctx, id, form.data)).slug), 303)
      const review = await reviewOf(c.var.ctx, await openDraft(c.var.ctx, id))
      return page(
        c,
        <PublicationPage review={review} values={values} errors={fieldMessages(form.error)} />,
        422,
      )
    })
    .post('/removal', allow(may.edit), async (c) => {
      await discardDraft(c.var.ctx, idIn(c.req.param('id')))
      return c.redirect(links.intake(), 303)
    })
}
