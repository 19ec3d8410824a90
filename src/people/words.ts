/** People, posts and days in the words of the screen, the history and the files. */
import type { Named, PostCard } from './card.ts'
import type { Span } from './day.ts'
import type { Person } from './model.ts'

const LONG = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})
const SHORT = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})

const moment = (day: string) => new Date(`${day}T00:00:00Z`)

/** "31 May 2026". */
export function longDay(day: string): string {
  return LONG.format(moment(day))
}

/** "31 May 2026", with the month in three or four letters. */
function shortDay(day: string): string {
  return SHORT.format(moment(day))
}

/** "3 Mar 2024 – 31 May 2026", "since 3 Mar 2024", "until 31 May 2026"; nothing when neither is known. */
export function spanInWords({ startsOn, endsOn }: Span): string | null {
  if (startsOn && endsOn) return `${shortDay(startsOn)} – ${shortDay(endsOn)}`
  if (startsOn) return `since ${shortDay(startsOn)}`
  return endsOn ? `until ${shortDay(endsOn)}` : null
}

/** What the history tells of a person, field by field. */
export function personInWords(person: Omit<Person, 'id' | 'version'>) {
  return {
    name: person.name,
    'e-mail': person.email,
    'employee number': person.number,
    'first day': person.startsOn,
    'last day': person.endsOn,
    'leave from': person.leaveFrom,
    'leave until': person.leaveUntil,
  }
}

const nameOf = (thing: Named | null) => thing?.name ?? null

/** What the history tells of a post, field by field. */
export function postInWords(post: PostCard) {
  return {
    role: post.title,
    team: nameOf(post.team),
    place: nameOf(post.place),
    'reports to': nameOf(post.manager),
    from: post.startsOn,
    until: post.endsOn,
    'share of full time': post.share,
  }
}

/** "1 person", "3 people". */
export function countedPeople(count: number): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? 'person' : 'people'}`
}
