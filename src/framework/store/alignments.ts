import { sql } from 'kysely'
import type { Db } from '#schema.ts'
import type { Neighbour } from '../neighbour.ts'

/** Everything that a competency is aligned to, in both directions: first what its own framework says. */
export async function listNeighbours(db: Db, slug: string, key: string): Promise<Neighbour[]> {
  const { rows } = await sql<Neighbour>`
    select 'out' as direction, a.type, a.note, a.to_framework as framework, a.to_competency as competency,
      case when c.id is not null
        then json_build_object('frameworkTitle', g.title, 'name', c.name, 'code', c.code) end as found,
      1 as turn, '' as title, a.position
    from alignment a
    join framework f on f.organization_id = a.organization_id and f.id = a.framework_id
    left join framework g on g.organization_id = a.organization_id and g.slug = a.to_framework
    left join competency c on c.organization_id = g.organization_id and c.framework_id = g.id and c.key = a.to_competency
    where f.organization_id = ${db.organizationId} and f.slug = ${slug} and a.from_key = ${key}
    union all
    select 'in', a.type, a.note, f.slug, c.key,
      json_build_object('frameworkTitle', f.title, 'name', c.name, 'code', c.code), 2, f.title, a.position
    from alignment a
    join framework f on f.organization_id = a.organization_id and f.id = a.framework_id
    join competency c on c.organization_id = f.organization_id and c.framework_id = f.id and c.key = a.from_key
    where a.organization_id = ${db.organizationId} and a.to_framework = ${slug} and a.to_competency = ${key}
    order by turn, title, position`.execute(db)
  return rows.map(({ direction, type, note, framework, competency, found }) => ({
    ...{ direction, type, note, framework, competency, found },
  }))
}
