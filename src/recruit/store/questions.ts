import { sql } from 'kysely'
import type { Db } from '#schema.ts'
import type { Question } from '../model.ts'

/** The questions of a vacancy's kit in the order in which they are asked, each with its anchors from the lowest range. */
export async function listQuestions(db: Db, vacancyId: string): Promise<Question[]> {
  const { rows } = await sql<Question>`
    select q.id, q.criterion_id as criterion, q.kind, q.text, q.probes, q.asked_by as "askedBy", q.points, q.source,
      coalesce((select json_agg(json_build_object('from', a.from_point, 'to', a.to_point, 'label', a.label,
        'texts', a.texts, 'level', a.level_key) order by a.from_point)
        from question_anchor a where a.organization_id = q.organization_id and a.question_id = q.id), '[]') as anchors
    from vacancy_question q where q.organization_id = ${db.organizationId} and q.vacancy_id = ${vacancyId}
    order by q.position`.execute(db)
  return rows
}
