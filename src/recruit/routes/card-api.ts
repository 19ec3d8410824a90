import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { allow } from '#guard.ts'
import { answer, apiPart, problem, takes } from '#web/api.ts'
import { idIn } from '#web/form.ts'
import type { Env } from '#web/site.ts'
import { recruitAccess as may } from '../access.ts'
import { openCard, saveEntries, submitCard } from '../actions/card.ts'
import { ArrivedJson, arrivedJson, CardJson, cardJson } from '../json/card.ts'
import { EntriesInput } from '../rating/card.ts'

const tags = ['Recruit']
const params = z.object({
  id: z.string().describe('The vacancy’s id'),
  candidate: z.string().describe('The candidate’s id'),
})
const path = '/api/recruit/{id}/candidate/{candidate}/card' as const
const missing = {
  403: problem('You are not on the panel'),
  404: problem('There is no such vacancy or candidate, or you have no part in it'),
}

const show = createRoute({
  method: 'get',
  path,
  middleware: allow(may.read),
  summary: 'Your own scorecard of a candidate',
  tags,
  request: { params },
  responses: { 200: answer(CardJson, 'The scorecard, with an entry for each question'), ...missing },
})

const put = createRoute({
  method: 'put',
  path: `${path}/entries`,
  middleware: allow(may.read),
  summary: 'Put answers on your own scorecard',
  description:
    'Each answer names the revision that it was made to. What was sent before is not taken twice; what was made to an older revision changes nothing and comes back as it stands.',
  tags,
  request: { params, ...takes(EntriesInput) },
  responses: {
    200: answer(ArrivedJson, 'How each answer stands now'),
    ...missing,
    409: problem('Nothing can be written on it: it is submitted, or the kit is not fixed'),
    422: problem('An answer that there cannot be'),
  },
})

const Submission = z.object({ version: z.int().min(0).describe('Of the scorecard as you saw it') })

const submit = createRoute({
  method: 'post',
  path: `${path}/submission`,
  middleware: allow(may.read),
  summary: 'Submit your own scorecard, which locks it for ever',
  tags,
  request: { params, ...takes(Submission) },
  responses: {
    200: answer(CardJson, 'As it stays'),
    ...missing,
    409: problem('It has changed since that version'),
    422: problem('Answers are not complete'),
  },
})

/** One's own scorecards, for programs such as an app on a tablet. */
export function cardApi(): OpenAPIHono<Env> {
  const api = apiPart()
  const placeOf = ({ id, candidate }: { id: string; candidate: string }) => ({
    vacancyId: idIn(id),
    candidateId: idIn(candidate),
  })
  api.openapi(show, async (c) => {
    const { vacancyId, candidateId } = placeOf(c.req.valid('param'))
    return c.json(cardJson(await openCard(c.var.ctx, vacancyId, candidateId)), 200)
  })
  api.openapi(put, async (c) => {
    const place = placeOf(c.req.valid('param'))
    return c.json(arrivedJson(await saveEntries(c.var.ctx, place, c.req.valid('json'))), 200)
  })
  api.openapi(submit, async (c) => {
    const place = placeOf(c.req.valid('param'))
    await submitCard(c.var.ctx, place, c.req.valid('json').version)
    return c.json(cardJson(await openCard(c.var.ctx, place.vacancyId, place.candidateId)), 200)
  })
  return api
}
