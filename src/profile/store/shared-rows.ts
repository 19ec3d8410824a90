import { sql } from 'kysely'
import type { Db } from '#schema.ts'

/** One thing that a person shares with another, now. */
export interface SharedRow {
  kind: 'level' | 'story' | 'evidence' | 'activity'
  /** Of a level. */
  framework: string | null
  competency: string | null
  /** The id of anything else. */
  thing: string | null
}

/** What one person shares with another by name: neither taken back nor expired. */
export async function listRowsSharedWith(
  db: Db,
  viewer: { personId: string; at: Date },
  personId: string,
): Promise<SharedRow[]> {
  const { rows } = await sql<SharedRow>`
    select distinct r.kind, r.framework_id as framework, r.competency_key as competency, r.thing_id as thing
    from profile_share_with w
    join profile_share s on s.organization_id = w.organization_id and s.id = w.share_id
    join profile_share_row r on r.organization_id = s.organization_id and r.share_id = s.id
    where w.organization_id = ${db.organizationId} and w.person_id = ${viewer.personId} and s.person_id = ${personId}
      and s.revoked_at is null and (s.expires_at is null or s.expires_at > ${viewer.at})`.execute(db)
  return rows
}

/** Whether a level is among them. */
export function sharesLevel(rows: readonly SharedRow[], framework: string, competency: string): boolean {
  return rows.some(
    (row) => row.kind === 'level' && row.framework === framework && row.competency === competency,
  )
}
