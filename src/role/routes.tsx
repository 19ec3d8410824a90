import { Hono } from 'hono'
import type { Env } from '#web/site.ts'

/** The pages of roles: what jobs need, how it was found out, and how it is said. */
export function rolePages(): Hono<Env> {
  return new Hono<Env>()
}
