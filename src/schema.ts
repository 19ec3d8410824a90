import type { Kysely, Transaction } from 'kysely'
import type { FrameworkTables } from './framework/store.ts'
import type { IntakeTables } from './intake/store.ts'

/** The database type: the union of the tables that the slices' stores own. */
export type Schema = FrameworkTables & IntakeTables

/** For reading. */
export type Db = Kysely<Schema>

/** For writing. Only `Context.write` hands one out, so whoever holds it is inside a transaction. */
export type Tx = Transaction<Schema>
