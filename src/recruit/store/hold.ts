/**
 * Rows that are held until the end of a transaction, so that what was looked at is still so when it is sealed. Candidates are held
 * before their vacancy, everywhere: whoever does it the other way round may wait for somebody who waits for them.
 */
import { sql } from 'kysely'
import type { Tx } from '#schema.ts'

/** Nobody seals, fixes, opens or decides anything in the vacancy until the end of the transaction. */
export async function holdVacancy(tx: Tx, id: string): Promise<void> {
  await sql`select from vacancy where organization_id = ${tx.organizationId} and id = ${id} for update`.execute(
    tx,
  )
}

/** None of them withdraws, moves on or is erased until the end of the transaction. */
export async function holdCandidates(tx: Tx, vacancyId: string): Promise<void> {
  await sql`
    select from candidate where organization_id = ${tx.organizationId} and vacancy_id = ${vacancyId}
    order by id for update`.execute(tx)
}

/** Whoever holds the candidate or the vacancy waits for us, or we for them; others write beside us. */
export async function leanOn(
  tx: Tx,
  { vacancyId, candidateId }: { vacancyId: string; candidateId: string },
): Promise<void> {
  const ours = sql`organization_id = ${tx.organizationId}`
  await sql`select from candidate where ${ours} and id = ${candidateId} for key share`.execute(tx)
  await sql`select from vacancy where ${ours} and id = ${vacancyId} for key share`.execute(tx)
}
