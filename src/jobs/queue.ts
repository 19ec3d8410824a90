import { CompiledQuery, type Transaction } from 'kysely'
import type { Server } from '../db/server.ts'
import { prepareQueue, SCHEMA } from './prepare.ts'

/** A job that fails is tried again after 5 s, 10 s, 20 s … at most an hour; ten tries in all, over about 40 minutes. */
const ORDINARY = { retryLimit: 9, retryDelay: 5, retryBackoff: true, retryDelayMax: 3600 }

/** Where a job goes that has failed for good; it stays until `giveUp` of `startRunner` has kept it. */
export const FAILED_QUEUE = 'failed'
export const FAILED = { policy: 'standard', retryLimit: 1_000_000, retryDelay: 60 }

/**
 * How every queue is made. A job whose process is killed shows no sign of life for a minute and is then done again by
 * another. Done jobs are forgotten after a day.
 */
export const QUEUE = {
  ...ORDINARY,
  policy: 'standard',
  heartbeatSeconds: 60,
  expireInSeconds: 4 * 3600,
  // How long a job waits for a server that is switched off.
  retentionSeconds: 365 * 86_400,
  deleteAfterSeconds: 86_400,
  deadLetter: FAILED_QUEUE,
  notify: true,
}

/** Into the queue, in the transaction of what the job belongs to. */
type Enqueue<S> = (
  tx: Transaction<S> & { organizationId: string },
  job: string,
  data: object,
) => Promise<void>

/**
 * Puts a job into pg-boss's own table within the caller's transaction, so that the job is there exactly when what it
 * belongs to is, and wakes a runner at the commit. Works without a runner: the terminal leaves jobs for the server. The
 * job's data names its organisation.
 */
export function openQueue<S>(server: Server): Enqueue<S> {
  let preparing: Promise<void> | undefined
  const prepared = () => {
    preparing ??= prepareQueue(server)
    // The next job tries again.
    preparing.catch(() => {
      preparing = undefined
    })
    return preparing
  }
  return async (tx, job, data) => {
    await prepared()
    const named = JSON.stringify({ ...data, organizationId: tx.organizationId })
    if (await insertJob(tx, job, named)) return
    await makeQueue(tx, FAILED_QUEUE, FAILED)
    await makeQueue(tx, job, QUEUE)
    if (!(await insertJob(tx, job, named))) throw new Error(`The queue ${job} could not be made.`)
  }
}

async function makeQueue<S>(tx: Transaction<S>, name: string, options: object): Promise<void> {
  const make = `select ${SCHEMA}.create_queue($1, $2::jsonb)`
  await tx.executeQuery(CompiledQuery.raw(make, [name, JSON.stringify(options)]))
}

/** False: there is no such queue yet. The channel is the one pg-boss listens to; a test of the runner would miss it. */
async function insertJob<S>(tx: Transaction<S>, job: string, data: string): Promise<boolean> {
  const { rows } = await tx.executeQuery(
    CompiledQuery.raw(
      `with added as (
         insert into ${SCHEMA}.job (name, data, retry_limit, retry_delay, retry_backoff, retry_delay_max, expire_seconds,
           deletion_seconds, keep_until, policy, dead_letter, heartbeat_seconds)
         select name, $2::jsonb, retry_limit, retry_delay, retry_backoff, retry_delay_max, expire_seconds,
           deletion_seconds, now() + retention_seconds * interval '1 second', policy, dead_letter, heartbeat_seconds
         from ${SCHEMA}.queue where name = $1
         returning name)
       select pg_notify('pgboss_' || left(encode(sha224('${SCHEMA}'::bytea), 'hex'), 24), name) from added`,
      [job, data],
    ),
  )
  return rows.length > 0
}
