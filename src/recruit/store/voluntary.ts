/** Voluntary answers: read by the one who gave them, and by the fairness report in counts. No query joins them to a score. */
import { sql } from 'kysely'
import type { Db, Tx } from '#schema.ts'

/** The candidate's own answers by dimension, for themselves alone. */
export async function ownAnswers(db: Db, candidateId: string): Promise<Record<string, string>> {
  const { rows } = await sql<{ dimension: string; answer: string }>`
    select dimension, answer from candidate_voluntary
    where organization_id = ${db.organizationId} and candidate_id = ${candidateId} order by dimension`.execute(
    db,
  )
  return Object.fromEntries(rows.map(({ dimension, answer }) => [dimension, answer]))
}

/** These answers stand in the place of what was said before. */
export async function putAnswers(
  tx: Tx,
  candidateId: string,
  answers: Record<string, string>,
): Promise<void> {
  await sql`
    delete from candidate_voluntary
    where organization_id = ${tx.organizationId} and candidate_id = ${candidateId}`.execute(tx)
  await sql`
    insert into candidate_voluntary (organization_id, candidate_id, dimension, answer)
    select ${tx.organizationId}::uuid, ${candidateId}::uuid, given.key, given.value
    from jsonb_each_text(${JSON.stringify(answers)}::jsonb) as given`.execute(tx)
}
