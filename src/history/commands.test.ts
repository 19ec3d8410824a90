import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { OURS, openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { say as terminal, useInCommands } from '../../test/terminal.ts'
import { withClient } from '../db/client.ts'
import { Invalid, NotFound } from '../errors.ts'
import { record } from './actions.ts'
import { run } from './commands.ts'

let database: TestDatabase
before(async () => {
  database = await openTestDatabase()
  useInCommands(database)
  const { ctx } = database
  for (const n of [1, 2, 3])
    await ctx.write((tx) =>
      record(ctx, tx, { act: 'team: added', on: { kind: 'team', id: `${n}`, name: `Team ${n}` } }),
    )
})
after(async () => {
  await database.close()
})

const say = (...args: string[]) => terminal(run, args)

const tamper = (statement: string) =>
  withClient(database.connection('owner'), async (client) => {
    await client.query(`select set_config('app.organization_id', '${OURS.id}', false)`)
    await client.query(statement)
  })

test('what has happened is listed, newest first, as sentences or as JSON', async () => {
  const { code, said } = await say('list', '--organization', 'our')
  assert.equal(code, 0)
  assert.deepEqual(
    said.map((line) => line.replace(/ {2}\d+ \w+ \d{4}, \d\d:\d\d {2}/, ' … ')),
    [
      '3 … Sightline added the team Team 3',
      '2 … Sightline added the team Team 2',
      '1 … Sightline added the team Team 1',
    ],
  )
  const json = await say('list', '--organization', 'our', '--before', '2', '--json')
  assert.deepEqual(
    JSON.parse(json.said.join()).events.map((event: { number: number }) => event.number),
    [1],
  )
  await assert.rejects(say('list', '--organization', 'our', '--from', 'monday'), Invalid)
  await assert.rejects(say('list'), Invalid)
  assert.equal((await say('list', 'everything')).code, 2)
})

test('every organisation is verified, or one, and a seal that was noted is looked for', async () => {
  const all = await say('verify')
  assert.equal(all.code, 0)
  assert.match(all.said.join('\n'), /^Our organisation: 3 events, and the history is whole\.$/m)
  assert.match(all.said.join('\n'), /^Other organisation 2: 0 events/m)
  const seal = /After event 3 the seal is ([0-9a-f]{64})/.exec(all.said.join('\n'))?.[1] ?? ''
  assert.equal((await say('verify', '--organization', 'our', '--head', seal)).code, 0)
  assert.equal((await say('verify', '--organization', 'our', '--head', 'f'.repeat(64))).code, 1)
  await assert.rejects(say('verify', '--head', seal), Invalid)
  await assert.rejects(say('verify', '--organization', 'nowhere'), NotFound)
})

test('a fault gives exit code 1, the number of the first broken event, and what is wrong with it', async () => {
  await tamper("update history_event set act = 'team: removed' where number = 2")
  const { code, said } = await say('verify', '--organization', OURS.id)
  assert.equal(code, 1)
  assert.deepEqual(said, [
    'Our organisation: the history is not whole. The first fault is at event 2.',
    '  2  It is not as it was sealed: somebody has changed it.',
  ])
  const json = await say('verify', '--json')
  assert.equal(json.code, 1)
  const { organizations } = JSON.parse(json.said.join())
  assert.deepEqual(organizations.map((one: { isWhole: boolean }) => one.isWhole).toSorted(), [
    false,
    true,
    true,
    true,
    true,
  ])
})
