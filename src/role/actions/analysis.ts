import { type Context, nothingHappened } from '#context.ts'
import { Conflict, Invalid, NotFound } from '#errors.ts'
import type { Framework } from '#framework/model.ts'
import { findFramework } from '#framework/store.ts'
import { record } from '#history/actions.ts'
import { dayOf } from '#people/day.ts'
import { holdOrganization } from '#people/store.ts'
import type { Db, Tx } from '#schema.ts'
import { type AnalysisCard, isOpenToLook } from '../analysis.ts'
import { statementsAsked } from '../asked.ts'
import type { Holder } from '../holder.ts'
import type { Role } from '../model.ts'
import {
  deleteIncumbent,
  findAnalysis,
  insertAnalysis,
  insertIncumbents,
  listAnalyses,
  setClosed,
} from '../store/analysis.ts'
import { listHolders } from '../store/holders.ts'
import { FEWEST, MOST, monthsIn } from '../tenure.ts'
import { roleSubject, roleToEdit } from './role.ts'

export const NO_ANALYSIS = 'There is no such analysis, or you are not asked for it.'

/** The analysis, which is of this role. Throws NotFound. */
export async function analysisFor(db: Db, roleId: string, id: string): Promise<AnalysisCard> {
  const analysis = await findAnalysis(db, id)
  if (!analysis || analysis.roleId !== roleId) throw new NotFound(NO_ANALYSIS)
  return analysis
}

/** Asks several holders of a role what the job needs, in a framework's words. Returns its id. Throws NotFound, Forbidden, Invalid, Conflict. */
export function openAnalysis(
  ctx: Context,
  { roleId, framework: slug, people }: { roleId: string; framework: string; people: readonly string[] },
): Promise<string> {
  const id = ctx.newId()
  return ctx.write(async (tx) => {
    // Two windows that ask at the same moment would each find nothing open.
    await holdOrganization(tx)
    const role = await roleToEdit(ctx, tx, roleId)
    if (role.closedAt !== null) throw new Conflict(`“${role.title}” is closed. Open it again first.`)
    const framework = await askable(tx, slug)
    const asked = await holdersAmong(ctx, tx, roleId, people)
    refuseNumber(asked.length)
    await refuseSecond(tx, role, framework)
    const openedAt = ctx.now()
    const openedBy = ctx.viewer.person?.id ?? null
    await insertAnalysis(tx, { id, roleId, frameworkId: framework.id, openedAt, openedBy })
    await insertIncumbents(tx, id, incumbentsFrom(asked, openedAt))
    await record(ctx, tx, {
      act: 'job analysis: opened',
      on: roleSubject(role),
      also: asked.map(personSubject),
      note: { framework: framework.title },
    })
    return id
  })
}

async function askable(db: Db, slug: string): Promise<Framework> {
  const framework = await findFramework(db, slug)
  if (!framework) throw new Invalid({ framework: 'Choose the framework in whose words to ask.' })
  if (statementsAsked(framework).length === 0)
    throw new Invalid({
      framework: `${framework.title} describes no behaviour at levels, so there is nothing to ask. Choose another.`,
    })
  return framework
}

/** Of these people those who hold the role, each once. Throws Invalid when somebody does not. */
async function holdersAmong(
  ctx: Context,
  db: Db,
  roleId: string,
  people: readonly string[],
): Promise<Holder[]> {
  const holders = await listHolders(db, roleId, dayOf(ctx.now()))
  const wanted = new Set(people)
  if ([...wanted].some((id) => !holders.some(({ personId }) => personId === id)))
    throw new Invalid({ people: 'Somebody here does not hold the role any more. Choose from the list.' })
  return holders.filter(({ personId }) => wanted.has(personId))
}

function refuseNumber(count: number): void {
  if (count < FEWEST)
    throw new Invalid({ people: 'Choose at least two people: one alone cannot be compared with anybody.' })
  if (count > MOST)
    throw new Invalid({
      people: `Choose at most ${MOST} people: with more, nobody can talk over what they see differently.`,
    })
}

async function refuseSecond(db: Db, role: Role, framework: Framework): Promise<void> {
  const open = (await listAnalyses(db, role.id)).find(
    ({ frameworkId, closedAt }) => frameworkId === framework.id && closedAt === null,
  )
  if (open)
    throw new Conflict(
      `An analysis of “${role.title}” with ${framework.title} is open already. Ask further people there, or close it first.`,
    )
}

