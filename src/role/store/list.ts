import { sql } from 'kysely'
import { onDay } from '#people/store.ts'
import type { Db } from '#schema.ts'
import type { RoleCard } from '../card.ts'

type Row = Omit<RoleCard, 'agreed'> & {
  agreedAt: Date | null
  latest: Omit<NonNullable<RoleCard['agreed']>, 'at'> | null
}

/** Every role, closed ones too, by title, with what a list says of it on the day. */
export async function listRoleCards(db: Db, on: string): Promise<RoleCard[]> {
  const { rows } = await sql<Row>`
    select r.id, r.title, r.purpose, r.team_id as "teamId", r.made_at as "madeAt", r.closed_at as "closedAt", r.version,
      r.made_by as "madeBy", t.name as team,
      (select count(distinct o.person_id)::int from role_post rp
        join post o on o.organization_id = rp.organization_id and o.id = rp.post_id
        where rp.organization_id = r.organization_id and rp.role_id = r.id and ${onDay('o', sql`${on}::date`)}) as holders,
      latest.agreed_at as "agreedAt",
      case when latest.id is not null then json_build_object('id', latest.id, 'number', latest.number, 'needs', coalesce((
        select json_agg(json_build_object('must', q.must, 'importance', q.importance, 'words', q.words) order by q.position)
        from role_requirement q where q.organization_id = r.organization_id and q.profile_id = latest.id), '[]')) end as latest,
      (select json_build_object('id', d.id, 'number', d.number) from role_profile d
        where d.organization_id = r.organization_id and d.role_id = r.id and d.agreed_at is null) as draft,
      (select json_build_object('open', count(*) filter (where a.closed_at is null),
          'closed', count(*) filter (where a.closed_at is not null)) from role_analysis a
        where a.organization_id = r.organization_id and a.role_id = r.id) as analyses
    from role r
    left join team t on t.organization_id = r.organization_id and t.id = r.team_id
    left join lateral (select p.id, p.number, p.agreed_at from role_profile p
      where p.organization_id = r.organization_id and p.role_id = r.id and p.agreed_at is not null
      order by p.number desc limit 1) latest on true
    where r.organization_id = ${db.organizationId} order by lower(r.title), r.id`.execute(db)
  return rows.map(({ agreedAt, latest, ...row }) => ({
    ...row,
    agreed: latest && agreedAt && { ...latest, at: agreedAt },
  }))
}
