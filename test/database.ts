/** A real PostgreSQL for tests: every caller gets a copy of its own, with the schema and, if wanted, the library. */
import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg, { type Client } from 'pg'
import { type Context, createContext, type World } from '../src/context.ts'
import { withClient } from '../src/db/client.ts'
import { type Database, openDatabase } from '../src/db/database.ts'
import { openExternal } from '../src/db/external.ts'
import { ManagedServer } from '../src/db/managed.ts'
import { readMigrations } from '../src/db/migrate.ts'
import { createDatabase, prepareDatabase } from '../src/db/provision.ts'
import type { Server } from '../src/db/server.ts'
import type { Identity } from '../src/identity/identity.ts'
import { ensureOrganization, type Organization } from '../src/organization.ts'
import type { Schema } from '../src/schema.ts'
import { insider } from '../src/viewer.ts'

const ROOT = join(import.meta.dirname, '..')
/** The organisation of most tests. */
export const OURS: Organization = {
  id: '0a000000-0000-4000-8000-000000000001',
  name: 'Our organisation',
  isExample: false,
}
const OTHERS: Organization[] = Array.from({ length: 4 }, (_, i) => ({
  id: `00000000-0000-4000-8000-00000000000${i + 1}`,
  name: `Other organisation ${i + 1}`,
  isExample: false,
}))
/** Any number, as long as nobody else takes it for an advisory lock of the test server. */
const LOCK = 9_310_552
const OLD_MS = 3_600_000

export interface TestDatabase {
  /** Our organisation, seen by an insider, who may everything; `ctx.as(…)` is anybody else. */
  ctx: Context
  /** What the contexts are made from. */
  world: World
  /** Jobs asked for so far: what would be done after the commit. */
  jobs: { job: string; data: object }[]
  /** Another organisation on the same database, a new one at each call (there are four). */
  otherOrganization(): Context
  /** How to connect to this copy: `owner` owns the tables; `application` is bound by row-level security, once in `role`. */
  connection(as: 'owner' | 'application'): pg.ClientConfig
  /** The role to set for that; null where the application has it from the start. */
  role: string | null
  close(): Promise<void>
}

/** Opens a fresh copy. `library`: with the frameworks that ship with Sightline loaded for our organisation. */
export async function openTestDatabase({ library = false } = {}): Promise<TestDatabase> {
  const server = await acquireServer()
  const name = `sightline_test_${Date.now()}_${randomUUID().slice(0, 8)}`
  await asAdministrator(server, async (admin) => {
    const template = await findTemplate(admin, server, library)
    await dropOldCopies(admin)
    await createDatabase(admin, server, { name, template })
  })
  const database = openCopy(server, name)
  const others = [...OTHERS]
  const jobs: TestDatabase['jobs'] = []
  let identity: Promise<Identity> | undefined
  const world: World = {
    database,
    enqueue: async (_tx, job, data) => void jobs.push({ job, data }),
    identity: () => {
      identity ??= openTestIdentity(server, name)
      return identity
    },
    now: () => new Date(),
    log: (message) => console.error(message),
  }
  return {
    ctx: createContext(world, insider(OURS)),
    world,
    jobs,
    otherOrganization: () => {
      const other = others.shift()
      if (!other) throw new Error(`There are ${OTHERS.length} other organisations in a test database.`)
      return createContext(world, insider(other))
    },
    connection: (as) => server.connection(as, name),
    role: server.role,
    close: async () => {
      await (await identity)?.close()
      await database.close()
      await asAdministrator(server, (admin) => admin.query(`drop database ${name} with (force)`))
      await releaseServer()
    },
  }
}

async function openTestIdentity(server: Server, database: string): Promise<Identity> {
  const { openIdentity } = await import('../src/identity/identity.ts')
  const secret = { given: 'for tests alone, and long enough to be one' }
  const log = (message: string) => console.error(message)
  return openIdentity({ server, database, address: 'http://localhost', secret, company: null, log })
}

let users = 0
let opening: Promise<Server> | undefined

/** One server for all the databases that a test file has open; it stops when nobody uses it any more. */
async function acquireServer(): Promise<Server> {
  users++
  opening ??= openTestServer()
  return opening
}

async function releaseServer(): Promise<void> {
  users--
  if (users > 0) return
  const server = await opening
  opening = undefined
  await server?.release()
}

