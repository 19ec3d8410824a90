import { OpenAPIHono } from '@hono/zod-openapi'
import type { Env } from '#web/site.ts'
import { gapApi } from './gap-api.ts'
import { roleProfileApi } from './role-api.ts'
import { wordingApi } from './wording-api.ts'

/** Roles and what they need, for programs. */
export function roleApi(): OpenAPIHono<Env> {
  const api = new OpenAPIHono<Env>()
  // Before everything that has an id where these have a word.
  api.route('/', gapApi())
  api.route('/', wordingApi())
  api.route('/', roleProfileApi())
  return api
}
