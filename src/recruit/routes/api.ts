import { OpenAPIHono } from '@hono/zod-openapi'
import type { Env } from '#web/site.ts'
import { candidateApi } from './candidate-api.ts'
import { cardApi } from './card-api.ts'
import { vacancyApi } from './vacancy-api.ts'

/** Hiring, for programs. */
export function recruitApi(): OpenAPIHono<Env> {
  const api = new OpenAPIHono<Env>()
  api.route('/', candidateApi())
  api.route('/', cardApi())
  api.route('/', vacancyApi())
  return api
}
