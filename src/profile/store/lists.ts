import { sql } from 'kysely'
import type { Db, Tx } from '#schema.ts'
import type { ListKind, TouchedLine } from '../lists.ts'
import type { Activity, StatementAnswer } from '../model.ts'

type InFramework<T> = T & { framework: string }

/**
 * The answers that speak for a person now: of each competency those of the round that its levels rest on. `framework` is
 * its id.
 */
export async function listStandingAnswers(db: Db, personId: string): Promise<InFramework<StatementAnswer>[]> {
  const { rows } = await sql<InFramework<StatementAnswer>>`
    select l.framework_id as framework, a.statement_id as "statementId", a.text, a.competency_key as competency, a.also,
      a.level_key as level, a.answer, a.answered_at as "answeredAt"
    from profile_level l
    join workbook_answer a on a.organization_id = l.organization_id and a.workbook_id = l.workbook_id
      and a.competency_key = l.competency_key
    where l.organization_id = ${db.organizationId} and l.person_id = ${personId}
    order by a.answered_at, a.statement_id`.execute(db)
  return rows
}

/** The activities in the person's own words, of the same rounds. */
export async function listStandingActivities(db: Db, personId: string): Promise<InFramework<Activity>[]> {
  const { rows } = await sql<InFramework<Activity>>`
    select l.framework_id as framework, a.id, a.text, a.competency_key as competency, a.level_key as level, a.answer,
      a.placed_by as "placedBy", a.made_at as "madeAt"
    from profile_level l
    join workbook_activity a on a.organization_id = l.organization_id and a.workbook_id = l.workbook_id
      and a.competency_key = l.competency_key
    where l.organization_id = ${db.organizationId} and l.person_id = ${personId}
    order by a.made_at, a.id`.execute(db)
  return rows
}

/** What the person did with the lines of a list; null: of all lists. */
export async function listTouched(
  db: Db,
  personId: string,
  list: ListKind | null,
): Promise<(TouchedLine & { list: ListKind })[]> {
  return db
    .selectFrom('profile_list_line')
    .select(['list', 'section', 'source', 'words', 'edited', 'included', 'position'])
    .where('organization_id', '=', db.organizationId)
    .where('person_id', '=', personId)
    .$if(list !== null, (query) => query.where('list', '=', list ?? 'cv'))
    .orderBy('list')
    .orderBy('section')
    .orderBy('position')
    .orderBy('source')
    .execute()
}

interface Whose {
  personId: string
  list: ListKind
}

/** Writes what was done with lines, each in the place of what was done with it before. */
export async function putLines(
  tx: Tx,
  { personId, list }: Whose,
  lines: readonly (TouchedLine & { id: string })[],
): Promise<void> {
  if (lines.length === 0) return
  await sql`
    insert into profile_list_line (organization_id, id, person_id, list, section, source, words, edited, included, position)
    select ${tx.organizationId}::uuid, l.id, ${personId}::uuid, ${list}, l.section, l.source, l.words, l.edited, l.included,
      l.position
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l (id uuid, section text, source text, words text,
      edited text, included boolean, position integer)
    on conflict (organization_id, person_id, list, section, source) do update set words = excluded.words,
      edited = excluded.edited, included = excluded.included, position = excluded.position`.execute(tx)
}

export async function deleteLine(
  tx: Tx,
  { personId, list }: Whose,
  { section, source }: Pick<TouchedLine, 'section' | 'source'>,
): Promise<void> {
  await tx
    .deleteFrom('profile_list_line')
    .where('organization_id', '=', tx.organizationId)
    .where('person_id', '=', personId)
    .where('list', '=', list)
    .where('section', '=', section)
    .where('source', '=', source)
    .execute()
}
