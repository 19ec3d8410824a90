import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '#schema.ts'
import type { Analysis, AnalysisCard, Settlement } from '../analysis.ts'
import type { IncumbentAnswers, JobStatement } from '../merge.ts'

/** The analyses of a role, the newest first, with who was asked and how far they are; never what they said. */
export function listAnalyses(db: Db, roleId: string): Promise<AnalysisCard[]> {
  return cardsWhere(db, sql`a.role_id = ${roleId}`)
}

/** Undefined: there is no such analysis. */
export async function findAnalysis(db: Db, id: string): Promise<AnalysisCard | undefined> {
  return (await cardsWhere(db, sql`a.id = ${id}`))[0]
}

/** Open analyses that the person is asked for and has not submitted. */
export async function listWaitingFor(
  db: Db,
  personId: string,
): Promise<{ id: string; roleId: string; role: string; answered: number }[]> {
  const { rows } = await sql<{ id: string; roleId: string; role: string; answered: number }>`
    select a.id, a.role_id as "roleId", r.title as role,
      (select count(*)::int from role_answer s where s.organization_id = i.organization_id
        and s.analysis_id = i.analysis_id and s.person_id = i.person_id) as answered
    from role_incumbent i
    join role_analysis a on a.organization_id = i.organization_id and a.id = i.analysis_id
    join role r on r.organization_id = a.organization_id and r.id = a.role_id
    where i.organization_id = ${db.organizationId} and i.person_id = ${personId}
      and i.submitted_at is null and a.closed_at is null and r.closed_at is null
    order by i.asked_at, a.id`.execute(db)
  return rows
}

async function cardsWhere(db: Db, condition: RawBuilder<unknown>): Promise<AnalysisCard[]> {
  const { rows } = await sql<AnalysisCard>`
    select a.id, a.role_id as "roleId", a.framework_id as "frameworkId", a.opened_at as "openedAt",
      a.closed_at as "closedAt", a.opened_by as "openedBy", a.erased, f.title as framework
    from role_analysis a join framework f on f.organization_id = a.organization_id and f.id = a.framework_id
    where a.organization_id = ${db.organizationId} and ${condition} order by a.opened_at desc, a.id`.execute(
    db,
  )
  const incumbents = await incumbentsOf(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({ ...row, incumbents: incumbents.get(row.id) ?? [] }))
}

type IncumbentRow = AnalysisCard['incumbents'][number] & { analysisId: string }

async function incumbentsOf(db: Db, ids: string[]): Promise<Map<string, AnalysisCard['incumbents']>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<IncumbentRow>`
    select i.analysis_id as "analysisId", i.person_id as "personId", p.name, i.months, i.asked_at as "askedAt",
      i.submitted_at as "submittedAt", coalesce(p.ends_on < current_date, false) as "hasLeft",
      (select count(*)::int from role_answer s where s.organization_id = i.organization_id
        and s.analysis_id = i.analysis_id and s.person_id = i.person_id) as answered
    from role_incumbent i join person p on p.organization_id = i.organization_id and p.id = i.person_id
    where i.organization_id = ${db.organizationId} and i.analysis_id = any(${ids}::uuid[])
    order by i.months nulls last, p.folded, p.id`.execute(db)
  const found = Map.groupBy(rows, ({ analysisId }) => analysisId)
  return new Map(
    [...found].map(([id, all]) => [id, all.map(({ analysisId, ...incumbent }) => incumbent)] as const),
  )
}

const STATEMENT = sql`json_build_object('statementId', s.statement_id, 'text', s.text, 'competency', s.competency_key,
  'also', s.also, 'level', s.level_key, 'answer', s.answer)`

/** What those who have submitted said; `only`: what this person has said so far, submitted or not. */
export async function listAnswers(db: Db, analysisId: string, only?: string): Promise<IncumbentAnswers[]> {
  const who = only === undefined ? sql`i.submitted_at is not null` : sql`i.person_id = ${only}`
  const { rows } = await sql<IncumbentAnswers>`
    select i.person_id as person, i.months,
      coalesce((select json_agg(${STATEMENT} order by s.statement_id) from role_answer s
        where s.organization_id = i.organization_id and s.analysis_id = i.analysis_id
          and s.person_id = i.person_id), '[]') as answers,
      coalesce((select json_agg(json_build_object('competency', m.competency_key, 'months', m.months)
        order by m.competency_key) from role_months m where m.organization_id = i.organization_id
        and m.analysis_id = i.analysis_id and m.person_id = i.person_id), '[]') as expected
    from role_incumbent i
    where i.organization_id = ${db.organizationId} and i.analysis_id = ${analysisId} and ${who}
    order by i.person_id`.execute(db)
  return rows
}

/** What was settled together. */
export async function listSettlements(db: Db, analysisId: string): Promise<Settlement[]> {
  const { rows } = await sql<Settlement>`
    select statement_id as "statementId", answer, reason, settled_by as by, settled_at as at from role_settlement
    where organization_id = ${db.organizationId} and analysis_id = ${analysisId} order by settled_at, statement_id`.execute(
    db,
  )
  return rows
}

export async function insertAnalysis(
  tx: Tx,
  { id, roleId, frameworkId, openedAt, openedBy }: Omit<Analysis, 'closedAt' | 'erased'>,
): Promise<void> {
  await tx
    .insertInto('role_analysis')
    .values({
      ...{ organization_id: tx.organizationId, id, role_id: roleId, framework_id: frameworkId },
      ...{ opened_at: openedAt, closed_at: null, opened_by: openedBy },
    })
    .execute()
}

