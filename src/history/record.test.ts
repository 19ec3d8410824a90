import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { nothingHappened } from '../context.ts'
import { record } from './actions.ts'
import { FIRST_SEAL, sealOf } from './model.ts'

let database: TestDatabase
before(async () => {
  database = await openTestDatabase()
})
after(() => database.close())

const act = { act: 'thing: made', on: { kind: 'thing', id: '1', name: 'First' } }

test('an act and its row in the history are there together or not at all', async () => {
  const { ctx } = database
  await ctx.write((tx) => record(ctx, tx, act))
  const failing = ctx.write(async (tx) => {
    await record(ctx, tx, act)
    throw new Error('the act fails')
  })
  await assert.rejects(failing, /the act fails/)
  const rows = await ctx.read((db) => db.selectFrom('history_event').selectAll().execute())
  assert.deepEqual(
    rows.map(({ number, previous_seal }) => [number, previous_seal]),
    [['1', FIRST_SEAL]],
  )
})

test('an action that writes and leaves no row fails; one that found nothing to do says so', async () => {
  const { ctx } = database
  await assert.rejects(
    ctx.write(async () => 1),
    /left no row/,
  )
  assert.equal(await ctx.write(async (tx) => nothingHappened(tx)), undefined)
})

test('acts at the same time get numbers without a gap, each sealed with the one before', async () => {
  const ctx = database.otherOrganization()
  await Promise.all(Array.from({ length: 12 }, () => ctx.write((tx) => record(ctx, tx, act))))
  const rows = await ctx.read((db) => db.selectFrom('history_event').selectAll().orderBy('number').execute())
  assert.deepEqual(
    rows.map(({ number }) => Number(number)),
    Array.from({ length: 12 }, (_, i) => i + 1),
  )
  rows.forEach((row, i) => {
    assert.equal(row.previous_seal, rows[i - 1]?.seal ?? FIRST_SEAL)
    const event = {
      ...{
        organizationId: row.organization_id,
        number: Number(row.number),
        id: row.id,
        at: row.at,
        via: row.via,
      },
      ...{ actorKind: row.actor_kind, actorId: row.actor_id, act: row.act, also: [] },
      ...{ subjectKind: row.subject_kind, subjectId: row.subject_id },
      ...{ detailSeal: row.detail_seal, previousSeal: row.previous_seal },
    }
    assert.equal(row.seal, sealOf(event))
  })
})

test('the application can neither change nor remove a row of the history', async () => {
  const client = new pg.Client(database.connection('application'))
  await client.connect()
  try {
    if (database.role) await client.query(`set role ${database.role}`)
    for (const statement of [
      "update history_event set act = 'x'",
      'delete from history_event',
      'truncate history_event',
    ])
      await assert.rejects(client.query(statement), { code: '42501' })
  } finally {
    await client.end()
  }
})
