import type { Context } from '#context.ts'
import type { Framework } from '#framework/model.ts'
import { stands } from '../evidence.ts'
import type { ListKind, ListSection } from '../lists.ts'
import type { Workbook } from '../model.ts'
import { partsOf } from '../order.ts'
import { type PictureRow, picture } from '../picture.ts'
import { type Progress, progressOf } from '../progress.ts'
import { type Share, shareState } from '../share.ts'
import { listEvidence } from '../store/evidence.ts'
import { frameworksOf } from '../store/frameworks.ts'
import { listOwnLevels } from '../store/levels.ts'
import { listShares, listSharesWith } from '../store/shares.ts'
import { listStories } from '../store/stories.ts'
import { answersOf, listWorkbooks } from '../store/workbook.ts'
import { listsFor } from './lists.ts'
import { ownProfile } from './own.ts'

export interface Overview {
  /** Through which something is known, the one last worked on first. */
  pictures: { framework: Framework; rows: PictureRow[] }[]
  /** The round that was last worked on and is not finished; null: none is open. */
  open: { workbook: Workbook; framework: Framework; progress: Progress } | null
  rounds: number
  /** How many lines each list has. */
  lists: Record<ListKind, number>
  stories: number
  evidence: number
  /** What is shared now. */
  shares: Share[]
  /** How many people share something with the viewer. */
  received: number
}

/** Where the viewer stands in their own profile. Throws Forbidden for whoever is nobody among the people. */
export function openOverview(ctx: Context): Promise<Overview> {
  const person = ownProfile(ctx)
  const at = ctx.now()
  return ctx.read(async (db) => {
    const workbooks = (await listWorkbooks(db, person.id)).toSorted(
      (a, b) => b.changedAt.getTime() - a.changedAt.getTime(),
    )
    const levels = await listOwnLevels(db, person.id)
    const order = [
      ...workbooks.map(({ frameworkId }) => frameworkId),
      ...levels.map(({ framework }) => framework),
    ]
    const frameworks = await frameworksOf(db, order)
    const inOrder = frameworks.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
    const { cv, career, appraisal } = await listsFor(db, person.id)
    const lists = { cv: countLines(cv), career: countLines(career), appraisal: countLines(appraisal) }
    const workbook = workbooks.find(({ finishedAt }) => finishedAt === null)
    const framework = inOrder.find(({ id }) => id === workbook?.frameworkId)
    const received = await listSharesWith(db, { personId: person.id, at }, null)
    return {
      pictures: inOrder
        .filter(({ id }) => levels.some((one) => one.framework === id))
        .map((one) => ({ framework: one, rows: picture(one, levels) })),
      open:
        workbook && framework
          ? {
              ...{ workbook, framework },
              progress: progressOf(partsOf(framework, workbook), await answersOf(db, workbook.id)),
            }
          : null,
      ...{ rounds: workbooks.length, lists, stories: (await listStories(db, person.id)).length },
      evidence: (await listEvidence(db, person.id)).filter(stands).length,
      shares: (await listShares(db, person.id)).filter((share) => shareState(share, at) === 'active'),
      received: new Set(received.map(({ personId }) => personId)).size,
    }
  })
}

const countLines = (sections: readonly ListSection[]) =>
  sections.reduce((sum, { lines }) => sum + lines.length, 0)
