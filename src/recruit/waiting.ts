/** What waits for somebody in hiring: counted and named, never rated. */

import { wallIn } from './candidate/zone.ts'
import type { VacancyState } from './model.ts'

/** What stands open in one vacancy, for one viewer. */
export interface OpenWork {
  vacancy: string
  title: string
  state: VacancyState
  isFixed: boolean
  decideBy: string | null
  /** The viewer is on the panel now. */
  onPanel: boolean
  chairs: boolean
  prepared: boolean
  /** Candidates who have applied and not heard anything yet. */
  applied: number
  /** From yesterday to tomorrow, the earliest first; `startsAt` as text. */
  interviews: { candidate: string; name: string; startsAt: string; minutes: number; zone: string }[]
  /** Whose interview is over, and whom the viewer has not rated. */
  unrated: { candidate: string; name: string }[]
  /** Everybody who was invited is rated or was talked about, and nothing is decided. */
  allRated: boolean
  /** Candidates about whom it is decided, and who have not heard. */
  untold: number
  /** Something is decided that the viewer, who is on the panel, has not signed as it stands. */
  unsigned: boolean
}

export type WaitingKind =
  | 'interview'
  | 'rate'
  | 'sign'
  | 'tell'
  | 'due'
  | 'prepare'
  | 'answer'
  | 'decide'
  | 'fix'

export interface Waiting extends Pick<OpenWork, 'vacancy' | 'title'> {
  kind: WaitingKind
  /** Whom it is about; null: nobody, or more than one. */
  candidate: { id: string; name: string } | null
  /** "14:30", for interviews; how many, for applications and those who are to hear; the day, for decisions. */
  detail: string | null
}

/** In this order of urgency. */
const URGENCY: WaitingKind[] = [
  'interview',
  'rate',
  'sign',
  'tell',
  'due',
  'prepare',
  'answer',
  'decide',
  'fix',
]

/** Decisions are called for so many days ahead. */
const DAYS_AHEAD = 7

/** What waits for a viewer, the most pressing first. `oversees`: makes vacancies and answers candidates. */
export function waitingFor(
  all: readonly OpenWork[],
  { now, oversees }: { now: Date; oversees: boolean },
): Waiting[] {
  const lines = all.flatMap((one) => [
    ...interviewsToday(one, now),
    ...(one.onPanel ? forPanel(one) : []),
    ...forWhoDecides(one, { now, oversees }),
  ])
  return lines.toSorted((a, b) => URGENCY.indexOf(a.kind) - URGENCY.indexOf(b.kind))
}

const line = ({ vacancy, title }: OpenWork, kind: WaitingKind): Waiting => ({
  ...{ vacancy, title, kind, candidate: null, detail: null },
})

/** Those of the day as it is where they are held, until they are over. Once it is decided, nobody is rated any more. */
function interviewsToday(one: OpenWork, now: Date): Waiting[] {
  if (one.state === 'decided' || one.state === 'closed') return []
  return one.interviews.flatMap(({ candidate, name, startsAt, minutes, zone }) => {
    const at = new Date(startsAt)
    const { day, time } = wallIn(zone, at)
    const isOver = at.getTime() + minutes * 60_000 < now.getTime()
    if (isOver || day !== wallIn(zone, now).day) return []
    return [{ ...line(one, 'interview'), candidate: { id: candidate, name }, detail: time }]
  })
}

function forPanel(one: OpenWork): Waiting[] {
  const isOpen = one.state !== 'decided' && one.state !== 'closed'
  return [
    ...one.unrated.map(({ candidate, name }) => ({
      ...line(one, 'rate'),
      candidate: { id: candidate, name },
    })),
    ...(one.unsigned ? [line(one, 'sign')] : []),
    ...(isOpen && !one.prepared ? [line(one, 'prepare')] : []),
  ]
}

function forWhoDecides(one: OpenWork, { now, oversees }: { now: Date; oversees: boolean }): Waiting[] {
  const { state, applied, decideBy, isFixed, allRated, untold } = one
  const until = new Date(now.getTime() + DAYS_AHEAD * 86_400_000).toISOString().slice(0, 10)
  const isDue = state === 'interviews' && decideBy !== null && decideBy <= until
  const decides = oversees || one.chairs
  return [
    ...(oversees && untold > 0 ? [{ ...line(one, 'tell'), detail: String(untold) }] : []),
    ...(decides && allRated ? [{ ...line(one, 'due'), detail: isDue ? decideBy : null }] : []),
    ...(oversees && applied > 0 ? [{ ...line(one, 'answer'), detail: String(applied) }] : []),
    ...(decides && isDue && !allRated ? [{ ...line(one, 'decide'), detail: decideBy }] : []),
    ...(oversees && !isFixed && state !== 'closed' ? [line(one, 'fix')] : []),
  ]
}
