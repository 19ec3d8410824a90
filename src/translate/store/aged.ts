import { sql } from 'kysely'
import type { Db, Tx } from '#schema.ts'

/** Judgements this old with words that nobody else uses, and proposals of the like that were not accepted. */
const aged = (db: Db, before: Date) => sql`from translate_judgement j
  where j.organization_id = ${db.organizationId} and j.made_at < ${before} and j.text is not null`

/** How many judgements still hold somebody's own words and are older than this. */
export async function countAgedWords(db: Db, before: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count ${aged(db, before)}`.execute(db)
  return rows[0]?.count ?? 0
}

/**
 * The words of such judgements go, and with them proposals that were not accepted. That somebody judged, and how, stays for
 * the figures; so do accepted examples, which a steward has looked at. Gives how many words went.
 */
export async function forgetAgedWords(tx: Tx, before: Date): Promise<number> {
  await sql`delete from translate_proposal p
    where p.organization_id = ${tx.organizationId} and p.state <> 'accepted'
      and p.judgement_id in (select j.id ${aged(tx, before)})`.execute(tx)
  const { numAffectedRows } = await sql`update translate_judgement set text = null
    where organization_id = ${tx.organizationId} and id in (select j.id ${aged(tx, before)})`.execute(tx)
  return Number(numAffectedRows ?? 0)
}
