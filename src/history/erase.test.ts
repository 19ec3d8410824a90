import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import type { Context } from '../context.ts'
import { withClient } from '../db/client.ts'
import { eraseWords, forgetWords, previewErasure } from './actions/erase.ts'
import { verifyHistory } from './actions/verify.ts'
import { record } from './actions.ts'
import { NO_FILTER } from './happening.ts'
import type { Act } from './model.ts'
import { plainSentence } from './sentence.ts'
import { listEvents } from './store/events.ts'

const ADA = '11111111-1111-4111-8111-111111111111'
const BO = '22222222-2222-4222-8222-222222222222'
const PSEUDONYM = 'Former colleague 7F3A'

let database: TestDatabase
before(async () => {
  database = await openTestDatabase()
})
after(() => database.close())

async function tell(ctx: Context, by: { id: string; name: string }, act: Act): Promise<void> {
  const acting = ctx.as({ ...ctx.viewer, person: by, via: 'page' })
  await acting.write((tx) => record(acting, tx, act))
}

const ada = { id: ADA, name: 'Ada Byrne' }
const bo = { id: BO, name: 'Bo Chen' }

/** What happened in an organisation where Ada worked. */
async function lived(ctx: Context): Promise<void> {
  const onAda = { kind: 'person', id: ADA, name: 'Ada Byrne' }
  const email = { before: null, after: 'ada@example.org' }
  await tell(ctx, bo, { act: 'person: added', on: onAda, changes: { email } })
  await tell(ctx, ada, { act: 'framework: published', on: { kind: 'framework', id: 'f', name: 'Spotlight' } })
  await tell(ctx, bo, {
    act: 'person: changed',
    on: { kind: 'person', id: BO, name: 'Bo Chen' },
    changes: { reportsTo: { before: null, after: 'Ada Byrne' } },
  })
  await tell(ctx, bo, { act: 'mail: sent', on: { kind: 'mail', id: 'm', name: 'to ADA@example.org' } })
  await tell(ctx, bo, { act: 'framework: renewed', on: { kind: 'framework', id: 'f', name: 'Spotlight' } })
}

const naming = { personId: ADA, words: ['Ada Byrne', 'ada@example.org'], shared: [] }

const erase = (ctx: Context) =>
  ctx.write((tx) =>
    eraseWords(ctx, tx, {
      ...naming,
      pseudonym: PSEUDONYM,
      on: { kind: 'person', id: ADA, name: PSEUDONYM },
    }),
  )

const told = async (ctx: Context) =>
  (await ctx.read((db) => listEvents(db, NO_FILTER, { before: null, limit: 50 })))
    .toReversed()
    .map(plainSentence)

test('an erased person is a pseudonym everywhere in the history, and the history is still whole', async () => {
  const { ctx } = database
  await lived(ctx)
  const preview = await ctx.read((db) => previewErasure(db, naming))
  assert.equal(preview.events, 4)
  assert.equal(await erase(ctx), 4)
  assert.deepEqual(await told(ctx), [
    `Bo Chen added the person ${PSEUDONYM}`,
    `${PSEUDONYM} published the framework Spotlight`,
    'Bo Chen changed the person Bo Chen',
    `Bo Chen sent the mail to ${PSEUDONYM}`,
    'Bo Chen renewed the framework Spotlight',
    'Sightline erased words in the history',
  ])
  const all = await ctx.read((db) => db.selectFrom('history_detail').select('detail').execute())
  assert.doesNotMatch(JSON.stringify(all), /ada|byrne/i)
  const verdict = await verifyHistory(ctx, null)
  assert.deepEqual([verdict.faults, verdict.erased], [[], 4])
  const on = { kind: 'person', id: ADA }
  assert.equal(await ctx.keep((tx) => eraseWords(ctx, tx, { ...naming, pseudonym: PSEUDONYM, on })), 0)
})

test('people are found in the history by their pseudonym after it, and not by their name', async () => {
  const { ctx } = database
  const found = (who: string) =>
    ctx.read((db) => listEvents(db, { ...NO_FILTER, who }, { before: null, limit: 9 }))
  assert.equal((await found('7f3a'))[0]?.actor.name, PSEUDONYM)
  assert.deepEqual(await found('Ada'), [])
})

const asOwner = (ctx: Context, statement: string) =>
  withClient(database.connection('owner'), async (client) => {
    await client.query(`select set_config('app.organization_id', '${ctx.organizationId}', false)`)
    assert.equal((await client.query(statement)).rowCount, 1)
  })

test('what is done to words after their erasure is found', async () => {
  const ctx = database.otherOrganization()
  await lived(ctx)
  await ctx.write(async (tx) => {
    await eraseWords(ctx, tx, {
      ...naming,
      pseudonym: PSEUDONYM,
      on: { kind: 'person', id: ADA, name: PSEUDONYM },
    })
  })
  const of = (number: number) => `where event_id = (select id from history_event where number = ${number})`
  await asOwner(ctx, `update history_detail set detail = '{"actor": "Eve"}' ${of(2)}`)
  await asOwner(ctx, `delete from history_detail ${of(4)}`)
  const { faults } = await verifyHistory(ctx, null)
  assert.deepEqual(
    faults.map(({ number, says }) => `${number}: ${says}`),
    [
      '2: Its words have been changed, and no act of erasure says so.',
      '4: Its words are missing, and no act of erasure says so.',
    ],
  )
})

test('erased words that somebody puts back are found, as from an old backup', async () => {
  const ctx = database.otherOrganization()
  await lived(ctx)
  const kept = await ctx.read((db) => db.selectFrom('history_detail').selectAll().execute())
  await erase(ctx)
  const old = kept.find(({ detail }) => detail.names?.[0] === 'Ada Byrne')
  assert.ok(old)
  await asOwner(
    ctx,
    `update history_detail set salt = '${old.salt}', detail = '${JSON.stringify(old.detail)}' where event_id = '${old.event_id}'`,
  )
  const { faults } = await verifyHistory(ctx, null)
  assert.deepEqual(
    faults.map(({ number, says }) => `${number}: ${says}`),
    [`6: It erased the words of another event (${old.event_id}), and they are there again.`],
  )
})

test('the words of old events are forgotten, oldest first, and what proves earlier erasures stays', async () => {
  const ctx = database.otherOrganization()
  await lived(ctx)
  await erase(ctx)
  const now = new Date(Date.now() + 1000)
  assert.equal(await ctx.write((tx) => forgetWords(ctx, tx, now)), 5)
  const verdict = await verifyHistory(ctx, null)
  assert.deepEqual([verdict.faults, verdict.erased], [[], 5])
  assert.equal((await told(ctx))[1], 'Somebody whose name was erased published the framework')
})
