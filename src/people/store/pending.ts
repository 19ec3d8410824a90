import { sql } from 'kysely'
import type { Db } from '#schema.ts'
import { onDay } from '../store.ts'

/** Somebody for whom something is missing or about to change. */
interface Pending {
  id: string
  name: string
}

interface Dated extends Pending {
  /** The day on which it happens. */
  day: string
}

/** Who is with us on the day and has no post, by name. */
export async function listWithoutPost(db: Db, on: string): Promise<Pending[]> {
  const { rows } = await sql<Pending>`
    select p.id, p.name from person p
    where p.organization_id = ${db.organizationId} and ${onDay('p', sql`${on}::date`)} and not exists (
      select 1 from post o where o.organization_id = p.organization_id and o.person_id = p.id
        and ${onDay('o', sql`${on}::date`)})
    order by p.folded, p.id`.execute(db)
  return rows
}

export type Change = 'first day' | 'last day' | 'end of leave'

/** Who comes, leaves, or is back from leave between two days, the earliest first. */
export async function listArrivals(
  db: Db,
  from: string,
  until: string,
): Promise<(Dated & { what: Change })[]> {
  const { rows } = await sql<Dated & { what: Change }>`
    select p.id, p.name, c.day, c.what from person p cross join lateral (values
      (p.starts_on, 'first day'), (p.ends_on, 'last day'), (p.leave_until, 'end of leave')) c(day, what)
    where p.organization_id = ${db.organizationId} and c.day between ${from}::date and ${until}::date
    order by c.day, p.folded, p.id`.execute(db)
  return rows
}

/** Posts that end between two days, the earliest first: somebody has to think of what follows. */
export async function listEndingPosts(
  db: Db,
  from: string,
  until: string,
): Promise<(Dated & { title: string })[]> {
  const { rows } = await sql<Dated & { title: string }>`
    select p.id, p.name, o.title, o.ends_on as day from post o
    join person p on p.organization_id = o.organization_id and p.id = o.person_id
    where o.organization_id = ${db.organizationId} and o.ends_on between ${from}::date and ${until}::date
    order by o.ends_on, p.folded, o.id`.execute(db)
  return rows
}
