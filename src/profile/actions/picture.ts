import type { Context } from '#context.ts'
import { NotFound } from '#errors.ts'
import type { Framework } from '#framework/model.ts'
import { findFramework } from '#framework/store.ts'
import type { Db } from '#schema.ts'
import type { Workbook } from '../model.ts'
import { type PictureRow, picture, pictureOfRound } from '../picture.ts'
import { listOwnLevels } from '../store/levels.ts'
import { activitiesOf, answersOf, countAnswers, listWorkbooks } from '../store/workbook.ts'
import { ownProfile } from './own.ts'

export interface OwnPicture {
  person: { id: string; name: string }
  framework: Framework
  rows: PictureRow[]
  /** Rounds with answers that the picture can be compared with: all but the latest, the newest first. */
  earlier: Workbook[]
  before: { round: Workbook; rows: PictureRow[] } | null
}

const NO_FRAMEWORK = 'There is no such framework. It may have been removed.'
const NO_ROUND = 'There is no such earlier round of yours. You may have removed it.'

/**
 * The viewer's levels in a framework, and those of an earlier round beside them where one is named. Throws NotFound, and
 * Forbidden for whoever is nobody among the people.
 */
export function openPicture(ctx: Context, slug: string, beforeId: string | null): Promise<OwnPicture> {
  const person = ownProfile(ctx)
  return ctx.read(async (db) => {
    const framework = await findFramework(db, slug)
    if (!framework) throw new NotFound(NO_FRAMEWORK)
    const rows = picture(framework, await listOwnLevels(db, person.id))
    const answered = await countAnswers(db, person.id)
    const [, ...earlier] = (await listWorkbooks(db, person.id)).filter(
      ({ id, frameworkId }) => frameworkId === framework.id && answered.has(id),
    )
    if (beforeId === null) return { person, framework, rows, earlier, before: null }
    const round = earlier.find(({ id }) => id === beforeId)
    if (!round) throw new NotFound(NO_ROUND)
    return {
      person,
      framework,
      rows,
      earlier,
      before: { round, rows: await rowsOfRound(db, framework, round) },
    }
  })
}

async function rowsOfRound(db: Db, framework: Framework, { id }: Workbook): Promise<PictureRow[]> {
  const answers = (await answersOf(db, id)).map((one) => ({ ...one, at: one.answeredAt }))
  const activities = (await activitiesOf(db, id)).map((one) => ({ ...one, also: [], at: one.madeAt }))
  return pictureOfRound(framework, [...answers, ...activities])
}
