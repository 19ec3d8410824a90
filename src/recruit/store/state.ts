import { sql } from 'kysely'
import type { Tx } from '#schema.ts'
import type { VacancyState } from '../model.ts'

/** The vacancy goes on to a state, if it is in one of these now. */
export async function setState(
  tx: Tx,
  vacancyId: string,
  state: VacancyState,
  from: readonly VacancyState[],
): Promise<void> {
  await sql`
    update vacancy set state = ${state}, version = version + 1
    where organization_id = ${tx.organizationId} and id = ${vacancyId} and state = any(${from}::text[])`.execute(
    tx,
  )
}
