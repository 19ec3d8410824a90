import type { Client, ClientConfig } from 'pg'
import { Unavailable } from '../errors.ts'
import { codeOf, withClient } from './client.ts'
import { unlessThere } from './provision.ts'
import { APPLICATION, type Connector, type Server } from './server.ts'

const OLDEST = 150_000

/**
 * A PostgreSQL that somebody else looks after, by its address. Throws `Unavailable`, with the setting's name and the
 * remedy, when it cannot be used.
 */
export async function openExternal(url: string, setting: string): Promise<Server> {
  let role: string | null
  try {
    role = await withClient({ connectionString: url }, (client) => checkServer(client, setting))
  } catch (error) {
    throw connectionTrouble(error, url, setting)
  }
  return {
    connection: (_as: Connector, database?: string): ClientConfig => ({
      connectionString: database === undefined ? url : withDatabase(url, database),
    }),
    role,
    ensure: () => Promise.resolve(),
    release: () => Promise.resolve(),
  }
}

/** The same server, another database. */
function withDatabase(url: string, database: string): string {
  const address = new URL(url)
  address.pathname = `/${encodeURIComponent(database)}`
  return address.href
}

interface Rights {
  version: number
  shown: string
  name: string
  bypasses: boolean
  creates: boolean
}

/** Gives the role to take inside transactions: null where the login role is bound by row-level security itself. */
async function checkServer(client: Client, setting: string): Promise<string | null> {
  const { rows } = await client.query<Rights>(`
    select current_setting('server_version_num')::int as version, current_setting('server_version') as shown,
      rolname as name, rolsuper or rolbypassrls as bypasses, rolsuper or rolcreaterole as creates
    from pg_roles where rolname = current_user`)
  const rights = rows[0]
  if (!rights) throw new Unavailable(`The role of ${setting} cannot be read from that PostgreSQL.`)
  if (rights.version < OLDEST) {
    throw new Unavailable(
      `${setting} leads to PostgreSQL ${rights.shown}, and Sightline needs 15 or newer. Upgrade it, or unset ${setting}.`,
    )
  }
  if (!rights.bypasses) return null
  if (!rights.creates) {
    throw new Unavailable(
      `The role "${rights.name}" in ${setting} bypasses row-level security, which keeps organisations apart. Give Sightline a role without "bypassrls".`,
    )
  }
  await unlessThere(client, `create role ${APPLICATION} nologin`)
  await unlessThere(client, `grant ${APPLICATION} to current_user`)
  return APPLICATION
}

/** The address as it may be shown: without the password. */
function shown(url: string): string {
  const { hostname, port, pathname } = new URL(url)
  return `${decodeURIComponent(hostname) || 'localhost'}${port && `:${port}`}${pathname}`
}

function connectionTrouble(error: unknown, url: string, setting: string): unknown {
  const code = codeOf(error)
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof Unavailable) return error
  if (/^28/.test(code)) {
    return new Unavailable(
      `The PostgreSQL at ${shown(url)} refuses to let us in (${message}). Check the user and password in ${setting}.`,
    )
  }
  if (code === '3D000') {
    return new Unavailable(
      `${setting} names a database that is not there (${message}). Create it, or correct the name.`,
    )
  }
  return new Unavailable(
    `No PostgreSQL answers at ${shown(url)} (${message || code}). Check ${setting}, and that the server runs and can be reached from here.`,
  )
}
