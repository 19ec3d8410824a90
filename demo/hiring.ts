/** What has happened in the vacancies of the example: who applied, what the panels rated, agreed, decided and signed. */
import type { Context } from '../src/context.ts'
import { recordAll } from '../src/history/actions.ts'
import { moveCandidate, switchLink } from '../src/recruit/actions/candidate.ts'
import { decide, openDecision, signDecision } from '../src/recruit/actions/decision.ts'
import { hire } from '../src/recruit/actions/hire.ts'
import { openVacancy } from '../src/recruit/actions/look.ts'
import { putInterview } from '../src/recruit/store/interviews.ts'
import { setState } from '../src/recruit/store/state.ts'
import type { Tx } from '../src/schema.ts'
import type { DemoClock } from './clock.ts'
import { ADVISER } from './hiring-adviser.ts'
import type { Hiring } from './hiring-facts.ts'
import { happenedIn } from './hiring-history.ts'
import { loadIntake } from './hiring-intake.ts'
import { writeLetter } from './hiring-letters.ts'
import { insertCandidates, insertJudgements } from './hiring-rows.ts'
import {
  type AtMoment,
  agreedOf,
  candidateIdOf,
  candidateRowsOf,
  cardsOf,
  interviewsOf,
  type Scene,
} from './hiring-scene.ts'
import { TECHNICIAN } from './hiring-technician.ts'
import { demoId, firstDayOf, idsOf } from './rows.ts'

export async function loadHiring(ctx: Context, clock: DemoClock, at: AtMoment): Promise<void> {
  await loadIntake(ctx, clock, at)
  for (const hiring of [ADVISER, TECHNICIAN]) {
    const vacancyId = demoId('vacancy', hiring.vacancy)
    const opened = await ctx.read((db) => openVacancy(ctx, db, vacancyId))
    const scene = { hiring, opened, clock, at }
    if (opened.vacancy.state === 'planned') await openForApplications(scene)
    if (['planned', 'open'].includes(opened.vacancy.state)) await ctx.write((tx) => fill(tx, scene))
    if (hiring.decision && !['decided', 'closed'].includes(opened.vacancy.state)) await conclude(scene)
  }
}

async function openForApplications({ hiring, clock, at, opened }: Scene): Promise<void> {
  const ctx = at(clock.moment(hiring.linkDaysAgo, 11), hiring.by)
  await switchLink({ ...ctx, newId: idsOf('salt', `link of ${hiring.vacancy}`) }, opened.vacancy.id, true)
}

/** All that happened before the decision. */
async function fill(tx: Tx, scene: Scene): Promise<void> {
  const { opened, at } = scene
  await insertCandidates(tx, candidateRowsOf(scene))
  for (const interview of interviewsOf(scene)) await putInterview(tx, interview)
  await setState(tx, opened.vacancy.id, 'interviews', ['open'])
  const [cards, agreed] = [cardsOf(scene), agreedOf(scene)]
  const numbers = await insertJudgements(tx, opened.vacancy.id, { cards, agreed })
  const happened = happenedIn(scene, { cards, agreed, numbers })
  await recordAll(
    tx,
    happened.map(({ moment, by, act }) => ({ ctx: at(moment, by), act })),
  )
}

/** The decision, the signatures below it, and what it came to. */
async function conclude(scene: Scene): Promise<void> {
  const { hiring, opened, clock, at } = scene
  const { decision, signatures, after } = hiring
  if (!decision) return
  const vacancyId = opened.vacancy.id
  const chair = at(clock.moment(decision.daysAgo, 14), decision.by)
  const { head } = await openDecision(chair, vacancyId)
  const entries = Object.entries(decision.entries).map(([key, { place = null, ...said }]) => ({
    ...{ candidate: candidateIdOf(scene, key), place, despite: '', ...said },
  }))
  await decide({ ...chair, newId: idsOf('decision', hiring.vacancy) }, vacancyId, {
    ...{ seen: head, entries, changes: '' },
  })
  for (const { by, daysAgo, dissent } of signatures) {
    const member = at(clock.moment(daysAgo, 10), by)
    await signDecision({ ...member, newId: idsOf('decision', `${hiring.vacancy}/${by}`) }, vacancyId, {
      dissent,
    })
  }
  for (const one of after) await tell(scene, one)
  for (const letter of hiring.letters) await writeLetter(scene, letter)
}

/** So long before their first day somebody is entered among the people. */
const DAYS_BEFORE = 8

const hiredIn = ({ after }: Hiring) => after.find(({ stage }) => stage === 'hired')?.candidate ?? ''

/** What the candidate is told; who is hired is somebody of the example, by the same key. */
async function tell(scene: Scene, { candidate, stage, daysAgo }: Hiring['after'][number]): Promise<void> {
  const { hiring, opened, clock, at } = scene
  const which = { vacancyId: opened.vacancy.id, candidateId: candidateIdOf(scene, candidate) }
  const entered = clock.daysSince(firstDayOf(hiredIn(hiring), clock)) + DAYS_BEFORE
  const ctx = at(clock.moment(daysAgo ?? entered, 12), hiring.by)
  if (stage !== 'hired') return moveCandidate(ctx, which, { stage, mail: null })
  const ids = idsOf('onboarding', `${hiring.vacancy}/${candidate}`)
  const hired = { personId: demoId('person', candidate), startsOn: firstDayOf(candidate, clock) }
  await hire({ ...ctx, newId: ids }, which, hired)
}
