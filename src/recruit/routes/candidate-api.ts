import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { NotFound } from '#errors.ts'
import { allow } from '#guard.ts'
import { checked } from '#people/checked.ts'
import { answer, apiPart, problem } from '#web/api.ts'
import { idIn } from '#web/form.ts'
import type { Env } from '#web/site.ts'
import { recruitAccess as may } from '../access.ts'
import { addCandidate } from '../actions/candidate.ts'
import { openFairness } from '../actions/fairness.ts'
import { openVacancy } from '../actions/look.ts'
import { CandidateInput } from '../candidate/apply.ts'
import { CandidatesJson, candidatesJson, FairnessJson, fairnessJson } from '../json/candidate.ts'
import { listCandidates } from '../store/cards.ts'

const tags = ['Recruit']
const params = z.object({ id: z.string() })
const missing = { 404: problem('There is no such vacancy, or you have no part in it') }

const list = createRoute({
  method: 'get',
  path: '/api/recruit/{id}/candidate',
  middleware: allow(may.recruit),
  summary: 'The candidates of a vacancy, without ratings',
  tags,
  request: { params },
  responses: { 200: answer(CandidatesJson, 'The candidates'), ...missing },
})

const add = createRoute({
  method: 'post',
  path: '/api/recruit/{id}/candidate',
  middleware: allow(may.recruit),
  summary: 'Enter somebody who has applied in another way; with an address they get a mail',
  tags,
  request: {
    params,
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z
            .object({
              name: z.string(),
              email: z.string().nullish(),
              letter: z.string().nullish(),
              accommodation: z.string().nullish(),
            })
            .openapi('NewCandidate'),
        },
      },
    },
  },
  responses: {
    201: answer(z.object({ id: z.uuid() }), 'The id of the candidate'),
    ...missing,
    409: problem('The vacancy is decided'),
    422: problem('Something cannot be used; the fields say what'),
  },
})

const fairness = createRoute({
  method: 'get',
  path: '/api/recruit/fairness',
  middleware: allow(may.fairness),
  summary: 'Selection rates by group, from voluntary answers, in counts alone',
  tags,
  request: {
    query: z.object({
      by: z.string().max(40).optional().describe('sex, age, disability or minority'),
      role: z.string().max(40).optional().describe('The id of a role'),
      vacancy: z.string().max(40).optional().describe('The id of a vacancy that stands alone'),
      from: z.string().max(10).optional().describe('Counted on this day or later, such as 2026-05-31'),
      to: z.string().max(10).optional().describe('Counted on this day or before'),
    }),
  },
  responses: {
    200: answer(FairnessJson, 'The report'),
    404: problem('There is no such dimension, role or vacancy to show'),
    422: problem('A day cannot be read'),
  },
})

/** Candidates and fairness, for programs. */
export function candidateApi(): OpenAPIHono<Env> {
  const api = apiPart()
  api.openapi(fairness, async (c) => {
    const { by = '', role = '', vacancy = '', from = '', to = '' } = c.req.valid('query')
    const report = await openFairness(c.var.ctx, { by, role, vacancy, from, to })
    return c.json(fairnessJson(report), 200)
  })
  api.openapi(list, async (c) => {
    const { ctx } = c.var
    const id = idIn(c.req.valid('param').id)
    const candidates = await ctx.read(async (db) => {
      const { part } = await openVacancy(ctx, db, id)
      if (!part.oversees) throw new NotFound('There is no such vacancy, or you have no part in it.')
      return listCandidates(db, id)
    })
    return c.json(candidatesJson(candidates), 200)
  })
  api.openapi(add, async (c) => {
    const input = checked(CandidateInput, c.req.valid('json'))
    return c.json({ id: await addCandidate(c.var.ctx, idIn(c.req.valid('param').id), input) }, 201)
  })
  return api
}
