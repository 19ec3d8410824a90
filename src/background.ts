/** The work that happens later: which slices have jobs, and how they are done, each as its organisation. */
import { accountJobs } from './account/jobs.ts'
import { type Context, createContext, scoped, type World } from './context.ts'
import type { Server } from './db/server.ts'
import { NotFound } from './errors.ts'
import { keepUnfinished } from './history/actions/unfinished.ts'
import type { GivenUp } from './jobs/runner.ts'
import type { MailTransport } from './mail/transport.ts'
import { listOrganizations } from './organization.ts'
import { peopleJobs } from './people/jobs.ts'
import { privacyJobs } from './privacy/jobs.ts'
import { recruitJobs } from './recruit/jobs.ts'
import { roleJobs } from './role/jobs.ts'
import { translateJobs } from './translate/jobs.ts'
import { insider } from './viewer.ts'

/** The jobs of all slices, by name ("people.import"). Each may come again after a crash, so it must be repeatable. */
export type Jobs = Record<string, (ctx: Context, data: never) => Promise<void>>

export function jobsOf(mail: MailTransport): Jobs {
  return {
    ...peopleJobs,
    ...accountJobs(mail),
    ...privacyJobs,
    ...translateJobs,
    ...roleJobs,
    ...recruitJobs,
  }
}

/** What every organisation gets once a day: the job, and when, as a cron line in UTC. */
const DAILY: Record<string, string> = {
  'privacy.retention': '17 2 * * *',
  'translate.vectors': '41 2 * * *',
  'role.hidden': '53 2 * * *',
  'recruit.retention': '5 3 * * *',
  'recruit.counts': '29 3 * * *',
  'recruit.outcomes': '11 6 * * *',
}

interface BackgroundOptions {
  world: World
  server: Server
  jobs: Jobs
  /** How long the first pages have the processor for themselves. */
  delayMs?: number
  /** How often tries that are due are looked for. */
  roundSeconds?: number
}

const AGAIN_MS = 10_000

/** Does jobs until it is stopped. A failure to begin is logged and tried again; the pages do not wait for it. */
export function startBackground(options: BackgroundOptions): { stop(): Promise<void> } {
  let isStopped = false
  let running: Promise<{ stop(): Promise<void> } | null> = Promise.resolve(null)
  let timer: NodeJS.Timeout
  const begin = () => {
    running = runnerOf(options).catch((error: unknown) => {
      options.world.log(`Jobs cannot be done yet: ${error instanceof Error ? error.message : error}`)
      if (!isStopped) timer = setTimeout(begin, AGAIN_MS)
      return null
    })
  }
  timer = setTimeout(begin, options.delayMs ?? 1500)
  return {
    stop: async () => {
      isStopped = true
      clearTimeout(timer)
      await (await running)?.stop()
    },
  }
}

async function runnerOf({ world, server, jobs, roundSeconds }: BackgroundOptions) {
  // Loaded only now: it takes longer than the rest of a page.
  const { startRunner } = await import('./jobs/runner.ts')
  const own = Object.entries(jobs).map(([name, job]) => [name, asOrganization(world, job)] as const)
  const daily = Object.keys(DAILY).map(
    (name) => [forAll(name), () => askEveryOrganization(world, name)] as const,
  )
  return startRunner({
    server,
    work: Object.fromEntries([...own, ...daily]),
    schedules: Object.fromEntries(Object.entries(DAILY).map(([name, cron]) => [forAll(name), cron])),
    giveUp: (job) => giveUp(world, job),
    log: world.log,
    ...(roundSeconds !== undefined && { roundSeconds }),
  })
}

/** The name of the job that asks for one in each organisation. */
const forAll = (name: string) => `${name}.all`

async function askEveryOrganization(world: World, job: string): Promise<void> {
  for (const { id } of await listOrganizations(world.database))
    await world.database.write(id, (tx) => world.enqueue(scoped(tx, id), job, {}))
}

function asOrganization(world: World, job: Jobs[string]): (data: object) => Promise<void> {
  return async (data) => {
    const ctx = await contextOf(world, data)
    if (!ctx) throw new NotFound('The organisation of this job is no longer there.')
    await job(ctx, data as never)
  }
}

/** Undefined: the data names no organisation, or one that is gone. */
async function contextOf(world: World, data: object): Promise<Context | undefined> {
  const { organizationId } = data as { organizationId?: unknown }
  const organization = (await listOrganizations(world.database)).find(({ id }) => id === organizationId)
  return organization && createContext(world, insider(organization))
}

async function giveUp(world: World, { id, job, data, reason, tries }: GivenUp): Promise<void> {
  world.log(`The job ${job} was given up after ${tries} tries: ${reason}`)
  const ctx = await contextOf(world, data)
  if (ctx) await keepUnfinished(ctx, { id, job, data, reason, tries })
}
