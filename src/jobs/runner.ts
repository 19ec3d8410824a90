import { type Job, type JobResult, type JobWithMetadata, PgBoss } from 'pg-boss'
import type { Server } from '../db/server.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '../errors.ts'
import { prepareQueue, SCHEMA } from './prepare.ts'
import { FAILED, FAILED_QUEUE, QUEUE } from './queue.ts'

/** A job that was given up. */
export interface GivenUp {
  id: string
  job: string
  data: object
  /** What the last try said. */
  reason: string
  tries: number
}

interface RunnerOptions {
  server: Server
  /** The work of each job, by its name. It may come again after a crash, so it must be repeatable. */
  work: Record<string, (data: object) => Promise<void>>
  /** Jobs that come by themselves: name to time of day, as a cron line in UTC. One that was missed is made up for. */
  schedules: Record<string, string>
  /** Keeps a job that was given up where people see it. Repeated until it succeeds. */
  giveUp: (job: GivenUp) => Promise<void>
  log: (message: string) => void
  /** How often each queue is looked at for what nobody is woken for: tries that are due, and what a killed process left. */
  roundSeconds?: number
}

/** How many of one kind may be under way in this process. */
const AT_ONCE = 2
const STOP_MS = 10_000

/**
 * Takes jobs out of the queue and does them until it is stopped. Several processes may run on one database.
 */
export async function startRunner(options: RunnerOptions): Promise<{ stop(): Promise<void> }> {
  await prepareQueue(options.server)
  const { roundSeconds = 10 } = options
  const round = { pollingIntervalSeconds: roundSeconds, notifyPollingIntervalSeconds: roundSeconds }
  const boss = new PgBoss({ ...connectionOf(options.server), ...PACE })
  let isStopping = false
  boss.on('error', (error) => {
    // The server may be quicker to end a connection than we are.
    if (isStopping) return
    options.log(`The job queue: ${error.message}`)
    options.server.ensure().catch(() => undefined)
  })
  await boss.start()
  await boss.createQueue(FAILED_QUEUE, FAILED)
  await boss.work(FAILED_QUEUE, { includeMetadata: true, ...round }, async ([job]: JobWithMetadata[]) => {
    if (job) await options.giveUp(givenUp(job))
  })
  for (const [name, work] of Object.entries(options.work)) {
    await boss.createQueue(name, QUEUE)
    await boss.work(name, { perJobResults: true, localConcurrency: AT_ONCE, ...round }, (jobs: Job[]) =>
      Promise.all(jobs.map((job) => attempt(job, work, options.log))),
    )
  }
  for (const [name, cron] of Object.entries(options.schedules))
    await boss.schedule(name, cron, {}, { missed: 'once' })
  // What a killed process has left under way is taken up now rather than at the next round.
  boss.supervise().catch((error: Error) => options.log(`The job queue: ${error.message}`))
  return {
    stop: () => {
      isStopping = true
      return boss.stop({ graceful: true, timeout: STOP_MS })
    },
  }
}

/** As the application, and in its role where that is not who connects. */
function connectionOf(server: Server) {
  const { host, port, user, database, connectionString } = server.connection('application')
  const named = Object.entries({ host, port, user, database, connectionString })
  const given = Object.fromEntries(named.filter(([, value]) => value !== undefined))
  return { ...given, ...(server.role && { options: `-c role=${server.role}` }) }
}

/** The application's role may not change pg-boss's tables themselves, and a queue at rest asks the database little. */
const PACE = {
  schema: SCHEMA,
  max: 3,
  migrate: false,
  createSchema: false,
  reindex: false,
  monitorVacuum: false,
  useListenNotify: true,
  superviseIntervalSeconds: 20,
  monitorIntervalSeconds: 20,
  cronWorkerIntervalSeconds: 30,
  flowIntervalSeconds: 3600,
} as const

/** What cannot be done the next time either is given up at once; anything else is tried again. */
async function attempt(
  job: Job,
  work: (data: object) => Promise<void>,
  log: (message: string) => void,
): Promise<JobResult> {
  try {
    await work(job.data)
    return { id: job.id, status: 'completed' }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const hopeless = [Invalid, NotFound, Forbidden, Conflict].some((kind) => error instanceof kind)
    if (!hopeless) log(`The job ${job.name} failed: ${error instanceof Error ? error.stack : message}`)
    return { id: job.id, status: hopeless ? 'deadletter' : 'failed', output: { message } }
  }
}

interface Dead {
  id: string
  data: object
  sourceId: string | null
  sourceName: string | null
  sourceRetryCount: number | null
  sourceOutput: object | null
}

function givenUp({ id, data, sourceId, sourceName, sourceRetryCount, sourceOutput }: Dead): GivenUp {
  const said = (sourceOutput as { message?: unknown } | null)?.message
  return {
    id: sourceId ?? id,
    job: sourceName ?? '',
    data,
    reason: typeof said === 'string' ? said : 'It was cut off each time before it was done.',
    tries: (sourceRetryCount ?? 0) + 1,
  }
}
