import { Hono, type Context as HonoContext } from 'hono'
import { NotFound } from '#errors.ts'
import { allow } from '#guard.ts'
import { checked } from '#people/checked.ts'
import { typedFrom } from '#people/typed.ts'
import { links } from '#routes.ts'
import { attempt, formOf, idIn, type Refusal } from '#web/form.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { roleAccess as may } from '../access.ts'
import { ownAnalysis, sayOfJob, submitAnswers, takeBackAnswers } from '../actions/answer.ts'
import { mayAnswer } from '../analysis.ts'
import { competenciesAsked, statementsAsked } from '../asked.ts'
import { JOB_ANSWERS, type JobAnswer } from '../model.ts'
import { AnswerPage } from '../pages/answer.tsx'
import { SayInput } from '../settlement.ts'
import { listAnswers } from '../store/analysis.ts'
import { frameworksById } from '../store/frameworks.ts'

type C = HonoContext<Env>
const ONE = '/:id{[0-9a-f-]+}/analysis/:analysis{[0-9a-f-]+}'

/** Answering an analysis that one is asked for. */
export function answerRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get(`${ONE}/answer`, allow(may.answer), (c) => show(c))
    .post(`${ONE}/answer`, allow(may.answer), async (c) => {
      const typed = typedFrom(await formOf(c))
      const competency = c.req.query('competency') ?? ''
      const where = whereIn(c)
      const result = await attempt(async () => {
        const { months } = checked(SayInput, { months: typed.months ?? '' })
        await sayOfJob(c.var.ctx, { ...where, competency, answers: answersIn(typed), months })
        if (typed.to === 'submit') await submitAnswers(c.var.ctx, where)
      })
      if ('refused' in result) return show(c, { typed, refused: result.refused })
      return c.redirect(await after(c, competency, typed.to), 303)
    })
    .post(`${ONE}/taking-back`, allow(may.answer), async (c) => {
      const { roleId, analysisId } = whereIn(c)
      const result = await attempt(() => takeBackAnswers(c.var.ctx, whereIn(c)))
      if ('done' in result) return c.redirect(links.roleAnswers(roleId, analysisId), 303)
      return show(c, { typed: {}, refused: result.refused })
    })
}

const whereIn = (c: C) => ({ roleId: idIn(c.req.param('id')), analysisId: idIn(c.req.param('analysis')) })

/** By statement: what was chosen; null: "cannot say". */
function answersIn(typed: Record<string, string>): Map<string, JobAnswer | null> {
  const entries = Object.entries(typed).filter(([name]) => name.startsWith('s-'))
  return new Map(
    entries.map(([name, value]) => [name.slice(2), JOB_ANSWERS.find((one) => one === value) ?? null]),
  )
}

/** Where to go after saving: to the next competency, to the role, to the analysis, or to the end of this page. */
async function after(c: C, competency: string, to: string | undefined): Promise<string> {
  const { roleId, analysisId } = whereIn(c)
  if (to === 'pause') return links.role(roleId)
  if (to === 'submit') return links.roleAnalysis(roleId, analysisId)
  const { framework } = await c.var.ctx.read((db) => opened(c, db))
  const keys = competenciesAsked(framework).map(({ key }) => key)
  const next = keys[keys.indexOf(competency) + 1]
  if (to === 'next' && next) return links.roleAnswers(roleId, analysisId, next)
  return `${links.roleAnswers(roleId, analysisId, competency)}#submission`
}

/** Throws NotFound for whoever is not asked. */
async function opened(c: C, db: Parameters<typeof ownAnalysis>[1]) {
  const own = await ownAnalysis(c.var.ctx, db, whereIn(c))
  const framework = (await frameworksById(db, [own.analysis.frameworkId])).get(own.analysis.frameworkId)
  if (!framework) throw new NotFound('The framework of this analysis is not here any more.')
  const [said] = await listAnswers(db, own.analysis.id, own.me.personId)
  return { ...own, framework, said }
}

async function show(c: C, again?: { typed: Record<string, string>; refused: Refusal }): Promise<Response> {
  const { role, analysis, me, framework, said } = await c.var.ctx.read((db) => opened(c, db))
  const asked = statementsAsked(framework)
  const stored = new Map((said?.answers ?? []).map((one) => [one.statementId, one.answer]))
  const parts = competenciesAsked(framework).map((competency) => {
    const own = asked.filter((one) => one.competency === competency.key)
    return {
      competency,
      asked: own.length,
      answered: own.filter((one) => stored.has(one.statementId)).length,
    }
  })
  const wanted = c.req.query('competency')
  const here =
    parts.find(({ competency }) => competency.key === wanted) ??
    parts.find((one) => one.answered < one.asked) ??
    parts[0]
  if (!here) throw new NotFound('The framework describes nothing to ask any more.')
  const months = said?.expected.find((one) => one.competency === here.competency.key)?.months
  const given = again && answersIn(again.typed)
  const shown = {
    ...{ role, analysis, me, framework, parts, competency: here.competency },
    statements: asked.filter((one) => one.competency === here.competency.key),
    answers: given?.size
      ? new Map([...given].filter((one): one is [string, JobAnswer] => one[1] !== null))
      : stored,
    months: again?.typed.months ?? (months === undefined ? '' : String(months)),
    isOpen: me.submittedAt === null && mayAnswer(analysis, me.personId),
    mayTakeBack: me.submittedAt !== null && mayAnswer(analysis, me.personId),
    errors: again?.refused.errors ?? {},
  }
  return page(c, <AnswerPage {...shown} />, again?.refused.status ?? 200)
}
