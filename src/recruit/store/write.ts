import { sql } from 'kysely'
import type { Tx } from '#schema.ts'
import type { Criterion, Question, Vacancy } from '../model.ts'

/** A vacancy that was just made; nothing of it is fixed yet. */
export async function insertVacancy(
  tx: Tx,
  vacancy: Omit<Vacancy, 'version' | 'fixedAt' | 'link'>,
): Promise<void> {
  const { id, title, purpose, places, state, jurisdiction } = vacancy
  await tx
    .insertInto('vacancy')
    .values({
      ...{ organization_id: tx.organizationId, id, title, purpose, places, state, jurisdiction },
      ...{ role_id: vacancy.roleId, profile_id: vacancy.profileId, keep_months: vacancy.keepMonths },
      ...{ apply_until: vacancy.applyUntil, decide_by: vacancy.decideBy },
      ...{ questions_before: vacancy.questionsBefore, made_by: vacancy.madeBy, made_at: vacancy.madeAt },
      ...{ link: null, fixed_at: null },
    })
    .execute()
}

/** What the vacancy looks at, in this order. */
export async function insertCriteria(
  tx: Tx,
  vacancyId: string,
  criteria: readonly Criterion[],
): Promise<void> {
  const rows = criteria.map((one, position) => ({ ...one, position }))
  await sql`
    insert into vacancy_criterion (organization_id, id, vacancy_id, position, framework_id, competency_key, name,
      entry_level_key, level_key, months, must, assessed, weight)
    select ${tx.organizationId}::uuid, c.id, ${vacancyId}::uuid, c.position, c.framework, c.competency, c.name,
      c."entryLevel", c.level, c.months, c.must, c.weight is not null, c.weight
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as c (id uuid, position integer, framework uuid,
      competency text, name text, "entryLevel" text, level text, months smallint, must boolean, weight smallint)`.execute(
    tx,
  )
}

/** A question of the kit as it is to stand, at this place; with the bank's question that it was taken from. */
export type QuestionRow = Question & { bankId: string | null }

/** Writes the kit's questions in this order; those that were there before are gone. */
export async function replaceQuestions(
  tx: Tx,
  vacancyId: string,
  questions: readonly (QuestionRow & { anchorIds: readonly string[] })[],
): Promise<void> {
  await sql`
    delete from vacancy_question where organization_id = ${tx.organizationId} and vacancy_id = ${vacancyId}`.execute(
    tx,
  )
  const rows = questions.map((one, position) => ({ ...one, position }))
  await sql`
    insert into vacancy_question (organization_id, id, vacancy_id, criterion_id, position, kind, text, probes, asked_by,
      points, source, bank_id)
    select ${tx.organizationId}::uuid, q.id, ${vacancyId}::uuid, q.criterion, q.position, q.kind, q.text, q.probes,
      q."askedBy", q.points, q.source, q."bankId"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as q (id uuid, position integer, criterion uuid, kind text,
      text text, probes text[], "askedBy" uuid, points smallint, source text, "bankId" uuid)`.execute(tx)
  const anchors = questions.flatMap(({ id, anchors, anchorIds }) =>
    anchors.map((anchor, i) => ({ ...anchor, question: id, id: anchorIds[i] })),
  )
  await sql`
    insert into question_anchor (organization_id, id, question_id, from_point, to_point, label, texts, level_key)
    select ${tx.organizationId}::uuid, a.id, a.question, a."from", a."to", a.label, a.texts, a.level
    from jsonb_to_recordset(${JSON.stringify(anchors)}::jsonb) as a (id uuid, question uuid, "from" smallint,
      "to" smallint, label text, texts text[], level text)`.execute(tx)
}

/** Who sits on the panel, as it is to be from now on; those who are not named any more have left. */
export async function writePanel(
  tx: Tx,
  vacancyId: string,
  { members, chair, at }: { members: readonly string[]; chair: string | null; at: Date },
): Promise<void> {
  await sql`
    update vacancy_panel set left_at = ${at}
    where organization_id = ${tx.organizationId} and vacancy_id = ${vacancyId} and left_at is null
      and person_id <> all(${members}::uuid[])`.execute(tx)
  await sql`
    insert into vacancy_panel (organization_id, vacancy_id, person_id, is_chair)
    select ${tx.organizationId}::uuid, ${vacancyId}::uuid, person, person is not distinct from ${chair}::uuid
    from unnest(${members}::uuid[]) as person
    on conflict (organization_id, vacancy_id, person_id)
      do update set is_chair = excluded.is_chair, left_at = null`.execute(tx)
}
