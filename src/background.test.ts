import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { openTestDatabase, type TestDatabase } from '../test/database.ts'
import { jobsOf, startBackground } from './background.ts'
import { type Context, createContext, type World } from './context.ts'
import type { Server } from './db/server.ts'
import { NotFound } from './errors.ts'
import { listUnfinished } from './history/store/unfinished.ts'
import { openQueue } from './jobs/queue.ts'
import { addPerson } from './people/actions/person.ts'
import { PersonInput } from './people/model.ts'
import { findPerson } from './people/store.ts'
import type { Schema } from './schema.ts'

let database: TestDatabase
let world: World
let ctx: Context
let background: ReturnType<typeof startBackground>

before(async () => {
  database = await openTestDatabase()
  const server: Server = {
    connection: (as) => database.connection(as === 'application' ? as : 'owner'),
    role: database.role,
    ensure: async () => undefined,
    release: async () => undefined,
  }
  world = { ...database.world, enqueue: openQueue<Schema>(server), log: () => undefined }
  ctx = createContext(world, database.ctx.viewer)
  const jobs = {
    ...jobsOf({ send: async () => 'kept' }),
    'test.hopeless': async (_: Context, { what }: { what: string }) => {
      throw new NotFound(`There is no ${what} any more.`)
    },
  }
  background = startBackground({ world, server, jobs, delayMs: 0, roundSeconds: 1 })
})
after(async () => {
  await background.stop()
  await database.close()
})

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 20_000; !(await holds()); await sleep(50))
    if (Date.now() > end) throw new Error('That did not happen within twenty seconds.')
}

test('what every organisation gets once a day is done in each of them', async () => {
  const other = createContext(world, database.otherOrganization().viewer)
  const left = PersonInput.parse({ name: 'Lea Vance', startsOn: '2015-01-01', endsOn: '2016-12-31' })
  const people = [
    { at: ctx, id: await addPerson(ctx, left) },
    { at: other, id: await addPerson(other, left) },
  ]
  await ctx.keep((tx) => ctx.later(tx, 'privacy.retention.all', {}))
  for (const { at, id } of people)
    await until(async () => (await at.read((db) => findPerson(db, id)))?.name !== 'Lea Vance')
})

test('a job that cannot be done waits for the owner of its organisation, with the reason', async () => {
  await ctx.keep((tx) => ctx.later(tx, 'test.hopeless', { what: 'zebra' }))
  await until(async () => (await ctx.read(listUnfinished)).length > 0)
  const [job] = await ctx.read(listUnfinished)
  assert.deepEqual(job && { ...job, id: '', givenUpAt: null }, {
    id: '',
    job: 'test.hopeless',
    data: { what: 'zebra', organizationId: ctx.organizationId },
    reason: 'There is no zebra any more.',
    tries: 1,
    givenUpAt: null,
  })
  assert.deepEqual(await createContext(world, database.otherOrganization().viewer).read(listUnfinished), [])
})
