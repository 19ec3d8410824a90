/** Nobody in: every route of the product is asked by everyone who may not use it. New routes are included by themselves. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { demoId } from '../demo/rows.ts'
import { insertMail } from '../src/account/store/mails.ts'
import { type Context, scoped } from '../src/context.ts'
import { guardOf } from '../src/guard.ts'
import { listDrafts } from '../src/intake/store.ts'
import { EXAMPLE } from '../src/organization.ts'
import { startImport } from '../src/people/actions/import.ts'
import { type Allowed, GIVEN_ROLES, isAllowed, NOBODY, type Role, type Viewer } from '../src/viewer.ts'
import type { Env } from '../src/web/site.ts'
import { appFor, appOf } from './app.ts'
import { openTestDatabase, type TestDatabase } from './database.ts'
import { loadExample } from './example.ts'

let database: TestDatabase
/** The example organisation: the one with something in every table. The others must find nothing of it. */
let ours: Context
/** What stands there, by the beginning of the address: the values for the parameters of its routes. */
let things: [prefix: string, values: Record<string, string>][]

/** For what only its own session knows: nobody else has such an id either. */
const SOME = '5d0c0000-0000-4000-8000-000000000001'

/** A role, its analysis and its profile. */
const ROLE = { id: demoId('role', 'customer-adviser'), profile: demoId('role-profile', 'customer-adviser') }
const ROLE_THINGS: typeof things = [
  [
    '/role',
    {
      ...ROLE,
      ...{ analysis: demoId('role-analysis', 'customer-adviser'), person: demoId('person', 'olive') },
      file: `${ROLE.profile}.md`,
    },
  ],
  ['/api/role', ROLE],
]

/** A vacancy of the example. Nobody else knows its candidates and questions either. */
const VACANCY = { id: demoId('vacancy', 'technician'), candidate: SOME, question: SOME }

