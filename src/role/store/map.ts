import { type RawBuilder, sql } from 'kysely'
import { MAIN_FIRST, onDay } from '#people/store.ts'
import type { Db } from '#schema.ts'
import { type ColumnCount, type MapFilter, type MapFound, type Need, needFor } from '../map.ts'

export interface MapQuery
  extends Pick<MapFilter, 'team' | 'place' | 'role' | 'competency' | 'level' | 'sharing'> {
  /** The framework's id. */
  framework: string
  /** Who looks: only what is shared with them, and their own, is read at all. */
  viewer: string
  at: Date
  /** The day of the posts. */
  on: string
  /** What each role needs of the framework, by competency. */
  needs: ReadonlyMap<string, ReadonlyMap<string, Need>>
  size: number
  offset: number
}

/** How many of those who match share a level of a competency, by the roles that they hold and the level that they can. */
type Count = { competency: string; roles: string[] | null; can: number | null; people: number }

/**
 * One page of the people who match, by name, with what they share with the viewer, and the counts over all who match, all of
 * one moment (call it in `ctx.read`). Nothing that is not shared is joined, so nothing of it can be seen in a cell, a
 * count, a filter or the order.
 */
export async function findMap(db: Db, query: MapQuery): Promise<MapFound> {
  const shares = await sharesWith(db, query)
  // Each part is some thousands of rows: without statistics, as after a large import, the planner would join them row by row.
  await sql`select set_config('enable_nestloop', 'off', true)`.execute(db)
  const { rows } = await sql<Omit<MapFound, 'columns'> & { counts: Count[] }>`
    with ${seen(db, query, shares)}, ${held(db, query)}, ${matching(db, query)},
    page as materialized (
      select id, name, folded, roles from matching order by folded, id limit ${query.size} offset ${query.offset}),
    told as (
      select s.person_id, json_object_agg(s.competency_key, json_build_object('can', s.can, 'uses', s.uses, 'firm', s.firm)
          order by s.competency_key) as levels from seen s where s.person_id in (select id from page) group by s.person_id)
    select (select count(*)::int from matching) as total,
      coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name, 'title', (
            select o.title from post o where o.organization_id = ${db.organizationId} and o.person_id = p.id
              and ${onDay('o', sql`${query.on}::date`)} order by ${MAIN_FIRST} limit 1),
          'roles', coalesce(string_to_array(p.roles, ' '), '{}'), 'levels', coalesce(t.levels, '{}')) order by p.folded, p.id)
        from page p left join told t on t.person_id = p.id), '[]') as people,
      coalesce((select json_agg(json_build_object('competency', competency_key, 'roles', string_to_array(roles, ' '),
          'can', can, 'people', people)) from (
        select s.competency_key, m.roles, s.can, count(*)::int as people
        from seen s join matching m on m.id = s.person_id group by s.competency_key, m.roles, s.can
        order by s.competency_key) c), '[]') as counts`.execute(db)
  await sql`select set_config('enable_nestloop', 'on', true)`.execute(db)
  const { counts = [], ...found } = rows[0] ?? { total: 0, people: [] }
  return { ...found, columns: columnsOf(counts, query.needs) }
}

/** By competency: who shares it, and who of those is at or above the highest level that a role of theirs needs. */
function columnsOf(counts: readonly Count[], needs: MapQuery['needs']): ColumnCount[] {
  const columns = new Map<string, ColumnCount>()
  for (const { competency, roles, can, people } of counts) {
    const need = needFor({ roles: roles ?? [] }, competency, needs)?.place ?? null
    const { shared, asked, reached } = columns.get(competency) ?? { shared: 0, asked: 0, reached: 0 }
    const isAsked = need !== null && can !== null
    columns.set(competency, {
      competency,
      shared: shared + people,
      asked: asked + (isAsked ? people : 0),
      reached: reached + (isAsked && can >= need ? people : 0),
    })
  }
  return [...columns.values()]
}

interface Shares {
  ids: string[]
  people: string[]
}

