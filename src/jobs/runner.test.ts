import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { createContext } from '../context.ts'
import { withClient } from '../db/client.ts'
import type { Server } from '../db/server.ts'
import { NotFound } from '../errors.ts'
import type { Schema } from '../schema.ts'
import { prepareQueue, SHAPE } from './prepare.ts'
import { openQueue } from './queue.ts'
import { type GivenUp, startRunner } from './runner.ts'

let database: TestDatabase
before(async () => {
  database = await openTestDatabase()
})
after(() => database.close())

const asOwner = async (sql: string) =>
  (await withClient(database.connection('owner'), (client) => client.query<Record<string, unknown>>(sql)))
    .rows

/** The copy of this test as a server. */
const server = (): Server => ({
  connection: (as) => database.connection(as === 'application' ? as : 'owner'),
  role: database.role,
  ensure: async () => undefined,
  release: async () => undefined,
})

const withQueue = () =>
  createContext({ ...database.world, enqueue: openQueue<Schema>(server()) }, database.ctx.viewer)

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 15_000; !(await holds()); await sleep(20))
    if (Date.now() > end) throw new Error('That did not happen within fifteen seconds.')
}

async function run(work: Record<string, (data: object) => Promise<void>>, roundSeconds = 1) {
  const given: GivenUp[] = []
  const giveUp = async (job: GivenUp) => void given.push(job)
  const runner = await startRunner({
    server: server(),
    work,
    schedules: {},
    giveUp,
    log: () => undefined,
    roundSeconds,
  })
  return { given, stop: runner.stop }
}

test('the tables are of the shape that the installed pg-boss works with, and are made once', async () => {
  const found = readFileSync(new URL('../../node_modules/pg-boss/package.json', import.meta.url), 'utf8')
  assert.equal(SHAPE, (JSON.parse(found) as { pgboss: { schema: number } }).pgboss.schema)
  await Promise.all([prepareQueue(server()), prepareQueue(server())])
  await prepareQueue(server())
  assert.deepEqual(await asOwner('select version from pgboss.version'), [{ version: SHAPE }])
})

test('a job asked for in a transaction is there when it is committed, and not otherwise', async () => {
  const ctx = withQueue()
  const failing = ctx.keep(async (tx) => {
    await ctx.later(tx, 'test.never', { n: 1 })
    throw new Error('the act fails')
  })
  await assert.rejects(failing, /the act fails/)
  await ctx.keep((tx) => ctx.later(tx, 'test.kept', { n: 1 }))
  const rows = await asOwner("select name, state::text, data from pgboss.job where name like 'test.%'")
  const data = { n: 1, organizationId: ctx.organizationId }
  assert.deepEqual(rows, [{ name: 'test.kept', state: 'created', data }])
})

test('a runner takes a job up at once, and what was asked for while none ran', async () => {
  const done: object[] = []
  const ctx = withQueue()
  await ctx.keep((tx) => ctx.later(tx, 'test.early', { n: 1 }))
  const runner = await run(
    {
      'test.early': async (data) => void done.push(data),
      'test.prompt': async (data) => void done.push(data),
    },
    60,
  )
  try {
    await until(() => done.length === 1)
    await sleep(300)
    const start = performance.now()
    await ctx.keep((tx) => ctx.later(tx, 'test.prompt', { n: 2 }))
    await until(() => done.length === 2)
    // Its rounds are a minute apart: it was woken.
    assert.ok(performance.now() - start < 2500)
    assert.deepEqual(done[1], { n: 2, organizationId: ctx.organizationId })
  } finally {
    await runner.stop()
  }
})

test('a job that fails is tried again later; one that cannot succeed is given up at once, with its reason', async () => {
  const ctx = withQueue()
  let tries = 0
  const runner = await run({
    'test.shaky': async () => {
      tries += 1
      if (tries === 1) throw new Error('the mail server is down')
    },
    'test.hopeless': async () => {
      throw new NotFound('There is no such import any more.')
    },
  })
  try {
    await ctx.keep(async (tx) => {
      await ctx.later(tx, 'test.shaky', {})
      await ctx.later(tx, 'test.hopeless', { importId: 7 })
    })
    await until(() => runner.given.length === 1)
    const [given] = runner.given
    assert.deepEqual(given && { ...given, id: '' }, {
      id: '',
      job: 'test.hopeless',
      data: { importId: 7, organizationId: ctx.organizationId },
      reason: 'There is no such import any more.',
      tries: 1,
    })
    await until(async () => {
      const [row] = await asOwner(
        "select state::text, start_after > now() as later from pgboss.job where name = 'test.shaky'",
      )
      return row?.state === 'retry' && row.later === true
    })
    // As if the wait were over.
    await asOwner("update pgboss.job set start_after = now() - interval '1 second' where name = 'test.shaky'")
    await asOwner(
      "select pg_notify('pgboss_' || left(encode(sha224('pgboss'::bytea), 'hex'), 24), 'test.shaky')",
    )
    await until(() => tries === 2)
  } finally {
    await runner.stop()
  }
})

test('a job whose process was killed is done again by the next, and at its last try given up', async () => {
  const ctx = withQueue()
  await ctx.keep((tx) => ctx.later(tx, 'test.killed', {}))
  await ctx.keep((tx) => ctx.later(tx, 'test.killed-again', {}))
  // As a process leaves them that took them up and died: under way, and long without a sign of life.
  await asOwner(`update pgboss.job set state = 'active', started_on = now() - interval '5 minutes',
    heartbeat_on = now() - interval '4 minutes' where name like 'test.killed%'`)
  await asOwner("update pgboss.job set retry_count = retry_limit where name = 'test.killed-again'")
  await asOwner("update pgboss.job set retry_delay = 0, retry_backoff = false where name = 'test.killed'")
  let done = 0
  const runner = await run({
    'test.killed': async () => void done++,
    'test.killed-again': async () => void assert.fail('not once more'),
  })
  try {
    await until(() => runner.given.length === 1)
    assert.equal(runner.given[0]?.job, 'test.killed-again')
    assert.equal(runner.given[0]?.tries, 10)
    await until(() => done === 1)
  } finally {
    await runner.stop()
  }
})

test('the application may work with the queue but not change its tables', async () => {
  const client = new pg.Client(database.connection('application'))
  await client.connect()
  try {
    if (database.role) await client.query(`set role ${database.role}`)
    await assert.rejects(client.query('create table pgboss.more (id int)'), { code: '42501' })
    await assert.rejects(client.query('drop table pgboss.job'), { code: '42501' })
  } finally {
    await client.end()
  }
})
