import { sql } from 'kysely'
import type { Framework } from '#framework/model.ts'
import { findFramework } from '#framework/store.ts'
import type { Db } from '#schema.ts'

/** The frameworks with these ids, as they are now, by id; one that is gone is left out. */
export async function frameworksById(db: Db, ids: readonly string[]): Promise<Map<string, Framework>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ slug: string }>`
    select slug from framework where organization_id = ${db.organizationId} and id = any(${ids}::uuid[])`.execute(
    db,
  )
  const found: [string, Framework][] = []
  for (const { slug } of rows) {
    const framework = await findFramework(db, slug)
    if (framework) found.push([framework.id, framework])
  }
  return new Map(found)
}
