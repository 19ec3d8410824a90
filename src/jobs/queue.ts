import { CompiledQuery, type Transaction } from 'kysely'

/**
 * Puts a job into pg-boss's own table within the caller's transaction, so that the job is there exactly when what it
 * belongs to is. Works without a running worker: the terminal leaves jobs for the server.
 */
export function openQueue<S>() {
  return async (tx: Transaction<S>, job: string, data: object): Promise<void> => {
    await tx.executeQuery(
      CompiledQuery.raw('insert into pgboss.job (name, data) values ($1, $2::jsonb)', [
        job,
        JSON.stringify(data),
      ]),
    )
  }
}
