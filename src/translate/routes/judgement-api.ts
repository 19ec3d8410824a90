import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from '#context.ts'
import { allow } from '#guard.ts'
import { answer, apiPart, problem, takes } from '#web/api.ts'
import { idIn } from '#web/form.ts'
import type { Env } from '#web/site.ts'
import { translateAccess as may } from '../access.ts'
import { forgetMyWords, frameworkFor, judge, proposeExample, takeBack } from '../actions/judgement.ts'
import { frameworkOfJudgement, ownJudgement, ownJudgements } from '../actions/own.ts'
import { saidOf } from '../actions/translate.ts'
import { JudgementBody, JudgementJson, judgementJson } from '../json/judgement.ts'
import { JudgementForm, keysOf } from '../judgement.ts'
import { checked } from './forms.ts'

const tags = ['Translate']
const shared = { tags, middleware: allow(may.judge) }
const params = z.object({ id: z.string().describe('The judgement’s id') })
const none = problem('You have no such judgement')
const done = answer(z.object({ done: z.literal(true) }), 'It is done')
const nobody = problem('This token belongs to nobody among the people')

const list = createRoute({
  ...shared,
  method: 'get',
  path: '/api/translate/judgement',
  summary: 'What you accepted or corrected, the newest first; 200 at most',
  responses: { 200: answer(z.array(JudgementJson), 'Your judgements, for you alone'), 403: nobody },
})

const make = createRoute({
  ...shared,
  method: 'post',
  path: '/api/translate/judgement',
  summary: 'Accept or correct a translation. Your words are kept only if you say so',
  request: takes(JudgementBody),
  responses: {
    200: answer(JudgementJson, 'As it is kept'),
    403: nobody,
    409: problem('It was to be proposed, and everybody’s translations know these words already'),
    422: problem('A part cannot be used; the fields say what'),
    503: problem('Translate cannot be used now; try again later'),
  },
})

const remove = createRoute({
  ...shared,
  method: 'delete',
  path: '/api/translate/judgement/{id}',
  summary: 'Take a judgement of yours back, with its words and what was proposed of it',
  request: { params },
  responses: { 200: done, 404: none },
})

const forget = createRoute({
  ...shared,
  method: 'delete',
  path: '/api/translate/judgement/{id}/words',
  summary: 'Have the words of a judgement of yours forgotten; the judgement stays',
  request: { params },
  responses: { 200: done, 404: none },
})

const propose = createRoute({
  ...shared,
  method: 'post',
  path: '/api/translate/judgement/{id}/proposal',
  summary: 'Propose the kept words of a judgement of yours as an example for everybody',
  request: { params },
  responses: {
    200: answer(JudgementJson, 'With its proposal, which waits for a steward'),
    404: none,
    409: problem('Its words are not kept, or everybody’s translations know them already'),
  },
})

/** One's own judgements, for programs that hold one's token. */
export function judgementApi(): OpenAPIHono<Env> {
  const api = apiPart()
  api.openapi(list, async (c) => c.json((await ownJudgements(c.var.ctx)).map(judgementJson), 200))
  api.openapi(make, async (c) => {
    const { ctx } = c.var
    const sent = c.req.valid('json')
    const framework = await frameworkFor(ctx, sent.framework)
    const form = checked(JudgementForm, { ...sent, ...keysOf(framework, sent) })
    const { id } = await judge(ctx, { framework, form, before: await saidOf(ctx, framework, form.text) })
    return c.json(await one(ctx, id), 200)
  })
  api.openapi(remove, async (c) => {
    await takeBack(c.var.ctx, idIn(c.req.valid('param').id))
    return c.json({ done: true as const }, 200)
  })
  api.openapi(forget, async (c) => {
    await forgetMyWords(c.var.ctx, idIn(c.req.valid('param').id))
    return c.json({ done: true as const }, 200)
  })
  api.openapi(propose, async (c) => {
    const id = idIn(c.req.valid('param').id)
    await proposeExample(c.var.ctx, id, await frameworkOfJudgement(c.var.ctx, id))
    return c.json(await one(c.var.ctx, id), 200)
  })
  return api
}

const one = async (ctx: Context, id: string) => judgementJson(await ownJudgement(ctx, id))
