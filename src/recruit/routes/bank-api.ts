import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { allow } from '#guard.ts'
import { answer, apiPart } from '#web/api.ts'
import type { Env } from '#web/site.ts'
import { recruitAccess as may } from '../access.ts'
import { BankJson, bankJson } from '../json/bank.ts'
import { bankFilterFrom, bankThatMatches } from '../kit/bank.ts'
import { listBank } from '../store/bank.ts'

const bank = createRoute({
  method: 'get',
  path: '/api/recruit/bank',
  middleware: allow(may.recruit),
  summary: 'The organisation’s own questions, and where each is asked',
  tags: ['Recruit'],
  request: {
    query: z.object({
      q: z.string().max(200).optional().describe('Beginnings of words in questions and competencies'),
      framework: z.string().max(40).optional().describe('The id of a framework'),
      state: z.string().max(20).optional().describe('Nothing: those that are offered; unused, retired, all'),
    }),
  },
  responses: { 200: answer(BankJson, 'The questions, by framework and competency') },
})

/** The bank of questions, for programs. */
export function bankApi(): OpenAPIHono<Env> {
  const api = apiPart()
  api.openapi(bank, async (c) => {
    const all = await c.var.ctx.read(listBank)
    return c.json(bankJson(bankThatMatches(all, bankFilterFrom(c.req.valid('query')))), 200)
  })
  return api
}
