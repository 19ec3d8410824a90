import type { Framework } from '#framework/model.ts'
import { findFramework } from '#framework/store.ts'
import type { Db } from '#schema.ts'

/** The frameworks of these ids that are still there, by title. */
export async function frameworksOf(db: Db, ids: readonly string[]): Promise<Framework[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('framework')
    .select('slug')
    .where('organization_id', '=', db.organizationId)
    .where('id', 'in', [...new Set(ids)])
    .orderBy('title')
    .execute()
  const found: Framework[] = []
  for (const { slug } of rows) {
    const framework = await findFramework(db, slug)
    if (framework) found.push(framework)
  }
  return found
}
