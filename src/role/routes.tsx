import { Hono } from 'hono'
import type { Env } from '#web/site.ts'
import { gapRoutes } from './routes/gap.tsx'
import { mapRoutes } from './routes/map.tsx'

/** The pages of roles: what jobs need, how it was found out, and how it is said. */
export function rolePages(): Hono<Env> {
  // Before everything that has an id where these have a word.
  return new Hono<Env>().route('/role', mapRoutes()).route('/role', gapRoutes())
}
