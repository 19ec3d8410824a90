import { OpenAPIHono } from '@hono/zod-openapi'
import type { Env } from '#web/site.ts'
import { bankApi } from './bank-api.ts'
import { candidateApi } from './candidate-api.ts'
import { cardApi } from './card-api.ts'
import { decisionApi } from './decision-api.ts'
import { ledgerApi } from './ledger-api.ts'
import { resultsApi } from './results-api.ts'
import { vacancyApi } from './vacancy-api.ts'

/** Hiring, for programs. */
export function recruitApi(): OpenAPIHono<Env> {
  const api = new OpenAPIHono<Env>()
  // Before the vacancy whose id the last part of an address may be.
  api.route('/', bankApi())
  api.route('/', ledgerApi())
  api.route('/', candidateApi())
  api.route('/', cardApi())
  api.route('/', decisionApi())
  api.route('/', resultsApi())
  api.route('/', vacancyApi())
  return api
}
