import { sql } from 'kysely'
import { onDay } from '#people/store.ts'
import type { Db, Tx } from '#schema.ts'
import type { Holder, RolePost } from '../holder.ts'

/** Who holds the role on the day, those longest in it first; each once. */
export async function listHolders(db: Db, roleId: string, on: string): Promise<Holder[]> {
  const { rows } = await sql<Holder>`
    select p.id as "personId", p.name, o.id as "postId", o.title, t.name as team, first.day as "startsOn"
    from (
      select distinct on (o.person_id) o.* from role_post rp
      join post o on o.organization_id = rp.organization_id and o.id = rp.post_id
      where rp.organization_id = ${db.organizationId} and rp.role_id = ${roleId} and ${onDay('o', sql`${on}::date`)}
      order by o.person_id, o.share desc nulls last, o.starts_on nulls first, o.id) o
    join person p on p.organization_id = o.organization_id and p.id = o.person_id
    left join team t on t.organization_id = o.organization_id and t.id = o.team_id
    cross join lateral (
      select case when bool_or(f.starts_on is null) then null else min(f.starts_on) end as day
      from role_post rp join post f on f.organization_id = rp.organization_id and f.id = rp.post_id
      where rp.organization_id = ${db.organizationId} and rp.role_id = ${roleId} and f.person_id = o.person_id) first
    order by first.day nulls last, p.folded, p.id`.execute(db)
  return rows
}

/** Every post that has not ended on the day, by title and name, with the role that it is tied to. */
export async function listRolePosts(db: Db, on: string): Promise<RolePost[]> {
  const { rows } = await sql<RolePost>`
    select o.id as "postId", p.id as "personId", p.name, o.title, t.name as team, o.starts_on as "startsOn",
      case when r.id is not null then json_build_object('id', r.id, 'title', r.title) end as role
    from post o
    join person p on p.organization_id = o.organization_id and p.id = o.person_id
    left join team t on t.organization_id = o.organization_id and t.id = o.team_id
    left join role_post rp on rp.organization_id = o.organization_id and rp.post_id = o.id
    left join role r on r.organization_id = rp.organization_id and r.id = rp.role_id
    where o.organization_id = ${db.organizationId} and (o.ends_on is null or o.ends_on >= ${on}::date)
    order by o.folded, p.folded, o.id`.execute(db)
  return rows
}

/** Ties posts to a role; one that was tied to another is from now on tied to this. */
export async function tiePosts(tx: Tx, roleId: string, postIds: readonly string[]): Promise<void> {
  if (postIds.length === 0) return
  await sql`
    insert into role_post (organization_id, post_id, role_id)
    select ${tx.organizationId}::uuid, o.id, ${roleId}::uuid from post o
    where o.organization_id = ${tx.organizationId} and o.id = any(${postIds}::uuid[])
    on conflict (organization_id, post_id) do update set role_id = excluded.role_id`.execute(tx)
}

export async function untiePosts(tx: Tx, roleId: string, postIds: readonly string[]): Promise<void> {
  await sql`
    delete from role_post where organization_id = ${tx.organizationId} and role_id = ${roleId}
      and post_id = any(${postIds}::uuid[])`.execute(tx)
}

/** Which open roles each of these people holds on the day. */
export async function rolesHeldBy(
  db: Db,
  personId: string,
  on: string,
): Promise<{ id: string; title: string }[]> {
  const { rows } = await sql<{ id: string; title: string }>`
    select distinct r.id, r.title from role_post rp
    join post o on o.organization_id = rp.organization_id and o.id = rp.post_id
    join role r on r.organization_id = rp.organization_id and r.id = rp.role_id
    where rp.organization_id = ${db.organizationId} and o.person_id = ${personId} and r.closed_at is null
      and ${onDay('o', sql`${on}::date`)} order by r.title`.execute(db)
  return rows
}
