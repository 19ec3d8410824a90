/** What has happened in the vacancies of the example: who applied, what the panels rated, agreed, decided and signed. */
import type { Context } from '../src/context.ts'
import { recordAll } from '../src/history/actions.ts'
import { moveCandidate, openCandidate, switchLink } from '../src/recruit/actions/candidate.ts'
import { decide, openDecision, signDecision } from '../src/recruit/actions/decision.ts'
import { hire } from '../src/recruit/actions/hire.ts'
import { openVacancy } from '../src/recruit/actions/look.ts'
import { movesOf } from '../src/recruit/candidate/stage.ts'
import { putInterview } from '../src/recruit/store/interviews.ts'
import { setState } from '../src/recruit/store/state.ts'
import type { Tx } from '../src/schema.ts'
import type { DemoClock } from './clock.ts'
import { ADVISER } from './hiring-adviser.ts'
import type { DemoDecision, Hiring } from './hiring-facts.ts'
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
    const { state, link } = opened.vacancy
    if (state === 'planned') await switchLinkOf(scene, hiring.linkDaysAgo, true)
    if (state === 'planned' || state === 'open') await ctx.write((tx) => fill(tx, scene))
    // The link is ended when everything else is done, so a load that was cut short goes on here.
    if (hiring.decision && (state === 'planned' || link !== null)) await conclude(scene, hiring.decision)
  }
}

async function switchLinkOf(scene: Scene, daysAgo: number, on: boolean): Promise<void> {
  const { hiring, clock, at, opened } = scene
  const ctx = at(clock.moment(daysAgo, 11), hiring.by)
  const newId = on ? idsOf('salt', `link of ${hiring.vacancy}`) : ctx.newId
  await switchLink({ ...ctx, newId }, opened.vacancy.id, on)
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
async function conclude(scene: Scene, decision: DemoDecision): Promise<void> {
  const { hiring, opened, clock, at } = scene
  const vacancyId = opened.vacancy.id
  if (opened.vacancy.state !== 'decided') await decideAll(scene, decision)
  for (const { by, daysAgo, dissent } of hiring.signatures) {
    const member = at(clock.moment(daysAgo, 10), by)
    const newId = idsOf('decision', `${hiring.vacancy}/${by}`)
    await signDecision({ ...member, newId }, vacancyId, { dissent })
  }
  for (const one of hiring.after) await tell(scene, one)
  for (const letter of hiring.letters) await writeLetter(scene, letter)
  await switchLinkOf(scene, decision.daysAgo, false)
}

async function decideAll(scene: Scene, { by, daysAgo, entries }: DemoDecision): Promise<void> {
  const { hiring, opened, clock, at } = scene
  const chair = at(clock.moment(daysAgo, 14), by)
  const { head } = await openDecision(chair, opened.vacancy.id)
  const sheet = Object.entries(entries).map(([key, { place = null, ...said }]) => ({
    ...{ candidate: candidateIdOf(scene, key), place, despite: '', ...said },
  }))
  await decide({ ...chair, newId: idsOf('decision', hiring.vacancy) }, opened.vacancy.id, {
    ...{ seen: head, entries: sheet, changes: '' },
  })
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
  const { candidate: now } = await ctx.read((db) => openCandidate(ctx, db, which))
  if (!movesOf(now).includes(stage)) return
  if (stage !== 'hired') return moveCandidate(ctx, which, { stage, mail: null })
  const ids = idsOf('onboarding', `${hiring.vacancy}/${candidate}`)
  const hired = { personId: demoId('person', candidate), startsOn: firstDayOf(candidate, clock) }
  await hire({ ...ctx, newId: ids }, which, hired)
}
