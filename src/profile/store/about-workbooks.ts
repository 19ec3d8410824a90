import { sql } from 'kysely'
import type { Db, Tx } from '#schema.ts'

/** The person's rounds with every answer and activity, the oldest first, and what the answers say of each competency. */
export async function aboutWorkbooks(db: Db, personId: string): Promise<object> {
  const { rows: rounds } = await sql<object>`
    select f.title as framework, w.started_at as started, w.changed_at as changed, w.finished_at as finished,
      coalesce((select json_agg(json_build_object('on', a.answered_at, 'statement', a.text, 'answer', a.answer,
        'competency', a.competency_key, 'level', a.level_key) order by a.answered_at, a.statement_id)
        from workbook_answer a where a.organization_id = w.organization_id and a.workbook_id = w.id), '[]') as answers,
      coalesce((select json_agg(json_build_object('on', a.made_at, 'words', a.text, 'answer', a.answer,
        'competency', a.competency_key, 'level', a.level_key, 'placed by', a.placed_by) order by a.made_at, a.id)
        from workbook_activity a where a.organization_id = w.organization_id and a.workbook_id = w.id), '[]') as activities
    from workbook w join framework f on f.organization_id = w.organization_id and f.id = w.framework_id
    where w.organization_id = ${db.organizationId} and w.person_id = ${personId}
    order by w.started_at, w.id`.execute(db)
  const { rows: levels } = await sql<object>`
    select f.title as framework, l.competency_key as competency, l.uses, l.can, l.stretch as wants, l.firm,
      l.as_of as on
    from profile_level l join framework f on f.organization_id = l.organization_id and f.id = l.framework_id
    where l.organization_id = ${db.organizationId} and l.person_id = ${personId}
    order by f.title, l.competency_key`.execute(db)
  return { rounds, levels }
}

/** All of it goes: the rounds, their answers and activities, and the levels that rest on them. */
export async function eraseWorkbooks(tx: Tx, personId: string): Promise<void> {
  await tx
    .deleteFrom('workbook')
    .where('organization_id', '=', tx.organizationId)
    .where('person_id', '=', personId)
    .execute()
}
