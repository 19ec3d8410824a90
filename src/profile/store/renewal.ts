/** What levels are worked out from, and where they go. */
import { sql } from 'kysely'
import type { Db, Tx } from '#schema.ts'
import type { Place, Placed } from '../levels.ts'
import type { LevelsOf } from '../model.ts'

/** Of which person's profile, in which framework, which competencies; null: all of them. */
export interface ProfilePart {
  personId: string
  frameworkId: string
  competencies: readonly string[] | null
}

/** The keys of a framework's levels, from the lowest. */
export async function listLevelKeys(db: Db, frameworkId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('framework_level')
    .select('key')
    .where('organization_id', '=', db.organizationId)
    .where('framework_id', '=', frameworkId)
    .orderBy('position')
    .execute()
  return rows.map(({ key }) => key)
}

/** A statement as a workbook asks it. */
export interface Asked extends Place {
  statementId: string
  text: string
  also: string[]
}

/** The statements that a workbook asks for some competencies (or for all), in the order of the framework. */
export async function listAsked(
  db: Db,
  frameworkId: string,
  competencies: readonly string[] | null,
): Promise<Asked[]> {
  return askedWhere(
    db,
    frameworkId,
    competencies
      ? sql`(c.key = any(${competencies}::text[]) or s.also && ${competencies}::text[])`
      : sql`true`,
  )
}

/** Those of these statements that the framework has. */
export function findAsked(db: Db, frameworkId: string, ids: readonly string[]): Promise<Asked[]> {
  return askedWhere(db, frameworkId, sql`s.id = any(${ids}::uuid[])`)
}

async function askedWhere(db: Db, frameworkId: string, condition: ReturnType<typeof sql>): Promise<Asked[]> {
  const { rows } = await sql<Asked>`
    select s.id as "statementId", s.text, c.key as competency, s.also, s.level_key as level
    from statement s join competency c on c.organization_id = s.organization_id and c.id = s.competency_id
    where s.organization_id = ${db.organizationId} and s.framework_id = ${frameworkId}
      and s.kind = 'indicator' and s.level_key is not null and ${condition}
    order by c.position, s.position`.execute(db)
  return rows
}

/** One of a person's rounds with what it says of some competencies. */
export interface Round {
  workbookId: string
  placed: (Placed & { at: Date })[]
}

/** The rounds that say anything of them, the latest first. */
export async function listRounds(db: Db, part: ProfilePart): Promise<Round[]> {
  const { personId, frameworkId, competencies } = part
  const own = competencies
    ? sql`(p.competency = any(${competencies}::text[]) or p.also && ${competencies}::text[])`
    : sql`true`
  const { rows } = await sql<Placed & { workbookId: string; at: Date }>`
    select p.* from (
      select a.workbook_id as "workbookId", a.competency_key as competency, a.also, a.level_key as level, a.answer,
        a.answered_at as at, w.started_at
      from workbook w join workbook_answer a on a.organization_id = w.organization_id and a.workbook_id = w.id
      where w.organization_id = ${db.organizationId} and w.person_id = ${personId} and w.framework_id = ${frameworkId}
      union all
      select a.workbook_id, a.competency_key, '{}', a.level_key, a.answer, a.made_at, w.started_at
      from workbook w join workbook_activity a on a.organization_id = w.organization_id and a.workbook_id = w.id
      where w.organization_id = ${db.organizationId} and w.person_id = ${personId} and w.framework_id = ${frameworkId}
    ) p where ${own} order by p.started_at desc, p."workbookId"`.execute(db)
  const byRound = Map.groupBy(rows, (row) => row.workbookId)
  return [...byRound].map(([workbookId, placed]) => ({ workbookId, placed }))
}

/** Of one competency, as it is kept. */
export type Renewed = Omit<LevelsOf, 'framework'> & { workbookId: string }

/** Writes what is known of these competencies now; of those that are not among `levels` nothing is known any more. */
export async function replaceLevels(tx: Tx, part: ProfilePart, levels: readonly Renewed[]): Promise<void> {
  const { personId, frameworkId, competencies } = part
  const known = levels.map(({ competency }) => competency)
  const renewed = competencies ? sql`competency_key = any(${competencies}::text[])` : sql`true`
  await sql`
    delete from profile_level where organization_id = ${tx.organizationId} and person_id = ${personId}
      and framework_id = ${frameworkId} and ${renewed} and competency_key <> all(${known}::text[])`.execute(
    tx,
  )
  await sql`
    insert into profile_level (organization_id, person_id, framework_id, competency_key, workbook_id, uses, can, stretch,
      firm, as_of)
    select ${tx.organizationId}::uuid, ${personId}::uuid, ${frameworkId}::uuid, l.competency, l."workbookId", l.uses, l.can,
      l.stretch, l.firm, l."asOf"
    from jsonb_to_recordset(${JSON.stringify(levels)}::jsonb) as l (competency text, "workbookId" uuid, uses smallint,
      can smallint, stretch smallint, firm boolean, "asOf" timestamptz)
    on conflict (organization_id, person_id, framework_id, competency_key) do update set
      workbook_id = excluded.workbook_id, uses = excluded.uses, can = excluded.can, stretch = excluded.stretch,
      firm = excluded.firm, as_of = excluded.as_of`.execute(tx)
}
