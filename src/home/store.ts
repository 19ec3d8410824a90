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
