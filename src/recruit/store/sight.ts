import { sql } from 'kysely'
import type { Db, Tx } from '#schema.ts'

/** Remembers that somebody has seen what others gave these candidates. */
export async function insertSights(
  tx: Tx,
  { personId, candidateIds, at }: { personId: string; candidateIds: readonly string[]; at: Date },
): Promise<void> {
  await sql`
    insert into scorecard_sight (organization_id, candidate_id, person_id, seen_at)
    select ${tx.organizationId}::uuid, candidate, ${personId}::uuid, ${at}::timestamptz
    from unnest(${candidateIds}::uuid[]) as candidate
    on conflict do nothing`.execute(tx)
}

/** Whether somebody has seen what others gave the candidate before giving anything themselves. */
export async function hasSight(
  db: Db,
  { candidateId, personId }: { candidateId: string; personId: string },
): Promise<boolean> {
  const { rows } = await sql`
    select from scorecard_sight
    where organization_id = ${db.organizationId} and candidate_id = ${candidateId} and person_id = ${personId}`.execute(
    db,
  )
  return rows.length > 0
}

/** Who has seen what others gave a candidate of the vacancy before giving anything themselves. */
export async function listSights(
  db: Db,
  vacancyId: string,
): Promise<{ candidateId: string; personId: string }[]> {
  const { rows } = await sql<{ candidateId: string; personId: string }>`
    select s.candidate_id as "candidateId", s.person_id as "personId" from scorecard_sight s
    join candidate c on c.organization_id = s.organization_id and c.id = s.candidate_id
    where s.organization_id = ${db.organizationId} and c.vacancy_id = ${vacancyId}`.execute(db)
  return rows
}
