import type { Context } from '#context.ts'
import { Conflict, Forbidden, Invalid } from '#errors.ts'
import { record } from '#history/actions.ts'
import { frameworksById } from '#role/store/frameworks.ts'
import type { Db, Tx } from '#schema.ts'
import { assessed } from '../kit/criteria.ts'
import { criteriaGiven, type QuestionInput, type WeightsGiven } from '../kit/input.ts'
import { type KitFault, kitFaults, kitMinutes } from '../kit/kit.ts'
import { sealedKit } from '../kit/sealed.ts'
import { suggestQuestion } from '../kit/suggest.ts'
import type { Anchor } from '../model.ts'
import { findWording, listBankQuestions } from '../store/bank.ts'
import { appendLink } from '../store/chain.ts'
import { holdVacancy } from '../store/hold.ts'
import { topicsFor } from '../store/topics.ts'
import {
  countCards,
  deleteQuestions,
  fixVacancy,
  insertQuestions,
  orderQuestions,
  type QuestionRow,
  setWeights,
  unfixVacancy,
  updateQuestion,
} from '../store/write.ts'
import { wordingToKeep } from './bank.ts'
import { type Opened, openVacancy } from './look.ts'
import { vacancySubject } from './vacancy.ts'

const STANDS =
  'The kit is fixed, so that every candidate meets the same questions and weights. Open it again first, which is possible until a scorecard has been begun.'

/** The vacancy, for whoever makes it; the panel reads. Throws NotFound and Forbidden. */
export async function vacancyToOversee(ctx: Context, db: Db | Tx, id: string): Promise<Opened> {
  const opened = await openVacancy(ctx, db, id)
  if (!opened.part.oversees)
    throw new Forbidden('Those who recruit change a vacancy; the panel reads it. Tell one of them.')
  return opened
}

/** As `vacancyToOversee`, while nothing is fixed. Throws Conflict afterwards. */
async function kitToChange(ctx: Context, tx: Tx, id: string): Promise<Opened> {
  await holdVacancy(tx, id)
  const opened = await vacancyToOversee(ctx, tx, id)
  if (opened.vacancy.fixedAt !== null) throw new Conflict(STANDS)
  return opened
}

/** What a kit looks like, with all that is wrong with it. */
export interface KitState {
  faults: KitFault[]
  minutes: number
}

/** What stands between a kit and its being fixed, and how long it takes. */
export async function kitState(db: Db, opened: Opened): Promise<KitState> {
  const topics = await topicsFor(db, opened.vacancy.jurisdiction)
  const { criteria, questions, panel } = opened
  const asking = panel.filter(({ leftAt }) => leftAt === null).map(({ personId }) => personId)
  return { faults: kitFaults({ criteria, questions, asking, topics }), minutes: kitMinutes(questions) }
}

/**
 * From now on criteria, weights, questions, anchors and their order stay, sealed into the vacancy's chain. Throws Invalid with what is
 * still missing.
 */
export function fixKit(ctx: Context, id: string): Promise<void> {
  const at = ctx.now()
  const salt = ctx.newId()
  return ctx.write(async (tx) => {
    const opened = await kitToChange(ctx, tx, id)
    const { faults } = await kitState(tx, opened)
    const first = faults.find(({ stops }) => stops)
    if (first) throw new Invalid({ kit: `The kit is not ready. ${first.says}` })
    await fixVacancy(tx, id, at)
    const person = ctx.viewer.person?.id ?? null
    const what = { kind: 'kit' as const, thing: id, person, at, ...sealedKit(opened) }
    const seal = await appendLink(tx, id, { what, salt })
    await record(ctx, tx, {
      act: 'vacancy: kit fixed',
      on: vacancySubject(opened.vacancy),
      note: { questions: opened.questions.length, seal },
    })
  })
}

/** Takes the fixing back, with a reason, while no scorecard has been begun. Throws Conflict afterwards, Invalid without a reason. */
export function reopenKit(ctx: Context, id: string, reason: string): Promise<void> {
  return ctx.write(async (tx) => {
    await holdVacancy(tx, id)
    const { vacancy } = await vacancyToOversee(ctx, tx, id)
    if (vacancy.fixedAt === null) throw new Conflict('The kit is open already.')
    if (reason.trim().length < 3)
      throw new Invalid({ reason: 'Write why it must change: the history keeps it.' })
    if ((await countCards(tx, id)) > 0)
      throw new Conflict('A scorecard has been begun, so the kit stays as it is for everybody.')
    await unfixVacancy(tx, id)
    await record(ctx, tx, {
      act: 'vacancy: kit opened again',
      on: vacancySubject(vacancy),
      note: { reason: reason.trim() },
    })
  })
}

