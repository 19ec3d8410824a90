import { sql } from 'kysely'
import type { Db } from '#schema.ts'

/** A profile that is a draft, with its role and what it asks for already, as "framework/competency". */
export interface DraftProfile {
  id: string
  roleId: string
  role: string
  madeBy: string | null
  version: number
  has: string[]
}

/** Drafts of profiles of open roles, by role. */
export async function listDraftProfiles(db: Db): Promise<DraftProfile[]> {
  const { rows } = await sql<DraftProfile>`
    select p.id, p.role_id as "roleId", r.title as role, r.made_by as "madeBy", p.version,
      coalesce((select array_agg(q.framework_id || '/' || q.competency_key) from role_requirement q
        where q.organization_id = p.organization_id and q.profile_id = p.id), '{}') as has
    from role_profile p join role r on r.organization_id = p.organization_id and r.id = p.role_id
    where p.organization_id = ${db.organizationId} and p.agreed_at is null and r.closed_at is null
    order by lower(r.title), r.id`.execute(db)
  return rows
}
