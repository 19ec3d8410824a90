import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { withClient } from './client.ts'
import { type Migration, migrate, readMigrations } from './migrate.ts'

let database: TestDatabase
const shipped = readMigrations(join(import.meta.dirname, '../../migrations'))

before(async () => {
  database = await openTestDatabase()
})
after(() => database.close())

function migration(name: string, sql: string): Migration {
  return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
}

const run = (migrations: Migration[]) =>
  withClient(database.connection('owner'), (client) => migrate(client, migrations, null))

const tables = (name: string) =>
  withClient(database.connection('owner'), async (client) => {
    const { rowCount } = await client.query('select from pg_tables where tablename = $1', [name])
    return rowCount
  })

test('an up-to-date database has nothing to do', async () => {
  assert.equal(await run(shipped), 0)
})

test('of several processes at once, one applies a new file and the others find it done', async () => {
  const slow = [...shipped, migration('9000-race.sql', 'create table race (id int); select pg_sleep(0.2)')]
  const applied = await Promise.all([run(slow), run(slow), run(slow), run(slow)])
  assert.deepEqual(applied.toSorted(), [0, 0, 0, 1])
  shipped.push(...slow.slice(-1))
})

test('a file that fails half-way leaves nothing behind', async () => {
  const broken = migration('9001-broken.sql', 'create table half (id int); select 1 / 0')
  await assert.rejects(run([...shipped, broken]), /division by zero/)
  assert.equal(await tables('half'), 0)
  assert.equal(await run([...shipped, migration('9001-broken.sql', 'create table half (id int)')]), 1)
  shipped.push(migration('9001-broken.sql', 'create table half (id int)'))
})

test('an applied file that has changed is refused, with what to do', async () => {
  const changed = shipped.map((file, i) => (i === 1 ? migration(file.name, `${file.sql} -- changed`) : file))
  await assert.rejects(run(changed), /0001-frameworks\.sql has changed .* put the change into a new one/)
})

test('a database that a newer Sightline has changed is refused', async () => {
  await assert.rejects(run(shipped.slice(0, -1)), /newer Sightline \(9001-broken\.sql is not known here\)/)
})
