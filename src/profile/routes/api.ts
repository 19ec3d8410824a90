import { OpenAPIHono } from '@hono/zod-openapi'
import type { Env } from '#web/site.ts'

/** One's own profile, for programs that hold one's token. */
export function profileApi(): OpenAPIHono<Env> {
  return new OpenAPIHono<Env>()
}
