import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from '#context.ts'
import { allow } from '#guard.ts'
import { frameworkFor } from '#translate/actions/judgement.ts'
import { checked } from '#translate/routes/forms.ts'
import { frameworksOf } from '#translate/store/frameworks.ts'
import { answer, apiPart, problem, takes } from '#web/api.ts'
import { idIn } from '#web/form.ts'
import type { Env } from '#web/site.ts'
import { profileAccess as may } from '../access.ts'
import { answerEvidence, openEvidence, withdrawEvidence, writeEvidence } from '../actions/evidence.ts'
import { ownProfile } from '../actions/own.ts'
import { AnswerForm, EvidenceForm, WithdrawalForm } from '../evidence.ts'
import { EvidenceBody, EvidenceJson, evidenceJson } from '../json/story.ts'
import { listEvidence, listEvidenceWrittenBy } from '../store/evidence.ts'

const params = z.object({ id: z.string().describe('The entry’s id') })
const none = problem('There is no such entry for you')
const unusable = problem('Something cannot be used; the fields say what')
const shared = { tags: ['Profile'], middleware: allow(may.own) }
const entry = answer(EvidenceJson, 'The entry as it stands')

const list = createRoute({
  ...shared,
  method: 'get',
  path: '/api/profile/evidence',
  summary: 'The evidence in your profile, and what you wrote about others',
  responses: {
    200: answer(
      z.object({ own: z.array(EvidenceJson), aboutOthers: z.array(EvidenceJson) }),
      'What was seen last comes first; withdrawn and corrected entries are there too',
    ),
  },
})

const write = createRoute({
  ...shared,
  method: 'post',
  path: '/api/profile/evidence',
  summary: 'Write what was seen, or correct an earlier entry by a new one',
  description: 'Into your own profile; into somebody else’s for a level that they share with you.',
  request: takes(EvidenceBody),
  responses: { 200: entry, 404: none, 409: problem('The entry to correct does not stand'), 422: unusable },
})

const show = createRoute({
  ...shared,
  method: 'get',
  path: '/api/profile/evidence/{id}',
  summary: 'An entry in your profile, that you wrote, or that is shared with you',
  request: { params },
  responses: { 200: entry, 404: none },
})

const withdraw = createRoute({
  ...shared,
  method: 'post',
  path: '/api/profile/evidence/{id}/withdrawal',
  summary: 'Withdraw an entry that you wrote, and say why',
  request: { params, ...takes(WithdrawalForm.openapi('EvidenceWithdrawal')) },
  responses: { 200: entry, 404: none, 409: problem('It does not stand any more'), 422: unusable },
})

const reply = createRoute({
  ...shared,
  method: 'post',
  path: '/api/profile/evidence/{id}/answer',
  summary: 'Answer an entry that somebody else wrote in your profile',
  request: { params, ...takes(AnswerForm.openapi('EvidenceAnswer')) },
  responses: { 200: entry, 404: none, 422: unusable },
})

/** Evidence, for programs. */
export function evidenceApi(): OpenAPIHono<Env> {
  const api = apiPart()
  api.openapi(list, async (c) => c.json(await all(c.var.ctx), 200))
  api.openapi(write, async (c) => {
    const { ctx } = c.var
    const { about = ownProfile(ctx).id, corrects = null, ...given } = c.req.valid('json')
    const input = checked(EvidenceForm, given)
    const framework = await frameworkFor(ctx, input.framework)
    return c.json(await one(ctx, await writeEvidence(ctx, { about, framework, corrects }, input)), 200)
  })
  api.openapi(show, async (c) => c.json(await one(c.var.ctx, idIn(c.req.valid('param').id)), 200))
  api.openapi(withdraw, async (c) => {
    const id = idIn(c.req.valid('param').id)
    await withdrawEvidence(c.var.ctx, id, c.req.valid('json').reason)
    return c.json(await one(c.var.ctx, id), 200)
  })
  api.openapi(reply, async (c) => {
    const id = idIn(c.req.valid('param').id)
    await answerEvidence(c.var.ctx, id, c.req.valid('json').text)
    return c.json(await one(c.var.ctx, id), 200)
  })
  return api
}

function all(ctx: Context) {
  const { id } = ownProfile(ctx)
  return ctx.read(async (db) => {
    const [own, written] = [await listEvidence(db, id), await listEvidenceWrittenBy(db, id)]
    const frameworks = await frameworksOf(db, [...own, ...written])
    const shown = (entries: typeof own) => entries.map((one) => evidenceJson(one, frameworks))
    return { own: shown(own), aboutOthers: shown(written) }
  })
}

function one(ctx: Context, id: string) {
  return ctx.read(async (db) => {
    const found = await openEvidence(ctx, db, id)
    return evidenceJson(found, await frameworksOf(db, [found]))
  })
}