/** Asks people. Whoever is asked already stays as they are: the same person is never asked twice. */
export async function insertIncumbents(
  tx: Tx,
  analysisId: string,
  people: readonly { personId: string; months: number | null; askedAt: Date }[],
): Promise<void> {
  const rows = people.map(({ personId, months, askedAt }) => ({
    ...{ organization_id: tx.organizationId, analysis_id: analysisId, person_id: personId },
    ...{ months, asked_at: askedAt, submitted_at: null },
  }))
  if (rows.length === 0) return
  await tx
    .insertInto('role_incumbent')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['organization_id', 'analysis_id', 'person_id']).doNothing())
    .execute()
}

/** With all that they have said so far. */
export async function deleteIncumbent(tx: Tx, analysisId: string, personId: string): Promise<void> {
  await tx
    .deleteFrom('role_incumbent')
    .where('organization_id', '=', tx.organizationId)
    .where('analysis_id', '=', analysisId)
    .where('person_id', '=', personId)
    .execute()
}

/** Null: they go on answering. */
export async function setSubmitted(
  tx: Tx,
  { analysisId, personId, at }: { analysisId: string; personId: string; at: Date | null },
): Promise<void> {
  await tx
    .updateTable('role_incumbent')
    .set({ submitted_at: at })
    .where('organization_id', '=', tx.organizationId)
    .where('analysis_id', '=', analysisId)
    .where('person_id', '=', personId)
    .execute()
}

export async function setClosed(tx: Tx, analysisId: string, at: Date): Promise<void> {
  await tx
    .updateTable('role_analysis')
    .set({ closed_at: at })
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', analysisId)
    .execute()
}

interface Said {
  analysisId: string
  personId: string
  /** A statement whose answer is null has none any more. */
  answers: readonly (Omit<JobStatement, 'answer'> & { answer: JobStatement['answer'] | null })[]
  /** Null: nothing is said of the months any more. */
  expected: readonly { competency: string; months: number | null }[]
  at: Date
}

/** Writes what an incumbent says of some statements and competencies; all others stay as they are. */
export async function putAnswers(
  tx: Tx,
  { analysisId, personId, answers, expected, at }: Said,
): Promise<void> {
  const where = sql`organization_id = ${tx.organizationId} and analysis_id = ${analysisId} and person_id = ${personId}`
  const cleared = answers.flatMap(({ statementId, answer }) => (answer === null ? [statementId] : []))
  const given = answers.filter(({ answer }) => answer !== null)
  await sql`delete from role_answer where ${where} and statement_id = any(${cleared}::uuid[])`.execute(tx)
  await sql`
    insert into role_answer (organization_id, analysis_id, person_id, statement_id, text, competency_key, also, level_key,
      answer, answered_at)
    select ${tx.organizationId}::uuid, ${analysisId}::uuid, ${personId}::uuid, s."statementId", s.text, s.competency, s.also,
      s.level, s.answer, ${at}
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as s ("statementId" uuid, text text, competency text,
      also text[], level text, answer text)
    on conflict (organization_id, analysis_id, person_id, statement_id) do update set answer = excluded.answer,
      text = excluded.text, competency_key = excluded.competency_key, also = excluded.also, level_key = excluded.level_key,
      answered_at = excluded.answered_at`.execute(tx)
  const dropped = expected.flatMap(({ competency, months }) => (months === null ? [competency] : []))
  await sql`delete from role_months where ${where} and competency_key = any(${dropped}::text[])`.execute(tx)
  await sql`
    insert into role_months (organization_id, analysis_id, person_id, competency_key, months)
    select ${tx.organizationId}::uuid, ${analysisId}::uuid, ${personId}::uuid, m.competency, m.months
    from jsonb_to_recordset(${JSON.stringify(expected.filter(({ months }) => months !== null))}::jsonb)
      as m (competency text, months smallint)
    on conflict (organization_id, analysis_id, person_id, competency_key) do update set months = excluded.months`.execute(
    tx,
  )
}

/** What was settled before about the same statement is replaced; what each had said stays. */
export async function putSettlement(tx: Tx, analysisId: string, settlement: Settlement): Promise<void> {
  const { statementId, answer, reason, by, at } = settlement
  const values = { answer, reason, settled_by: by, settled_at: at }
  await tx
    .insertInto('role_settlement')
    .values({
      ...{ organization_id: tx.organizationId, analysis_id: analysisId, statement_id: statementId },
      ...values,
    })
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'analysis_id', 'statement_id']).doUpdateSet(values),
    )
    .execute()
}

export async function deleteSettlement(tx: Tx, analysisId: string, statementId: string): Promise<void> {
  await tx
    .deleteFrom('role_settlement')
    .where('organization_id', '=', tx.organizationId)
    .where('analysis_id', '=', analysisId)
    .where('statement_id', '=', statementId)
    .execute()
}

/** The words of a statement as somebody answered it; undefined: nobody did. */
export async function answeredText(
  db: Db,
  analysisId: string,
  statementId: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('role_answer')
    .select('text')
    .where('organization_id', '=', db.organizationId)
    .where('analysis_id', '=', analysisId)
    .where('statement_id', '=', statementId)
    .limit(1)
    .executeTakeFirst()
  return row?.text
}
