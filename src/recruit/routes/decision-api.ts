import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { allow } from '#guard.ts'
import { answer, apiPart, problem, takes } from '#web/api.ts'
import { idIn } from '#web/form.ts'
import type { Env } from '#web/site.ts'
import { recruitAccess as may } from '../access.ts'
import { decide, openDecision, signDecision } from '../actions/decision.ts'
import { openOnboarding } from '../actions/hire.ts'
import { SheetInput, SignatureInput } from '../decision/decision.ts'
import { DecisionJson, decisionJson } from '../json/decision.ts'
import { OnboardingJson, onboardingJson } from '../json/onboarding.ts'

const tags = ['Recruit']
const params = z.object({ id: z.string().describe('The vacancy’s id') })
const path = '/api/recruit/{id}/decision' as const
const missing = { 404: problem('There is no such vacancy, or you have no part in it') }

const show = createRoute({
  method: 'get',
  path,
  middleware: allow(may.read),
  summary: 'What was decided about the candidates, and on what, as far as you may see it',
  tags,
  request: { params },
  responses: { 200: answer(DecisionJson, 'The decision and what it stands on'), ...missing },
})

const seal = createRoute({
  method: 'post',
  path,
  middleware: allow(may.read),
  summary: 'Decide: one entry for each candidate who is asked about',
  description:
    'Sealed for ever; a later decision replaces an earlier one and needs a reason. Who is neither chair of the panel nor recruits cannot decide. Nothing is sent to any candidate by it.',
  tags,
  request: { params, ...takes(SheetInput) },
  responses: {
    200: answer(DecisionJson, 'The decision as it stands now'),
    403: problem('You are neither the chair of the panel nor recruit'),
    ...missing,
    409: problem('Something was sealed since, or you may not see every scorecard yet'),
    422: problem('Something is missing or cannot be, by the candidate: more offers than places, no reason'),
  },
})

const sign = createRoute({
  method: 'post',
  path: `${path}/signature`,
  middleware: allow(may.read),
  summary: 'Sign the decision as it stands, with another opinion where you have one',
  tags,
  request: { params, ...takes(SignatureInput) },
  responses: {
    200: answer(DecisionJson, 'The decision as it stands now'),
    403: problem('You are not on the panel'),
    ...missing,
    409: problem('Nothing is decided yet, or the decision has changed since you read it'),
    422: problem('The other opinion names a candidate'),
  },
})

const handedOver = createRoute({
  method: 'get',
  path: '/api/recruit/onboarding/{id}',
  middleware: allow(may.onboard),
  summary: 'What was handed over when somebody was hired: for them, their managers, HR and those who recruit',
  tags,
  request: { params: z.object({ id: z.string() }) },
  responses: {
    200: answer(OnboardingJson, 'Goals of the first months, with the next step of each'),
    404: problem('There is no such thing, or it is not for you'),
  },
})

/** Decisions and what follows from them, for programs. */
export function decisionApi(): OpenAPIHono<Env> {
  const api = apiPart()
  api.openapi(show, async (c) =>
    c.json(decisionJson(await openDecision(c.var.ctx, idIn(c.req.valid('param').id))), 200),
  )
  api.openapi(seal, async (c) => {
    const id = idIn(c.req.valid('param').id)
    await decide(c.var.ctx, id, c.req.valid('json'))
    return c.json(decisionJson(await openDecision(c.var.ctx, id)), 200)
  })
  api.openapi(sign, async (c) => {
    const id = idIn(c.req.valid('param').id)
    await signDecision(c.var.ctx, id, c.req.valid('json'))
    return c.json(decisionJson(await openDecision(c.var.ctx, id)), 200)
  })
  api.openapi(handedOver, async (c) => {
    const { onboarding } = await openOnboarding(c.var.ctx, idIn(c.req.valid('param').id))
    return c.json(onboardingJson(onboarding), 200)
  })
  return api
}