before(async () => {
  database = await openTestDatabase()
  ours = await loadExample(database)
  const [draft] = (await ours.read(listDrafts)).filter(({ published }) => published === null)
  const people = await startImport(ours, {
    text: 'Name\nZebra Keeper\n',
    fileName: null,
    dateOrder: 'day first',
  })
  const person = demoId('person', 'bilal')
  const mail = ours.newId()
  await ours.keep((tx) =>
    insertMail(tx, mail, { to: 'a@b.example', subject: 'Zebra', text: 'Zebra' }, ours.now()),
  )
  const id = draft?.id ?? ''
  things = [
    ['/framework', { slug: 'at-the-door', key: 'arriving-well' }],
    ['/print/framework', { slug: 'at-the-door' }],
    ['/api/framework', { slug: 'at-the-door' }],
    ['/api/reference', { area: 'people' }],
    ['/intake', { id }],
    ['/people', { id: person, post: demoId('post', 'bilal/0') }],
    ['/people/team', { id: demoId('team', 'contact') }],
    ['/people/place', { id: demoId('place', 'house') }],
    ['/people/import', { id: people }],
    ['/api/people', { id: person, post: demoId('post', 'bilal/0') }],
    ['/api/teams', { id: demoId('team', 'contact') }],
    ['/api/places', { id: demoId('place', 'house') }],
    ['/password/reset', { token: SOME }],
    ['/confirm', { token: SOME }],
    ['/invitation', { text: SOME }],
    ['/privacy/person', { id: person }],
    ['/api/privacy/person', { id: person }],
    ...ROLE_THINGS,
    ['/recruit/onboarding', { id: SOME }],
    ['/api/recruit/onboarding', { id: SOME }],
    ['/recruit', VACANCY],
    ['/recruit/outcome', { candidate: SOME, months: '6' }],
    ['/recruit/bank', { id: demoId('bank-question', 'fifth-call') }],
    ['/api/recruit', VACANCY],
    ['/history', { kind: 'person', id: person }],
    ['/history/unfinished', { id: SOME }],
    ['/translate/judgement', { id: demoId('judgement', '1') }],
    ['/translate/proposal', { id: demoId('proposal', '1') }],
    ['/translate/goodness', { slug: 'spotlight' }],
    ['/api/translate/judgement', { id: SOME }],
    ['/api/history', { kind: 'person', id: person }],
    ['/translate/judgement', { id: SOME }],
    ['/translate/proposal', { id: SOME }],
    ['/translate/goodness', { slug: 'at-the-door' }],
    [
      '/profile/story',
      { id: demoId('story', 'trebled-bill'), placement: demoId('placement', 'trebled-bill/0') },
    ],
    [
      '/api/profile/story',
      { id: demoId('story', 'trebled-bill'), placement: demoId('placement', 'trebled-bill/0') },
    ],
    ['/profile/picture', { framework: 'at-the-door' }],
    ['/profile/share', { id: demoId('share', '13'), row: demoId('share', '13/row/0') }],
    ['/api/profile/shares', { id: demoId('share', '13') }],
    ['/api/profile/of', { person }],
    ['/shared', { text: SOME }],
    ['/apply', { text: SOME }],
    ['/application', { text: SOME }],
    ['/profile/evidence', { id: demoId('evidence', 'e7') }],
    ['/api/profile/evidence', { id: demoId('evidence', 'e7') }],
    ['/profile/competency', { framework: 'at-the-door', key: 'arriving-well' }],
    ['/profile/of', { person, framework: 'at-the-door', key: 'arriving-well' }],
    ['/account/session', { id: SOME }],
    ['/account/token', { id: SOME }],
    ['/account/member', { id: demoId('membership', 'bilal') }],
    ['/api/account/member', { id: demoId('membership', 'bilal') }],
    ['/account/invitation', { id: demoId('invitation', 'olive') }],
    ['/api/account/invitation', { id: demoId('invitation', 'olive') }],
    ['/role/text', { id: demoId('role-text', 'technician/advert'), kind: 'docx' }],
    ['/account/mail', { id: mail }],
    [
      '/profile/workbook',
      { id: demoId('workbook', 'sean/1'), number: '1', activity: demoId('activity', 'sean/1/1') },
    ],
    ['/api/profile/workbook', { id: demoId('workbook', 'sean/1') }],
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
    organization: EXAMPLE,
    roles: new Set(roles),
    person: { id: NOBODY.organization.id, name: 'N' },
  }
}

test('every route has a guard, and it stands first', () => {
  const without = routesOf(appFor(ours)).filter(({ allowed }) => allowed === undefined)
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
    const ctx = ours.as(viewer())
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
  const elsewhere = database.otherOrganization()
  const other = elsewhere.as({ ...elsewhere.viewer, person: { id: SOME, name: 'N' } })
  const faults: string[] = []
  for (const route of routesOf(appFor(other))) {
    if (route.allowed === 'anyone') continue
    const response = await ask(other, route)
    const body = await response.text()
    // What cannot be understood is refused before anything is looked for.
    const about = route.path.includes(':') && !isRefused(response) && ![400, 422].includes(response.status)
    if (about || response.status >= 500)
      faults.push(`${route.method} ${route.path} answered ${response.status}`)
    if (/zebra|Aroha|Marlbrook|At the Door/i.test(body))
      faults.push(`${route.method} ${route.path} tells about ours`)
  }
  assert.deepEqual(faults, [])
})

test('a token that is unknown or expired opens no route at all', async () => {
  const app = appOf(database.world)
  const faults: string[] = []
  for (const route of routesOf(app)) {
    const headers = { authorization: 'Bearer sl_expired', origin: 'http://localhost' }
    const { status } = await app.request(`http://localhost${addressOf(route)}`, {
      method: route.method,
      headers,
    })
    if (![401, 429].includes(status)) faults.push(`${route.method} ${route.path} answered ${status}`)
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
