import { type RawBuilder, sql } from 'kysely'
import { MAIN_FIRST, onDay } from '#people/store.ts'
import type { Db } from '#schema.ts'
import type { MapFilter, MapFound } from '../map.ts'

export interface MapQuery
  extends Pick<MapFilter, 'team' | 'place' | 'role' | 'competency' | 'level' | 'sharing'> {
  /** The framework's id. */
  framework: string
  /** Who looks: only what is shared with them, and their own, is read at all. */
  viewer: string
  at: Date
  /** The day of the posts. */
  on: string
  /** What each role needs of the framework. */
  needs: readonly { role: string; competency: string; place: number }[]
  size: number
  offset: number
}

/**
 * One page of the people who match, by name, with what they share with the viewer, and the counts over all who match. One
 * query, so that all of it is of one moment. Nothing that is not shared is joined, so nothing of it can be seen in a cell, a
 * count, a filter or the order.
 */
export async function findMap(db: Db, query: MapQuery): Promise<MapFound> {
  const { rows } = await sql<MapFound>`
    with ${seen(db, query)}, ${held(db, query)}, ${matching(db, query)},
    page as (select id, name, folded from matching order by folded, id limit ${query.size} offset ${query.offset})
    select (select count(*)::int from matching) as total,
      coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name, 'title', main.title,
          'roles', (select coalesce(json_agg(distinct h.role_id), '[]') from held h where h.person_id = p.id),
          'levels', (select coalesce(json_object_agg(s.competency_key, json_build_object('can', s.can, 'uses', s.uses,
            'firm', s.firm)), '{}') from seen s where s.person_id = p.id)) order by p.folded, p.id)
        from page p left join lateral (
          select o.title from post o where o.organization_id = ${db.organizationId} and o.person_id = p.id
            and ${onDay('o', sql`${query.on}::date`)} order by ${MAIN_FIRST} limit 1) main on true), '[]') as people,
      (${counts(query)}) as columns`.execute(db)
  return rows[0] ?? { total: 0, people: [], columns: [] }
}

/** The levels that the viewer sees: their own, and what others share with them now. */
function seen(db: Db, { framework, viewer, at }: MapQuery): RawBuilder<unknown> {
  return sql`seen as materialized (
    select l.person_id, l.competency_key, l.can, l.uses, l.firm from profile_level l
    where l.organization_id = ${db.organizationId} and l.framework_id = ${framework}
      and (l.person_id = ${viewer} or (l.person_id, l.competency_key) in (
        select s.person_id, r.competency_key from profile_share_with w
        join profile_share s on s.organization_id = w.organization_id and s.id = w.share_id
        join profile_share_row r on r.organization_id = s.organization_id and r.share_id = s.id
        where w.organization_id = ${db.organizationId} and w.person_id = ${viewer} and s.revoked_at is null
          and (s.expires_at is null or s.expires_at > ${at}) and r.kind = 'level' and r.framework_id = ${framework})))`
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
  return sql`matching as materialized (select p.id, p.name, p.folded from person p where ${sql.join(parts, sql` and `)})`
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

/** By competency: who shares it, and who of those is at or above the highest level that a role of theirs needs. */
function counts({ needs }: MapQuery): RawBuilder<unknown> {
  return sql`
    select coalesce(json_agg(json_build_object('competency', competency_key, 'shared', shared, 'asked', asked,
      'reached', reached)), '[]') from (
      select s.competency_key, count(*)::int as shared,
        (count(*) filter (where n.place is not null and s.can is not null))::int as asked,
        (count(*) filter (where s.can >= n.place))::int as reached
      from seen s join matching m on m.id = s.person_id
      left join (select h.person_id, q.competency, max(q.place) as place from held h
        join jsonb_to_recordset(${JSON.stringify(needs)}::jsonb) as q (role uuid, competency text, place integer)
          on q.role = h.role_id group by h.person_id, q.competency) n
        on n.person_id = s.person_id and n.competency = s.competency_key
      group by s.competency_key) c`
}
