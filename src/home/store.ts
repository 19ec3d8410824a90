import { sql } from 'kysely'
import type { Db } from '#schema.ts'

/** A team or place whose name has all the words. */
export interface FoundPlace {
  kind: 'team' | 'place'
  id: string
  name: string
}

const MOST = 6

/** Teams and places by name, teams first; at most six of each. `words`: folded. */
export async function findTeamsAndPlaces(db: Db, words: string[]): Promise<FoundPlace[]> {
  if (words.length === 0) return []
  const has = sql.join(
    words.map((word) => sql`lower(name) like ${`%${word.replaceAll(/[\\%_]/g, '\\$&')}%`}`),
    sql` and `,
  )
  const { rows } = await sql<FoundPlace>`
    (select 'team' as kind, id, name from team where organization_id = ${db.organizationId} and ${has}
      order by lower(name) limit ${MOST})
    union all
    (select 'place', id, name from place where organization_id = ${db.organizationId} and ${has}
      order by lower(name) limit ${MOST})`.execute(db)
  return rows
}

/** Somebody for whom something is missing or about to change. */
export interface Pending {
  id: string
  name: string
  /** The day on which it happens; null where nothing is dated. */
  day: string | null
}

/** Who is with us on the day and has no post, by name. */
export async function listWithoutPost(db: Db, on: string): Promise<Pending[]> {
  const { rows } = await sql<Pending>`
    select p.id, p.name, null as day from person p
    where p.organization_id = ${db.organizationId} and ${isHere(on)} and not exists (
      select 1 from post o where o.organization_id = p.organization_id and o.person_id = p.id
        and ${holds('o', on)})
    order by p.folded, p.id`.execute(db)
  return rows
}

/** Who comes, leaves, or is back from leave between two days, the earliest first. */
export async function listArrivals(
  db: Db,
  from: string,
  until: string,
): Promise<(Pending & { what: Change })[]> {
  const { rows } = await sql<Pending & { what: Change }>`
    select p.id, p.name, c.day, c.what from person p cross join lateral (values
      (p.starts_on, 'first day'), (p.ends_on, 'last day'), (p.leave_until, 'end of leave')) c(day, what)
    where p.organization_id = ${db.organizationId} and c.day between ${from}::date and ${until}::date
    order by c.day, p.folded, p.id`.execute(db)
  return rows
}

export type Change = 'first day' | 'last day' | 'end of leave'

/** Posts that end between two days though the person stays: somebody has to think of what follows. */
export async function listEndingPosts(
  db: Db,
  from: string,
  until: string,
): Promise<(Pending & { title: string })[]> {
  const { rows } = await sql<Pending & { title: string }>`
    select p.id, p.name, o.title, o.ends_on as day from post o
    join person p on p.organization_id = o.organization_id and p.id = o.person_id
    where o.organization_id = ${db.organizationId} and o.ends_on between ${from}::date and ${until}::date
    order by o.ends_on, p.folded, o.id`.execute(db)
  return rows
}

const isHere = (on: string) =>
  sql`(p.starts_on is null or p.starts_on <= ${on}::date) and (p.ends_on is null or p.ends_on >= ${on}::date)`

const holds = (post: string, on: string) => {
  const [starts, ends] = [sql.ref(`${post}.starts_on`), sql.ref(`${post}.ends_on`)]
  return sql`(${starts} is null or ${starts} <= ${on}::date) and (${ends} is null or ${ends} >= ${on}::date)`
}
