import { randomBytes } from 'node:crypto'
import type { Context as HonoContext } from 'hono'
import { EXAMPLE_CAST, EXAMPLE_PEOPLE } from '../demo/cast-members.ts'
import { createOwner } from './account/actions/owner.ts'
import { visitorOf } from './account/actions/visitor.ts'
import { visitFrom } from './account/routes/visit.ts'
import type { House } from './app.tsx'
import { type Context, createContext, type World } from './context.ts'
import { loadLibrary, type NamedFile } from './framework/actions.ts'
import type { FrontDoor } from './home/routes.tsx'
import { EXAMPLE, ensureOrganization, listOrganizations, rememberOrganizations } from './organization.ts'
import { dayOf } from './people/day.ts'
import { hasReports } from './people/store/lines.ts'
import { insider, NOBODY } from './viewer.ts'
import { visitBy } from './visit.ts'

interface HouseOptions {
  world: World
  /** The frameworks that ship. */
  library: () => NamedFile[]
  /** Others can reach this machine, so setting up needs a code. */
  isOpenToOthers: boolean
  /** The names that the site answers to; null: any. */
  hosts: readonly string[] | null
}

/** Brings the frameworks that ship up to date in every organisation. After a new version; else it costs a query each. */
export async function renewLibraries(world: World, library: NamedFile[]): Promise<void> {
  for (const one of await listOrganizations(world.database))
    await loadLibrary(createContext(world, insider(one)), library)
}

/** What the web door stands on, in the real world. */
export function buildHouse({ world, library, isOpenToOthers, hosts }: HouseOptions): House {
  const organizations = rememberOrganizations(world.database, Date.now)
  const secret = async () => (await world.identity()).keyFor('example')
  const door: FrontDoor = {
    organizations: organizations.list,
    cast: EXAMPLE_CAST,
    castOf: EXAMPLE_PEOPLE,
    makeExample: async () => {
      const { loadDemo } = await import('../demo/load.ts')
      await ensureOrganization(world.database, EXAMPLE)
      await loadDemo(createContext(world, insider(EXAMPLE)), library())
      organizations.forget()
      return EXAMPLE
    },
    makeOwn: async (form, c) => {
      const { organization, cookies } = await createOwner(world, form, visitFrom(await world.identity(), c))
      organizations.forget()
      await loadLibrary(createContext(world, insider(organization)), library())
      return cookies
    },
    setUpCode: isOpenToOthers ? newCode() : null,
    secret,
  }
  const signedIn = async (c: HonoContext) =>
    bringsProof(c) ? visitorOf(world, visitFrom(await world.identity(), c)) : NOBODY
  const list = organizations.list
  const visit = visitBy({ world, organizations: list, signedIn, isManager, cast: EXAMPLE_CAST, secret })
  return { visit, hosts, log: world.log, door }
}

/** Whoever brings neither token nor session is nobody; the accounts need not be opened to know that. */
function bringsProof(c: HonoContext): boolean {
  const cookies = c.req.header('cookie') ?? ''
  return c.req.header('authorization') !== undefined || cookies.includes('sightline.session_token=')
}

const isManager = (ctx: Context, personId: string) =>
  ctx.read((db) => hasReports(db, personId, dayOf(ctx.now())))

/** Eight letters and digits that are hard to confuse. */
function newCode(): string {
  const signs = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
  return [...randomBytes(8)].map((byte) => signs[byte % signs.length]).join('')
}
