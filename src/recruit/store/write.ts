import { sql } from 'kysely'
import type { Tx } from '#schema.ts'
import type { Criterion, Question, Vacancy } from '../model.ts'
import type { VacancyInput } from '../vacancy.ts'

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

/** Puts questions into the kit; `orderQuestions` says in which order they stand. */
export async function insertQuestions(
  tx: Tx,
  vacancyId: string,
  questions: readonly (QuestionRow & { anchorIds: readonly string[] })[],
): Promise<void> {
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

/** Takes questions out of the kit. */
export async function deleteQuestions(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`
    delete from vacancy_question where organization_id = ${tx.organizationId} and id = any(${ids}::uuid[])`.execute(
    tx,
  )
}

/** The questions stand in this order from now on, for every candidate. */
export async function orderQuestions(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`
    update vacancy_question q set position = given.place
    from unnest(${ids}::uuid[]) with ordinality as given (id, place)
    where q.organization_id = ${tx.organizationId} and q.id = given.id`.execute(tx)
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

/** From this moment on the kit stays as it is. */
export async function fixVacancy(tx: Tx, id: string, at: Date): Promise<void> {
  await sql`
    update vacancy set fixed_at = ${at}, version = version + 1
    where organization_id = ${tx.organizationId} and id = ${id}`.execute(tx)
}

/** The kit may change again. */
export async function unfixVacancy(tx: Tx, id: string): Promise<void> {
  await sql`
    update vacancy set fixed_at = null, version = version + 1
    where organization_id = ${tx.organizationId} and id = ${id}`.execute(tx)
}

/** How many scorecards have been begun in a vacancy; the vacancy is held, so that none is begun meanwhile by who holds it too. */
export async function countCards(tx: Tx, vacancyId: string): Promise<number> {
  await sql`select from vacancy where organization_id = ${tx.organizationId} and id = ${vacancyId} for update`.execute(
    tx,
  )
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from scorecard s
    join candidate c on c.organization_id = s.organization_id and c.id = s.candidate_id
    where s.organization_id = ${tx.organizationId} and c.vacancy_id = ${vacancyId}`.execute(tx)
  return rows[0]?.count ?? 0
}

/** What is assessed, and the weight of each. */
export async function setWeights(
  tx: Tx,
  vacancyId: string,
  criteria: readonly Pick<Criterion, 'id' | 'weight'>[],
): Promise<void> {
  await sql`
    update vacancy_criterion c set weight = given.weight, assessed = given.weight is not null
    from jsonb_to_recordset(${JSON.stringify(criteria)}::jsonb) as given (id uuid, weight smallint)
    where c.organization_id = ${tx.organizationId} and c.vacancy_id = ${vacancyId} and c.id = given.id`.execute(
    tx,
  )
}

/** A question with its anchors as they are to stand; its place stays. */
export async function updateQuestion(
  tx: Tx,
  question: QuestionRow,
  anchorIds: readonly string[],
): Promise<void> {
  const { id, kind, text, probes, askedBy, source, bankId, anchors } = question
  await sql`
    update vacancy_question set kind = ${kind}, text = ${text}, probes = ${probes}, asked_by = ${askedBy},
      source = ${source}, bank_id = ${bankId}
    where organization_id = ${tx.organizationId} and id = ${id}`.execute(tx)
  await sql`delete from question_anchor where organization_id = ${tx.organizationId} and question_id = ${id}`.execute(
    tx,
  )
  const rows = anchors.map((anchor, i) => ({ ...anchor, id: anchorIds[i] }))
  await sql`
    insert into question_anchor (organization_id, id, question_id, from_point, to_point, label, texts, level_key)
    select ${tx.organizationId}::uuid, a.id, ${id}::uuid, a."from", a."to", a.label, a.texts, a.level
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as a (id uuid, "from" smallint, "to" smallint, label text,
      texts text[], level text)`.execute(tx)
}

/** Somebody of the panel has gone through its preparation; the first time counts. */
export async function writePrepared(
  tx: Tx,
  { vacancyId, personId, at }: { vacancyId: string; personId: string; at: Date },
): Promise<void> {
  await sql`
    update vacancy_panel set prepared_at = coalesce(prepared_at, ${at})
    where organization_id = ${tx.organizationId} and vacancy_id = ${vacancyId} and person_id = ${personId}`.execute(
    tx,
  )
}

/** Who asks which question. */
export async function setAskers(
  tx: Tx,
  askers: readonly { id: string; askedBy: string | null }[],
): Promise<void> {
  await sql`
    update vacancy_question q set asked_by = given."askedBy"
    from jsonb_to_recordset(${JSON.stringify(askers)}::jsonb) as given (id uuid, "askedBy" uuid)
    where q.organization_id = ${tx.organizationId} and q.id = given.id`.execute(tx)
}

/** What is said of a vacancy, when `seen` is still its version. False: somebody else has changed it since. */
export async function updateVacancy(
  tx: Tx,
  { id, seen, input }: { id: string; seen: number; input: VacancyInput },
): Promise<boolean> {
  const { title, purpose, places, applyUntil, decideBy, keepMonths, questionsBefore, jurisdiction } = input
  const { numUpdatedRows } = await tx
    .updateTable('vacancy')
    .set({
      ...{ title, purpose, places, jurisdiction, version: seen + 1 },
      ...{ apply_until: applyUntil, decide_by: decideBy, keep_months: keepMonths },
      questions_before: questionsBefore,
    })
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', id)
    .where('version', '=', seen)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
