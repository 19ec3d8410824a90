import { type ColumnType, type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '#schema.ts'
import type { Mention, PersonCard } from './card.ts'
import type { Person } from './model.ts'

/** A day as ISO text. */
type Day = ColumnType<string | null, string | null, string | null>

/** The tables of migrations/0004-people.sql. */
export interface PeopleTables {
  place: { organization_id: string; id: string; name: string }
  team: { organization_id: string; id: string; name: string; parent_id: string | null }
  person: {
    organization_id: string
    id: string
    name: string
    folded: string
    email: string | null
    number: string | null
    starts_on: Day
    ends_on: Day
    leave_from: Day
    leave_until: Day
    version: ColumnType<number, number | undefined, number>
  }
  post: {
    organization_id: string
    id: string
    person_id: string
    title: string
    folded: string
    team_id: string | null
    place_id: string | null
    reports_to: string | null
    starts_on: Day
    ends_on: Day
    share: number | null
    version: ColumnType<number, number | undefined, number>
  }
  people_import: {
    organization_id: string
    id: string
    state: 'checked' | 'waiting' | 'running' | 'done' | 'failed' | 'dropped'
    file_name: string | null
    content: string | null
    date_order: 'day first' | 'month first'
    report: ColumnType<unknown, string, string>
    done: ColumnType<number, number | undefined, number>
    total: ColumnType<number, number | undefined, number>
    message: string | null
    confirmed_by: string | null
    confirmed_via: string | null
    made_at: ColumnType<Date, Date, never>
    ended_at: ColumnType<Date | null, Date | null, Date | null>
  }
  people_import_person: {
    organization_id: string
    import_id: string
    person_id: string
    act: 'added' | 'changed'
    changes: ColumnType<
      Record<string, { before: unknown; after: unknown }> | null,
      string | null,
      string | null
    >
  }
}

/** Holds on the day: the post's days, for a table or alias of posts. */
export function onDay(post: string, day: RawBuilder<unknown> | string): RawBuilder<boolean> {
  const [starts, ends] = [sql.ref(`${post}.starts_on`), sql.ref(`${post}.ends_on`)]
  return sql<boolean>`((${starts} is null or ${starts} <= ${day}) and (${ends} is null or ${ends} >= ${day}))`
}

/** Of several posts at once the main one comes first: the largest share, then the oldest. */
export const MAIN_FIRST = sql`o.share desc nulls last, o.starts_on nulls first, o.id`

/** The person with all their posts, the newest first; undefined when there is none. */
export async function findPerson(db: Db, id: string): Promise<PersonCard | undefined> {
  const { rows } = await sql<PersonCard>`
    select p.id, p.name, p.email, p.number, p.starts_on as "startsOn", p.ends_on as "endsOn",
      p.leave_from as "leaveFrom", p.leave_until as "leaveUntil", p.version,
      coalesce((
        select json_agg(json_build_object('id', o.id, 'personId', o.person_id, 'title', o.title, 'teamId', o.team_id,
          'placeId', o.place_id, 'reportsTo', o.reports_to, 'startsOn', o.starts_on, 'endsOn', o.ends_on,
          'share', o.share, 'version', o.version,
          'team', case when t.id is not null then json_build_object('id', t.id, 'name', t.name) end,
          'place', case when l.id is not null then json_build_object('id', l.id, 'name', l.name) end,
          'manager', case when m.id is not null then json_build_object('id', m.id, 'name', m.name) end)
          order by o.ends_on desc nulls first, o.starts_on desc nulls last, o.share desc nulls last, o.id)
        from post o
        left join team t on t.organization_id = o.organization_id and t.id = o.team_id
        left join place l on l.organization_id = o.organization_id and l.id = o.place_id
        left join person m on m.organization_id = o.organization_id and m.id = o.reports_to
        where o.organization_id = p.organization_id and o.person_id = p.id), '[]') as posts
    from person p where p.organization_id = ${db.organizationId} and p.id = ${id}`.execute(db)
  return rows[0]
}

const COLUMNS = [
  'id',
  'name',
  'email',
  'number',
  'starts_on as startsOn',
  'ends_on as endsOn',
  'leave_from as leaveFrom',
  'leave_until as leaveUntil',
  'version',
] as const

/** Who has this e-mail address, whatever its case. */
export function findPersonByEmail(db: Db, email: string): Promise<Person | undefined> {
  return db
    .selectFrom('person')
    .select(COLUMNS)
    .where('organization_id', '=', db.organizationId)
    .where(sql`lower(email)`, '=', email.toLowerCase())
    .executeTakeFirst()
}

/** Everybody who ever was or will be there, by name. */
export function listEverybody(db: Db): Promise<Person[]> {
  return db
    .selectFrom('person')
    .select(COLUMNS)
    .where('organization_id', '=', db.organizationId)
    .orderBy('folded')
    .orderBy('id')
    .execute()
}

/** The people with these ids who are there, by name, each with the title of their main post on the day. */
export async function mentionsOf(db: Db, ids: string[], day: string): Promise<Mention[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Mention>`
    select p.id, p.name, main.title from person p
    left join lateral (
      select o.title from post o
      where o.organization_id = p.organization_id and o.person_id = p.id and ${onDay('o', sql`${day}::date`)}
      order by ${MAIN_FIRST} limit 1) main on true
    where p.organization_id = ${db.organizationId} and p.id = any(${ids}::uuid[])
    order by p.folded, p.id`.execute(db)
  return rows
}

/** Names by id. */
export async function namesOf(db: Db, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('organization_id', '=', db.organizationId)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Keeps all other changes of the tree and the lines of this organisation waiting until this transaction has ended. */
export async function holdOrganization(tx: Tx): Promise<void> {
  await sql`select 1 from organization where id = ${tx.organizationId} for no key update`.execute(tx)
}
