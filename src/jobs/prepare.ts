import pg from 'pg'
import { codeOf, withClient } from '../db/client.ts'
import { APPLICATION, type Server } from '../db/server.ts'

/** Where pg-boss keeps its tables, apart from ours. */
export const SCHEMA = 'pgboss'
/** The shape of those tables that the installed pg-boss works with; its package.json says so, and a test compares. */
export const SHAPE = 43

/** Any number, as long as nobody else takes it for an advisory lock of this database. */
const LOCK = 5_116_842
const UNDEFINED_TABLE = '42P01'
const UNDEFINED_SCHEMA = '3F000'

/**
 * Makes pg-boss's tables, or brings them up to date, and lets the application's role use them, so that the application
 * needs no right to create anything. One process at a time; a single query when nothing is to be done.
 */
export function prepareQueue(server: Server): Promise<void> {
  const isOurs = server.connection('application').user === APPLICATION
  const role = isOurs ? APPLICATION : server.role
  return withClient(server.connection('owner'), async (client) => {
    if (await isReady(client, role)) return
    await client.query('select pg_advisory_lock($1)', [LOCK])
    try {
      if (!(await isReady(client, role))) await bringUpToDate(client, role)
    } finally {
      await client.query('select pg_advisory_unlock($1)', [LOCK])
    }
  })
}

async function isReady(client: pg.Client, role: string | null): Promise<boolean> {
  if ((await shapeOf(client)) !== SHAPE) return false
  if (role === null) return true
  const { rows } = await client.query<{ may: boolean }>(
    `select has_table_privilege($1, '${SCHEMA}.job', 'insert') and has_schema_privilege($1, '${SCHEMA}', 'usage') as may`,
    [role],
  )
  return rows[0]?.may === true
}

/** Null: there are no tables yet. */
async function shapeOf(client: pg.Client): Promise<number | null> {
  try {
    const { rows } = await client.query<{ version: number }>(`select version from ${SCHEMA}.version`)
    return rows[0]?.version ?? null
  } catch (error) {
    if ([UNDEFINED_TABLE, UNDEFINED_SCHEMA].includes(codeOf(error))) return null
    throw error
  }
}

async function bringUpToDate(client: pg.Client, role: string | null): Promise<void> {
  // Loaded only here: an ordinary start does without it until the first page is out.
  const { getConstructionPlans, getMigrationPlans } = await import('pg-boss')
  const shape = await shapeOf(client)
  if (shape === null) await client.query(getConstructionPlans(SCHEMA))
  else if (shape < SHAPE) await client.query(getMigrationPlans(SCHEMA, shape))
  if (role === null) return
  const name = pg.escapeIdentifier(role)
  await client.query(`
    grant usage on schema ${SCHEMA} to ${name};
    grant select, insert, update, delete on all tables in schema ${SCHEMA} to ${name};
    grant execute on all functions in schema ${SCHEMA} to ${name}`)
}
