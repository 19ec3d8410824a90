import { OpenAPIHono } from '@hono/zod-openapi'
import type { Env } from '#web/site.ts'

/** Roles and what they need, for programs. */
export function roleApi(): OpenAPIHono<Env> {
  return new OpenAPIHono<Env>()
}
