import { OpenAPIHono } from '@hono/zod-openapi'
import type { Env } from '#web/site.ts'

/** Hiring, for programs. */
export function recruitApi(): OpenAPIHono<Env> {
  return new OpenAPIHono<Env>()
}
