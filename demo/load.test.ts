import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Context, createContext } from '../src/context.ts'
import { listFrameworks } from '../src/framework/store.ts'
import { listDrafts } from '../src/intake/store.ts'
import { EXAMPLE, ensureOrganization } from '../src/organization.ts'
import { libraryFiles } from '../src/serve.ts'
import { insider } from '../src/viewer.ts'
import { openTestDatabase, type TestDatabase } from '../test/database.ts'
import { EXAMPLE_CAST, EXAMPLE_PEOPLE } from './cast-members.ts'
import { loadDemo } from './load.ts'

let database: TestDatabase
let ctx: Context
before(async () => {
  database = await openTestDatabase()
  await ensureOrganization(database.world.database, EXAMPLE)
  ctx = createContext(database.world, insider(EXAMPLE))
  await loadDemo(ctx, libraryFiles())
})
after(() => database.close())

const count = (table: 'person' | 'team' | 'place' | 'post' | 'history_event') =>
  ctx.read(async (db) => (await db.selectFrom(table).select('organization_id').execute()).length)

test('the example has some sixty people in six teams at three places, and whom a visitor can be is one of them', async () => {
  assert.ok((await count('person')) >= 60)
  assert.ok(EXAMPLE_PEOPLE >= 55)
  assert.equal(await count('team'), 6)
  assert.equal(await count('place'), 3)
  const people = await ctx.read((db) => db.selectFrom('person').select(['id', 'name']).execute())
  for (const { personId, name } of EXAMPLE_CAST)
    assert.deepEqual(people.find(({ id }) => id === personId)?.name, name)
})

test('it has a framework of its own beside the library, and a draft that waits to be checked', async () => {
  const found = await ctx.read(async (db) => ({
    all: await listFrameworks(db),
    drafts: await listDrafts(db),
  }))
  const own = found.all.filter(({ origin }) => origin === 'intake')
  assert.deepEqual(
    own.map(({ slug, competencies, statements }) => [slug, competencies, statements]),
    [['at-the-door', 4, 34]],
  )
  assert.deepEqual(
    found.drafts.filter(({ published }) => published === null).map(({ summary }) => summary.title),
    ['Handling Complaints'],
  )
})

test('its history goes back two years, in the order of time', async () => {
  const events = await ctx.read((db) =>
    db.selectFrom('history_event').select(['at', 'act']).orderBy('number').execute(),
  )
  assert.ok(events.length > 50)
  const first = events[0]?.at ?? new Date()
  assert.ok(ctx.now().getTime() - first.getTime() > 700 * 86_400_000)
  const people = events
    .filter(({ act }) => /^(people|person|post|roles):/.test(act))
    .map(({ at }) => at.getTime())
  assert.deepEqual(
    people,
    people.toSorted((a, b) => a - b),
  )
})

test('loading it again changes nothing', async () => {
  const before = await count('history_event')
  await loadDemo(ctx, libraryFiles())
  assert.equal(await count('history_event'), before)
})
