import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#schema.ts'
import type { LevelsOf } from '../model.ts'

/** What the latest workbook of each framework says of a person: for the person alone. */
export async function listOwnLevels(db: Db, personId: string): Promise<LevelsOf[]> {
  const { rows } = await sql<LevelsOf>`
    select framework_id as framework, competency_key as competency, uses, can, stretch, firm, as_of as "asOf"
    from profile_level where organization_id = ${db.organizationId} and person_id = ${personId}`.execute(db)
  return rows
}

/**
 * What people share of their levels with one person, now: neither taken back nor expired. `people`: only of these. The
 * person's own levels are there without being shared.
 */
export async function listLevelsSharedWith(
  db: Db,
  viewer: { personId: string; at: Date },
  people: readonly string[],
): Promise<(LevelsOf & { person: string })[]> {
  const { rows } = await sql<LevelsOf & { person: string }>`
    select l.person_id as person, l.framework_id as framework, l.competency_key as competency,
      l.uses, l.can, l.stretch, l.firm, l.as_of as "asOf"
    from profile_level l
    where l.organization_id = ${db.organizationId} and l.person_id = any(${people}::uuid[])
      and (l.person_id = ${viewer.personId} or exists (${sharedLevel(db, viewer)}))`.execute(db)
  return rows
}

function sharedLevel(db: Db, { personId, at }: { personId: string; at: Date }): RawBuilder<unknown> {
  return sql`
    select from profile_share_with w
    join profile_share s on s.organization_id = w.organization_id and s.id = w.share_id
    join profile_share_row r on r.organization_id = s.organization_id and r.share_id = s.id
    where w.organization_id = ${db.organizationId} and w.person_id = ${personId}
      and s.person_id = l.person_id and s.revoked_at is null and (s.expires_at is null or s.expires_at > ${at})
      and r.kind = 'level' and r.framework_id = l.framework_id and r.competency_key = l.competency_key`
}
