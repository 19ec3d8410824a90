/** The web door for tests. */
import type { Hono } from 'hono'
import { createApp } from '../src/app.tsx'
import type { Context } from '../src/context.ts'
import type { Env } from '../src/web/site.ts'

/** An app where every request comes from the context's viewer, signed in or not. */
export function appFor(ctx: Context): Hono<Env> {
  return createApp({ visit: async () => ctx, log: ctx.log })
}
