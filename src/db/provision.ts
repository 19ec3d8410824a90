import pg, { type Client } from 'pg'
import { codeOf, withClient } from './client.ts'
import { type Migration, migrate } from './migrate.ts'
import { APPLICATION, DATABASE, OWNER, type Server } from './server.ts'

const DUPLICATE = /^(42710|42P04|23505)$/
const NOT_THERE = /^(3D000|28000)$/

/** Makes the database, if need be, and brings its schema up to date. Gives the number of migrations applied. */
export async function prepareDatabase(
  server: Server,
  migrations: Migration[],
  database?: string,
): Promise<number> {
  const application = server.connection('application').user === APPLICATION
  const role = application ? APPLICATION : server.role
  const work = (client: Client) => migrate(client, migrations, role)
  try {
    return await withClient(server.connection('owner', database), work)
  } catch (error) {
    if (!NOT_THERE.test(codeOf(error))) throw error
  }
  await withClient(server.connection('administrator', 'postgres'), (admin) =>
    createDatabase(admin, server, { name: database ?? DATABASE }),
  )
  return withClient(server.connection('owner', database), work)
}

/**
 * Makes a database, empty or as a copy of `template`, which nobody may be using; nothing happens when it is there. On
 * a server of ours the roles come first: row-level security does not hold for superusers and can be lifted by owners,
 * hence two that are neither.
 */
export async function createDatabase(
  admin: Client,
  server: Server,
  { name, template }: { name: string; template?: string },
): Promise<void> {
  const isOurs = server.connection('owner').user === OWNER
  if (isOurs) for (const role of [OWNER, APPLICATION]) await unlessThere(admin, `create role ${role} login`)
  const copy = template ? ` template ${pg.escapeIdentifier(template)}` : ''
  const owner = isOurs ? ` owner ${OWNER}` : ''
  await unlessThere(admin, `create database ${pg.escapeIdentifier(name)}${owner}${copy}`)
}

/** PostgreSQL has no "if not exists" for these, and another process may be doing the same. */
export async function unlessThere(client: Client, statement: string): Promise<void> {
  try {
    await client.query(statement)
  } catch (error) {
    if (!DUPLICATE.test(codeOf(error))) throw error
  }
}
