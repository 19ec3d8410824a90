import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { createConnection, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { type RawBuilder, sql } from 'kysely'
import pg from 'pg'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { type Database, openDatabase } from './database.ts'

const ORGANIZATION = '00000000-0000-4000-8000-000000000001'

interface Tables {
  organization: { id: string; name: string }
}

/** When the client says it: cut the line before the server hears, or before the server's answer gets back. */
interface Cut {
  says: string
  when: 'before' | 'after'
}

let testDatabase: TestDatabase
let proxy: Server
let database: Database<Tables>
let cut: Cut | undefined
let cuts = 0
let ensured = 0
const folder = mkdtempSync(join(tmpdir(), 'sightline-proxy-'))

before(async () => {
  testDatabase = await openTestDatabase()
  const target = testDatabase.connection('application')
  proxy = createServer((client) => joinSockets(client, connectTo(target)))
  await new Promise<void>((resolve) => proxy.listen(join(folder, '.s.PGSQL.5432'), resolve))
  const ensure = async () => {
    ensured++
  }
  const { user, password, database: name } = new pg.Client(target)
  const connection = { user, password, database: name, host: folder, port: 5432 }
  database = openDatabase<Tables>({ connection, role: null, ensure, log: () => undefined })
})
after(async () => {
  await database.close()
  proxy.close()
  await testDatabase.close()
  rmSync(folder, { recursive: true })
})

function connectTo(target: pg.ClientConfig): Socket {
  const { host, port } = new pg.Client(target)
  return host.startsWith('/') ? createConnection(`${host}/.s.PGSQL.${port}`) : createConnection(port, host)
}

function joinSockets(client: Socket, server: Socket): void {
  client.on('error', () => server.destroy()).on('close', () => server.end())
  server.on('error', () => client.destroy()).on('close', () => client.destroy())
  server.on('data', (data) => client.write(data))
  client.on('data', (data) => {
    const now = cut && data.includes(cut.says) ? cut : undefined
    if (now) {
      cut = undefined
      cuts++
    }
    if (now?.when !== 'before') server.write(data)
    if (now) client.destroy()
  })
}

const rename = (name: RawBuilder<string>) =>
  database.write(ORGANIZATION, async (tx) => {
    await tx.updateTable('organization').set({ name }).where('id', '=', ORGANIZATION).execute()
    return 'renamed'
  })

const name = async () => {
  const row = await database.read(ORGANIZATION, (db) =>
    db.selectFrom('organization').select('name').where('id', '=', ORGANIZATION).executeTakeFirstOrThrow(),
  )
  return row.name
}

for (const [says, when, what] of [
  ['begin', 'before', 'before it began'],
  ['update', 'before', 'in the middle'],
  ['commit', 'before', 'just before the commit'],
  ['commit', 'after', 'just after the commit, before anybody heard of it'],
] as const) {
  test(`a write whose connection is lost ${what} is done once, not twice and not never`, async () => {
    await rename(sql`'start'`)
    const before = { cuts, ensured }
    cut = { says, when }
    assert.equal(await rename(sql`name || '!'`), 'renamed')
    assert.equal(cuts, before.cuts + 1, 'the line was cut')
    assert.ok(ensured > before.ensured, 'and the server looked after')
    assert.equal(await name(), 'start!')
  })
}

test('a read whose connection is lost is done again', async () => {
  await rename(sql`'read'`)
  cut = { says: 'select "name"', when: 'before' }
  assert.equal(await name(), 'read')
  assert.equal(cut, undefined)
})
