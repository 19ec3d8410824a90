import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '#schema.ts'
import type { Activity, Answer, StatementAnswer, Workbook } from '../model.ts'

const WORKBOOK = sql`w.id, w.person_id as "personId", w.framework_id as "frameworkId", w.started_at as "startedAt",
  w.changed_at as "changedAt", w.finished_at as "finishedAt", w.mixed`

async function workbooksWhere(db: Db, condition: RawBuilder<unknown>): Promise<Workbook[]> {
  const { rows } = await sql<Workbook>`
    select ${WORKBOOK} from workbook w where w.organization_id = ${db.organizationId} and ${condition}
    order by w.started_at desc, w.id`.execute(db)
  return rows
}

/** All rounds of a person, the latest first. */
export function listWorkbooks(db: Db, personId: string): Promise<Workbook[]> {
  return workbooksWhere(db, sql`w.person_id = ${personId}`)
}

/** The person's own; undefined for somebody else's too. */
export async function findWorkbook(db: Db, personId: string, id: string): Promise<Workbook | undefined> {
  return (await workbooksWhere(db, sql`w.person_id = ${personId} and w.id = ${id}`))[0]
}

/** `findWorkbook`, and nobody else changes it before this transaction ends. */
export async function holdWorkbook(tx: Tx, personId: string, id: string): Promise<Workbook | undefined> {
  await sql`
    select from workbook where organization_id = ${tx.organizationId} and id = ${id} for update`.execute(tx)
  return findWorkbook(tx, personId, id)
}

/** The round that the person is answering; undefined when there is none. */
export async function findOpenWorkbook(
  db: Db,
  personId: string,
  frameworkId: string,
): Promise<Workbook | undefined> {
  const open = sql`w.person_id = ${personId} and w.framework_id = ${frameworkId} and w.finished_at is null`
  return (await workbooksWhere(db, open))[0]
}

/** In the order in which they were given. */
export async function answersOf(db: Db, workbookId: string): Promise<StatementAnswer[]> {
  const { rows } = await sql<StatementAnswer>`
    select statement_id as "statementId", text, competency_key as competency, also, level_key as level, answer,
      answered_at as "answeredAt"
    from workbook_answer where organization_id = ${db.organizationId} and workbook_id = ${workbookId}
    order by answered_at, statement_id`.execute(db)
  return rows
}

/** In the order in which they were written. */
export async function activitiesOf(db: Db, workbookId: string): Promise<Activity[]> {
  const { rows } = await sql<Activity>`
    select id, text, competency_key as competency, level_key as level, answer, placed_by as "placedBy",
      made_at as "madeAt"
    from workbook_activity where organization_id = ${db.organizationId} and workbook_id = ${workbookId}
    order by made_at, id`.execute(db)
  return rows
}

/** How many statements each of a person's rounds has answered; rounds without an answer are left out. */
export async function countAnswers(db: Db, personId: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; count: number }>`
    select a.workbook_id as id, count(*)::int as count
    from workbook_answer a join workbook w on w.organization_id = a.organization_id and w.id = a.workbook_id
    where a.organization_id = ${db.organizationId} and w.person_id = ${personId}
    group by a.workbook_id`.execute(db)
  return new Map(rows.map(({ id, count }) => [id, count]))
}

export async function insertWorkbook(tx: Tx, one: Workbook): Promise<void> {
  await tx
    .insertInto('workbook')
    .values({
      ...{ organization_id: tx.organizationId, id: one.id, person_id: one.personId },
      ...{ framework_id: one.frameworkId, started_at: one.startedAt, changed_at: one.changedAt },
      ...{ finished_at: one.finishedAt, mixed: one.mixed },
    })
    .execute()
}

/** The round as it now is: when it changed, whether it is finished, in which order it asks. */
export async function updateWorkbook(
  tx: Tx,
  { id, changedAt, finishedAt, mixed }: Pick<Workbook, 'id' | 'changedAt' | 'finishedAt' | 'mixed'>,
): Promise<void> {
  await tx
    .updateTable('workbook')
    .set({ changed_at: changedAt, finished_at: finishedAt, mixed })
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', id)
    .execute()
}

/** With its answers and activities, and the levels that rest on it. */
export async function deleteWorkbook(tx: Tx, id: string): Promise<void> {
  await tx
    .deleteFrom('workbook')
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', id)
    .execute()
}

/** Puts answers in, in the place of those that were there. An answer that stays the same keeps its time. */
export async function putAnswers(
  tx: Tx,
  workbookId: string,
  answers: readonly StatementAnswer[],
): Promise<void> {
  if (answers.length === 0) return
  await sql`
    insert into workbook_answer (organization_id, workbook_id, statement_id, text, competency_key, also, level_key, answer,
      answered_at)
    select ${tx.organizationId}::uuid, ${workbookId}::uuid, a."statementId", a.text, a.competency, a.also, a.level,
      a.answer, a."answeredAt"
    from jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) as a ("statementId" uuid, text text, competency text,
      also text[], level text, answer text, "answeredAt" timestamptz)
    on conflict (organization_id, workbook_id, statement_id) do update set text = excluded.text,
      competency_key = excluded.competency_key, also = excluded.also, level_key = excluded.level_key,
      answer = excluded.answer, answered_at = excluded.answered_at
    where workbook_answer.answer <> excluded.answer`.execute(tx)
}

/** The statements have no answer any more, which is not "no". */
export async function deleteAnswers(
  tx: Tx,
  workbookId: string,
  statements: readonly string[],
): Promise<void> {
  if (statements.length === 0) return
  await tx
    .deleteFrom('workbook_answer')
    .where('organization_id', '=', tx.organizationId)
    .where('workbook_id', '=', workbookId)
    .where('statement_id', 'in', [...statements])
    .execute()
}

/** Writes an activity, or puts it anew in the place of the one with its id. */
export async function putActivity(tx: Tx, workbookId: string, one: Activity): Promise<void> {
  const place = { competency_key: one.competency, level_key: one.level, placed_by: one.placedBy }
  await tx
    .insertInto('workbook_activity')
    .values({
      ...{ organization_id: tx.organizationId, id: one.id, workbook_id: workbookId, text: one.text },
      ...{ ...place, answer: one.answer as Exclude<Answer, 'not'>, made_at: one.madeAt },
    })
    .onConflict((conflict) =>
      conflict
        .columns(['organization_id', 'id'])
        .doUpdateSet({ text: one.text, ...place, answer: one.answer }),
    )
    .execute()
}

export async function deleteActivity(tx: Tx, workbookId: string, id: string): Promise<void> {
  await tx
    .deleteFrom('workbook_activity')
    .where('organization_id', '=', tx.organizationId)
    .where('workbook_id', '=', workbookId)
    .where('id', '=', id)
    .execute()
}
