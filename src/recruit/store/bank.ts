import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '#schema.ts'
import type { BankedQuestion, BankVersion } from '../kit/bank.ts'
import type { BankQuestion } from '../kit/suggest.ts'
import type { QuestionKind } from '../model.ts'

interface About {
  framework: string
  competency: string
}

/** The organisation's own questions for a competency that are still offered, the newest first. */
export async function listBankQuestions(db: Db, { framework, competency }: About): Promise<BankQuestion[]> {
  const { rows } = await sql<BankQuestion>`
    select id, kind, text, probes from question_bank
    where organization_id = ${db.organizationId} and framework_id = ${framework} and competency_key = ${competency}
      and retired_at is null
    order by made_at desc, id`.execute(db)
  return rows
}

/** Every question as it is worded today, by framework and competency, the newest first. */
export function listBank(db: Db): Promise<BankedQuestion[]> {
  return bankWhere(db, sql`true`)
}

/** Undefined: there is no such question. */
export async function findBanked(db: Db, id: string): Promise<BankedQuestion | undefined> {
  return (await bankWhere(db, sql`b.family = ${id}`))[0]
}

async function bankWhere(db: Db, condition: RawBuilder<unknown>): Promise<BankedQuestion[]> {
  const { rows } = await sql<BankedQuestion>`
    select b.family as id, b.number, b.framework_id as framework, f.title as "frameworkTitle",
      b.competency_key as competency, nullif(concat_ws(' ', c.code, c.name), '') as "competencyName", b.kind, b.text, b.probes, p.name as "madeBy",
      b.made_at as "madeAt", b.retired_at as "retiredAt",
      coalesce((select json_agg(json_build_object('vacancy', v.id, 'title', v.title, 'number', asked.number)
          order by v.made_at desc, v.id)
        from question_bank asked
        join vacancy_question q on q.organization_id = asked.organization_id and q.bank_id = asked.id
        join vacancy v on v.organization_id = q.organization_id and v.id = q.vacancy_id
        where asked.organization_id = b.organization_id and asked.family = b.family), '[]') as uses
    from question_bank b
    join framework f on f.organization_id = b.organization_id and f.id = b.framework_id
    left join competency c on c.organization_id = b.organization_id and c.framework_id = b.framework_id
      and c.key = b.competency_key
    left join person p on p.organization_id = b.organization_id and p.id = b.made_by
    where b.organization_id = ${db.organizationId} and ${condition}
      and not exists (select from question_bank later where later.organization_id = b.organization_id
        and later.family = b.family and later.number > b.number)
    order by f.title, c.position, b.competency_key, b.made_at desc, b.id`.execute(db)
  return rows
}

/** All wordings of a question, the newest first. */
export async function listBankVersions(db: Db, id: string): Promise<BankVersion[]> {
  const { rows } = await sql<BankVersion>`
    select b.number, b.kind, b.text, b.probes, p.name as "madeBy", b.made_at as "madeAt"
    from question_bank b
    left join person p on p.organization_id = b.organization_id and p.id = b.made_by
    where b.organization_id = ${db.organizationId} and b.family = ${id}
    order by b.number desc`.execute(db)
  return rows
}

/** Every competency of every framework, by the framework's title, in the framework's order. */
export async function listAbouts(
  db: Db,
): Promise<(About & { frameworkTitle: string; code: string | null; name: string })[]> {
  const { rows } = await sql<About & { frameworkTitle: string; code: string | null; name: string }>`
    select f.id as framework, f.title as "frameworkTitle", c.key as competency, c.code, c.name
    from framework f join competency c on c.organization_id = f.organization_id and c.framework_id = f.id
    where f.organization_id = ${db.organizationId}
    order by lower(f.title), f.slug, c.position`.execute(db)
  return rows
}

export interface NewBankQuestion extends About {
  id: string
  /** The question that this is a version of; its own id for the first. */
  family: string
  number: number
  kind: QuestionKind
  text: string
  probes: string[]
  madeBy: string | null
  madeAt: Date
}

/** Keeps a question, or the next version of one. */
export async function insertBankQuestion(tx: Tx, question: NewBankQuestion): Promise<void> {
  const { id, family, number, framework, competency, kind, text, probes, madeBy, madeAt } = question
  await tx
    .insertInto('question_bank')
    .values({
      ...{
        organization_id: tx.organizationId,
        id,
        family,
        number,
        framework_id: framework,
        kind,
        text,
        probes,
      },
      ...{ competency_key: competency, made_by: madeBy, made_at: madeAt, retired_at: null },
    })
    .execute()
}

/** The wording of these words for the competency: one that is offered rather than one that is not. Null: there is none. */
export async function findWording(
  db: Db,
  { framework, competency }: About,
  text: string,
): Promise<{ id: string; family: string; isOffered: boolean } | null> {
  const { rows } = await sql<{ id: string; family: string; isOffered: boolean }>`
    select id, family, retired_at is null as "isOffered" from question_bank
    where organization_id = ${db.organizationId} and framework_id = ${framework} and competency_key = ${competency}
      and text = ${text}
    order by retired_at is null desc, made_at desc, id limit 1`.execute(db)
  return rows[0] ?? null
}

/** A version is not offered from this moment on; null: it is again. */
export async function setRetired(
  tx: Tx,
  { id, number }: Pick<BankedQuestion, 'id' | 'number'>,
  at: Date | null,
): Promise<void> {
  await sql`
    update question_bank set retired_at = ${at}
    where organization_id = ${tx.organizationId} and family = ${id} and number = ${number}`.execute(tx)
}
