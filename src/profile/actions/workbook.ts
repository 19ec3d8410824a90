import { type Context, nothingHappened } from '#context.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#errors.ts'
import type { Framework } from '#framework/model.ts'
import { findFramework } from '#framework/store.ts'
import { record } from '#history/actions.ts'
import type { Subject } from '#history/model.ts'
import type { Tx } from '#schema.ts'
import type { StatementAnswer, Workbook } from '../model.ts'
import { questionsOf } from '../order.ts'
import { findAsked } from '../store/renewal.ts'
import {
  activitiesOf,
  answersOf,
  deleteAnswers,
  deleteWorkbook,
  findOpenWorkbook,
  holdWorkbook,
  insertWorkbook,
  listWorkbooks,
  putActivity,
  putAnswers,
  updateWorkbook,
} from '../store/workbook.ts'
import { type Given, lastFinished, type StartInput } from '../workbook.ts'
import { renewLevels } from './levels.ts'

/** Whose workbooks they are. Throws Forbidden. */
export function workbookOwner({ viewer }: Context): { id: string; name: string } {
  if (viewer.person) return viewer.person
  throw new Forbidden('A workbook belongs to somebody. Sign in as one of the people, then come back.')
}

export const NO_WORKBOOK = 'There is no such workbook of yours. You may have removed it.'

/**
 * Begins a round, with the answers of the last finished one where that is wished. Somebody who is answering one already gets
 * that. Throws Invalid at `framework` when there is nothing to answer in it.
 */
export async function startWorkbook(ctx: Context, input: StartInput): Promise<Workbook> {
  const person = workbookOwner(ctx)
  const framework = await ctx.read((db) => findFramework(db, input.framework))
  if (!framework)
    throw new Invalid({ framework: 'There is no such framework any more. Choose one of the list.' })
  if (questionsOf(framework).length === 0)
    throw new Invalid({
      framework: `${framework.title} describes no behaviour by level, so there is nothing to answer. Choose another.`,
    })
  const at = ctx.now()
  const workbook: Workbook = {
    ...{ id: ctx.newId(), personId: person.id, frameworkId: framework.id, mixed: input.mixed ?? false },
    ...{ startedAt: at, changedAt: at, finishedAt: null },
  }
  return ctx.write(async (tx) => {
    const open = await findOpenWorkbook(tx, person.id, framework.id)
    if (open) {
      nothingHappened(tx)
      return open
    }
    await insertWorkbook(tx, workbook)
    if (input.earlier) await copyEarlier(ctx, tx, { workbook, framework })
    await record(ctx, tx, { act: 'profile: workbook started', on: asSubject(person) })
    return workbook
  })
}

/** Answers keep the day on which they were given: they are as old as they are until somebody looks at them again. */
async function copyEarlier(
  ctx: Context,
  tx: Tx,
  { workbook, framework }: { workbook: Workbook; framework: Framework },
): Promise<void> {
  const earlier = lastFinished(await listWorkbooks(tx, workbook.personId), framework.id)
  if (!earlier) return
  const asked = new Set(questionsOf(framework).map(({ id }) => id))
  const answers = await answersOf(tx, earlier.id)
  await putAnswers(
    tx,
    workbook.id,
    answers.filter(({ statementId }) => asked.has(statementId)),
  )
  for (const activity of await activitiesOf(tx, earlier.id))
    await putActivity(tx, workbook.id, { ...activity, id: ctx.newId() })
  await renewLevels(tx, { personId: workbook.personId, frameworkId: framework.id, competencies: null })
}

/**
 * Puts answers into the round, in this order, and works out the levels that they touch. Gives when, and the statements that the
 * framework no longer has: there is nothing to answer in them. Throws NotFound, and Conflict when the round is finished.
 */
export function saveAnswers(
  ctx: Context,
  id: string,
  given: readonly Given[],
): Promise<{ at: Date; gone: string[] }> {
  const person = workbookOwner(ctx)
  const at = ctx.now()
  const last = new Map(given.map(({ statement, answer }) => [statement.toLowerCase(), answer]))
  return ctx.keep(async (tx) => {
    const workbook = await openForAnswers(tx, person.id, id)
    const asked = await findAsked(tx, workbook.frameworkId, [...last.keys()])
    const answers = asked.flatMap((one): StatementAnswer[] => {
      const answer = last.get(one.statementId)
      return answer ? [{ ...one, answer, answeredAt: at }] : []
    })
    await putAnswers(tx, id, answers)
    const cleared = [...last].filter(([, answer]) => answer === null).map(([statement]) => statement)
    await deleteAnswers(tx, id, cleared)
    await updateWorkbook(tx, { ...workbook, changedAt: at })
    const competencies = [...new Set(asked.flatMap(({ competency, also }) => [competency, ...also]))]
    if (competencies.length > 0)
      await renewLevels(tx, { personId: person.id, frameworkId: workbook.frameworkId, competencies })
    const known = new Set(asked.map(({ statementId }) => statementId))
    return { at, gone: [...last.keys()].filter((statement) => !known.has(statement)) }
  })
}

/** The person's round, held until the end of the transaction. Throws NotFound, and Conflict when it is finished. */
export async function openForAnswers(tx: Tx, personId: string, id: string): Promise<Workbook> {
  const workbook = await holdWorkbook(tx, personId, id)
  if (!workbook) throw new NotFound(NO_WORKBOOK)
  if (workbook.finishedAt !== null)
    throw new Conflict('This round is finished, and stays as it is. Start a new one to change your answers.')
  return workbook
}

/** Asks in mixed order from now on, or competency by competency. Throws NotFound and Conflict. */
export function changeOrder(ctx: Context, id: string, mixed: boolean): Promise<void> {
  const person = workbookOwner(ctx)
  return ctx.keep(async (tx) => {
    await updateWorkbook(tx, { ...(await openForAnswers(tx, person.id, id)), mixed })
  })
}

/** The round is done: it can be looked at, and compared with the next. Throws NotFound, and Conflict when it is empty. */
export function finishWorkbook(ctx: Context, id: string): Promise<void> {
  const person = workbookOwner(ctx)
  return ctx.write(async (tx) => {
    const workbook = await holdWorkbook(tx, person.id, id)
    if (!workbook) throw new NotFound(NO_WORKBOOK)
    if (workbook.finishedAt !== null) return nothingHappened(tx)
    const isEmpty = (await answersOf(tx, id)).length + (await activitiesOf(tx, id)).length === 0
    if (isEmpty)
      throw new Conflict('Nothing is answered yet. Answer a statement first, or remove the workbook.')
    await updateWorkbook(tx, { ...workbook, finishedAt: ctx.now() })
    await record(ctx, tx, { act: 'profile: workbook finished', on: asSubject(person) })
  })
}

/** Takes the round away with all that is in it; what is known then rests on the rounds before. Throws NotFound. */
export function removeWorkbook(ctx: Context, id: string): Promise<void> {
  const person = workbookOwner(ctx)
  return ctx.write(async (tx) => {
    const workbook = await holdWorkbook(tx, person.id, id)
    if (!workbook) throw new NotFound(NO_WORKBOOK)
    await deleteWorkbook(tx, id)
    await renewLevels(tx, { personId: person.id, frameworkId: workbook.frameworkId, competencies: null })
    await record(ctx, tx, { act: 'profile: workbook removed', on: asSubject(person) })
  })
}

const asSubject = ({ id, name }: { id: string; name: string }): Subject => ({ kind: 'person', id, name })
