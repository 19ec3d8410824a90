import { sql } from 'kysely'
import type { Db, Tx } from '#schema.ts'
import type { QuestionKind } from '../model.ts'
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

export interface NewBankQuestion {
  id: string
  framework: string
  competency: string
  kind: QuestionKind
  text: string
  probes: string[]
  madeBy: string | null
  madeAt: Date
}

/** Keeps a question for other vacancies; the same words for the same competency are kept once. */
export async function insertBankQuestion(tx: Tx, question: NewBankQuestion): Promise<void> {
  const { id, framework, competency, kind, text, probes, madeBy, madeAt } = question
  await sql`
    insert into question_bank (organization_id, id, framework_id, competency_key, kind, text, probes, made_by, made_at)
    select ${tx.organizationId}::uuid, ${id}::uuid, ${framework}::uuid, ${competency}, ${kind}, ${text}, ${probes}::text[],
      ${madeBy}::uuid, ${madeAt}::timestamptz
    where not exists (select from question_bank there where there.organization_id = ${tx.organizationId}
      and there.framework_id = ${framework}::uuid and there.competency_key = ${competency} and there.text = ${text}
      and there.retired_at is null)`.execute(tx)
}
