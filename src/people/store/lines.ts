import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#schema.ts'
import type { Mention } from '../card.ts'
import type { Line } from '../line.ts'
import { MAIN_FIRST, onDay } from '../store.ts'

/** Somebody below a manager. */
export interface Report extends Mention {
  /** 1: reports to the manager directly. */
  depth: number
}

/** Everybody who reports to the person on the day, at any depth, the nearest first, then by name. */
export async function listReports(db: Db, personId: string, on: string): Promise<Report[]> {
  const { rows } = await sql<Report>`
    with recursive below as (
      select o.person_id as id, 1 as depth from post o
        where o.organization_id = ${db.organizationId} and o.reports_to = ${personId} and ${onDay('o', sql`${on}::date`)}
      union select o.person_id, below.depth + 1 from post o join below on o.reports_to = below.id
        where o.organization_id = ${db.organizationId} and ${onDay('o', sql`${on}::date`)} and below.depth < 100)
    select p.id, p.name, main.title, nearest.depth from (select id, min(depth) as depth from below group by id) nearest
    join person p on p.organization_id = ${db.organizationId} and p.id = nearest.id
    left join lateral (
      select o.title from post o
      where o.organization_id = p.organization_id and o.person_id = p.id and ${onDay('o', sql`${on}::date`)}
      order by ${MAIN_FIRST} limit 1) main on true
    order by nearest.depth, p.folded, p.id`.execute(db)
  return rows
}

/** Whether anybody reports to the person on the day: what makes a manager. One look into an index. */
export async function hasReports(db: Db, personId: string, on: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from post o where o.organization_id = ${db.organizationId} and o.reports_to = ${personId}
      and ${onDay('o', sql`${on}::date`)} limit 1`.execute(db)
  return rows.length > 0
}

/** The manager of the main post, their manager, and so on to the top: nearest first. */
export async function chainAbove(db: Db, personId: string, on: string): Promise<Mention[]> {
  const main = (person: RawBuilder<unknown>) => sql`lateral (
    select o.title, o.reports_to from post o
    where o.organization_id = ${db.organizationId} and o.person_id = ${person} and ${onDay('o', sql`${on}::date`)}
    order by ${MAIN_FIRST} limit 1)`
  const { rows } = await sql<Mention>`
    with recursive up as (
      select main.reports_to as id, 1 as height from ${main(sql`${personId}::uuid`)} main
      union all select main.reports_to, up.height + 1 from up join ${main(sql`up.id`)} main on true where up.height < 50)
    select p.id, p.name, main.title from up
    join person p on p.organization_id = ${db.organizationId} and p.id = up.id
    left join ${main(sql`p.id`)} main on true order by up.height`.execute(db)
  return rows
}

/** Ids of everybody above the person on the day, at any distance. */
export async function lineAbove(db: Db, personId: string, on: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive above as (
      select o.reports_to as id from post o where o.organization_id = ${db.organizationId}
        and o.person_id = ${personId} and o.reports_to is not null and ${onDay('o', sql`${on}::date`)}
      union select o.reports_to from post o join above on o.person_id = above.id
        where o.organization_id = ${db.organizationId} and o.reports_to is not null and ${onDay('o', sql`${on}::date`)})
    select id from above`.execute(db)
  return rows.map(({ id }) => id)
}

const LINE = sql`o.id as "postId", o.person_id as "personId", o.reports_to as "managerId", o.starts_on as "startsOn", o.ends_on as "endsOn"`

/** Every reporting line there ever was, is, or is planned. */
export async function listLines(db: Db): Promise<Line[]> {
  const { rows } = await sql<Line>`
    select ${LINE} from post o where o.organization_id = ${db.organizationId} and o.reports_to is not null`.execute(
    db,
  )
  return rows
}

/** Every line of the people at any distance above this one, at any time: among them a circle would close. */
export async function listLinesAbove(db: Db, personId: string): Promise<Line[]> {
  const { rows } = await sql<Line>`
    with recursive above as (
      select ${personId}::uuid as id
      union select o.reports_to from post o join above on o.person_id = above.id
        where o.organization_id = ${db.organizationId} and o.reports_to is not null)
    select ${LINE} from post o join above on o.person_id = above.id
    where o.organization_id = ${db.organizationId} and o.reports_to is not null`.execute(db)
  return rows
}