/** The shares by which the viewer is shown something now, and whose they are. Few as a rule, so they are asked for first. */
async function sharesWith(db: Db, { viewer, at }: MapQuery): Promise<Shares> {
  const { rows } = await sql<Shares>`
    select coalesce(array_agg(s.id::text), '{}') as ids, coalesce(array_agg(distinct s.person_id::text), '{}') as people
    from profile_share_with w
    join profile_share s on s.organization_id = w.organization_id and s.id = w.share_id
    where w.organization_id = ${db.organizationId} and w.person_id = ${viewer} and s.person_id <> ${viewer}
      and s.revoked_at is null and (s.expires_at is null or s.expires_at > ${at})`.execute(db)
  return rows[0] ?? { ids: [], people: [] }
}

/** The levels that the viewer sees: their own, and what others share with them now. */
function seen(db: Db, { framework, viewer }: MapQuery, { ids, people }: Shares): RawBuilder<unknown> {
  return sql`shared as materialized (
      select s.person_id, array_agg(r.competency_key) as keys from profile_share s
      join profile_share_row r on r.organization_id = s.organization_id and r.share_id = s.id
      where s.organization_id = ${db.organizationId} and s.id = any(${ids}::uuid[]) and r.organization_id = ${db.organizationId}
        and r.share_id = any(${ids}::uuid[]) and r.kind = 'level' and r.framework_id = ${framework}
      group by s.person_id),
    seen as materialized (
      select l.person_id, l.competency_key, l.can, l.uses, l.firm from profile_level l
      where l.organization_id = ${db.organizationId} and l.framework_id = ${framework} and l.person_id = ${viewer}
      union all
      select l.person_id, l.competency_key, l.can, l.uses, l.firm from profile_level l
      join shared on shared.person_id = l.person_id and l.competency_key = any(shared.keys)
      where l.organization_id = ${db.organizationId} and l.framework_id = ${framework}
        and l.person_id = any(${people}::uuid[]))`
}

/** Who holds which open role today. */
function held(db: Db, { on }: MapQuery): RawBuilder<unknown> {
  return sql`held as materialized (
    select o.person_id, t.role_id from role_post t
    join post o on o.organization_id = t.organization_id and o.id = t.post_id
    join role r on r.organization_id = t.organization_id and r.id = t.role_id
    where t.organization_id = ${db.organizationId} and r.closed_at is null and ${onDay('o', sql`${on}::date`)})`
}

function matching(db: Db, query: MapQuery): RawBuilder<unknown> {
  const { team, place, role, competency, level, sharing } = query
  const day = sql`${query.on}::date`
  const parts = [
    sql`p.organization_id = ${db.organizationId}`,
    sql`(p.starts_on is null or p.starts_on <= ${day}) and (p.ends_on is null or p.ends_on >= ${day})`,
  ]
  if (team) parts.push(sql`p.id in ${postsOf(db, query, sql`o.team_id in ${teamAndParts(db, team)}`)}`)
  if (place) parts.push(sql`p.id in ${postsOf(db, query, sql`o.place_id = ${place}`)}`)
  if (role) parts.push(sql`p.id in (select person_id from held where role_id = ${role})`)
  if (sharing) parts.push(sql`p.id in (select person_id from seen)`)
  if (level) {
    const of = competency ? sql` and competency_key = ${competency}` : sql``
    parts.push(sql`p.id in (select person_id from seen where can >= ${level}${of})`)
  }
  return sql`matching as materialized (
    select p.id, p.name, p.folded, h.roles from person p
    left join (select person_id, string_agg(distinct role_id::text, ' ') as roles from held group by person_id) h
      on h.person_id = p.id
    where ${sql.join(parts, sql` and `)})`
}

function postsOf(db: Db, { on }: MapQuery, condition: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select o.person_id from post o
    where o.organization_id = ${db.organizationId} and ${onDay('o', sql`${on}::date`)} and ${condition})`
}

function teamAndParts(db: Db, team: string): RawBuilder<unknown> {
  return sql`(with recursive part as (
      select t.id from team t where t.organization_id = ${db.organizationId} and t.id = ${team}
      union select t.id from team t join part on t.parent_id = part.id where t.organization_id = ${db.organizationId})
    select id from part)`
}
