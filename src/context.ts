import { randomUUID } from 'node:crypto'
import type { Database } from './db/database.ts'
import type { Db, Schema, Tx } from './schema.ts'

/** All that the outside world does for an action. Tests give their own. */
export interface Context {
  organizationId: string
  /** Runs reads that belong together on one snapshot, as the organisation. */
  read<T>(work: (db: Db) => Promise<T>): Promise<T>
  /** Runs writes in one transaction, as the organisation. Retried when the connection is lost, so `work` must be repeatable. */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  now(): Date
  /** A new UUID of version 4. */
  newId(): string
  log(message: string): void
}

/** The organisation's context on the real world: this database, the clock, chance and standard error. */
export function createContext(database: Database<Schema>, organizationId: string): Context {
  return {
    organizationId,
    read: (work) => database.read(organizationId, work),
    write: (work) => database.write(organizationId, work),
    now: () => new Date(),
    newId: () => randomUUID(),
    log: (message) => console.error(message),
  }
}
