import { sql } from 'kysely'
import type { Db, Tx } from '#schema.ts'
import type { ChangedPerson } from '../csv/changes.ts'
import type { DateOrder, Plan, Standing } from '../csv/import.ts'
import type { Report } from '../csv/report.ts'
import type { Post } from '../model.ts'
import { listEverybody, type PeopleTables } from '../store.ts'
import { listPlaces, listTeams } from './teams.ts'

export type ImportState = PeopleTables['people_import']['state']

/** A file that was sent, without the file itself. */
export interface StoredImport {
  id: string
  state: ImportState
  fileName: string | null
  dateOrder: DateOrder
  report: Report
  done: number
  total: number
  message: string | null
  confirmedBy: string | null
  confirmedVia: string | null
  madeAt: Date
  endedAt: Date | null
}

const COLUMNS = [
  ...([
    'id',
    'state',
    'file_name as fileName',
    'date_order as dateOrder',
    'report',
    'done',
    'total',
  ] as const),
  ...(['message', 'confirmed_by as confirmedBy', 'confirmed_via as confirmedVia'] as const),
  ...(['made_at as madeAt', 'ended_at as endedAt'] as const),
]

export async function findImport(db: Db, id: string): Promise<StoredImport | undefined> {
  const row = await db
    .selectFrom('people_import')
    .select(COLUMNS)
    .where('organization_id', '=', db.organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row as StoredImport | undefined
}

/** The latest imports, newest first. */
export async function listImports(db: Db, most: number): Promise<StoredImport[]> {
  const rows = await db
    .selectFrom('people_import')
    .select(COLUMNS)
    .where('organization_id', '=', db.organizationId)
    .where('state', '!=', 'dropped')
    .orderBy('made_at', 'desc')
    .limit(most)
    .execute()
  return rows as StoredImport[]
}

/** The text of the file; null when it is done with. */
export async function importContent(db: Db, id: string): Promise<string | null> {
  const row = await db
    .selectFrom('people_import')
    .select('content')
    .where('organization_id', '=', db.organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.content ?? null
}

interface NewImport {
  id: string
  fileName: string | null
  content: string
  dateOrder: DateOrder
  report: Report
  at: Date
}

export async function insertImport(
  tx: Tx,
  { id, fileName, content, dateOrder, report, at }: NewImport,
): Promise<void> {
  const row = {
    organization_id: tx.organizationId,
    id,
    state: 'checked' as const,
    file_name: fileName,
    content,
  }
  await tx
    .insertInto('people_import')
    .values({
      ...row,
      date_order: dateOrder,
      report: JSON.stringify(report),
      total: report.rows,
      made_at: at,
    })
    .execute()
}

/** What may change of an import. */
export interface ImportChange {
  state?: ImportState
  done?: number
  total?: number
  message?: string | null
  report?: Report
  content?: null
  confirmed?: { by: string | null; via: string }
  endedAt?: Date
}

export async function updateImport(tx: Tx, id: string, change: ImportChange): Promise<void> {
  const { report, confirmed, endedAt, ...same } = change
  const set = {
    ...same,
    ...(report && { report: JSON.stringify(report) }),
    ...(confirmed && { confirmed_by: confirmed.by, confirmed_via: confirmed.via }),
    ...(endedAt && { ended_at: endedAt }),
  }
  await tx
    .updateTable('people_import')
    .set(set)
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', id)
    .execute()
}

/** Moves an import on, if it is in one of these states; false when it is not, so that nobody does it twice. */
export async function claimImport(
  tx: Tx,
  id: string,
  from: ImportState[],
  change: ImportChange,
): Promise<boolean> {
  const row = await tx
    .selectFrom('people_import')
    .select('state')
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row || !from.includes(row.state)) return false
  await updateImport(tx, id, change)
  return true
}

/** Keeps whom an import has added and what it has changed. */
export async function insertImportPeople(
  tx: Tx,
  importId: string,
  plan: Plan,
  changed: ChangedPerson[],
): Promise<void> {
  const rows = [
    ...plan.added.map(({ id }) => ({ person_id: id, act: 'added', changes: null })),
    ...changed.map(({ id, changes }) => ({ person_id: id, act: 'changed', changes })),
  ]
  await sql`
    insert into people_import_person (organization_id, import_id, person_id, act, changes)
    select ${tx.organizationId}::uuid, ${importId}::uuid, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(person_id uuid, act text, changes jsonb)`.execute(tx)
}

/** Everything that an import is compared with. */
export async function readStanding(db: Db): Promise<Standing> {
  const { rows: posts } = await sql<Post>`
    select id, person_id as "personId", title, team_id as "teamId", place_id as "placeId", reports_to as "reportsTo",
      starts_on as "startsOn", ends_on as "endsOn", share, version
    from post where organization_id = ${db.organizationId}`.execute(db)
  return { people: await listEverybody(db), posts, teams: await listTeams(db), places: await listPlaces(db) }
}

/** Throws away the files that were sent before `before` and never read in, and gives how many. */
export async function forgetFiles(tx: Tx, before: Date): Promise<number> {
  const rows = await tx
    .updateTable('people_import')
    .set({ state: 'dropped', content: null, report: '{}' })
    .where('organization_id', '=', tx.organizationId)
    .where('state', 'in', ['checked', 'failed'])
    .where('made_at', '<', before)
    .returning('id')
    .execute()
  return rows.length
}
