import { Hono } from 'hono'
import type { Env } from '#web/site.ts'

/** The pages of a person's own profile, and of what others share. */
export function profilePages(): Hono<Env> {
  return new Hono<Env>()
}
