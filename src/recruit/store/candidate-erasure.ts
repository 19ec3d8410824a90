/** What goes when a candidate is erased: all words; ratings and choices stay under a pseudonym, and the vacancy's chain holds. */
import { sql } from 'kysely'
import type { Tx } from '#schema.ts'
import { forgetSalts } from './chain.ts'
import { eraseFeedback } from './feedback.ts'
import { eraseOutcomes } from './outcomes.ts'

/**
 * Takes the name, the address and every word of and about the candidate away. Cards that were begun and never submitted go whole.
 * Of sealed texts the salt goes too, so that nobody can try words against their seals. Where a text stood stays known, since the
 * chain says it. Mails to the address that belong to nobody else go.
 */
export async function eraseCandidateRows(
  tx: Tx,
  id: string,
  { pseudonym, at }: { pseudonym: string; at: Date },
): Promise<void> {
  const where = sql`organization_id = ${tx.organizationId} and candidate_id = ${id}`
  const { rows } = await sql<{ id: string }>`
    select id from scorecard where ${where}
    union select id from consensus where ${where}
    union select id from hiring_decision where ${where}`.execute(tx)
  await sql`
    delete from mail m using candidate c where m.organization_id = ${tx.organizationId} and m.person_id is null
      and c.organization_id = m.organization_id and c.id = ${id} and lower(m.recipient) = lower(c.email)`.execute(
    tx,
  )
  await sql`delete from scorecard where ${where} and submitted_at is null`.execute(tx)
  await emptyWords(tx, id)
  await eraseOutcomes(tx, id)
  await eraseFeedback(tx, id)
  await sql`delete from interview where ${where}`.execute(tx)
  await forgetSalts(
    tx,
    rows.map((row) => row.id),
  )
  await sql`
    update candidate set name = ${pseudonym}, email = null, letter = null, accommodation = null, notice = '',
      page_hash = null, erased_at = ${at}
    where organization_id = ${tx.organizationId} and id = ${id}`.execute(tx)
}

async function emptyWords(tx: Tx, id: string): Promise<void> {
  const where = sql`organization_id = ${tx.organizationId} and candidate_id = ${id}`
  await sql`
    update scorecard_entry e set notes = left(notes, 0), skipped = left(skipped, 0), extra_probe = left(extra_probe, 0),
      quotes = '[]'
    where e.organization_id = ${tx.organizationId}
      and e.scorecard_id in (select id from scorecard where ${where})`.execute(tx)
  await sql`update consensus set reason = '' where ${where}`.execute(tx)
  await sql`update hiring_decision set reason = '', despite = left(despite, 0), changes = left(changes, 0) where ${where}`.execute(
    tx,
  )
}

/** What the voluntary answers counted for stays as numbers; the answers themselves go. */
export async function foldVoluntary(tx: Tx, id: string): Promise<void> {
  await sql`
    insert into candidate_count (organization_id, vacancy_id, dimension, answer, reached, refused, count)
    select c.organization_id, c.vacancy_id, q.dimension, q.answer, c.reached, c.stage = 'refused', 1
    from candidate c join candidate_voluntary q on q.organization_id = c.organization_id and q.candidate_id = c.id
    where c.organization_id = ${tx.organizationId} and c.id = ${id} and c.erased_at is null
      and (c.withdrawn_at is null or c.reached in ('offered', 'hired'))
    on conflict (organization_id, vacancy_id, dimension, answer, reached, refused)
      do update set count = candidate_count.count + 1`.execute(tx)
  await sql`
    delete from candidate_voluntary where organization_id = ${tx.organizationId} and candidate_id = ${id}`.execute(
    tx,
  )
}
