import { join } from 'node:path'
import { accountsOf } from './accounts.ts'
import type { Call, Verb } from './cli/verbs.ts'
import { readConfig } from './config.ts'
import { type Context, createContext } from './context.ts'
import { connectStore } from './db/connect.ts'
import { Invalid, NotFound } from './errors.ts'
import { listOrganizations, type Organization } from './organization.ts'
import type { Schema } from './schema.ts'
import { insider } from './viewer.ts'

/** An organisation's data for a command, seen by whoever holds this machine. Close it when the command is done. */
interface Terminal {
  ctx: Context
  close(): Promise<void>
}

/**
 * Opens the same store as `sightline serve`, beside it or alone. `wanted`: part of the organisation's name, or its id;
 * without it there must be one organisation only, the example aside. Throws `NotFound` or `Invalid` with the names there are.
 */
async function openTerminal(wanted?: string): Promise<Terminal> {
  const { each, close } = await openTerminals()
  try {
    const chosen = choose(
      each.map(({ viewer }) => viewer.organization),
      wanted,
    )
    const ctx = each.find(({ organizationId }) => organizationId === chosen.id)
    if (!ctx) throw new NotFound(`There is no organisation “${wanted}”.`)
    return { ctx, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** The option of every command that works in one organisation. */
export const ORGANIZATION = { takes: 'NAME', says: 'which organisation, by part of its name or by its id' }

/** A verb that works in the organisation that its option names (see `openTerminal`); it is closed whatever happens. */
export function within(work: (call: Call, ctx: Context) => Promise<number>): Verb['run'] {
  return async (call) => {
    const { ctx, close } = await openTerminal(call.values.get('organization'))
    try {
      return await work(call, ctx)
    } finally {
      await close()
    }
  }
}

/** As `openTerminal`, for what looks at every organisation of the installation, one after the other. */
export async function openTerminals(): Promise<{ each: Context[]; close(): Promise<void> }> {
  const log = (message: string) => console.error(message)
  const migrations = join(import.meta.dirname, '..', 'migrations')
  const config = readConfig()
  const store = await connectStore<Schema>({ settings: config.store, migrations, log })
  const address = `http://localhost:${config.port}`
  const accounts = accountsOf({ config, server: store.server, address, log })
  const close = async () => {
    await accounts.close()
    await store.close()
  }
  try {
    const { openQueue } = await import('./jobs/queue.ts')
    const { database, server } = store
    const enqueue = openQueue<Schema>(server)
    const world = { database, enqueue, identity: accounts.identity, now: () => new Date(), log }
    const organizations = await listOrganizations(database)
    return { each: organizations.map((one) => createContext(world, insider(one, 'terminal'))), close }
  } catch (error) {
    await close()
    throw error
  }
}

function choose(all: Organization[], wanted: string | undefined): Organization {
  if (all.length === 0)
    throw new NotFound(
      'There is no organisation yet. Start Sightline (npm start) and make one in the browser.',
    )
  const own = all.filter((one) => !one.isExample)
  const fitting = wanted ? all.filter((one) => fits(one, wanted)) : own.length > 0 ? own : all
  const [first, second] = fitting
  const names = all.map(({ name }) => `“${name}”`).join(', ')
  if (!first) throw new NotFound(`There is no organisation “${wanted}”. There are: ${names}.`)
  if (second) throw new Invalid(`Say which organisation: --organization NAME. There are: ${names}.`)
  return first
}

const fits = ({ id, name }: Organization, wanted: string) =>
  id === wanted || name.toLowerCase().includes(wanted.toLowerCase())
