/** What people do in their own words: placed by Translate, confirmed or moved by them. */
import type { Context } from '#context.ts'
import { Invalid, NotFound } from '#errors.ts'
import type { Framework } from '#framework/model.ts'
import { findFramework, frameworkSlug } from '#framework/store.ts'
import type { Tx } from '#schema.ts'
import { engineNow, examplesFor, translatorFor } from '#translate/actions/desk.ts'
import { readStatements } from '#translate/backends/reading.ts'
import type { Activity, Workbook } from '../model.ts'
import { type Proposal, proposalFrom } from '../proposal.ts'
import { activitiesOf, deleteActivity, putActivity, updateWorkbook } from '../store/workbook.ts'
import { type ActivityInput, saidAs } from '../workbook.ts'
import { renewLevels } from './levels.ts'
import { openForAnswers, workbookOwner } from './workbook.ts'

export const NO_ACTIVITY = 'There is no such activity in your workbook. You may have removed it.'

/** What Translate makes of one activity. Nothing of it is kept. */
export async function placeActivity(ctx: Context, framework: Framework, text: string): Promise<Proposal> {
  const engine = await engineNow(ctx)
  const translator = await translatorFor(ctx, framework, await examplesFor(ctx, framework))
  const prepared = engine.prepare(text)
  const [read] = await readStatements(engine, translator, [prepared], [])
  if (!read) throw new Error('Translate gave no answer.')
  return proposalFrom(text, read)
}

/**
 * Puts an activity into a round, or in the place of the one with this id. It counts as placed by Translate while it stands where
 * Translate put it. Throws NotFound, Conflict for a finished round, and Invalid for a place that the framework does not have.
 */
export function keepActivity(
  ctx: Context,
  workbookId: string,
  { input, id }: { input: ActivityInput; id: string | null },
): Promise<Activity> {
  const person = workbookOwner(ctx)
  const { text, competency, level, answer, said } = input
  const place = { competency, level, placedBy: placedBy(said === saidAs(competency, level)) }
  const activity = { id: id ?? ctx.newId(), text, ...place, answer, madeAt: ctx.now() }
  return ctx.keep(async (tx) => {
    const workbook = await openForAnswers(tx, person.id, workbookId)
    const before = id === null ? undefined : await activityIn(tx, workbookId, id)
    await refuseElsewhere(tx, workbook, activity)
    await putActivity(tx, workbookId, activity)
    await renew(ctx, tx, workbook, [competency, ...(before ? [before.competency] : [])])
    return activity
  })
}

const placedBy = (isAsSaid: boolean): Activity['placedBy'] => (isAsSaid ? 'translate' : 'person')

/** Throws NotFound, and Conflict for a finished round. */
export function removeActivity(ctx: Context, workbookId: string, id: string): Promise<void> {
  const person = workbookOwner(ctx)
  return ctx.keep(async (tx) => {
    const workbook = await openForAnswers(tx, person.id, workbookId)
    const activity = await activityIn(tx, workbookId, id)
    await deleteActivity(tx, workbookId, id)
    await renew(ctx, tx, workbook, [activity.competency])
  })
}

async function renew(ctx: Context, tx: Tx, workbook: Workbook, competencies: string[]): Promise<void> {
  await updateWorkbook(tx, { ...workbook, changedAt: ctx.now() })
  const { personId, frameworkId } = workbook
  await renewLevels(tx, { personId, frameworkId, competencies: [...new Set(competencies)] })
}

async function activityIn(tx: Tx, workbookId: string, id: string): Promise<Activity> {
  const activity = (await activitiesOf(tx, workbookId)).find((one) => one.id === id)
  if (!activity) throw new NotFound(NO_ACTIVITY)
  return activity
}

async function refuseElsewhere(
  tx: Tx,
  { frameworkId }: Workbook,
  { competency, level }: Pick<Activity, 'competency' | 'level'>,
): Promise<void> {
  const slug = await frameworkSlug(tx, frameworkId)
  const framework = slug === undefined ? undefined : await findFramework(tx, slug)
  if (!framework?.competencies.some(({ key }) => key === competency))
    throw new Invalid({ competency: 'Choose one of the list.' })
  if (!framework.scale.levels.some(({ key }) => key === level))
    throw new Invalid({ level: 'Choose one of the levels shown.' })
}
