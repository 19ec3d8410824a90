/** When and where a candidate is interviewed, and what they are shown of it. */
import { z } from 'zod'
import { isDay } from '#people/day.ts'
import { longDay } from '#people/words.ts'
import type { Question, Vacancy } from '../model.ts'
import type { Appointment } from './calendar.ts'
import { isZone, momentIn, wallIn } from './zone.ts'

export interface Interview {
  id: string
  candidateId: string
  startsAt: Date
  minutes: number
  zone: string
  /** A room, or the address of a call. */
  place: string
  sequence: number
  cancelledAt: Date | null
}

export const InterviewInput = z
  .object({
    day: z.string().trim().refine(isDay, 'Write the day as 2026-05-31.'),
    time: z
      .string()
      .trim()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write the time as 14:30.'),
    zone: z.string().trim().refine(isZone, 'Name a time zone such as Europe/London.'),
    minutes: z.coerce
      .number('Give the minutes as a whole number.')
      .pipe(
        z
          .int('Give the minutes as a whole number.')
          .min(10, 'Give at least 10 minutes.')
          .max(480, 'Give at most 480 minutes.'),
      ),
    place: z.string().trim().min(2, 'Say where: a room, or the address of a call.').max(500),
  })
  .transform(({ day, time, zone, minutes, place }) => ({
    ...{ zone, minutes, place },
    startsAt: momentIn(zone, day, time),
  }))
export type InterviewInput = z.output<typeof InterviewInput>

/** "31 May 2026, 14:30 (Europe/London)". */
export function whenWords({ startsAt, zone }: Pick<Interview, 'startsAt' | 'zone'>): string {
  const { day, time } = wallIn(zone, startsAt)
  return `${longDay(day)}, ${time} (${zone})`
}

/** The interview in a calendar. */
export function appointmentOf(
  interview: Interview,
  { title, description }: Pick<Appointment, 'title' | 'description'>,
): Appointment {
  const { id, sequence, startsAt, minutes, place, cancelledAt } = interview
  const uid = `${id}@interview.sightline`
  return { uid, sequence, startsAt, minutes, title, place, description, isCancelled: cancelledAt !== null }
}

/** What a candidate is shown of the questions: from the chosen minute on, and not a minute earlier. */
export function questionsFor(
  { questionsBefore, fixedAt }: Pick<Vacancy, 'questionsBefore' | 'fixedAt'>,
  questions: readonly Question[],
  { interview, now }: { interview: Interview | null; now: Date },
): { from: Date; texts: string[] } | null {
  if (questionsBefore === null || fixedAt === null || !interview || interview.cancelledAt) return null
  const from = new Date(interview.startsAt.getTime() - questionsBefore * 60_000)
  return { from, texts: now < from ? [] : questions.map(({ text }) => text) }
}