/**
 * What is assessed and how much it counts. What is no longer assessed loses its question; what is newly assessed is given one.
 * Throws Invalid when nothing would be assessed, or something that nobody needs on the first day.
 */
export function weighCriteria(ctx: Context, id: string, given: WeightsGiven): Promise<void> {
  return ctx.write(async (tx) => {
    const opened = await kitToChange(ctx, tx, id)
    const criteria = criteriaGiven(opened.criteria, given)
    const assessedIds = assessed(criteria).map((one) => one.id)
    const kept = opened.questions.filter(({ criterion }) => assessedIds.includes(criterion))
    const fresh = await freshQuestions(ctx, tx, { ...opened, criteria, questions: kept })
    await setWeights(tx, id, criteria)
    await deleteQuestions(
      tx,
      opened.questions.filter((one) => !kept.includes(one)).map((one) => one.id),
    )
    await insertQuestions(tx, id, fresh)
    // What was put in order by hand stays in it; what is new comes last.
    await orderQuestions(
      tx,
      [...kept, ...fresh].map((one) => one.id),
    )
    await record(ctx, tx, { act: 'vacancy: weights changed', on: vacancySubject(opened.vacancy) })
  })
}

/** A question for each criterion that is assessed and has none. */
async function freshQuestions(ctx: Context, tx: Tx, { criteria, questions, panel }: Opened) {
  const without = assessed(criteria).filter(({ id }) => !questions.some((one) => one.criterion === id))
  const frameworks = await frameworksById(
    tx,
    without.map(({ framework }) => framework),
  )
  const present = panel.filter(({ leftAt }) => leftAt === null)
  const points = questions[0]?.points ?? 7
  const fresh: (QuestionRow & { anchorIds: string[] })[] = []
  for (const criterion of without) {
    const framework = frameworks.get(criterion.framework)
    const bank = await listBankQuestions(tx, criterion)
    const suggested = framework && suggestQuestion(framework, criterion, { points, bank })
    if (!suggested) continue
    const turn = questions.length + fresh.length
    const askedBy = present[turn % Math.max(1, present.length)]?.personId ?? null
    fresh.push({ ...suggested, id: ctx.newId(), askedBy, anchorIds: idsFor(ctx, suggested.anchors) })
  }
  return fresh
}

const idsFor = (ctx: Context, anchors: readonly Anchor[]) => anchors.map(() => ctx.newId())

/** Changes one question: words, probes, anchors, who asks. Throws Conflict when the kit is fixed. */
export function changeQuestion(
  ctx: Context,
  { vacancyId, questionId, input }: { vacancyId: string; questionId: string; input: QuestionInput },
): Promise<void> {
  return ctx.write(async (tx) => {
    const opened = await kitToChange(ctx, tx, vacancyId)
    const { question, criterion } = partOf(opened, questionId)
    if (input.askedBy !== null && !opened.panel.some((one) => one.personId === input.askedBy && !one.leftAt))
      throw new Invalid({ askedBy: 'Choose somebody who is on the panel.' })
    const { framework, competency } = criterion
    const words = { framework, competency, kind: input.kind, text: input.text, probes: input.probes }
    const bankId = input.keep
      ? await wordingToKeep(ctx, tx, words)
      : ((await findWording(tx, criterion, input.text))?.id ?? null)
    const other = bankId === null || input.keep ? 'own' : 'bank'
    const source = input.text === question.text ? question.source : other
    await updateQuestion(tx, { ...question, ...input, source, bankId }, idsFor(ctx, input.anchors))
    await record(ctx, tx, {
      act: 'vacancy: question changed',
      on: vacancySubject(opened.vacancy),
      note: { about: criterion.name, 'kept in the bank': input.keep ? 'yes' : 'no' },
    })
  })
}

/** The question and what it is about. Throws Conflict when it is gone. */
function partOf({ questions, criteria }: Opened, questionId: string) {
  const question = questions.find(({ id }) => id === questionId)
  const criterion = criteria.find(({ id }) => id === question?.criterion)
  if (!question || !criterion)
    throw new Conflict('This question is not in the kit any more: somebody has changed what is assessed.')
  return { question, criterion }
}

/** Puts a question one place earlier in the order, which is the same for every candidate. */
export function moveQuestionUp(ctx: Context, vacancyId: string, questionId: string): Promise<void> {
  return ctx.write(async (tx) => {
    const opened = await kitToChange(ctx, tx, vacancyId)
    const { question } = partOf(opened, questionId)
    const rest = opened.questions.filter(({ id }) => id !== questionId)
    const place = Math.max(0, opened.questions.indexOf(question) - 1)
    await orderQuestions(
      tx,
      rest.toSpliced(place, 0, question).map(({ id }) => id),
    )
    await record(ctx, tx, { act: 'vacancy: order of questions changed', on: vacancySubject(opened.vacancy) })
  })
}
