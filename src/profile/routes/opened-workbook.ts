import type { Context } from '#context.ts'
import { NotFound } from '#errors.ts'
import type { Framework } from '#framework/model.ts'
import { findFramework, frameworkSlug } from '#framework/store.ts'
import { NO_WORKBOOK, workbookOwner } from '../actions/workbook.ts'
import type { Activity, StatementAnswer, Workbook } from '../model.ts'
import { type Part, partsOf } from '../order.ts'
import { type Progress, progressOf } from '../progress.ts'
import { activitiesOf, answersOf, countAnswers, findWorkbook, listWorkbooks } from '../store/workbook.ts'
import { type Askable, listAskable } from '../store/workbook-overview.ts'
import type { Offer } from '../workbook.ts'

/** A round of the viewer's with all that its pages show. */
export interface Opened {
  workbook: Workbook
  framework: Framework
  answers: StatementAnswer[]
  activities: Activity[]
  parts: Part[]
  progress: Progress
}

/** Throws NotFound, also for a round of somebody else. */
export function openedWorkbook(ctx: Context, id: string): Promise<Opened> {
  const person = workbookOwner(ctx)
  return ctx.read(async (db) => {
    const workbook = await findWorkbook(db, person.id, id)
    const slug = workbook && (await frameworkSlug(db, workbook.frameworkId))
    const framework = slug === undefined ? undefined : await findFramework(db, slug)
    if (!workbook || !framework) throw new NotFound(NO_WORKBOOK)
    const answers = await answersOf(db, id)
    const parts = partsOf(framework, workbook)
    const activities = await activitiesOf(db, id)
    return { workbook, framework, answers, activities, parts, progress: progressOf(parts, answers) }
  })
}

/** Every framework, and where the person stands with it: what is begun first, then what has most to say. */
export function offersFor(ctx: Context, personId: string): Promise<Offer[]> {
  return ctx.read(async (db) => {
    const workbooks = await listWorkbooks(db, personId)
    const counts = await countAnswers(db, personId)
    const offers = (await listAskable(db)).map((askable) => offerOf(askable, workbooks, counts))
    const changed = ({ open }: Offer) => open?.changedAt.getTime() ?? 0
    return offers.toSorted((a, b) => changed(b) - changed(a) || b.asks - a.asks)
  })
}

function offerOf(
  { id: frameworkId, ...askable }: Askable,
  workbooks: readonly Workbook[],
  counts: ReadonlyMap<string, number>,
): Offer {
  const own = workbooks.filter((one) => one.frameworkId === frameworkId)
  const answered = (id: string) => counts.get(id) ?? 0
  const open = own.find(({ finishedAt }) => finishedAt === null)
  return {
    ...askable,
    open: open ? { id: open.id, answered: answered(open.id), changedAt: open.changedAt } : null,
    finished: own.flatMap(({ id, finishedAt }) =>
      finishedAt ? [{ id, answered: answered(id), finishedAt }] : [],
    ),
  }
}
