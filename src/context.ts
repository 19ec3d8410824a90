import { randomUUID } from 'node:crypto'
import type { Database } from './db/database.ts'
import type { Identity } from './identity/identity.ts'
import type { Db, Schema, Tx } from './schema.ts'
import type { Viewer } from './viewer.ts'

/** All that the outside world does for an action, on behalf of one viewer. Tests give their own. */
export interface Context {
  viewer: Viewer
  /** The viewer's; every row that is read or written belongs to it. */
  organizationId: string
  /** Runs reads that belong together on one snapshot, as the organisation. */
  read<T>(work: (db: Db) => Promise<T>): Promise<T>
  /**
   * Runs writes in one transaction, as the organisation. Retried when the connection is lost, so `work` must be
   * repeatable. It must record what it does (`record` of the slice history), or say that nothing happened
   * (`nothingHappened`).
   */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** As `write`, for what is nobody's act and has no place in the history: counters, progress, queues, caches. */
  keep<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Asks for a job (see src/jobs) once the transaction is committed; none if it is not. `data` goes through JSON. */
  later(tx: Tx, job: string, data: object): Promise<void>
  /** The accounts that people sign in with, and how they do it. */
  identity(): Promise<Identity>
  /** The same world for another viewer. */
  as(viewer: Viewer): Context
  now(): Date
  /** A new UUID of version 4. */
  newId(): string
  log(message: string): void
}

/** What contexts are made from; one for a process. */
export interface World {
  database: Database<Schema>
  /** Puts a job into the queue within the transaction. */
  enqueue(tx: Tx, job: string, data: object): Promise<void>
  /** Opened when it is first asked for. */
  identity(): Promise<Identity>
  /** The clock; tests may stop it. */
  now(): Date
  log(message: string): void
}

const accounted = new WeakSet<Tx>()

/** For `record` alone: this transaction has left its row in the history. */
export function markRecorded(tx: Tx): void {
  accounted.add(tx)
}

/** The action found that there was nothing to do, so there is nothing to record. */
export function nothingHappened(tx: Tx): void {
  accounted.add(tx)
}

/** The viewer's context on the real world: this database, the clock, chance and standard error. */
export function createContext(world: World, viewer: Viewer): Context {
  const organizationId = viewer.organization.id
  const { database } = world
  return {
    viewer,
    organizationId,
    read: (work) => database.read(organizationId, (db) => work(scoped(db, organizationId))),
    write: (work) =>
      database.write(organizationId, async (plain) => {
        const tx = scoped(plain, organizationId)
        const result = await work(tx)
        if (!accounted.has(tx)) throw new Error('An action wrote and left no row in the history.')
        return result
      }),
    keep: (work) => database.write(organizationId, (tx) => work(scoped(tx, organizationId))),
    later: (tx, job, data) => world.enqueue(tx, job, data),
    identity: () => world.identity(),
    as: (other) => createContext(world, other),
    now: () => world.now(),
    newId: () => randomUUID(),
    log: world.log,
  }
}

/** Tells every query its organisation, which each of them names in its condition: the first wall; the policies are the second. */
export function scoped<T extends object>(db: T, organizationId: string): T & { organizationId: string } {
  return Object.assign(db, { organizationId })
}
