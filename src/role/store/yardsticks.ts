import { sql } from 'kysely'
import type { Db } from '#schema.ts'
import type { Yardstick } from '../gap.ts'

/** Frameworks by id, as far as levels are measured by them: without their statements, by title. */
export async function findYardsticks(db: Db): Promise<Map<string, Yardstick>> {
  const { rows } = await sql<Yardstick>`
    select f.id, f.slug, f.title, f.language, json_build_object('levels', coalesce((
        select json_agg(json_build_object('key', l.key, 'number', l.number, 'name', l.name) order by l.position)
        from framework_level l where l.organization_id = f.organization_id and l.framework_id = f.id), '[]')) as scale,
      coalesce((
        select json_agg(json_build_object('key', c.key, 'code', c.code, 'name', c.name) order by c.position)
        from competency c where c.organization_id = f.organization_id and c.framework_id = f.id), '[]') as competencies
    from framework f where f.organization_id = ${db.organizationId}
    order by lower(f.title), f.slug`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}
