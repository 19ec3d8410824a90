/** The web door for tests. */
import type { Hono, Context as HonoContext } from 'hono'
import { visitorOf } from '../src/account/actions/visitor.ts'
import { visitFrom } from '../src/account/routes/visit.ts'
import { createApp } from '../src/app.tsx'
import { type Context, createContext, type World } from '../src/context.ts'
import type { FrontDoor } from '../src/home/routes.tsx'
import type { Env } from '../src/web/site.ts'
import { OURS } from './database.ts'

/** An app where every request comes from the context's viewer, signed in or not. */
export function appFor(ctx: Context): Hono<Env> {
  return createApp({ visit: async () => ctx, door: CLOSED, hosts: null, log: ctx.log })
}

/** An app where people sign in, with sessions and tokens. */
export function appOf(world: World): Hono<Env> {
  const visit = async (c: HonoContext) =>
    createContext(world, await visitorOf(world, visitFrom(await world.identity(), c)))
  return createApp({ visit, door: CLOSED, hosts: null, log: world.log })
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
