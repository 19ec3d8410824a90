import { type RawBuilder, sql } from 'kysely'
import { containing } from '#db/like.ts'
import type { Db } from '#schema.ts'
import type { Mention, PersonLine } from '../card.ts'
import type { PeopleQuery } from '../query.ts'
import { MAIN_FIRST, onDay } from '../store.ts'

/** One page of the people who match, by name, and how many match in all. */
export async function listPeople(
  db: Db,
  query: PeopleQuery,
): Promise<{ total: number; people: PersonLine[] }> {
  const { rows } = await sql<PersonLine & { total: number }>`
    with ${titled(db, query)}
    matching as materialized (select p.id, p.folded from person p where ${matchOf(db, query)}),
    page as (select id from matching order by folded, id limit ${query.size} offset ${(query.page - 1) * query.size})
    select (select count(*)::int from matching) as total, p.id, p.name, p.starts_on as "startsOn", p.ends_on as "endsOn",
      p.leave_from as "leaveFrom", p.leave_until as "leaveUntil", main.title,
      ${named(db, 'team', 'team_id')} as team, ${named(db, 'place', 'place_id')} as place,
      ${named(db, 'person', 'reports_to')} as manager,
      greatest(coalesce(main.posts, 0) - 1, 0) as "furtherPosts"
    from page join person p on p.organization_id = ${db.organizationId} and p.id = page.id
    left join lateral (
      select o.*, count(*) over ()::int as posts from post o
      where o.organization_id = ${db.organizationId} and o.person_id = p.id and ${onDay('o', sql`least(greatest(${query.on}::date, p.starts_on), p.ends_on)`)}
      order by ${MAIN_FIRST} limit 1) main on true
    order by p.folded, p.id`.execute(db)
  return { total: rows[0]?.total ?? 0, people: rows.map(({ total, ...line }) => line) }
}

/** One row by its key each: a join would be planned by statistics, which are not there yet after a large import. */
function named(db: Db, table: 'team' | 'place' | 'person', key: string): RawBuilder<unknown> {
  return sql`(select json_build_object('id', n.id, 'name', n.name) from ${sql.table(table)} n
    where n.organization_id = ${db.organizationId} and n.id = main.${sql.ref(key)})`
}

/** The best few names for a search over everything; only of people who are there on the day. */
export async function findPeople(db: Db, words: string[], { on, most }: { on: string; most: number }) {
  const query: PeopleQuery = {
    words,
    team: null,
    place: null,
    status: 'with us',
    on,
    page: 1,
    size: most,
    isPrivate: false,
  }
  const { people } = await listPeople(db, query)
  return people.map(({ id, name, title }): Mention => ({ id, name, title }))
}

function matchOf(db: Db, query: PeopleQuery): RawBuilder<boolean> {
  const parts = [
    sql`p.organization_id = ${db.organizationId}`,
    // Before the days: fewer rows are left for those.
    ...query.words.map((word) => wordMatch(query, word)),
    ...statusMatch(query),
  ]
  if (query.team !== null)
    parts.push(sql`p.id in ${postsOf(db, query, sql`o.team_id in ${teamAndParts(db, query.team)}`)}`)
  if (query.place !== null) parts.push(sql`p.id in ${postsOf(db, query, sql`o.place_id = ${query.place}`)}`)
  return sql<boolean>`${sql.join(parts, sql` and `)}`
}

/** As `statusOn` of day.ts decides it. */
function statusMatch({ status, on }: PeopleQuery): RawBuilder<unknown>[] {
  const day = sql`${on}::date`
  const toCome = sql`p.starts_on > ${day}`
  const left = sql`p.ends_on < ${day}`
  const onLeave = sql`(p.leave_from <= ${day} and coalesce(p.leave_until >= ${day}, true))`
  const withUs = sql`(p.starts_on is null or p.starts_on <= ${day}) and (p.ends_on is null or p.ends_on >= ${day})`
  if (status === 'everybody') return []
  if (status === 'to come') return [toCome]
  if (status === 'left') return [sql`${left} and coalesce(p.starts_on <= ${day}, true)`]
  if (status === 'on leave') return [withUs, onLeave]
  return status === 'here' ? [withUs, sql`coalesce(not ${onLeave}, true)`] : [withUs]
}

/** The posts of the day with any of the words in their titles: all posts are looked through once, however many words. */
function titled(db: Db, { words, on }: PeopleQuery): RawBuilder<unknown> {
  if (words.length === 0) return sql``
  return sql`titled as materialized (
    select o.person_id, o.folded from post o where o.organization_id = ${db.organizationId}
      and o.folded like any (${words.map(containing)}::text[]) and ${onDay('o', sql`${on}::date`)}),`
}

/**
 * The word stands in the name or in the title of a post on the day; for those who may see more, also in the address, if it
 * could be part of one, or in the number.
 */
function wordMatch({ isPrivate }: PeopleQuery, word: string): RawBuilder<unknown> {
  const like = containing(word)
  const places = [
    sql`p.folded like ${like}`,
    sql`p.id in (select person_id from titled where folded like ${like})`,
    ...(isPrivate && /[@.]/.test(word) ? [sql`lower(p.email) like ${like}`] : []),
    ...(isPrivate && /\d/.test(word) ? [sql`lower(p.number) like ${like}`] : []),
  ]
  return sql`(${sql.join(places, sql` or `)})`
}

function postsOf(db: Db, { on }: PeopleQuery, condition: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select o.person_id from post o
    where o.organization_id = ${db.organizationId} and ${onDay('o', sql`${on}::date`)} and ${condition})`
}

function teamAndParts(db: Db, team: string): RawBuilder<unknown> {
  return sql`(with recursive part as (
      select t.id from team t where t.organization_id = ${db.organizationId} and t.id = ${team}
      union select t.id from team t join part on t.parent_id = part.id where t.organization_id = ${db.organizationId})
    select id from part)`
}
