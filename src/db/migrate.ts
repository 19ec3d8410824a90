import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg, { type Client } from 'pg'
import { Unavailable } from '../errors.ts'
import { codeOf } from './client.ts'

/** Any number, as long as nobody else takes it for an advisory lock of this database. */
const LOCK = 5_116_841
const UNDEFINED_TABLE = '42P01'

export interface Migration {
  name: string
  sql: string
  sha256: string
}

/** What the store needs itself, then the .sql files of the folder in the order of their names. */
export function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  return [
    readMigration(import.meta.dirname, '0000-store.sql'),
    ...names.toSorted().map((name) => readMigration(folder, name)),
  ]
}

function readMigration(folder: string, name: string): Migration {
  const sql = readFileSync(join(folder, name), 'utf8')
  return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
}

/**
 * Brings the schema up to date: each file once, in its own transaction, one process at a time; what it makes is granted
 * to `role` (null: to nobody) in the same transaction. Gives the number of files applied. Throws `Unavailable` when an applied file has changed since, or one has been applied that is not here.
 * Needs a direct connection: the lock belongs to the session.
 */
export async function migrate(db: Client, migrations: Migration[], role: string | null): Promise<number> {
  if (missing(migrations, await appliedMigrations(db)).length === 0) return 0
  await db.query('select pg_advisory_lock($1)', [LOCK])
  try {
    await db.query(`create table if not exists schema_migration (
      name text primary key, sha256 text not null, applied_at timestamptz not null default now())`)
    const todo = missing(migrations, await appliedMigrations(db))
    for (const migration of todo) await apply(db, migration, role)
    return todo.length
  } finally {
    await db.query('select pg_advisory_unlock($1)', [LOCK])
  }
}

/** Name to checksum; empty when the database is new. */
async function appliedMigrations(db: Client): Promise<Map<string, string>> {
  try {
    const { rows } = await db.query<Migration>('select name, sha256 from schema_migration')
    return new Map(rows.map(({ name, sha256 }) => [name, sha256]))
  } catch (error) {
    if (codeOf(error) === UNDEFINED_TABLE) return new Map()
    throw error
  }
}

function missing(migrations: Migration[], applied: Map<string, string>): Migration[] {
  const changed = migrations.find(({ name, sha256 }) => applied.has(name) && applied.get(name) !== sha256)
  if (changed) {
    throw new Unavailable(
      `The migration ${changed.name} has changed since this database applied it. Restore the file, and put the change into a new one.`,
    )
  }
  const known = new Set(migrations.map(({ name }) => name))
  const foreign = [...applied.keys()].find((name) => !known.has(name))
  if (foreign) {
    throw new Unavailable(
      `This database was brought up to date by a newer Sightline (${foreign} is not known here). Start that version, or a newer one.`,
    )
  }
  return migrations.filter(({ name }) => !applied.has(name))
}

async function apply(db: Client, { name, sql, sha256 }: Migration, role: string | null): Promise<void> {
  await db.query('begin')
  try {
    await db.query(sql)
    if (role) await grant(db, pg.escapeIdentifier(role))
    await db.query('insert into schema_migration (name, sha256) values ($1, $2)', [name, sha256])
    await db.query('commit')
  } catch (error) {
    await db.query('rollback')
    throw error
  }
}

/** The product's own tables, and those of its accounts, which belong to no organisation. */
const SCHEMAS = ['public', 'identity']

async function grant(db: Client, role: string): Promise<void> {
  const there = await db.query<{ name: string }>(
    'select nspname as name from pg_namespace where nspname = any($1)',
    [SCHEMAS],
  )
  for (const { name } of there.rows) {
    await db.query(`
      grant usage on schema ${name} to ${role};
      grant select, insert, update, delete on all tables in schema ${name} to ${role};
      alter default privileges in schema ${name} grant select, insert, update, delete on tables to ${role}`)
  }
  await db.query(`revoke insert, update, delete on schema_migration from ${role}`)
  const { rows } = await db.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class
     where relkind = 'r' and relnamespace = 'public'::regnamespace and obj_description(oid, 'pg_class') = 'append-only'`,
  )
  for (const { name } of rows) await db.query(`revoke update, delete, truncate on ${name} from ${role}`)
}
