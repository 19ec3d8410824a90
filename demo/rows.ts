/** The cast as rows of the tables of people. Ids follow from the keys, so links into the example are the same everywhere. */
import { uuidFromName } from '../src/lib/uuid.ts'
import { EXAMPLE } from '../src/organization.ts'
import { dayBefore } from '../src/people/day.ts'
import { fold } from '../src/people/fold.ts'
import type { DemoClock } from './clock.ts'
import { type DemoPerson, type DemoPost, PEOPLE } from './people.ts'
import { PLACES, TEAMS } from './teams.ts'

/** What has an id that follows from its key. */
type Kind =
  | 'person'
  | 'team'
  | 'place'
  | 'post'
  | 'membership'
  | 'account'
  | 'invitation'
  | 'judgement'
  | 'proposal'
  | 'workbook'
  | 'activity'
  | 'story'
  | 'placement'
  | 'evidence'
  | 'share'
  | 'list-line'
  | 'role'
  | 'role-profile'
  | 'role-requirement'
  | 'role-analysis'
  | 'role-text'
  | 'vacancy'
  | 'candidate'
  | 'interview'
  | 'scorecard'
  | 'consensus'
  | 'decision'
  | 'outcome'
  | 'onboarding'
  | 'salt'
  | 'bank-question'
export const demoId = (kind: Kind, key: string) => uuidFromName(EXAMPLE.id, `${kind}/${key}`)

/** What is made has the id of its key, then that of the key and a number, and so on: the same in every load. */
export function idsOf(kind: Kind, key: string): () => string {
  let count = 0
  return () => demoId(kind, count++ === 0 ? key : `${key}/${count - 1}`)
}

const HOME = { organization_id: EXAMPLE.id }

export const placeRows = () => PLACES.map(({ key, name }) => ({ ...HOME, id: demoId('place', key), name }))

/** Every team after the one above it. */
export const teamRows = () =>
  TEAMS.map(({ key, name, above }) => ({
    ...{ ...HOME, id: demoId('team', key), name },
    parent_id: above && demoId('team', above),
  }))

export function personRows(clock: DemoClock) {
  return PEOPLE.map((person) => ({
    ...{ ...HOME, id: demoId('person', person.key), name: person.name, folded: fold(person.name) },
    ...{ email: addressOf(person), number: person.number },
    starts_on: clock.month(Math.max(...person.posts.map(({ from }) => from))),
    ends_on: lastDay(person, clock),
    leave_from: person.status === 'leave' ? clock.month(2) : null,
    leave_until: person.status === 'leave' ? clock.month(-5) : null,
  }))
}

export function postRows(clock: DemoClock) {
  return PEOPLE.flatMap(({ key, posts }) =>
    posts.map((post, i) => ({
      ...{ ...HOME, id: demoId('post', `${key}/${i}`), person_id: demoId('person', key) },
      ...{ title: post.title, folded: fold(post.title) },
      ...{ team_id: demoId('team', post.team), place_id: demoId('place', post.place) },
      reports_to: post.to && demoId('person', post.to),
      ...{ starts_on: clock.month(post.from), ends_on: endOf(post, clock) },
      share: post.share === undefined ? 100 : Math.round(post.share * 100),
    })),
  )
}

const endOf = ({ until }: DemoPost, clock: DemoClock) =>
  until === undefined ? null : dayBefore(clock.month(until))

function lastDay({ status, posts }: DemoPerson, clock: DemoClock): string | null {
  const last = posts.at(-1)
  return status === 'left' && last ? endOf(last, clock) : null
}

/** Somebody's first day here, by their key. */
export function firstDayOf(key: string, clock: DemoClock): string {
  const posts = PEOPLE.find((person) => person.key === key)?.posts ?? []
  return clock.month(Math.max(...posts.map(({ from }) => from)))
}

/** Under a domain that is kept for examples. */
export function addressOf({ name }: DemoPerson): string {
  return `${fold(name).replaceAll(/[^a-z]+/g, '.')}@marlbrook.example`
}
