import { queueMail } from '#account/actions/mail.ts'
import type { Context } from '#context.ts'
import { Invalid, NotFound } from '#errors.ts'
import type { Framework } from '#framework/model.ts'
import { record } from '#history/actions.ts'
import { dayOf } from '#people/day.ts'
import { frameworksById } from '#role/store/frameworks.ts'
import type { Db, Tx } from '#schema.ts'
import { askLetter } from '../candidate/letters-outcome.ts'
import { assessed } from '../kit/criteria.ts'
import { type AfterMonths, type Ask, asksOn, type OutcomeInput, UNSEEN } from '../ledger/outcome.ts'
import type { Criterion } from '../model.ts'
import { findMailTo, listHires, listOutcomesOf, putOutcome, takeAsking } from '../store/outcomes.ts'
import { listCriteria } from '../store/vacancies.ts'

/** What the viewer can say now about people who report to them. */
export async function listAsks({ viewer, now }: Pick<Context, 'viewer' | 'now'>, db: Db): Promise<Ask[]> {
  const me = viewer.person?.id
  const today = dayOf(now())
  const mine = (await listHires(db, today)).filter(({ managerId }) => managerId === me)
  return me === undefined ? [] : asksOn(mine, today)
}

export interface OpenedOutcome {
  ask: Ask
  /** What was assessed, without anything that was rated. */
  criteria: Criterion[]
  /** By id. */
  frameworks: Map<string, Framework>
  /** By criterion: what was said already, a level's key or `UNSEEN`. */
  values: Record<string, string>
}

interface Which {
  candidateId: string
  after: AfterMonths
}

/** Throws NotFound for everybody but the manager, and outside the time in which it can be said. */
export function openOutcome(ctx: Context, which: Which): Promise<OpenedOutcome> {
  return ctx.read((db) => outcomeIn(ctx, db, which))
}

async function outcomeIn(ctx: Context, db: Db | Tx, { candidateId, after }: Which): Promise<OpenedOutcome> {
  const asks = await listAsks(ctx, db)
  const ask = asks.find((one) => one.hire.candidateId === candidateId && one.after === after)
  if (!ask)
    throw new NotFound(
      'There is nothing to say here now. It is asked of whoever the person reports to, for three months.',
    )
  const criteria = assessed(await listCriteria(db, ask.hire.vacancyId))
  const ids = criteria.map(({ framework }) => framework)
  const said = await listOutcomesOf(db, { candidateId, after })
  return {
    ...{ ask, criteria, frameworks: await frameworksById(db, ids) },
    values: Object.fromEntries(said.map(({ criterion, level }) => [criterion, level ?? UNSEEN])),
  }
}

/**
 * Writes down at which level somebody uses each competency; it can be changed while its time lasts. The history says that it was
 * said, never what. Throws NotFound, and Invalid while one is left open.
 */
export function sayOutcome(ctx: Context, which: Which, input: OutcomeInput): Promise<void> {
  return ctx.write(async (tx) => {
    const { ask, criteria, frameworks } = await outcomeIn(ctx, tx, which)
    const levels = criteria.map((criterion) => ({
      criterion,
      level: levelGiven(criterion, frameworks.get(criterion.framework), input[criterion.id]),
    }))
    const open = levels.filter(({ level }) => level === undefined)
    if (open.length > 0)
      throw new Invalid(
        Object.fromEntries(
          open.map(({ criterion }) => [
            criterion.id,
            `Choose a level for ${criterion.name}, or say that you have not seen enough of it.`,
          ]),
        ),
      )
    const by = { ratedBy: ctx.viewer.person?.id ?? null, ratedAt: ctx.now() }
    for (const { criterion, level = null } of levels)
      await putOutcome(tx, { id: ctx.newId(), ...which, criterion: criterion.id, level, ...by })
    await record(ctx, tx, {
      act: 'hiring: outcome said',
      on: { kind: 'person', id: ask.hire.personId, name: ask.hire.name },
      note: { afterMonths: which.after },
    })
  })
}

/** Undefined: nothing was chosen. Null: not seen enough of it. */
function levelGiven(
  { level }: Criterion,
  framework: Framework | undefined,
  given: string | undefined,
): string | null | undefined {
  if (given === UNSEEN) return null
  const keys = framework?.scale.levels.map(({ key }) => key) ?? [level]
  return given !== undefined && keys.includes(given) ? given : undefined
}

/** Asks each manager once for each time, by mail, as soon as it can be said. */
export async function askManagers(ctx: Context): Promise<void> {
  const at = ctx.now()
  await ctx.keep(async (tx) => {
    const asks = asksOn(await listHires(tx, dayOf(at)), dayOf(at))
    for (const { hire, after, closesOn, isAnswered } of asks) {
      const to = hire.managerId === null ? undefined : await findMailTo(tx, hire.managerId)
      if (isAnswered || !to) continue
      if (!(await takeAsking(tx, { candidateId: hire.candidateId, after, at }))) continue
      const letter = askLetter({ to: to.name, name: hire.name, after, closesOn })
      await queueMail(ctx, tx, { to: to.email, personId: hire.personId, ...letter })
    }
  })
}
