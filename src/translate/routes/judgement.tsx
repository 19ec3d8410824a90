import { Hono, type Context as HonoContext } from 'hono'
import { findFramework } from '#framework/store.ts'
import { allow } from '#guard.ts'
import { links } from '#routes.ts'
import { attempt, idIn, type Refusal } from '#web/form.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { translateAccess as may } from '../access.ts'
import {
  forgetMyWords,
  frameworkFor,
  judge,
  personOf,
  proposeExample,
  takeBack,
} from '../actions/judgement.ts'
import { frameworkOfJudgement, ownJudgements } from '../actions/own.ts'
import { saidOf } from '../actions/translate.ts'
import { JudgementForm } from '../judgement.ts'
import { reachOf } from '../pages/frame.tsx'
import { JudgementPage } from '../pages/judgement.tsx'
import { MinePage } from '../pages/mine.tsx'
import { checked, type Typed, typedIn } from './forms.ts'

type C = HonoContext<Env>

/** What somebody says of translations, and everything they have said. */
export function judgementRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/', allow(may.judge), (c) => mine(c))
    .post('/', allow(may.judge), async (c) => {
      const { ctx } = c.var
      const typed = await typedIn(c)
      const result = await attempt(async () => {
        personOf(ctx)
        const form = checked(JudgementForm, typed)
        const framework = await frameworkFor(ctx, form.framework)
        return judge(ctx, { framework, form, before: await saidOf(ctx, framework, form.text) })
      })
      if ('done' in result) return c.redirect(links.translateJudgements(), 303)
      return again(c, typed, result.refused)
    })
    .post('/:id/removal', allow(may.judge), async (c) => {
      await takeBack(c.var.ctx, idIn(c.req.param('id')))
      return c.redirect(links.translateJudgements(), 303)
    })
    .post('/:id/words/removal', allow(may.judge), async (c) => {
      await forgetMyWords(c.var.ctx, idIn(c.req.param('id')))
      return c.redirect(links.translateJudgements(), 303)
    })
    .post('/:id/proposal', allow(may.judge), async (c) => {
      const id = idIn(c.req.param('id'))
      const framework = await frameworkOfJudgement(c.var.ctx, id)
      const result = await attempt(() => proposeExample(c.var.ctx, id, framework))
      if ('done' in result) return c.redirect(links.translateJudgements(), 303)
      return mine(c, result.refused)
    })
}

async function mine(c: C, refusal?: Refusal): Promise<Response> {
  const { ctx } = c.var
  const own = await ownJudgements(ctx)
  const problem = refusal && { problem: Object.values(refusal.errors).join(' ') }
  return page(c, <MinePage own={own} reach={reachOf(ctx.viewer)} {...problem} />, refusal?.status ?? 200)
}

/** The form comes back alone, with what was typed. */
async function again(c: C, typed: Typed, { errors, status }: Refusal): Promise<Response> {
  const { ctx } = c.var
  const framework = await ctx.read((db) => findFramework(db, typed.framework ?? ''))
  const shown = { framework: framework ?? null, values: typed, errors, reach: reachOf(ctx.viewer) }
  return page(c, <JudgementPage {...shown} />, status)
}
