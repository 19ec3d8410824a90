import { setTimeout as sleep } from 'node:timers/promises'
import type { Kysely, Transaction } from 'kysely'
import pg from 'pg'
import { Unavailable } from '../errors.ts'
import { codeOf, inPlainWords } from './client.ts'
import { CommitUnknown, ConnectionLost, runTransaction } from './transaction.ts'

const PATIENCE_MS = 20_000
const STATEMENT_MS = 30_000
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The database as one organisation at a time sees it. */
export interface Database<S> {
  /** Runs reads that belong together on one snapshot. Repeated when the connection is lost. */
  read<T>(organizationId: string, work: (db: Kysely<S>) => Promise<T>): Promise<T>
  /** Runs writes in one transaction. Repeated when the connection is lost before the commit, so `work` must be repeatable. */
  write<T>(organizationId: string, work: (tx: Transaction<S>) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export interface DatabaseOptions {
  connection: pg.ClientConfig
  /** The role to take inside each transaction; null to stay who we are. */
  role: string | null
  /** Called after a lost connection, before the next attempt. */
  ensure: () => Promise<void>
  log: (message: string) => void
  maxConnections?: number
}

/** Opens a pool of connections; the first use connects. Throws `Invalid` for an organisation that is not a UUID. */
export function openDatabase<S>(options: DatabaseOptions): Database<S> {
  const pool = openPool(options)
  const role = options.role ? `set local role ${pg.escapeIdentifier(options.role)};` : ''
  const opening = (begin: string, organizationId: string, columns = '') => {
    if (!UUID.test(organizationId)) throw new Error(`"${organizationId}" is not the id of an organisation.`)
    return (
      `${begin}; ${role} set local statement_timeout = ${STATEMENT_MS};` +
      `select set_config('app.organization_id', '${organizationId}', true)${columns}`
    )
  }
  return {
    read: (organizationId, work) => {
      const begin = opening('begin isolation level repeatable read read only', organizationId)
      return persistently(pool, options, async () => runTransaction(await pool.connect(), begin, work))
    },
    write: (organizationId, work) => {
      const begin = opening('begin', organizationId, ', pg_current_xact_id()::text as transaction')
      return persistently(pool, options, async () => runTransaction(await pool.connect(), begin, work))
    },
    close: () => pool.end(),
  }
}

function openPool({ connection, log, maxConnections = 10 }: DatabaseOptions): pg.Pool {
  const pool = new pg.Pool({
    ...connection,
    max: maxConnections,
    connectionTimeoutMillis: 10_000,
    query_timeout: STATEMENT_MS + 5000,
    keepAlive: true,
    allowExitOnIdle: true,
  })
  // An idle connection that fails, and one in use: without these two listeners either ends the process.
  pool.on('error', (error) => log(`A connection to the database was lost: ${error.message}`))
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** Tries again while the failure is one that passes, for at most 20 seconds. */
async function persistently<T>(
  pool: pg.Pool,
  options: DatabaseOptions,
  attempt: () => Promise<T>,
): Promise<T> {
  const end = Date.now() + PATIENCE_MS
  for (let tries = 1; ; tries++) {
    try {
      return await attempt()
    } catch (error) {
      if (!passes(error)) throw inPlainWords(error)
      const done = await outcome<T>(error, pool, options)
      if (done) return done.result
      if (Date.now() > end) throw noAnswer(error)
      if (isAboutConnection(error)) await options.ensure()
      await sleep(Math.random() * Math.min(20 * tries, 500))
    }
  }
}

/** After a lost commit: what the work gave, if the commit was done after all. */
async function outcome<T>(
  error: unknown,
  pool: pg.Pool,
  options: DatabaseOptions,
): Promise<{ result: T } | null> {
  if (!(error instanceof CommitUnknown)) return null
  await options.ensure()
  const isDone = await persistently(pool, options, () => wasCommitted(pool, error.transaction))
  return isDone ? { result: error.result as T } : null
}

async function wasCommitted(pool: pg.Pool, transaction: string): Promise<boolean> {
  const { rows } = await pool.query<{ state: string }>('select pg_xact_status($1::xid8) as state', [
    transaction,
  ])
  const state = rows[0]?.state
  if (state === 'in progress') throw new ConnectionLost('The commit is still on its way.')
  return state === 'committed'
}

/** Serialization failure and deadlock. */
const COLLISION = /^(40001|40P01)$/
/** The server going away or coming up, a lost or refused connection, a missing socket. */
const CONNECTION =
  /^(57P0[1-3]|08...|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH)$/

function passes(error: unknown): boolean {
  return COLLISION.test(codeOf(error)) || isAboutConnection(error)
}

function isAboutConnection(error: unknown): boolean {
  if (error instanceof ConnectionLost || error instanceof CommitUnknown) return true
  if (CONNECTION.test(codeOf(error))) return true
  // The driver gives no code to a connection that ends or takes too long while it is being made.
  return (
    error instanceof Error &&
    /^(Connection terminated|timeout exceeded when trying to connect)/.test(error.message)
  )
}

function noAnswer(cause: unknown): Unavailable {
  return new Unavailable(
    'The database has not answered for 20 seconds. Nothing was saved; try again in a moment, and if that does not help, see whether it runs.',
    { cause },
  )
}
