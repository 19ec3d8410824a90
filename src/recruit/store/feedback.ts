import { sql } from 'kysely'
import type { Db, Tx } from '#schema.ts'
import type { Feedback } from '../feedback/feedback.ts'

export interface KeptFeedback {
  content: Feedback
  version: number
  changedBy: string | null
  changedAt: Date
  /** Set: it stays as it was sent. */
  sentAt: Date | null
}

/** Undefined: nothing was written. */
export async function findFeedback(db: Db, candidateId: string): Promise<KeptFeedback | undefined> {
  const { rows } = await sql<KeptFeedback>`
    select content, version, changed_by as "changedBy", changed_at as "changedAt", sent_at as "sentAt"
    from candidate_feedback where organization_id = ${db.organizationId} and candidate_id = ${candidateId}`.execute(
    db,
  )
  return rows[0]
}

interface Change {
  candidateId: string
  content: Feedback
  /** The version that it was made to; 0: there was none. */
  version: number
  by: string | null
  at: Date
}

/** False: somebody was first, or it is sent. */
export async function putFeedback(
  tx: Tx,
  { candidateId, content, version, by, at }: Change,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into candidate_feedback (organization_id, candidate_id, content, changed_by, changed_at)
    values (${tx.organizationId}, ${candidateId}, ${JSON.stringify(content)}::jsonb, ${by}, ${at})
    on conflict (organization_id, candidate_id) do update set content = excluded.content, changed_by = excluded.changed_by,
      changed_at = excluded.changed_at, version = candidate_feedback.version + 1
    where candidate_feedback.version = ${version} and candidate_feedback.sent_at is null`.execute(tx)
  return numAffectedRows === 1n
}

/** False: it has been changed since, or is sent already. */
export async function closeFeedback(
  tx: Tx,
  { candidateId, version, at }: { candidateId: string; version: number; at: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update candidate_feedback set sent_at = ${at} where organization_id = ${tx.organizationId}
      and candidate_id = ${candidateId} and version = ${version} and sent_at is null`.execute(tx)
  return numAffectedRows === 1n
}

export async function eraseFeedback(tx: Tx, candidateId: string): Promise<void> {
  await sql`delete from candidate_feedback
    where organization_id = ${tx.organizationId} and candidate_id = ${candidateId}`.execute(tx)
}
