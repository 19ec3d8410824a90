/** The web door for tests. */
import type { Hono } from 'hono'
import { createApp } from '../src/app.tsx'
import type { Context } from '../src/context.ts'
import type { FrontDoor } from '../src/home/routes.tsx'
import type { Env } from '../src/web/site.ts'
import { OURS } from './database.ts'

/** An app where every request comes from the context's viewer, signed in or not. */
export function appFor(ctx: Context): Hono<Env> {
  return createApp({ visit: async () => ctx, door: CLOSED, log: ctx.log })
}

const nobodyEnters = async (): Promise<never> => {
  throw new Error('In this test nobody comes in by the front door.')
}

/** An installation that has its organisation, and no example. */
const CLOSED: FrontDoor = {
  organizations: async () => [OURS],
  cast: [],
  castOf: 0,
  makeExample: nobodyEnters,
  makeOwn: nobodyEnters,
  setUpCode: null,
  secret: async () => 'a secret for tests',
}
