import type { ColumnType, JSONColumnType } from 'kysely'
import type { Db, Tx } from '#schema.ts'
import type { Judgement, ProposalState } from './judgement.ts'
import type { KeptReading } from './model.ts'

/** The tables of migrations/0007-translate.sql. */
export interface TranslateTables {
  translate_judgement: {
    organization_id: string
    id: string
    framework_id: string
    person_id: string
    made_at: ColumnType<Date, Date, never>
    backend: string
    said: JSONColumnType<KeptReading>
    alone: JSONColumnType<KeptReading>
    competency_key: string
    level_key: string | null
    text: string | null
  }
  translate_proposal: {
    organization_id: string
    id: string
    judgement_id: string
    framework_id: string
    text: string
    competency_key: string
    level_key: string | null
    state: ProposalState
    proposed_by: string
    proposed_at: ColumnType<Date, Date, never>
    settled_by: string | null
    settled_at: ColumnType<Date | null, Date | null, Date | null>
    answer: string | null
  }
  translate_vector: {
    organization_id: string
    backend: string
    content: string
    meaning: Buffer
    wording: Buffer
  }
  translate_endpoint: {
    organization_id: string
    base_url: string
    model: string
    sealed_key: string | null
    consent: string
    agreed_by: string | null
    agreed_at: ColumnType<Date, Date, Date>
  }
}

const judgements = (db: Db) =>
  db
    .selectFrom('translate_judgement')
    .select(['id', 'framework_id as frameworkId', 'person_id as personId', 'made_at as madeAt', 'backend'])
    .select(['said', 'alone', 'competency_key as competency', 'level_key as level', 'text'])
    .where('organization_id', '=', db.organizationId)

/** Of one framework, by everybody, the oldest first. */
export function listJudgements(db: Db, frameworkId: string): Promise<Judgement[]> {
  return judgements(db).where('framework_id', '=', frameworkId).orderBy('made_at').orderBy('id').execute()
}

/** Of one person, the newest first; 200 at most. */
export function listJudgementsOf(db: Db, personId: string): Promise<Judgement[]> {
  return judgements(db)
    .where('person_id', '=', personId)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .limit(200)
    .execute()
}

/** The person's own; undefined for somebody else's too. */
export function findJudgementOf(db: Db, personId: string, id: string): Promise<Judgement | undefined> {
  return judgements(db).where('person_id', '=', personId).where('id', '=', id).executeTakeFirst()
}

export async function insertJudgement(tx: Tx, one: Judgement): Promise<void> {
  await tx
    .insertInto('translate_judgement')
    .values({
      organization_id: tx.organizationId,
      ...{ id: one.id, framework_id: one.frameworkId, person_id: one.personId, made_at: one.madeAt },
      ...{ backend: one.backend, said: JSON.stringify(one.said), alone: JSON.stringify(one.alone) },
      ...{ competency_key: one.competency, level_key: one.level, text: one.text },
    })
    .execute()
}

/** With the proposal that was made of it, and so with the example. */
export async function deleteJudgement(tx: Tx, id: string): Promise<void> {
  await tx
    .deleteFrom('translate_judgement')
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', id)
    .execute()
}

/** The person's words of this judgement, which then is no example any more. */
export async function forgetWords(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('translate_judgement')
    .set({ text: null })
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', id)
    .execute()
}

/** What a person has kept for their own translations with a framework, the newest first. */
export async function listOwnExamples(db: Db, personId: string, frameworkId: string) {
  const rows = await db
    .selectFrom('translate_judgement')
    .select(['text', 'competency_key as competency', 'level_key as level'])
    .where('organization_id', '=', db.organizationId)
    .where('person_id', '=', personId)
    .where('framework_id', '=', frameworkId)
    .where('text', 'is not', null)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(({ text, ...cell }) => ({ text: text ?? '', ...cell }))
}

/** How many judgements each framework has, by its name in links. */
export async function countJudgements(db: Db): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('translate_judgement as j')
    .innerJoin('framework as f', (join) =>
      join.onRef('f.organization_id', '=', 'j.organization_id').onRef('f.id', '=', 'j.framework_id'),
    )
    .select((e) => ['f.slug', e.fn.countAll<string>().as('count')])
    .where('j.organization_id', '=', db.organizationId)
    .groupBy('f.slug')
    .execute()
  return new Map(rows.map(({ slug, count }) => [slug, Number(count)]))
}
