import type { Db } from '#schema.ts'
import type { Activity, LevelsOf, StatementAnswer } from '../model.ts'
import { activitiesOf, answersOf } from './workbook.ts'

/** What the workbook says of one competency of a person, and the answers that made it. */
export interface WorkbookGround {
  /** Null: nothing. */
  levels: LevelsOf | null
  answers: StatementAnswer[]
  activities: Activity[]
}

/** For the person alone: the answers are nobody else's. */
export async function findWorkbookGround(
  db: Db,
  { personId, frameworkId, competency }: { personId: string; frameworkId: string; competency: string },
): Promise<WorkbookGround> {
  const row = await db
    .selectFrom('profile_level')
    .select(['uses', 'can', 'stretch', 'firm', 'as_of', 'workbook_id'])
    .where('organization_id', '=', db.organizationId)
    .where('person_id', '=', personId)
    .where('framework_id', '=', frameworkId)
    .where('competency_key', '=', competency)
    .executeTakeFirst()
  if (!row) return { levels: null, answers: [], activities: [] }
  const { uses, can, stretch, firm } = row
  return {
    levels: { framework: frameworkId, competency, uses, can, stretch, firm, asOf: row.as_of },
    answers: await answersOf(db, row.workbook_id),
    activities: await activitiesOf(db, row.workbook_id),
  }
}
