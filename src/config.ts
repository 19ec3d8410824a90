import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import type { StoreSettings } from './db/connect.ts'
import { Invalid } from './errors.ts'

export interface Config {
  host: string
  port: number
  store: StoreSettings
}

/** The settings, as the help prints them. */
export const SETTINGS = [
  ['PORT', 'the port of the web address (3000)'],
  ['HOST', 'the name or address to listen on (localhost); 0.0.0.0 for every network'],
  ['SIGHTLINE_DATA', `the folder for the data (${dataDirectory({})})`],
  ['SIGHTLINE_POSTGRES', '"npm", "system", or the folder with the programs of a PostgreSQL (npm)'],
  ['DATABASE_URL', 'postgresql://user:password@host/database: use that PostgreSQL, 15 or newer, instead'],
] as const

type Environment = Record<string, string | undefined>

/** The only reader of the environment. Throws `Invalid` with one sentence that names the faulty setting. */
export function readConfig(environment: Environment = process.env): Config {
  return {
    host: environment.HOST || 'localhost',
    port: readPort(environment.PORT),
    store: readStore(environment),
  }
}

function readPort(given: string | undefined): number {
  if (!given) return 3000
  const port = Number(given)
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port
  throw new Invalid(
    `PORT is "${given}", which is not a port. Give a number from 1 to 65535, or 0 for any free one.`,
  )
}

function readStore(environment: Environment): StoreSettings {
  const url = environment.DATABASE_URL
  if (!url) {
    const binaries = environment.SIGHTLINE_POSTGRES || 'npm'
    return { kind: 'managed', home: resolve(dataDirectory(environment)), binaries }
  }
  if (!/^postgres(ql)?:\/\//.test(url)) {
    throw new Invalid(
      'DATABASE_URL must begin with postgresql://, as in postgresql://user:password@host/database.',
    )
  }
  return { kind: 'external', url, setting: 'DATABASE_URL' }
}

/** `XDG_DATA_HOME`, or its default ~/.local/share; for root the place for the state of services. */
function dataDirectory(environment: Environment): string {
  if (environment.SIGHTLINE_DATA) return environment.SIGHTLINE_DATA
  if (process.getuid?.() === 0) return '/var/lib/sightline'
  return join(environment.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'sightline')
}
