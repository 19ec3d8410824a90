import { sql } from 'kysely'
import type { Block } from '#measure/anonymity/blocks.ts'
import { MAIN_FIRST, onDay } from '#people/store.ts'
import type { Db, Tx } from '#schema.ts'
import {
  type Band,
  type Contribution,
  LEAST_HOLDERS,
  type NewBlock,
  type Source,
  type StoredBlock,
} from '../hidden.ts'

interface Row {
  organization_id: string
}

/** The tables of migrations/0013-profile-counted.sql that belong to roles. */
export interface HiddenTables {
  role_block: Row & { id: string; source: Source; made_at: Date; people: number }
  role_block_role: Row & { block_id: string; role_id: string }
  role_block_person: Row & { block_id: string; person_id: string }
  role_block_use: Row & {
    block_id: string
    statement_id: string
    framework_id: string
    competency_key: string
    also: string[]
    level_key: string
    text: string
    band: Band
  }
}

/** Who is in which group already. */
export async function listBlockPeople(db: Db, source: Source): Promise<Block[]> {
  const { rows } = await sql<Block>`
    select array(select r.role_id::text from role_block_role r where r.organization_id = b.organization_id
        and r.block_id = b.id) as groups,
      array(select p.person_id::text from role_block_person p where p.organization_id = b.organization_id
        and p.block_id = b.id) as raters
    from role_block b where b.organization_id = ${db.organizationId} and b.source = ${source}
    order by b.made_at, b.id`.execute(db)
  return rows
}

/** All groups with what they showed, the newest first. */
export async function listBlocks(db: Db): Promise<StoredBlock[]> {
  const { rows } = await sql<StoredBlock>`
    select b.id, b.source, b.made_at as "madeAt",
      array(select r.role_id::text from role_block_role r where r.organization_id = b.organization_id
        and r.block_id = b.id) as roles,
      coalesce((select json_agg(json_build_object('statementId', u.statement_id, 'framework', u.framework_id,
          'competency', u.competency_key, 'also', u.also, 'level', u.level_key, 'text', u.text, 'band', u.band)
          order by u.statement_id)
        from role_block_use u where u.organization_id = b.organization_id and u.block_id = b.id), '[]') as uses
    from role_block b where b.organization_id = ${db.organizationId} order by b.made_at desc, b.id`.execute(
    db,
  )
  return rows
}

const USE = sql`json_build_object('statementId', s.statement_id, 'framework', s.framework_id, 'competency', s.competency_key,
  'also', s.also, 'level', s.level_key, 'text', s.text)`

/** What incumbents said that the job needs, in analyses that are closed; of each person the latest. What one role needs is never counted with another's. */
export async function listAnalysed(db: Db): Promise<Contribution[]> {
  const { rows } = await sql<Contribution>`
    select distinct on (i.person_id) i.person_id as "personId", a.role_id as "roleId", null as "teamId", coalesce((
      select json_agg(${USE}) from (select s.*, a.framework_id from role_answer s
        where s.organization_id = i.organization_id and s.analysis_id = i.analysis_id and s.person_id = i.person_id
          and s.answer <> 'not') s), '[]') as uses
    from role_incumbent i
    join role_analysis a on a.organization_id = i.organization_id and a.id = i.analysis_id
    join role r on r.organization_id = a.organization_id and r.id = a.role_id
    where i.organization_id = ${db.organizationId} and i.submitted_at is not null and a.closed_at is not null
      and r.closed_at is null
    order by i.person_id, i.submitted_at desc`.execute(db)
  return rows
}

/**
 * What people often do now, by the latest finished workbook of each framework: only of those who let it be counted, who are
 * here on the day, and in the role of their main post, which enough people hold.
 */
