import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  Kysely,
  PostgresAdapter,
  PostgresDriver,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type Transaction,
} from 'kysely'
import type { PoolClient } from 'pg'

/** The connection went while the commit was on its way: nobody knows yet whether it was done. */
export class CommitUnknown extends Error {
  /** What the work gave. */
  readonly result: unknown
  constructor(result: unknown) {
    super('The connection was lost during the commit.')
    this.result = result
  }
}

/** The connection went before the commit: nothing was saved, and the work may be done again. */
export class ConnectionLost extends Error {}

/**
 * One transaction on the client, which it gives back to its pool. `opening` begins the transaction and sets it up, in
 * one round trip.
 */
export async function runTransaction<S, T>(
  client: PoolClient,
  opening: string,
  work: (tx: Transaction<S>) => Promise<T>,
): Promise<T> {
  const driver = new OneTransaction(client, opening)
  let result: T | undefined
  try {
    return await new Kysely<S>({ dialect: dialectOf(driver) }).transaction().execute(async (tx) => {
      result = await work(tx)
      return result
    })
  } catch (error) {
    if (!driver.isLost) throw error
    if (driver.isCommitting) throw new CommitUnknown(result)
    throw new ConnectionLost('The connection to the database was lost.', { cause: error })
  } finally {
    client.release(driver.isLost)
  }
}

class OneTransaction extends PostgresDriver {
  readonly #client: PoolClient
  readonly #opening: string
  isLost = false
  isCommitting = false

  constructor(client: PoolClient, opening: string) {
    super({ pool: { connect: async () => client, end: async () => undefined, options: {} } })
    this.#client = client
    this.#opening = opening
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await this.#client.query(this.#opening)
    } catch (error) {
      await this.rollbackTransaction(connection)
      throw error
    }
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    this.isCommitting = true
    await super.commitTransaction(connection)
  }

  /** A lost connection often gives an error without a code. The sign of it is that the rollback fails too. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback')).catch(() => {
      this.isLost = true
    })
  }

  /** Left to `runTransaction`, which knows whether the connection is still good. */
  override async releaseConnection(): Promise<void> {}
}

const adapter = new PostgresAdapter()
const compiler = new PostgresQueryCompiler()

function dialectOf(driver: PostgresDriver): Dialect {
  return {
    createAdapter: () => adapter,
    createDriver: () => driver,
    createQueryCompiler: () => compiler,
    createIntrospector: (db) => new PostgresIntrospector(db),
  }
}
