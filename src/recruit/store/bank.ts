import { sql } from 'kysely'
import type { Db } from '#schema.ts'
import type { BankQuestion } from '../suggest.ts'

/** The organisation's own questions for a competency that are still offered, the newest first. */
export async function listBankQuestions(
  db: Db,
  { framework, competency }: { framework: string; competency: string },
): Promise<BankQuestion[]> {
  const { rows } = await sql<BankQuestion>`
    select id, kind, text, probes from question_bank
    where organization_id = ${db.organizationId} and framework_id = ${framework} and competency_key = ${competency}
      and retired_at is null
    order by made_at desc, id`.execute(db)
  return rows
}