/** The server of SIGHTLINE_TEST_DATABASE_URL or DATABASE_URL, else one of our own below the temporary directory. */
export function openTestServer(
  environment: Record<string, string | undefined> = process.env,
): Promise<Server> {
  const setting = ['SIGHTLINE_TEST_DATABASE_URL', 'DATABASE_URL'].find((name) => environment[name])
  const url = setting && environment[setting]
  if (url) return openExternal(url, setting)
  const binaries = environment.SIGHTLINE_POSTGRES || 'npm'
  const name = createHash('sha256').update(`${ROOT} ${binaries}`).digest('hex').slice(0, 12)
  return ManagedServer.open({
    home: join(tmpdir(), `sightline-test-${process.getuid?.() ?? 0}-${name}`),
    binaries,
    durable: false,
    settings: { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '100' },
  })
}

/** Makes both templates, so that test files need only copy them. */
export async function prepareTemplates(server: Server): Promise<void> {
  await asAdministrator(server, (admin) => findTemplate(admin, server, true))
}

/** Such as 18.4. */
export function versionOf(server: Server): Promise<string> {
  return asAdministrator(server, async (admin) => {
    const { rows } = await admin.query<{ server_version: string }>('show server_version')
    return rows[0]?.server_version.split(' ')[0] ?? 'unknown'
  })
}

function asAdministrator<T>(server: Server, work: (admin: Client) => Promise<T>): Promise<T> {
  return withClient(server.connection('administrator', 'postgres'), work)
}

/** The name of the database to copy, which is made when it is not there: one for each state of the files it is made from. */
async function findTemplate(admin: Client, server: Server, library: boolean): Promise<string> {
  const name = `sightline_template_${library ? 'library' : 'empty'}_${fingerprint(server, library)}`
  if (await isThere(admin, name)) return name
  await admin.query('select pg_advisory_lock($1)', [LOCK])
  try {
    await makeTemplate(admin, server, { name, library })
  } finally {
    await admin.query('select pg_advisory_unlock($1)', [LOCK])
  }
  return name
}

async function makeTemplate(
  admin: Client,
  server: Server,
  { name, library }: { name: string; library: boolean },
): Promise<void> {
  if (await isThere(admin, name)) return
  // It takes its name when it is finished, so there is never half of one.
  const unfinished = `${name}_new`
  await admin.query(`drop database if exists ${unfinished} with (force)`)
  await prepareDatabase(server, readMigrations(join(ROOT, 'migrations')), unfinished)
  const database = openCopy(server, unfinished)
  try {
    for (const organization of [OURS, ...OTHERS]) await ensureOrganization(database, organization)
    if (library) await loadLibraryInto(database)
  } finally {
    await database.close()
  }
  await admin.query(`alter database ${unfinished} rename to ${name}`)
}

async function loadLibraryInto(database: Database<Schema>): Promise<void> {
  const { loadLibrary } = await import('../src/framework/actions.ts')
  const { libraryFiles } = await import('../src/serve.ts')
  const identity = () => Promise.reject(new Error('The library needs no accounts.'))
  const now = () => new Date()
  const world = { database, enqueue: async () => undefined, identity, now, log: console.error }
  await loadLibrary(createContext(world, insider(OURS)), libraryFiles())
}

function openCopy(server: Server, name: string): Database<Schema> {
  return openDatabase<Schema>({
    connection: server.connection('application', name),
    role: server.role,
    ensure: () => server.ensure(),
    log: (message) => console.error(message),
    maxConnections: 4,
  })
}

async function isThere(admin: Client, name: string): Promise<boolean> {
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [name])
  return rowCount === 1
}

/** Copies that a killed test left behind. */
async function dropOldCopies(admin: Client): Promise<void> {
  const { rows } = await admin.query<{ name: string }>(
    "select datname as name from pg_database where datname like 'sightline\\_test\\_%'",
  )
  for (const { name } of rows) {
    const made = Number(name.split('_')[2])
    if (made < Date.now() - OLD_MS) {
      await admin.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`)
    }
  }
}

/** Of everything that a template is made from, and by whom. */
function fingerprint(server: Server, library: boolean): string {
  const { user } = new pg.Client(server.connection('administrator'))
  const hash = createHash('sha256').update(JSON.stringify([OURS, OTHERS, user]))
  const folders = library
    ? ['src/db', 'migrations', 'library', 'src/framework', 'src/history']
    : ['src/db', 'migrations']
  for (const folder of folders) {
    const names = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    const sources = names.filter((name) => /\.(sql|yaml|ts)$/.test(name) && !name.endsWith('.test.ts'))
    for (const name of sources.toSorted()) hash.update(name).update(readFileSync(join(ROOT, folder, name)))
  }
  return hash.digest('hex').slice(0, 16)
}
