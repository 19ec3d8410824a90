import { type Context, nothingHappened } from '#context.ts'
import { Conflict, Invalid, NotFound } from '#errors.ts'
import { record } from '#history/actions.ts'
import type { Db, Tx } from '#schema.ts'
import { type AnalysisCard, type Incumbent, mayAnswer, type Settlement } from '../analysis.ts'
import { statementsAsked } from '../asked.ts'
import type { JobAnswer, Role } from '../model.ts'
import {
  answeredText,
  deleteSettlement,
  listSettlements,
  putAnswers,
  putSettlement,
  setSubmitted,
} from '../store/analysis.ts'
import { frameworksById } from '../store/frameworks.ts'
import { analysisFor, NO_ANALYSIS, refuseTooEarly } from './analysis.ts'
import { roleFor, roleSubject, roleToEdit } from './role.ts'

interface At {
  roleId: string
  analysisId: string
}

/** The analysis as one of those who are asked sees it. Throws NotFound for everybody else. */
export async function ownAnalysis(
  ctx: Context,
  db: Db,
  { roleId, analysisId }: At,
): Promise<{ role: Role; analysis: AnalysisCard; me: Incumbent }> {
  const role = await roleFor(db, roleId)
  const analysis = await analysisFor(db, roleId, analysisId)
  const me = analysis.incumbents.find(({ personId }) => personId === ctx.viewer.person?.id)
  if (!me) throw new NotFound(NO_ANALYSIS)
  return { role, analysis, me }
}

interface Saying extends At {
  /** The competency of the screen; only its statements are changed. */
  competency: string
  /** By statement; null: no answer any more. What is not here stays as it is. */
  answers: ReadonlyMap<string, JobAnswer | null>
  /** Undefined stays as it is. */
  months: number | null | undefined
}

/** Keeps what the viewer says of one competency. Nobody's act until it is submitted. Throws NotFound and Conflict. */
export function sayOfJob(ctx: Context, saying: Saying): Promise<void> {
  return ctx.keep(async (tx) => {
    const { analysis, me } = await openFor(ctx, tx, saying)
    const framework = (await frameworksById(tx, [analysis.frameworkId])).get(analysis.frameworkId)
    const asked = framework ? statementsAsked(framework) : []
    const answers = asked.flatMap((statement) => {
      const answer = saying.answers.get(statement.statementId)
      const isHere = statement.competency === saying.competency
      return answer === undefined || !isHere ? [] : [{ ...statement, answer }]
    })
    const isKnown = asked.some(({ competency }) => competency === saying.competency)
    const expected =
      saying.months === undefined || !isKnown
        ? []
        : [{ competency: saying.competency, months: saying.months }]
    await putAnswers(tx, {
      ...{ analysisId: analysis.id, personId: me.personId },
      ...{ answers, expected, at: ctx.now() },
    })
  })
}

/** What the viewer may still answer. Throws NotFound, and Conflict once others may see it or it is submitted. */
async function openFor(ctx: Context, tx: Tx, at: At) {
  const own = await ownAnalysis(ctx, tx, at)
  if (!mayAnswer(own.analysis, own.me.personId))
    throw new Conflict(
      'This analysis is closed, so answers can no longer be changed. What you had submitted counts.',
    )
  if (own.me.submittedAt !== null)
    throw new Conflict(
      'You have submitted your answers. Take them back first if you want to change something.',
    )
  return own
}

/** From now on the viewer's answers count. Throws NotFound, Invalid when there are none, and Conflict. */
export function submitAnswers(ctx: Context, at: At): Promise<void> {
  return ctx.write(async (tx) => {
    const { role, analysis, me } = await openFor(ctx, tx, at)
    if (me.answered === 0) throw new Invalid('Answer at least one statement, then submit.')
    await setSubmitted(tx, { analysisId: analysis.id, personId: me.personId, at: ctx.now() })
    await record(ctx, tx, { act: 'job analysis: answered', on: roleSubject(role) })
  })
}

/** The viewer goes on answering; as long as others do so too. Throws NotFound and Conflict. */
export function takeBackAnswers(ctx: Context, at: At): Promise<void> {
  return ctx.write(async (tx) => {
    const { role, analysis, me } = await ownAnalysis(ctx, tx, at)
    if (me.submittedAt === null) return nothingHappened(tx)
    if (!mayAnswer(analysis, me.personId))
      throw new Conflict('All have answered, or it is closed: others can see it now, so it stays as it is.')
    await setSubmitted(tx, { analysisId: analysis.id, personId: me.personId, at: null })
    await record(ctx, tx, { act: 'job analysis: taken back', on: roleSubject(role) })
  })
}

interface Settling extends At {
  statementId: string
  answer: JobAnswer
  /** Why, in the words of those who talked about it. */
  reason: string
}

/** Keeps what was settled together about a statement, beside what each had said. Throws NotFound, Forbidden, Invalid, Conflict. */
export function settle(
  ctx: Context,
  { roleId, analysisId, statementId, answer, reason }: Settling,
): Promise<void> {
  return ctx.write(async (tx) => {
    const { role, analysis, text } = await statementToSettle(ctx, tx, { roleId, analysisId, statementId })
    const settlement: Settlement = {
      ...{ statementId, answer, reason, at: ctx.now() },
      by: ctx.viewer.person?.id ?? null,
    }
    await putSettlement(tx, analysis.id, settlement)
    await record(ctx, tx, {
      act: 'job analysis: settled',
      on: roleSubject(role),
      note: { statement: text, answer, reason },
    })
  })
}

/** What the counts say holds again. Throws NotFound, Forbidden, Conflict. */
export function unsettle(ctx: Context, at: At & { statementId: string }): Promise<void> {
  return ctx.write(async (tx) => {
    const { role, analysis, text } = await statementToSettle(ctx, tx, at)
    const there = await listSettlements(tx, analysis.id)
    if (!there.some(({ statementId }) => statementId === at.statementId)) return nothingHappened(tx)
    await deleteSettlement(tx, analysis.id, at.statementId)
    await record(ctx, tx, {
      act: 'job analysis: unsettled',
      on: roleSubject(role),
      note: { statement: text },
    })
  })
}

async function statementToSettle(
  ctx: Context,
  tx: Tx,
  { roleId, analysisId, statementId }: At & { statementId: string },
) {
  const role = await roleToEdit(ctx, tx, roleId)
  const analysis = await analysisFor(tx, roleId, analysisId)
  refuseTooEarly(analysis)
  const text = await answeredText(tx, analysis.id, statementId)
  if (text === undefined) throw new NotFound('Nobody was asked this statement here.')
  return { role, analysis, text }
}