function incumbentsFrom(holders: readonly Holder[], askedAt: Date) {
  return holders.map(({ personId, startsOn }) => {
    const months = monthsIn(startsOn, dayOf(askedAt))
    return { personId, months, askedAt }
  })
}

const personSubject = ({ personId, name }: Pick<Holder, 'personId' | 'name'>) => ({
  kind: 'person',
  id: personId,
  name,
})

/** Asks further holders. Whoever is asked already stays as they are. Throws NotFound, Forbidden, Invalid, Conflict. */
export function askMore(
  ctx: Context,
  { roleId, analysisId, people }: { roleId: string; analysisId: string; people: readonly string[] },
): Promise<void> {
  return ctx.write(async (tx) => {
    const { role, analysis } = await analysisToChange(ctx, tx, { roleId, analysisId })
    if (isOpenToLook(analysis))
      throw new Conflict(
        'Everybody has answered, so the answers can be seen and nobody could answer alone any more. Close this analysis and open another one to ask further people.',
      )
    const holders = await holdersAmong(ctx, tx, roleId, people)
    const fresh = holders.filter(
      (one) => !analysis.incumbents.some(({ personId }) => personId === one.personId),
    )
    if (fresh.length === 0) return nothingHappened(tx)
    refuseNumber(analysis.incumbents.length + fresh.length)
    await insertIncumbents(tx, analysis.id, incumbentsFrom(fresh, ctx.now()))
    await record(ctx, tx, {
      act: 'job analysis: asked',
      on: roleSubject(role),
      also: fresh.map(personSubject),
    })
  })
}

/** The analysis, still open. Throws NotFound, Forbidden, and Conflict when it is closed. */
async function analysisToChange(
  ctx: Context,
  tx: Tx,
  { roleId, analysisId }: { roleId: string; analysisId: string },
): Promise<{ role: Role; analysis: AnalysisCard }> {
  const role = await roleToEdit(ctx, tx, roleId)
  const analysis = await analysisFor(tx, roleId, analysisId)
  if (analysis.closedAt !== null)
    throw new Conflict('This analysis is closed. Open another one to ask anew; what was said stays here.')
  return { role, analysis }
}

/** Somebody who has not submitted is no longer asked; what they had begun is gone. Throws NotFound, Forbidden, Conflict. */
export function askNoLonger(
  ctx: Context,
  { roleId, analysisId, personId }: { roleId: string; analysisId: string; personId: string },
): Promise<void> {
  return ctx.write(async (tx) => {
    const { role, analysis } = await analysisToChange(ctx, tx, { roleId, analysisId })
    const one = analysis.incumbents.find((incumbent) => incumbent.personId === personId)
    if (!one) return nothingHappened(tx)
    if (one.submittedAt !== null)
      throw new Conflict(`${one.name} has answered already, and what somebody has said is not thrown away.`)
    await deleteIncumbent(tx, analysisId, personId)
    await record(ctx, tx, { act: 'job analysis: unasked', on: roleSubject(role), also: [personSubject(one)] })
  })
}

/** No more answers are taken. What people began and did not submit is gone. Throws NotFound, Forbidden, Conflict. */
export function closeAnalysis(
  ctx: Context,
  { roleId, analysisId }: { roleId: string; analysisId: string },
): Promise<void> {
  return ctx.write(async (tx) => {
    const { role, analysis } = await analysisToChange(ctx, tx, { roleId, analysisId })
    const answered = analysis.incumbents.filter(({ submittedAt }) => submittedAt !== null)
    if (answered.length === 0)
      throw new Conflict('Nobody has answered yet, so there would be nothing in it. Wait, or ask others.')
    for (const { personId, submittedAt } of analysis.incumbents)
      if (submittedAt === null) await deleteIncumbent(tx, analysis.id, personId)
    await setClosed(tx, analysis.id, ctx.now())
    const note = { asked: analysis.incumbents.length, answered: answered.length }
    await record(ctx, tx, { act: 'job analysis: closed', on: roleSubject(role), note })
  })
}

/** Throws Conflict as long as somebody still answers alone. */
export function refuseTooEarly(analysis: AnalysisCard): void {
  if (!isOpenToLook(analysis))
    throw new Conflict(
      'People are still answering, each alone. Once all have, or you have closed it, you can talk about it.',
    )
}
