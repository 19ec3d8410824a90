import { Unavailable } from '../errors.ts'
import type { Database } from './database.ts'
import { ManagedServer } from './managed.ts'
import type { Server } from './server.ts'
import { knownTrouble } from './trouble.ts'

/** Where the data lives: a PostgreSQL that Sightline looks after itself, or somebody else's. */
export type StoreSettings =
  | { kind: 'managed'; home: string; binaries: string }
  | { kind: 'external'; url: string; setting: string }

export interface Store<S> {
  database: Database<S>
  /** Where it runs, for what needs connections of its own. */
  server: Server
  /** Closes the connections and lets the server go. */
  close(): Promise<void>
}

interface StoreOptions {
  settings: StoreSettings
  /** The folder of the .sql files. */
  migrations: string
  log: (message: string) => void
}

/**
 * Opens the store, made and up to date. Throws `Unavailable` with one sentence and its remedy. The query builder is
 * loaded while the server starts, not before.
 */
export async function connectStore<S>({ settings, migrations, log }: StoreOptions): Promise<Store<S>> {
  const starting = openServer(settings)
  starting.catch(() => undefined)
  const [{ openDatabase }, { prepareDatabase }, { readMigrations }] = await Promise.all([
    import('./database.ts'),
    import('./provision.ts'),
    import('./migrate.ts'),
  ])
  const server = await starting
  try {
    await prepareDatabase(server, readMigrations(migrations))
  } catch (error) {
    await server.release()
    throw setUpTrouble(error, settings)
  }
  const database = openDatabase<S>({
    connection: server.connection('application'),
    role: server.role,
    ensure: () => server.ensure(),
    log,
  })
  return {
    database,
    server,
    close: async () => {
      await database.close()
      await server.release()
    },
  }
}

async function openServer(settings: StoreSettings): Promise<Server> {
  if (settings.kind === 'managed') return ManagedServer.open(settings)
  const { openExternal } = await import('./external.ts')
  return openExternal(settings.url, settings.setting)
}

const INSUFFICIENT_PRIVILEGE = '42501'

function setUpTrouble(error: unknown, settings: StoreSettings): unknown {
  if (settings.kind === 'managed') return knownTrouble(String(error), settings.home) ?? error
  if ((error as { code?: unknown }).code !== INSUFFICIENT_PRIVILEGE) return error
  const said = error instanceof Error ? error.message : String(error)
  return new Unavailable(
    `The role in ${settings.setting} may not set up the database (${said}). Make it the owner of the database, and start again.`,
  )
}
