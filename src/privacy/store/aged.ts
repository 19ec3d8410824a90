/** What has become too old, kind by kind, in the tables of the slices before: how many there are, and their removal. */
import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '#schema.ts'

type Aged = 'mails' | 'invitations' | 'imports' | 'importChanges' | 'wishes'

/** The rows of each kind that are too old. The conditions are ours; the tables belong to their slices. */
const AGED: Record<Aged, (before: Date) => { table: string; where: RawBuilder<unknown> }> = {
  mails: (before) => ({ table: 'mail', where: sql`made_at < ${before} and state <> 'queued'` }),
  invitations: (before) => ({
    table: 'invitation',
    where: sql`made_at < ${before} and ends_at < ${before}`,
  }),
  imports: (before) => ({
    table: 'people_import',
    where: sql`made_at < ${before} and state in ('checked', 'failed') and content is not null`,
  }),
  importChanges: (before) => ({
    table: 'people_import_person',
    where: sql`changes is not null and import_id in (select i.id from people_import i
      where i.organization_id = people_import_person.organization_id and i.made_at < ${before})`,
  }),
  wishes: (before) => ({ table: 'erasure_wish', where: sql`settled_at < ${before}` }),
}

export async function countAged(db: Db, kind: Aged, before: Date): Promise<number> {
  const { table, where } = AGED[kind](before)
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)}
    where organization_id = ${db.organizationId} and ${where}`.execute(db)
  return rows[0]?.count ?? 0
}

/** Gives how many there were. */
export async function deleteAged(
  tx: Tx,
  kind: 'mails' | 'invitations' | 'wishes',
  before: Date,
): Promise<number> {
  const { table, where } = AGED[kind](before)
  const { numAffectedRows } = await sql`delete from ${sql.table(table)}
    where organization_id = ${tx.organizationId} and ${where}`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

/** Empties the lists of what old files have changed; that and when they were read in stays. Gives how many there were. */
export async function emptyImportChanges(tx: Tx, before: Date): Promise<number> {
  const { table, where } = AGED.importChanges(before)
  const { numAffectedRows } = await sql`update ${sql.table(table)} set changes = null
    where organization_id = ${tx.organizationId} and ${where}`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

export interface Leaver {
  id: string
  name: string
}

/** People whose last day was before this, and who are not erased yet; those gone longest first. */
export async function listLeavers(db: Db, before: Date, most: number): Promise<Leaver[]> {
  const { rows } = await sql<Leaver>`select p.id, p.name ${leavers(db, before)}
    order by p.ends_on, p.id limit ${most}`.execute(db)
  return rows
}

export async function countLeavers(db: Db, before: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count ${leavers(db, before)}`.execute(
    db,
  )
  return rows[0]?.count ?? 0
}

function leavers(db: Db, before: Date): RawBuilder<unknown> {
  return sql`from person p
    left join erasure e on e.organization_id = p.organization_id and e.person_id = p.id
    where p.organization_id = ${db.organizationId} and p.ends_on < ${before.toISOString().slice(0, 10)}::date
      and e.person_id is null`
}
