import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, test } from 'node:test'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { withClient } from '../db/client.ts'
import { verifyHistory } from './actions/verify.ts'
import { record } from './actions.ts'
import { detailSealOf } from './model.ts'

// Stays open, so that the server does.
let first: TestDatabase
before(async () => {
  first = await openTestDatabase()
})
after(() => first.close())

let database: TestDatabase
beforeEach(async () => {
  database = await openTestDatabase()
  const { ctx } = database
  for (const n of [1, 2, 3, 4, 5, 6]) {
    const also =
      n % 2 === 0
        ? [
            { kind: 'team', id: 'b', name: 'North' },
            { kind: 'place', id: 'a' },
          ]
        : []
    const changes = { title: { before: null, after: `Title ${n}` } }
    await ctx.write((tx) =>
      record(ctx, tx, {
        act: 'thing: changed',
        on: { kind: 'thing', id: `${n}`, name: `No. ${n}` },
        also,
        changes,
      }),
    )
  }
})
afterEach(() => database.close())

/** What whoever holds the database can do to it. */
const tamper = (...statements: string[]) =>
  withClient(database.connection('owner'), async (client) => {
    await client.query(`select set_config('app.organization_id', '${database.ctx.organizationId}', false)`)
    for (const statement of statements)
      assert.ok(((await client.query(statement)).rowCount ?? 0) > 0, statement)
  })

const faults = async (noted: string | null = null) =>
  (await verifyHistory(database.ctx, noted)).faults.map(({ number, says }) => `${number}: ${says}`)

test('a history that nobody has touched is whole', async () => {
  const verdict = await verifyHistory(database.ctx, null)
  assert.deepEqual([verdict.events, verdict.head?.number, verdict.erased, verdict.faults], [6, 6, 0, []])
  const empty = await verifyHistory(database.otherOrganization(), null)
  assert.deepEqual(empty, { events: 0, head: null, faults: [], erased: 0 })
})

/** Removes events with all that belongs to them. */
const removal = (which: string) => [
  `delete from history_detail where event_id in (select id from history_event where ${which})`,
  `delete from history_subject where event_id in (select id from history_event where ${which})`,
  `delete from history_event where ${which}`,
]

test('an event that was removed is missed, at the beginning, in the middle and several in a row', async () => {
  await tamper(...removal('number = 4'))
  assert.deepEqual(await faults(), ['4: It is missing.'])
  await tamper(...removal('number = 2'))
  await tamper(`delete from history_detail where event_id = (select id from history_event where number = 1)`)
  await tamper(`delete from history_event where number = 1`)
  assert.deepEqual(await faults(), ['1: It is missing, and so are all up to number 2.', '4: It is missing.'])
})

test('every part of an event is under seal', async () => {
  const changes = [
    "at = at - interval '1 hour'",
    "actor_kind = 'person'",
    "actor_id = '00000000-0000-4000-8000-000000000009'",
    "via = 'page'",
    "act = 'thing: added'",
    "subject_kind = 'other'",
    "subject_id = '99'",
    "detail_seal = 'x'",
  ]
  for (const change of changes) {
    await tamper(`create table kept as select * from history_event where number = 3`)
    await tamper(`update history_event set ${change} where number = 3`)
    assert.match((await faults())[0] ?? '', /^3: It is not as it was sealed/, change)
    await tamper(`update history_event e set at = k.at, actor_kind = k.actor_kind, actor_id = k.actor_id, via = k.via, act = k.act,
      subject_kind = k.subject_kind, subject_id = k.subject_id, detail_seal = k.detail_seal from kept k where e.id = k.id`)
    await withClient(database.connection('owner'), (client) => client.query('drop table kept'))
    assert.deepEqual(await faults(), [])
  }
})

test('what an event was about further is under seal too', async () => {
  await tamper("delete from history_subject where kind = 'team' and number = 2")
  await tamper("update history_subject set at = at - interval '1 day' where kind = 'place' and number = 4")
  await tamper("update history_subject set id = 'c' where kind = 'place' and number = 6")
  assert.deepEqual(await faults(), [
    '2: It is not as it was sealed: somebody has changed it.',
    '4: The list of what it was about has been changed.',
    '6: It is not as it was sealed: somebody has changed it.',
  ])
})

test('events whose places were exchanged, and one that was put in, are found', async () => {
  await tamper(
    'update history_event set number = 99 where number = 2',
    'update history_event set number = 2 where number = 5',
  )
  await tamper('update history_event set number = 5 where number = 99')
  const found = await faults()
  assert.match(found[0] ?? '', /^2: /)
  assert.match(found.join('\n'), /^5: /m)
})

test('an event that was put in with a seal of its own making breaks the chain after it', async () => {
  await tamper("update history_event set act = 'thing: added', seal = 'made up' where number = 3")
  assert.deepEqual(await faults(), [
    '3: It is not as it was sealed: somebody has changed it.',
    '4: It does not follow from the event before: one of the two was put in or exchanged.',
  ])
})

test('words that were changed or removed without an act of erasure are found', async () => {
  const of = (number: number) => `where event_id = (select id from history_event where number = ${number})`
  await tamper(
    `update history_detail set detail = jsonb_set(detail, '{changes,title,after}', '"Director"') ${of(2)}`,
  )
  await tamper(`delete from history_detail ${of(5)}`)
  assert.deepEqual(await faults(), [
    '2: Its words have been changed, and no act of erasure says so.',
    '5: Its words are missing, and no act of erasure says so.',
  ])
})

test('a history that was cut off at its end is found by its own note, and by a seal noted elsewhere', async () => {
  const noted = (await verifyHistory(database.ctx, null)).head
  assert.ok(noted)
  await tamper(...removal('number = 6'))
  assert.deepEqual(await faults(), ['6: The end is cut off: there should be events up to number 6.'])
  // Whoever cuts the end off may adapt the note of it as well.
  await tamper('update history_head set number = 5, seal = (select seal from history_event where number = 5)')
  assert.deepEqual(await faults(), [])
  assert.match((await faults(noted.seal))[0] ?? '', /^6: The seal that you noted does not occur/)
  assert.deepEqual(await faults((await verifyHistory(database.ctx, null)).head?.seal ?? ''), [])
})

test('the seal of words does not depend on the order in which the database gives them back', () => {
  const changes = { a: { before: 1, after: { x: 1, y: [null, 'z'] } } }
  const same = { names: ['N'], changes: { a: { after: { y: [null, 'z'], x: 1 }, before: 1 } } }
  assert.equal(detailSealOf('s', { changes, names: ['N'] }), detailSealOf('s', same))
  assert.notEqual(detailSealOf('s', same), detailSealOf('t', same))
})
