import { sql } from 'kysely'
import type { Db, Tx } from '#schema.ts'
import { TOPICS, type Topic } from '../kit/rules/topics.ts'

/** The organisation's own list for a jurisdiction; empty: it has none, and Sightline's holds. */
export async function listOwnTopics(db: Db, jurisdiction: string): Promise<(Topic & { id: string })[]> {
  const { rows } = await sql<Topic & { id: string }>`
    select id, words, says from unlawful_topic
    where organization_id = ${db.organizationId} and jurisdiction = ${jurisdiction}
    order by says, id`.execute(db)
  return rows
}

/** What holds in a jurisdiction: the organisation's own list, or Sightline's. */
export async function topicsFor(db: Db, jurisdiction: string): Promise<Topic[]> {
  const own = await listOwnTopics(db, jurisdiction)
  return own.length > 0 ? own : (TOPICS[jurisdiction] ?? [])
}

/** From now on this is the organisation's list; none: Sightline's holds again. */
export async function replaceTopics(
  tx: Tx,
  jurisdiction: string,
  topics: readonly (Topic & { id: string })[],
): Promise<void> {
  await sql`
    delete from unlawful_topic
    where organization_id = ${tx.organizationId} and jurisdiction = ${jurisdiction}`.execute(tx)
  await sql`
    insert into unlawful_topic (organization_id, jurisdiction, id, words, says)
    select ${tx.organizationId}::uuid, ${jurisdiction}, t.id, t.words, t.says
    from jsonb_to_recordset(${JSON.stringify(topics)}::jsonb) as t (id uuid, words text[], says text)`.execute(
    tx,
  )
}
