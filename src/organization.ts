import { type ColumnType, sql } from 'kysely'
import type { Database } from './db/database.ts'
import type { Schema } from './schema.ts'
import { NOBODY, type Viewer } from './viewer.ts'

export interface OrganizationTables {
  organization: {
    id: string
    name: string
    kind: ColumnType<'own' | 'example', 'own' | 'example' | undefined>
    created_at: ColumnType<Date, never, never>
  }
}

export type Organization = Viewer['organization']

/** The example organisation has the same id everywhere, so that a link into it works everywhere. */
export const EXAMPLE: Organization = {
  id: 'f4e2c9a0-5d1b-4c37-9a86-0b7d3e61c258',
  name: 'Marlbrook Water',
  isExample: true,
}

/** Makes the organisation if it is not there yet. */
export async function ensureOrganization(database: Database<Schema>, one: Organization): Promise<void> {
  const { id, name, isExample } = one
  await database.write(id, (tx) =>
    tx
      .insertInto('organization')
      .values({ id, name, kind: isExample ? 'example' : 'own' })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
}

/** Every organisation of this installation, oldest first. For the first page, jobs and the terminal; never for a viewer's eyes. */
export function listOrganizations(database: Database<Schema>): Promise<Organization[]> {
  return database.read(NOBODY.organization.id, async (db) => {
    await sql`select set_config('app.across', 'yes', true)`.execute(db)
    const rows = await db
      .selectFrom('organization')
      .select(['id', 'name', 'kind'])
      .orderBy('created_at')
      .orderBy('id')
      .execute()
    return rows.map(({ id, name, kind }) => ({ id, name, isExample: kind === 'example' }))
  })
}

/** How long another process's new organisation may stay unseen. */
const FRESH_MS = 5000

/** `listOrganizations`, remembered for a few seconds, since every request of a visitor asks. */
export function rememberOrganizations(
  database: Database<Schema>,
  now: () => number,
): { list(): Promise<Organization[]>; forget(): void } {
  let known: { at: number; all: Promise<Organization[]> } | null = null
  return {
    list: () => {
      if (!known || now() - known.at > FRESH_MS) known = { at: now(), all: listOrganizations(database) }
      // A failure is not remembered.
      known.all.catch(() => {
        known = null
      })
      return known.all
    },
    forget: () => {
      known = null
    },
  }
}
