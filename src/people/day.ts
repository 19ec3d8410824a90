/** Days, and where somebody's employment stands on one. */

/** A first and a last day, both included. Null: not known (the first), none so far (the last). */
export interface Span {
  startsOn: string | null
  endsOn: string | null
}

/** From when until when somebody is employed, and on leave. */
export interface Employment extends Span {
  leaveFrom: string | null
  leaveUntil: string | null
}

/** Where an employment can stand. It follows from the days, so it is never stored and never out of date. */
export const STATUSES = ['here', 'on leave', 'to come', 'left'] as const
export type Status = (typeof STATUSES)[number]

/** The day of a moment, in UTC. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10)
}

/** A day that there is, such as 2024-02-29, from 1900 to 2199. */
export function isDay(text: string): boolean {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false
  const moment = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(moment.getTime()) && dayOf(moment) === text
}

/** The day before, for a post that ends when the next one begins. */
export function dayBefore(day: string): string {
  return dayOf(new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000))
}

/** Somebody whose first day is not known has been here all along; who has no last day stays. */
export function statusOn({ startsOn, endsOn, leaveFrom, leaveUntil }: Employment, day: string): Status {
  if (startsOn !== null && startsOn > day) return 'to come'
  if (endsOn !== null && endsOn < day) return 'left'
  const onLeave = leaveFrom !== null && leaveFrom <= day && (leaveUntil === null || leaveUntil >= day)
  return onLeave ? 'on leave' : 'here'
}

/** The day on which to look at somebody's posts: today, or their first or last day where today is outside. */
export function dayToLookAt({ startsOn, endsOn }: Employment, today: string): string {
  if (startsOn !== null && startsOn > today) return startsOn
  return endsOn !== null && endsOn < today ? endsOn : today
}

/** Whether the span holds on the day. */
export function isCurrent({ startsOn, endsOn }: Span, day: string): boolean {
  return (startsOn === null || startsOn <= day) && (endsOn === null || endsOn >= day)
}

/** Null counts as never. */
export function earlier(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b
  return a < b ? a : b
}
