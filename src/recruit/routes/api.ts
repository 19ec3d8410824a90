import { OpenAPIHono } from '@hono/zod-openapi'
import type { Env } from '#web/site.ts'
import { cardApi } from './card-api.ts'

/** Hiring, for programs. */
export function recruitApi(): OpenAPIHono<Env> {
  const api = new OpenAPIHono<Env>()
  api.route('/', cardApi())
  return api
}
