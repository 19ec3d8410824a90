import { sql } from 'kysely'
import type { Db } from '#schema.ts'
import type { FoundFramework } from '../found.ts'
import { alternativesOf } from '../wanted.ts'
import { marked, pieces, query } from './search-marks.ts'

interface Row {
  slug: string
  language: string
  title: string
  publisher: string | null
  levels: string[]
}

/** Frameworks whose title, publisher or level names match, by title. Needs what to look for set in the transaction. */
export async function searchFrameworks(db: Db, words: string): Promise<FoundFramework[]> {
  if (alternativesOf(words).length > 0) return []
  const { rows } = await sql<Row>`
    select f.slug, f.language, ${marked(sql`f.title`)} as title, ${marked(sql`f.publisher`)} as publisher, l.levels
    from framework f cross join lateral (
      select coalesce(array_agg(${marked(sql`name`)} order by position), '{}') as levels from framework_level
      where organization_id = f.organization_id and framework_id = f.id and to_tsvector('english', name) @@ ${query}) l
    where f.organization_id = ${db.organizationId}
      and (to_tsvector('english', concat_ws(' | ', f.title, f.publisher)) @@ ${query} or l.levels <> '{}')
    order by f.title`.execute(db)
  return rows.map(({ slug, language, title, publisher, levels }) => ({
    ...{ slug, language, title: pieces(title), publisher: pieces(publisher) },
    levels: levels.map(pieces),
  }))
}
