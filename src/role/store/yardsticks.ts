import { sql } from 'kysely'
import type { Framework } from '#framework/model.ts'
import { findFramework, frameworkSlug } from '#framework/store.ts'
import type { Db } from '#schema.ts'
import type { Yardstick } from '../gap.ts'

/** Frameworks by id, as far as levels are measured by them: without their statements. `ids` left out: all of them. */
export async function findYardsticks(db: Db, ids?: readonly string[]): Promise<Map<string, Yardstick>> {
  const { rows } = await sql<Yardstick>`
    select f.id, f.slug, f.title, f.language, json_build_object('levels', coalesce((
        select json_agg(json_build_object('key', l.key, 'number', l.number, 'name', l.name) order by l.position)
        from framework_level l where l.organization_id = f.organization_id and l.framework_id = f.id), '[]')) as scale,
      coalesce((
        select json_agg(json_build_object('key', c.key, 'code', c.code, 'name', c.name) order by c.position)
        from competency c where c.organization_id = f.organization_id and c.framework_id = f.id), '[]') as competencies
    from framework f where f.organization_id = ${db.organizationId} and (${ids === undefined} or f.id = any(${ids ?? []}::uuid[]))
    order by lower(f.title), f.slug`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Whole frameworks by id; those that are gone are left out. */
export async function findFrameworks(db: Db, ids: readonly string[]): Promise<Map<string, Framework>> {
  const found = new Map<string, Framework>()
  for (const id of new Set(ids)) {
    const slug = await frameworkSlug(db, id)
    const framework = slug === undefined ? undefined : await findFramework(db, slug)
    if (framework) found.set(id, framework)
  }
  return found
}
