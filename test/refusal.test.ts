/** Nobody in: every route of the product is asked by everyone who may not use it. New routes are included by themselves. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { type Context, scoped } from '../src/context.ts'
import { guardOf } from '../src/guard.ts'
import { startDraft } from '../src/intake/actions.ts'
import { sourceFrom } from '../src/intake/decode.ts'
import { type Allowed, GIVEN_ROLES, isAllowed, NOBODY, type Role, type Viewer } from '../src/viewer.ts'
import type { Env } from '../src/web/site.ts'
import { appFor } from './app.ts'
import { OURS, openTestDatabase, type TestDatabase } from './database.ts'

let database: TestDatabase
/** What stands in our organisation, by the beginning of the address: the values for the parameters of its routes. */
let things: [prefix: string, values: Record<string, string>][]

before(async () => {
  database = await openTestDatabase({ library: true })
  const { ctx } = database
  const id = await startDraft(
    ctx,
    sourceFrom('Zebra keeping\n\nLevel 1\n- Feeds the unmistakable zebra.', null),
  )
  things = [
    ['/framework', { slug: 'spotlight', key: 'a1' }],
    ['/print/framework', { slug: 'spotlight' }],
    ['/api/framework', { slug: 'spotlight' }],
    ['/intake', { id }],
  ]
})
after(() => database.close())

interface Route {
  method: string
  path: string
  allowed: Allowed | undefined
}

/** Outside the guards on purpose: neither knows anything of anybody. */
const OPEN = ['/health', '/assets/:file']

function routesOf(app: Hono<Env>): Route[] {
  const handlers = app.routes.filter(({ method, path }) => method !== 'ALL' && !OPEN.includes(path))
  const byRoute = Map.groupBy(handlers, ({ method, path }) => `${method} ${path}`)
  return [...byRoute.values()].flatMap((all) => {
    const [first] = all
    const allowed = all.map(({ handler }) => guardOf(handler)).find((one) => one !== undefined)
    return first ? [{ method: first.method, path: first.path, allowed }] : []
  })
}

/** The address of the thing of ours that the route is about. */
function addressOf({ path }: Route): string {
  const [, values = {}] =
    things.toSorted(([a], [b]) => b.length - a.length).find(([prefix]) => path.startsWith(prefix)) ?? []
  return path.replaceAll(/:(\w+)(\{[^}]*\})?\??/g, (_, name: string) => {
    const value = values[name]
    assert.ok(value, `Give a value for "${name}" of ${path} to the list of things in this test.`)
    return value
  })
}

function ask(ctx: Context, route: Route): Promise<Response> {
  const { method } = route
  const headers = { origin: 'http://localhost', 'content-type': 'application/x-www-form-urlencoded' }
  const body = method === 'GET' ? {} : { headers, body: 'name=x' }
  return Promise.resolve(appFor(ctx).request(`http://localhost${addressOf(route)}`, { method, ...body }))
}

const isRefused = ({ status, headers }: Response) =>
  [401, 404].includes(status) || (status === 303 && (headers.get('location') ?? '').startsWith('/sign-in'))

function viewerWith(...roles: Role[]): Viewer {
  return {
    ...NOBODY,
    organization: OURS,
    roles: new Set(roles),
    person: { id: NOBODY.organization.id, name: 'N' },
  }
}

test('every route has a guard, and it stands first', () => {
  const without = routesOf(appFor(database.ctx)).filter(({ allowed }) => allowed === undefined)
  assert.deepEqual(without, [])
})

const VIEWERS: [name: string, viewer: () => Viewer][] = [
  ['somebody who is signed out', () => NOBODY],
  ['a member without a role', () => viewerWith('member')],
  ['a visitor', () => viewerWith('visitor')],
  ...GIVEN_ROLES.map((role): [string, () => Viewer] => [
    `a member with the role ${role}`,
    () => viewerWith('member', role),
  ]),
]

for (const [name, viewer] of VIEWERS) {
  test(`${name} is refused at every route that is not theirs`, async () => {
    const ctx = database.ctx.as(viewer())
    const closed = routesOf(appFor(ctx)).filter(({ allowed }) => allowed && !isAllowed(viewer(), allowed))
    assert.ok(closed.length > 0 || viewer().roles.has('owner'))
    const faults: string[] = []
    for (const route of closed) {
      const response = await ask(ctx, route)
      if (!isRefused(response)) faults.push(`${route.method} ${route.path} answered ${response.status}`)
    }
    assert.deepEqual(faults, [])
  })
}

test('another organisation finds nothing of ours at any route, whatever it may do at home', async () => {
  const other = database.otherOrganization()
  const faults: string[] = []
  for (const route of routesOf(appFor(other))) {
    if (route.allowed === 'anyone') continue
    const response = await ask(other, route)
    const body = await response.text()
    const about = route.path.includes(':') && !isRefused(response)
    if (about || response.status >= 500)
      faults.push(`${route.method} ${route.path} answered ${response.status}`)
    if (/zebra|Spotlight/.test(body)) faults.push(`${route.method} ${route.path} tells about ours`)
  }
  assert.deepEqual(faults, [])
})

test('a query that forgets its organisation still finds nothing of another: the second wall', async () => {
  const { world, otherOrganization } = database
  const other = otherOrganization()
  const tables = await other.read((db) => db.introspection.getTables())
  const own = tables.filter(({ schema, name }) => schema === 'public' && name !== 'schema_migration')
  assert.ok(own.length > 10)
  for (const { name, columns } of own) {
    const key = columns.some((column) => column.name === 'organization_id') ? 'organization_id' : 'id'
    const rows = await world.database.read(other.organizationId, (plain) =>
      scoped(plain, other.organizationId)
        .selectFrom(name as 'framework')
        .select(key as 'id')
        .execute(),
    )
    const foreign = rows.filter((row) => Object.values(row)[0] !== other.organizationId)
    assert.deepEqual(foreign, [], `${name} shows rows of another organisation`)
  }
})
