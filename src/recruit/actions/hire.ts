/** Hiring: a candidate comes among the people, and what they are to learn is handed over. */
import type { Context } from '#context.ts'
import { Conflict, Invalid, NotFound } from '#errors.ts'
import { record } from '#history/actions.ts'
import { lookAt } from '#people/actions/look.ts'
import { enterPerson, subjectOfPerson } from '#people/actions/person.ts'
import type { PersonInput, PostInput } from '#people/model.ts'
import { findPerson, namesOf } from '#people/store.ts'
import { findRole } from '#role/store.ts'
import type { Db, Tx } from '#schema.ts'
import { isAllowed } from '#viewer.ts'
import { recruitAccess } from '../access.ts'
import { reachedAfter } from '../candidate/stage.ts'
import { type Decision, latestDecisions } from '../decision/decision.ts'
import { goalsOf, type Onboarding } from '../decision/onboarding.ts'
import type { Candidate } from '../model.ts'
import type { Opened } from '../opened.ts'
import { holdCandidate, setPerson, setStage } from '../store/candidates.ts'
import { lastSeal, listDecisions } from '../store/decisions.ts'
import { findOnboarding, insertOnboarding } from '../store/onboarding.ts'
import { findVacancy } from '../store/vacancies.ts'
import { candidateAct } from './apply.ts'
import { openCandidate } from './candidate.ts'
import { frameworksOf } from './view.ts'

interface Which {
  vacancyId: string
  candidateId: string
}

/** What is known when somebody is to be hired. */
export interface Hiring extends Opened {
  candidate: Candidate
  /** What holds about them; undefined: nothing is decided. */
  decision: Decision | undefined
  /** Of the role, for the post. */
  roleTitle: string
  /** Why they cannot be hired now; null: they can. */
  obstacle: string | null
}

/** For who looks after candidates. Throws NotFound. */
export function openHiring(ctx: Context, which: Which): Promise<Hiring> {
  return ctx.read((db) => hiringOf(ctx, db, which))
}

async function hiringOf(ctx: Context, db: Db, which: Which): Promise<Hiring> {
  const opened = await openCandidate(ctx, db, which)
  const { vacancy, candidate } = opened
  const decision = latestDecisions(await listDecisions(db, vacancy.id)).get(candidate.id)
  const role = await findRole(db, vacancy.roleId)
  const obstacle = hireObstacle(candidate, decision)
  return { ...opened, decision, roleTitle: role?.title ?? vacancy.title, obstacle }
}

function hireObstacle(candidate: Candidate, decision: Decision | undefined): string | null {
  const { name, stage } = candidate
  if (candidate.personId !== null) return `${name} is among the people already.`
  if (candidate.erasedAt) return 'What was known about this candidate has been erased.'
  if (candidate.withdrawnAt) return `${name} has withdrawn.`
  if (decision?.outcome !== 'offer')
    return `Nobody is hired without a decision. Say on the decision sheet that ${name} is offered the job, and why.`
  if (stage !== 'offered' && stage !== 'hired')
    return `Offer ${name} the job first; when they have accepted, enter them here.`
  return null
}

/** Somebody who is among the people already, or who comes new, with their post. */
export type Hired = { personId: string } | { person: PersonInput; post: PostInput | null }

/**
 * Enters the candidate among the people, or links them to who is there, sets their stage, and hands over what they are to learn.
 * Returns the ids. `startsOn`: ISO. Throws NotFound, Conflict when they cannot be hired now, and Invalid by the form's fields.
 */
export function hire(
  ctx: Context,
  which: Which,
  { startsOn, ...hired }: Hired & { startsOn: string },
): Promise<{ personId: string; onboardingId: string }> {
  const ids = { person: ctx.newId(), post: ctx.newId() }
  const onboardingId = ctx.newId()
  return ctx.write(async (tx) => {
    const reached = await holdCandidate(tx, which.candidateId)
    // Nobody changes the decision meanwhile.
    await lastSeal(tx, which.vacancyId, true)
    const hiring = await hiringOf(ctx, tx, which)
    if (hiring.obstacle !== null || reached === undefined) throw new Conflict(hiring.obstacle ?? '')
    const personId =
      'personId' in hired
        ? await idOfPresent(tx, hired.personId)
        : await enterPerson(ctx, tx, { ids, input: hired.person, post: hired.post })
    const { candidate, vacancy, criteria, decision } = hiring
    await setStage(tx, candidate.id, { stage: 'hired', reached: reachedAfter(reached, 'hired') })
    await setPerson(tx, candidate.id, personId)
    const frameworks = await frameworksOf(tx, hiring)
    await insertOnboarding(tx, {
      ...{ id: onboardingId, vacancyId: vacancy.id, candidateId: candidate.id, personId, startsOn },
      goals: goalsOf(criteria, decision?.basis ?? null, frameworks),
      ...{ madeBy: ctx.viewer.person?.id ?? null, madeAt: ctx.now() },
    })
    const name = (await namesOf(tx, [personId])).get(personId) ?? ''
    const act = candidateAct('candidate: hired', vacancy, candidate.id)
    await record(ctx, tx, { ...act, also: [...act.also, subjectOfPerson({ id: personId, name })] })
    return { personId, onboardingId }
  })
}

async function idOfPresent(tx: Tx, id: string): Promise<string> {
  const person = await findPerson(tx, id)
  if (!person) throw new Invalid({ who: 'This person is not there any more. Choose somebody else.' })
  return person.id
}

/** A hand-over, with what its page says. */
export interface OnboardingView {
  onboarding: Onboarding
  /** The person's name. */
  name: string
  isOwn: boolean
  role: { id: string; title: string }
  /** The vacancy's page, for who has a part in it. */
  vacancy: { id: string; title: string } | null
  /** The people's page shows them. */
  isInDirectory: boolean
}

/** For the person, their managers, HR and those who recruit; for all others it is not there. Throws NotFound. */
export function openOnboarding(ctx: Context, id: string): Promise<OnboardingView> {
  return ctx.read(async (db) => {
    const gone = new NotFound('There is no such page, or it is not for you.')
    const onboarding = await findOnboarding(db, id)
    if (!onboarding) throw gone
    const { personId, vacancyId } = onboarding
    const seen = await lookAt(ctx, db, personId).catch((error: unknown) => {
      if (error instanceof NotFound) return null
      throw error
    })
    const recruits = isAllowed(ctx.viewer, recruitAccess.recruit)
    if (seen?.sight !== 'whole' && !recruits) throw gone
    const vacancy = await findVacancy(db, vacancyId)
    const role = vacancy && (await findRole(db, vacancy.roleId))
    if (!vacancy || !role) throw gone
    return {
      ...{ onboarding, role: { id: role.id, title: role.title }, isInDirectory: seen !== null },
      name: (await namesOf(db, [personId])).get(personId) ?? 'Somebody',
      isOwn: ctx.viewer.person?.id === personId,
      vacancy: recruits ? { id: vacancy.id, title: vacancy.title } : null,
    }
  })
}
