import { Hono, type Context as HonoContext } from 'hono'
import { NotFound } from '#errors.ts'
import { allow } from '#guard.ts'
import { checked } from '#people/checked.ts'
import { dayOf } from '#people/day.ts'
import { typedFrom } from '#people/typed.ts'
import { listAskable } from '#profile/store/workbook-overview.ts'
import { links } from '#routes.ts'
import { attempt, formOf, idIn, type Refusal } from '#web/form.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { roleAccess as may } from '../access.ts'
import { askMore, askNoLonger, closeAnalysis, openAnalysis } from '../actions/analysis.ts'
import { settle, unsettle } from '../actions/answer.ts'
import { lookAtAnalysis } from '../actions/look.ts'
import { roleToEdit } from '../actions/role.ts'
import { AnalysisPage } from '../pages/analysis.tsx'
import { AnalysisNewPage } from '../pages/analysis-new.tsx'
import { SettlementPage } from '../pages/settlement.tsx'
import { SettlementInput } from '../settlement.ts'
import { listHolders } from '../store/holders.ts'
import { listProfiles } from '../store.ts'
import { monthsIn, tenureSpread } from '../tenure.ts'

type C = HonoContext<Env>
const ID = '/:id{[0-9a-f-]+}/analysis'
const ONE = `${ID}/:analysis{[0-9a-f-]+}` as const

/** The one whose levels are made for this: they say what is learned. */
const PREFERRED = 'spotlight'

/** Asking those who do a job what it needs, and looking at it together. */
export function analysisRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get(`${ID}/new`, allow(may.edit), (c) => showNew(c))
    .post(ID, allow(may.edit), async (c) => {
      const roleId = idIn(c.req.param('id'))
      const form = await formOf(c)
      const { framework = '' } = typedFrom(form)
      const people = peopleIn(form)
      const result = await attempt(() => openAnalysis(c.var.ctx, { roleId, framework, people }))
      if ('done' in result) return c.redirect(links.roleAnalysis(roleId, result.done), 303)
      return showNew(c, { framework, people }, result.refused)
    })
    .get(ONE, allow(may.answer), (c) => show(c))
    .post(`${ONE}/incumbent`, allow(may.edit), async (c) => {
      const form = await formOf(c)
      return then(c, () => askMore(c.var.ctx, { ...whereIn(c), people: peopleIn(form) }))
    })
    .post(`${ONE}/incumbent/:person/removal`, allow(may.edit), (c) =>
      then(c, () => askNoLonger(c.var.ctx, { ...whereIn(c), personId: idIn(c.req.param('person')) })),
    )
    .post(`${ONE}/closing`, allow(may.edit), (c) => then(c, () => closeAnalysis(c.var.ctx, whereIn(c))))
    .get(`${ONE}/settlement`, allow(may.edit), (c) => showSettlement(c, c.req.query('statement')))
    .post(`${ONE}/settlement`, allow(may.edit), async (c) => {
      const typed = typedFrom(await formOf(c))
      const result = await attempt(() => {
        const { statement, ...input } = checked(SettlementInput, typed)
        return settle(c.var.ctx, { ...whereIn(c), statementId: statement, ...input })
      })
      if ('done' in result) return back(c, typed.statement ?? '')
      return showSettlement(c, typed.statement, { values: typed, refused: result.refused })
    })
    .post(`${ONE}/settlement/removal`, allow(may.edit), async (c) => {
      const { statement = '' } = typedFrom(await formOf(c))
      await unsettle(c.var.ctx, { ...whereIn(c), statementId: idIn(statement) })
      return back(c, statement)
    })
}

const whereIn = (c: C) => ({ roleId: idIn(c.req.param('id')), analysisId: idIn(c.req.param('analysis')) })

const peopleIn = ({ people }: Record<string, unknown>) =>
  [people].flat().filter((one) => typeof one === 'string')

function back(c: C, statement: string): Response {
  const { roleId, analysisId } = whereIn(c)
  return c.redirect(`${links.roleAnalysis(roleId, analysisId)}#t-${statement}`, 303)
}

/** Does it and shows the analysis; or says at once why not. */
async function then(c: C, work: () => Promise<void>): Promise<Response> {
  const { roleId, analysisId } = whereIn(c)
  const result = await attempt(work)
  return 'done' in result ? c.redirect(links.roleAnalysis(roleId, analysisId), 303) : show(c, result.refused)
}

async function showNew(
  c: C,
  typed?: { framework: string; people: string[] },
  refused?: Refusal,
): Promise<Response> {
  const { ctx } = c.var
  const today = dayOf(ctx.now())
  const { role, holders, all } = await ctx.read(async (db) => {
    const role = await roleToEdit(ctx, db, idIn(c.req.param('id')))
    return { role, holders: await listHolders(db, role.id, today), all: await listAskable(db) }
  })
  const frameworks = all.filter(({ asks }) => asks > 0)
  const spread = tenureSpread(
    holders.map(({ personId, startsOn }) => ({ personId, months: monthsIn(startsOn, today) })),
  )
  const shown = {
    ...{ role, holders, frameworks, today },
    framework: typed?.framework ?? PREFERRED,
    chosen: typed?.people ?? spread.map(({ personId }) => personId),
  }
  return page(c, <AnalysisNewPage {...shown} errors={refused?.errors ?? {}} />, refused?.status ?? 200)
}

async function show(c: C, refused?: Refusal): Promise<Response> {
  const { ctx } = c.var
  const today = dayOf(ctx.now())
  const shown = await ctx.read(async (db) => {
    const looked = await lookAtAnalysis(ctx, db, whereIn(c))
    const { role, analysis, edits } = looked
    const holders = edits ? await listHolders(db, role.id, today) : []
    const asked = new Set(analysis.incumbents.map(({ personId }) => personId))
    const draft = (await listProfiles(db, role.id)).find(({ agreedAt }) => agreedAt === null)
    return { ...looked, others: holders.filter(({ personId }) => !asked.has(personId)), draft }
  })
  return page(
    c,
    <AnalysisPage {...shown} today={today} errors={refused?.errors ?? {}} />,
    refused?.status ?? 200,
  )
}

async function showSettlement(
  c: C,
  statementId: string | undefined,
  again?: { values: Record<string, string>; refused: Refusal },
): Promise<Response> {
  const { ctx } = c.var
  const { role, analysis, merged } = await ctx.read(async (db) => {
    await roleToEdit(ctx, db, whereIn(c).roleId)
    return lookAtAnalysis(ctx, db, whereIn(c))
  })
  const statement = merged?.statements.find((one) => one.statementId === statementId)
  if (!merged || !statement)
    throw new NotFound('There is no such statement to settle here, or it is too early.')
  const before = merged.settlements.find((one) => one.statementId === statementId)
  const values = again?.values ?? { answer: before?.answer ?? '', reason: before?.reason ?? '' }
  return page(
    c,
    <SettlementPage {...{ role, analysis, statement, values, errors: again?.refused.errors ?? {} }} />,
    again?.refused.status ?? 200,
  )
}
