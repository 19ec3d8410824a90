import { sql } from 'kysely'
import type { Db, Tx } from '#schema.ts'
import type { Consensus } from '../rating/consensus.ts'

/** Everything that was agreed in a vacancy, in the order of its chain. For actions alone, which ask who may see it. */
export async function listConsensus(db: Db, vacancyId: string): Promise<Consensus[]> {
  const { rows } = await sql<Consensus>`
    select o.id, o.candidate_id as "candidateId", o.question_id as question, o.rating, o.level_key as level, o.months,
      o.reason, o.made_by as "madeBy", o.made_at as "madeAt", o.seal_number as "sealNumber"
    from consensus o
    join candidate c on c.organization_id = o.organization_id and c.id = o.candidate_id
    where o.organization_id = ${db.organizationId} and c.vacancy_id = ${vacancyId}
    order by o.seal_number`.execute(db)
  return rows
}

export async function insertConsensus(tx: Tx, one: Consensus): Promise<void> {
  await tx
    .insertInto('consensus')
    .values({
      ...{ organization_id: tx.organizationId, id: one.id, candidate_id: one.candidateId },
      ...{ question_id: one.question, rating: one.rating, level_key: one.level, months: one.months },
      ...{ reason: one.reason, made_by: one.madeBy, made_at: one.madeAt, seal_number: one.sealNumber },
    })
    .execute()
}
