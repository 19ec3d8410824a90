import { Hono } from 'hono'
import type { Env } from '#web/site.ts'

/** The pages of hiring: vacancies, kits, candidates, interviews, decisions. */
export function recruitPages(): Hono<Env> {
  return new Hono<Env>()
}
