import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { allow } from '#guard.ts'
import { answer, apiPart } from '#web/api.ts'
import type { Env } from '#web/site.ts'
import { recruitAccess as may } from '../access.ts'
import { openLedger } from '../actions/ledger.ts'
import { LedgerJson, ledgerJson } from '../json/ledger.ts'

const ledger = createRoute({
  method: 'get',
  path: '/api/recruit/ledger',
  middleware: allow(may.recruit),
  summary: 'Which questions foretell how those who were hired do; numbers of questions, no row of a person',
  tags: ['Recruit'],
  responses: { 200: answer(LedgerJson, 'The ledger') },
})

/** What interviews foretell, for programs. */
export function ledgerApi(): OpenAPIHono<Env> {
  const api = apiPart()
  api.openapi(ledger, async (c) => c.json(ledgerJson(await openLedger(c.var.ctx)), 200))
  return api
}
