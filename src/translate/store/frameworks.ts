import type { Framework } from '#framework/model.ts'
import { findFramework, frameworkSlug } from '#framework/store.ts'
import type { Db } from '#schema.ts'

/** The frameworks of some judgements or proposals, by their ids; those that are gone are missing. */
export async function frameworksOf(
  db: Db,
  some: readonly { frameworkId: string }[],
): Promise<Map<string, Framework>> {
  const found = new Map<string, Framework>()
  for (const id of new Set(some.map(({ frameworkId }) => frameworkId))) {
    const slug = await frameworkSlug(db, id)
    const framework = slug === undefined ? undefined : await findFramework(db, slug)
    if (framework) found.set(id, framework)
  }
  return found
}