export async function listCounted(db: Db, on: string): Promise<Contribution[]> {
  const day = sql`${on}::date`
  const { rows } = await sql<Contribution>`
    select c.person_id as "personId", main.role_id as "roleId", main.team_id as "teamId", uses.all as uses
    from profile_counted c
    join lateral (
      select t.role_id, r.team_id from post o
      join role_post t on t.organization_id = o.organization_id and t.post_id = o.id
      join role r on r.organization_id = t.organization_id and r.id = t.role_id and r.closed_at is null
      where o.organization_id = c.organization_id and o.person_id = c.person_id and ${onDay('o', day)}
      order by ${MAIN_FIRST} limit 1) main on ${LEAST_HOLDERS} <= (
        select count(distinct o.person_id) from role_post t
        join post o on o.organization_id = t.organization_id and o.id = t.post_id
        where t.organization_id = c.organization_id and t.role_id = main.role_id and ${onDay('o', day)})
    join lateral (
      select json_agg(${USE}) as all from (
        select a.*, w.framework_id from workbook_answer a
        join (select distinct on (framework_id) id, framework_id from workbook
          where organization_id = c.organization_id and person_id = c.person_id and finished_at is not null
          order by framework_id, started_at desc) w on w.id = a.workbook_id
        where a.organization_id = c.organization_id and a.answer = 'now') s) uses on uses.all is not null
    where c.organization_id = ${db.organizationId} order by c.since, c.person_id`.execute(db)
  return rows
}

/** A group is written once and never changed. */
export async function insertBlock(
  tx: Tx,
  { id, source, madeAt, roles, people, uses }: NewBlock & { id: string; source: Source; madeAt: Date },
): Promise<void> {
  const home = { organization_id: tx.organizationId, block_id: id }
  await tx
    .insertInto('role_block')
    .values({ organization_id: tx.organizationId, id, source, made_at: madeAt, people: people.length })
    .execute()
  await tx
    .insertInto('role_block_role')
    .values(roles.map((role_id) => ({ ...home, role_id })))
    .execute()
  await tx
    .insertInto('role_block_person')
    .values(people.map((person_id) => ({ ...home, person_id })))
    .execute()
  if (uses.length === 0) return
  const rows = uses.map(({ statementId, framework, competency, also, level, text, band }) => ({
    ...{ ...home, statement_id: statementId, framework_id: framework, competency_key: competency },
    ...{ also, level_key: level, text, band },
  }))
  await tx.insertInto('role_block_use').values(rows).execute()
}

/** Forgets who was in which group of workbooks, of those who let theirs be counted no longer. */
export async function forgetUncounted(tx: Tx): Promise<void> {
  await sql`
    delete from role_block_person p using role_block b
    where p.organization_id = ${tx.organizationId} and b.organization_id = p.organization_id and b.id = p.block_id
      and b.source = 'workbook' and not exists (select from profile_counted c
        where c.organization_id = p.organization_id and c.person_id = p.person_id)`.execute(tx)
}

/** The person is counted in nothing any more; what the groups showed stays. */
export async function eraseCounted(tx: Tx, personId: string): Promise<void> {
  for (const table of ['role_block_person', 'profile_counted'] as const)
    await tx
      .deleteFrom(table)
      .where('organization_id', '=', tx.organizationId)
      .where('person_id', '=', personId)
      .execute()
}

/** When the person was counted, and from what. */
export async function aboutCounted(db: Db, personId: string): Promise<object> {
  const counted = await db
    .selectFrom('profile_counted')
    .select('since')
    .where('organization_id', '=', db.organizationId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  const groups = await db
    .selectFrom('role_block_person as p')
    .innerJoin('role_block as b', (join) =>
      join.onRef('b.organization_id', '=', 'p.organization_id').onRef('b.id', '=', 'p.block_id'),
    )
    .select(['b.made_at as on', 'b.source as from'])
    .where('p.organization_id', '=', db.organizationId)
    .where('p.person_id', '=', personId)
    .orderBy('b.made_at')
    .execute()
  return { 'workbook may be counted since': counted?.since ?? null, 'counted in groups': groups }
}
