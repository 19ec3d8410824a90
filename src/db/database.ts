import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Kysely, Transaction } from 'kysely'
import pg from 'pg'
import { Unavailable } from '../errors.ts'
import { isUuid } from '../lib/uuid.ts'
import { codeOf, inPlainWords } from './client.ts'
import { CommitUnknown, ConnectionLost, runTransaction } from './transaction.ts'

const PATIENCE_MS = 20_000
const STATEMENT_MS = 30_000
/** How often a write also removes old receipts. */
const SWEEP_EVERY = 500

// A date is a day, not a moment: it stays the text that it is, such as 2026-05-31.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)

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

/** Opens a pool of connections; the first use connects. */
export function openDatabase<S>(options: DatabaseOptions): Database<S> {
  let isClosing = false
  // While it closes, the server may be quicker to end a connection than we are.
  const pool = openPool({ ...options, log: (message) => isClosing || options.log(message) })
  let writes = 0
  return {
    read: (organizationId, work) => {
      const begin = opening('begin isolation level repeatable read read only', organizationId, options.role)
      return persistently(options, async () => runTransaction(await pool.connect(), begin, work))
    },
    write: (organizationId, work) => {
      const sweep = writes++ % SWEEP_EVERY === 0
      const begin = opening('begin', organizationId, options.role) + receipt(organizationId, sweep)
      return persistently(options, async () => runTransaction(await pool.connect(), begin, work))
    },
    close: () => {
      isClosing = true
      return pool.end()
    },
  }
}

/** Begins a transaction as one organisation; one text, so one round trip. */
function opening(begin: string, organizationId: string, role: string | null): string {
  if (!isUuid(organizationId)) throw new Error(`"${organizationId}" is not the id of an organisation.`)
  const setRole = role ? `set local role ${pg.escapeIdentifier(role)};` : ''
  return (
    `${begin}; ${setRole} set local statement_timeout = ${STATEMENT_MS};` +
    `select set_config('app.organization_id', '${organizationId}', true);`
  )
}

/** Marks the write, so that after a lost commit the same write is not done twice; see 0000-store.sql. */
function receipt(organizationId: string, sweep: boolean): string {
  const insert = `insert into write_receipt (organization_id, id) values ('${organizationId}', '${randomUUID()}');`
  return sweep ? `delete from write_receipt where made_at < now() - interval '1 day'; ${insert}` : insert
}

/** A pool that survives lost connections; the first use connects. */
export function openPool({ connection, log, maxConnections = 10 }: DatabaseOptions): pg.Pool {
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
export async function persistently<T>(options: DatabaseOptions, attempt: () => Promise<T>): Promise<T> {
  const end = Date.now() + PATIENCE_MS
  let unknown: CommitUnknown | undefined
  for (let tries = 1; ; tries++) {
    try {
      return await attempt()
    } catch (error) {
      // The write was committed after all when its connection was lost.
      if (unknown && isReceiptTaken(error)) return unknown.result as T
      if (error instanceof CommitUnknown) unknown = error
      await beforeNextTry(error, tries, { end, ensure: options.ensure })
    }
  }
}

/** Throws the error, in plain words, when another try is of no use. */
async function beforeNextTry(
  error: unknown,
  tries: number,
  { end, ensure }: { end: number; ensure: () => Promise<void> },
): Promise<void> {
  if (!passes(error)) throw inPlainWords(error)
  if (Date.now() > end) throw noAnswer(error)
  if (isAboutConnection(error)) await ensure()
  await sleep(Math.random() * Math.min(20 * tries, 500))
}

function isReceiptTaken(error: unknown): boolean {
  return (error as { constraint?: unknown }).constraint === 'write_receipt_pkey'
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
