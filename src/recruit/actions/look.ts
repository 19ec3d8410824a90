import type { Context } from '#context.ts'
import { NotFound } from '#errors.ts'
import type { Db } from '#schema.ts'
import { partIn } from '../access.ts'
import type { Opened } from '../opened.ts'
import { listQuestions } from '../store/questions.ts'
import { findVacancy, listCriteria, listPanel } from '../store/vacancies.ts'

export type { Opened } from '../opened.ts'

/** The vacancy, for whoever has a part in it; for all others it is not there. Throws NotFound. */
export async function openVacancy(ctx: Context, db: Db, id: string): Promise<Opened> {
  const vacancy = await findVacancy(db, id)
  const panel = vacancy ? await listPanel(db, id) : []
  const part = partIn(ctx.viewer, panel)
  if (!vacancy || !part) throw new NotFound('There is no such vacancy, or you have no part in it.')
  return {
    vacancy,
    panel,
    part,
    criteria: await listCriteria(db, id),
    questions: await listQuestions(db, id),
  }
}
