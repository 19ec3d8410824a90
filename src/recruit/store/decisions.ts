import { sql } from 'kysely'
import type { Db, Tx } from '#schema.ts'
import type { Decision, Signature } from '../decision/decision.ts'

/**
 * Every decision of a vacancy, those that were replaced too, in the order of its chain. For actions alone, which ask who may see
 * what they stand on.
 */
export async function listDecisions(db: Db, vacancyId: string): Promise<Decision[]> {
  const { rows } = await sql<Decision>`
    select id, vacancy_id as "vacancyId", candidate_id as "candidateId", outcome, place, reason, despite, changes, basis,
      made_by as "madeBy", made_at as "madeAt", seal_number as "sealNumber"
    from hiring_decision where organization_id = ${db.organizationId} and vacancy_id = ${vacancyId}
    order by seal_number`.execute(db)
  return rows
}

export async function insertDecision(tx: Tx, one: Decision): Promise<void> {
  await tx
    .insertInto('hiring_decision')
    .values({
      ...{ organization_id: tx.organizationId, id: one.id, vacancy_id: one.vacancyId },
      ...{ candidate_id: one.candidateId, outcome: one.outcome, place: one.place, reason: one.reason },
      ...{ despite: one.despite, changes: one.changes, basis: JSON.stringify(one.basis) },
      ...{ made_by: one.madeBy, made_at: one.madeAt, seal_number: one.sealNumber },
    })
    .execute()
}

/** Every signature of a vacancy, those below an earlier decision too, in the order of its chain. */
export async function listSignatures(db: Db, vacancyId: string): Promise<Signature[]> {
  const { rows } = await sql<Signature>`
    select id, person_id as "personId", signed_at as "signedAt", dissent, up_to as "upTo", seal_number as "sealNumber"
    from decision_signature where organization_id = ${db.organizationId} and vacancy_id = ${vacancyId}
    order by seal_number`.execute(db)
  return rows
}

export async function insertSignature(tx: Tx, vacancyId: string, one: Signature): Promise<void> {
  await tx
    .insertInto('decision_signature')
    .values({
      ...{ organization_id: tx.organizationId, id: one.id, vacancy_id: vacancyId, person_id: one.personId },
      ...{
        signed_at: one.signedAt,
        dissent: one.dissent,
        up_to: one.upTo,
        seal_number: one.sealNumber,
      },
    })
    .execute()
}

/** The number of the vacancy's last seal; 0: nothing is sealed. `hold`: nobody seals until the end of the transaction. */
export async function lastSeal(db: Db | Tx, vacancyId: string, hold = false): Promise<number> {
  if (hold)
    await sql`select from vacancy where organization_id = ${db.organizationId} and id = ${vacancyId} for update`.execute(
      db,
    )
  const { rows } = await sql<{ number: number }>`
    select coalesce(max(number), 0)::int as number from recruit_seal
    where organization_id = ${db.organizationId} and vacancy_id = ${vacancyId}`.execute(db)
  return rows[0]?.number ?? 0
}
