import { sql } from 'kysely'
import { containing } from '#db/like.ts'
import type { Db, Tx } from '#schema.ts'
import type { PlaceCard, TeamCard } from '../card.ts'
import type { Place, Team } from '../model.ts'
import { onDay } from '../store.ts'

/** Every team, in no order: see `treeOf`. */
export function listTeams(db: Db): Promise<Team[]> {
  return db
    .selectFrom('team')
    .select(['id', 'name', 'parent_id as parentId'])
    .where('organization_id', '=', db.organizationId)
    .execute()
}

/** Every team with how many people have a post in it on the day. */
export async function listTeamCards(db: Db, on: string): Promise<TeamCard[]> {
  const { rows } = await sql<TeamCard>`
    select t.id, t.name, t.parent_id as "parentId", coalesce(o.people, 0) as people, o.team_id is not null as "isUsed"
    from team t left join (
      select o.team_id, (count(distinct o.person_id) filter (where ${onDay('o', sql`${on}::date`)}))::int as people
      from post o where o.organization_id = ${db.organizationId} and o.team_id is not null group by o.team_id) o
      on o.team_id = t.id
    where t.organization_id = ${db.organizationId}`.execute(db)
  return rows
}

/** Every place, by name. */
export function listPlaces(db: Db): Promise<Place[]> {
  return db
    .selectFrom('place')
    .select(['id', 'name'])
    .where('organization_id', '=', db.organizationId)
    .orderBy(sql`lower(name)`)
    .orderBy('id')
    .execute()
}

/** Every place, by name, with how many people have a post there on the day. */
export async function listPlaceCards(db: Db, on: string): Promise<PlaceCard[]> {
  const { rows } = await sql<PlaceCard>`
    select l.id, l.name, coalesce(o.people, 0) as people, o.place_id is not null as "isUsed"
    from place l left join (
      select o.place_id, (count(distinct o.person_id) filter (where ${onDay('o', sql`${on}::date`)}))::int as people
      from post o where o.organization_id = ${db.organizationId} and o.place_id is not null group by o.place_id) o
      on o.place_id = l.id
    where l.organization_id = ${db.organizationId} order by lower(l.name), l.id`.execute(db)
  return rows
}

/** So many rows at once, far below the number of values that one message may hold. */
const BATCH = 5000

/** Adds teams; one that another names as its parent must come before it. A name that is taken beside it is a Conflict. */
export async function insertTeams(tx: Tx, teams: Team[]): Promise<void> {
  const rows = teams.map(({ id, name, parentId }) => ({
    ...{ organization_id: tx.organizationId, id, name },
    parent_id: parentId,
  }))
  for (let i = 0; i < rows.length; i += BATCH)
    await tx
      .insertInto('team')
      .values(rows.slice(i, i + BATCH))
      .execute()
}

export async function updateTeam(tx: Tx, { id, name, parentId }: Team): Promise<void> {
  await tx
    .updateTable('team')
    .set({ name, parent_id: parentId })
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', id)
    .execute()
}

export async function insertPlaces(tx: Tx, places: Place[]): Promise<void> {
  const rows = places.map(({ id, name }) => ({ organization_id: tx.organizationId, id, name }))
  for (let i = 0; i < rows.length; i += BATCH)
    await tx
      .insertInto('place')
      .values(rows.slice(i, i + BATCH))
      .execute()
}

export async function updatePlace(tx: Tx, { id, name }: Place): Promise<void> {
  await tx
    .updateTable('place')
    .set({ name })
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', id)
    .execute()
}

/** Only for one that nothing refers to; the foreign keys refuse any other. */
export async function deleteNamed(tx: Tx, table: 'team' | 'place', id: string): Promise<void> {
  await tx.deleteFrom(table).where('organization_id', '=', tx.organizationId).where('id', '=', id).execute()
}

/** A team or place whose name has all the words. */
interface FoundPlace {
  kind: 'team' | 'place'
  id: string
  name: string
}

/** Teams and places by name, teams first; at most so many of each. */
export async function findTeamsAndPlaces(db: Db, words: string[], most: number): Promise<FoundPlace[]> {
  if (words.length === 0) return []
  const has = sql.join(
    words.map((word) => sql`lower(name) like ${containing(word)}`),
    sql` and `,
  )
  const { rows } = await sql<FoundPlace>`
    (select 'team' as kind, id, name from team where organization_id = ${db.organizationId} and ${has}
      order by lower(name) limit ${most})
    union all
    (select 'place', id, name from place where organization_id = ${db.organizationId} and ${has}
      order by lower(name) limit ${most})`.execute(db)
  return rows
}
