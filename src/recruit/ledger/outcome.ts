/**
 * How somebody does in the job: the manager says, after 6 and after 12 months, which level each assessed competency is used at.
 * Whoever says it does not see what was rated at the interview, so that it is not rated towards it.
 */
import { z } from 'zod'

export const AFTER_MONTHS = [6, 12] as const
export type AfterMonths = (typeof AFTER_MONTHS)[number]

/** So long after its day it can still be said; later it would be about another time. */
const OPEN_MONTHS = 3

/** Somebody who was hired by a vacancy and entered among the people. */
export interface Hire {
  candidateId: string
  personId: string
  name: string
  vacancyId: string
  title: string
  /** Their first day. */
  startsOn: string
  /** To whom they report now; null: to nobody. */
  managerId: string | null
  /** For which months the manager has answered. */
  answered: AfterMonths[]
}

/** What a manager is asked about somebody. */
export interface Ask {
  hire: Hire
  after: AfterMonths
  /** The first and the last day on which it can be said. */
  opensOn: string
  closesOn: string
  isAnswered: boolean
}

/** What can be said today, the one that closes first on top. */
export function asksOn(hires: readonly Hire[], today: string): Ask[] {
  const all = hires.flatMap((hire) =>
    AFTER_MONTHS.map((after) => ({
      ...{ hire, after, opensOn: monthsAfter(hire.startsOn, after) },
      closesOn: monthsAfter(hire.startsOn, after + OPEN_MONTHS),
      isAnswered: hire.answered.includes(after),
    })),
  )
  return all
    .filter(({ opensOn, closesOn }) => opensOn <= today && today <= closesOn)
    .toSorted((a, b) => (a.closesOn < b.closesOn ? -1 : 1))
}

/** The same day of the month so many months later; where that month is shorter, its last day. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(date, last))
  return first.toISOString().slice(0, 10)
}

/** A level later on; `level` null: not seen enough to say. */
export interface HiringOutcome {
  candidateId: string
  criterion: string
  after: AfterMonths
  level: string | null
  ratedBy: string | null
  ratedAt: Date
}

/** What the form sends where somebody has not seen enough to say. */
export const UNSEEN = 'unseen'

/** By criterion: the key of a level, or `UNSEEN`. */
export const OutcomeInput = z.record(z.uuid(), z.string().max(60))
export type OutcomeInput = z.infer<typeof OutcomeInput>
