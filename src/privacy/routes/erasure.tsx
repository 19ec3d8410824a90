import { Hono, type Context as HonoContext } from 'hono'
import { allow } from '#guard.ts'
import { links } from '#routes.ts'
import { attempt, formOf, idIn, type Refusal } from '#web/form.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { privacyAccess as may } from '../access.ts'
import { eraseNamed, previewOf } from '../actions/erase.ts'
import { ownPerson, refuseWish, wishErasure, withdrawWish } from '../actions/wish.ts'
import { RefusalForm, WishForm } from '../model.ts'
import { ErasurePage } from '../pages/erasure.tsx'
import { WishPage } from '../pages/wish.tsx'
import { WishesPage } from '../pages/wishes.tsx'
import { listWishes } from '../store.ts'
import { parsed, textsIn } from './forms.ts'

const NO_REFUSAL: Refusal = { errors: {}, status: 422 }

/** Wishing to be erased, taking it back, and the answer of HR or an owner. */
export function erasureRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/privacy/erasure', allow(may.own), (c) => wishPage(c, {}))
    .post('/privacy/erasure', allow(may.own), async (c) => {
      const typed = textsIn(await formOf(c))
      const { done, refused } = await tried(() => wishErasure(c.var.ctx, parsed(WishForm, typed)))
      return done ? c.redirect(links.privacy(), 303) : wishPage(c, typed, refused)
    })
    .post('/privacy/erasure/withdrawal', allow(may.own), async (c) => {
      await withdrawWish(c.var.ctx)
      return c.redirect(links.privacy(), 303)
    })
    .get('/privacy/request', allow(may.erase), async (c) =>
      page(c, <WishesPage wishes={await c.var.ctx.read(listWishes)} />),
    )
    .get('/privacy/person/:id/erasure', allow(may.erase), (c) => erasurePage(c, {}))
    .post('/privacy/person/:id/erasure', allow(may.erase), async (c) => {
      const id = idIn(c.req.param('id'))
      const typed = textsIn(await formOf(c))
      const { done, refused } = await tried(() => eraseNamed(c.var.ctx, id, typed.name ?? ''))
      return done ? c.redirect(links.privacyOf(id), 303) : erasurePage(c, typed, refused)
    })
    .post('/privacy/person/:id/refusal', allow(may.erase), async (c) => {
      const id = idIn(c.req.param('id'))
      const typed = textsIn(await formOf(c))
      const { done, refused } = await tried(() =>
        refuseWish(c.var.ctx, id, parsed(RefusalForm, typed).answer),
      )
      return done ? c.redirect(links.erasures(), 303) : erasurePage(c, typed, refused)
    })
}

async function tried(work: () => Promise<unknown>): Promise<{ done: boolean; refused: Refusal }> {
  const result = await attempt(work)
  return 'refused' in result ? { done: false, refused: result.refused } : { done: true, refused: NO_REFUSAL }
}

type Typed = Record<string, string>

async function wishPage(
  c: HonoContext<Env>,
  typed: Typed,
  { errors, status } = NO_REFUSAL,
): Promise<Response> {
  const { ctx } = c.var
  const { id } = ownPerson(ctx)
  const preview = await previewOf(ctx, id)
  // It waits for its answer there, and can be taken back there.
  if (preview.wish) return c.redirect(links.privacy(), 303)
  const values = { name: typed.name ?? '', reason: typed.reason ?? '' }
  return page(c, <WishPage {...{ preview, values, errors }} />, isWrong(errors) ? status : 200)
}

async function erasurePage(
  c: HonoContext<Env>,
  typed: Typed,
  { errors, status } = NO_REFUSAL,
): Promise<Response> {
  const preview = await previewOf(c.var.ctx, idIn(c.req.param('id')))
  const values = { name: typed.name ?? '', answer: typed.answer ?? '' }
  return page(c, <ErasurePage {...{ preview, values, errors }} />, isWrong(errors) ? status : 200)
}

const isWrong = (errors: Refusal['errors']) => Object.keys(errors).length > 0
