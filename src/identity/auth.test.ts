import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { getMigrations } from 'better-auth/db/migration'
import { Kysely, PostgresDialect } from 'kysely'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { openPool } from '../db/database.ts'
import { createAuth } from './auth.ts'
import type { IdentityTables } from './tables.ts'

let database: TestDatabase

before(async () => {
  database = await openTestDatabase()
})
after(() => database.close())

test('better-auth finds its tables as the migration made them, and wants nothing more', async () => {
  // As the product's own: it outlives connections that the server ends when the copy is dropped.
  const connection = database.connection('owner')
  const pool = openPool({ connection, role: null, ensure: async () => undefined, log: () => undefined })
  const db = new Kysely<IdentityTables>({ dialect: new PostgresDialect({ pool }) })
  const { options } = createAuth({ db, address: 'http://localhost', secret: 'x'.repeat(64), log: () => {} })
  const { toBeCreated, toBeAdded } = await getMigrations(options)
  await db.destroy()
  assert.deepEqual({ toBeCreated, toBeAdded }, { toBeCreated: [], toBeAdded: [] })
})
