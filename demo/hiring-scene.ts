/** A vacancy of the example as rows: who applied, when they were interviewed, what each member gave, what was agreed. */
import type { Context } from '../src/context.ts'
import type { Interview } from '../src/recruit/candidate/interview.ts'
import { noticeOf } from '../src/recruit/candidate/notice.ts'
import { momentIn, wallIn } from '../src/recruit/candidate/zone.ts'
import type { Opened } from '../src/recruit/opened.ts'
import type { DemoClock } from './clock.ts'
import { entriesOf, questionAbout } from './hiring-cards.ts'
import type { DemoCandidate, Hiring } from './hiring-facts.ts'
import type { AgreedRow, CandidateRow, CardRow } from './hiring-rows.ts'
import { demoId } from './rows.ts'

export const ZONE = 'Europe/London'
const MINUTE_MS = 60_000

/** The example at a moment, as somebody of the cast or as Sightline itself. */
export type AtMoment = (moment: Date, key?: string) => Context

/** A vacancy of the example while it is being filled with what happened in it. */
export interface Scene {
  hiring: Hiring
  opened: Opened
  clock: DemoClock
  at: AtMoment
}

export const candidateIdOf = ({ hiring }: Pick<Scene, 'hiring'>, key: string) =>
  demoId('candidate', `${hiring.vacancy}/${key}`)

export function candidateRowsOf(scene: Scene): CandidateRow[] {
  const { hiring, opened, at, clock } = scene
  const notice = noticeOf({ organization: at(clock.today).viewer.organization.name, ...opened })
  return hiring.candidates.map((one) => {
    const { name, letter, accommodation, stage, said, appliedDaysAgo, withdrewDaysAgo } = one
    return {
      ...{ id: candidateIdOf(scene, one.key), vacancyId: opened.vacancy.id, name, letter, accommodation },
      ...{ notice, said, stage, reached: stage === 'refused' ? 'applied' : stage },
      email: one.isByHand ? null : `${name.toLowerCase().replaceAll(' ', '.')}@post.example`,
      ...{ appliedAt: clock.moment(appliedDaysAgo, 8), erasedAt: null, personId: null },
      withdrawnAt: withdrewDaysAgo === undefined ? null : clock.moment(withdrewDaysAgo, 18),
    }
  })
}

/** When an interview begins, as the clocks at Marlbrook say it. */
export const startOf = (
  { clock }: Pick<Scene, 'clock'>,
  { daysAgo, time }: NonNullable<DemoCandidate['interview']>,
) => momentIn(ZONE, workingDay(clock, daysAgo), daysAgo === 0 ? laterToday(clock, time) : time)

/** Whoever looks in after the interview was over would find none today. */
function laterToday(clock: DemoClock, time: string): string {
  const now = wallIn(ZONE, clock.today).time
  return [time, '17:00', '18:30'].find((one) => one > now) ?? time
}

/** Nobody was interviewed at a weekend: then it was the Friday before. What is still to come stays on its day. */
function workingDay(clock: DemoClock, daysAgo: number): string {
  const weekday = clock.moment(daysAgo).getUTCDay()
  if (daysAgo <= 0 || (weekday > 0 && weekday < 6)) return clock.day(daysAgo)
  return clock.day(daysAgo + (weekday === 0 ? 2 : 1))
}

export function interviewsOf(scene: Scene): Interview[] {
  const { hiring } = scene
  return hiring.candidates.flatMap(({ key, interview }) =>
    interview
      ? {
          ...{ id: demoId('interview', `${hiring.vacancy}/${key}`), candidateId: candidateIdOf(scene, key) },
          ...{ startsAt: startOf(scene, interview), minutes: hiring.minutes, zone: ZONE, place: hiring.room },
          ...{ sequence: 0, cancelledAt: null },
        }
      : [],
  )
}

/** A card and the key of the member whose it is. */
export type DemoCard = CardRow & { by: string }

/** The submitted cards, each member twenty minutes after the one before; then those that were begun. */
export function cardsOf(scene: Scene): DemoCard[] {
  const { cards, halfDone, minutes } = scene.hiring
  const given = Object.entries(cards).flatMap(([candidate, byMember]) =>
    Object.entries(byMember).map(([by, lines], i) =>
      cardOf(scene, { candidate, by, lines, after: minutes + 20 * (i + 1) }),
    ),
  )
  const begun = Object.entries(halfDone?.cards ?? {}).map(([candidate, lines]) =>
    cardOf(scene, { candidate, by: halfDone?.by ?? '', lines, after: null }),
  )
  return [...given, ...begun]
}

interface CardFacts {
  candidate: string
  by: string
  lines: string
  /** Minutes after the interview's beginning at which it was submitted; null: it is not. */
  after: number | null
}

function cardOf(scene: Scene, { candidate, by, lines, after }: CardFacts): DemoCard {
  const { hiring, opened } = scene
  const interview = hiring.candidates.find(({ key }) => key === candidate)?.interview
  if (!interview) throw new Error(`${candidate} was not interviewed.`)
  const startedAt = startOf(scene, interview)
  const personId = demoId('person', by)
  const lean = (opened.panel.findIndex((one) => one.personId === personId) % 3) - 1
  return {
    ...{ id: demoId('scorecard', `${hiring.vacancy}/${candidate}/${by}`), startedAt, by },
    ...{ candidateId: candidateIdOf(scene, candidate), personId },
    submittedAt: after === null ? null : new Date(startedAt.getTime() + after * MINUTE_MS),
    entries: entriesOf(opened, lines, lean),
  }
}

export function agreedOf(scene: Scene): (AgreedRow & { by: string })[] {
  const { hiring, opened, clock } = scene
  return hiring.agreed.map(({ candidate, question, rating, level, months, by, daysAgo, reason }, i) => ({
    ...{ id: demoId('consensus', `${hiring.vacancy}/${candidate}/${question}`), rating, level, months, by },
    ...{ candidateId: candidateIdOf(scene, candidate), question: questionAbout(opened, question).id },
    ...{ reason, madeBy: demoId('person', by) },
    madeAt: new Date(clock.moment(daysAgo, 13).getTime() + i * MINUTE_MS),
  }))
}
