/** What happened to the people of the example in two years, oldest first. */
import type { Act } from '../src/history/model.ts'
import { CAST } from './cast.ts'
import type { DemoClock } from './clock.ts'
import { PEOPLE } from './people.ts'
import { demoId } from './rows.ts'

/** Sightline came to the company two years ago. */
export const MONTHS = 24
const MONTH_DAYS = 365.25 / 12

export interface DemoAct {
  daysAgo: number
  /** The key of the person whose act it was. */
  by: string
  act: Act
}

/** Everything that anybody recorded about people, in the order in which it happened. */
export function peopleActs(clock: DemoClock): DemoAct[] {
  const acts = [firstImport(), ...PEOPLE.flatMap((person) => careerActs(person, clock)), ...roleActs()]
  return acts.toSorted((a, b) => b.daysAgo - a.daysAgo)
}

const daysOf = (months: number) => Math.round(months * MONTH_DAYS)
const onPerson = ({ key, name }: { key: string; name: string }) => ({
  kind: 'person',
  id: demoId('person', key),
  name,
})

function firstImport(): DemoAct {
  const there = PEOPLE.filter(({ posts }) => posts.some(({ from }) => from >= MONTHS))
  return {
    daysAgo: daysOf(MONTHS) - 2,
    by: 'ngaio',
    act: {
      act: 'people: imported',
      on: { kind: 'import', id: demoId('person', 'first import'), name: 'staff-list.csv' },
      also: there.map(onPerson),
      note: { added: there.length },
    },
  }
}

/** Who came, changed posts and left since. */
function careerActs(person: (typeof PEOPLE)[number], clock: DemoClock): DemoAct[] {
  const on = onPerson(person)
  const came = Math.max(...person.posts.map(({ from }) => from))
  return person.posts.flatMap((post, i): DemoAct[] => {
    const isRecent = post.from < MONTHS
    const { title, from, until } = post
    const started: DemoAct[] = isRecent
      ? [
          {
            // Those who come next month were entered a fortnight ago.
            daysAgo: Math.max(clock.daysSince(clock.month(from)) + 10, 14),
            by: 'ngaio',
            act:
              from === came
                ? { act: 'person: added', on, changes: { post: { before: null, after: title } } }
                : {
                    act: 'post: added',
                    on,
                    changes: { post: { before: person.posts[i - 1]?.title ?? null, after: title } },
                  },
          },
        ]
      : []
    if (person.status !== 'left' || until === undefined) return started
    const lastDay = { before: null, after: clock.month(until) }
    return [
      ...started,
      { daysAgo: daysOf(until) + 20, by: 'ngaio', act: { act: 'person: changed', on, changes: { lastDay } } },
    ]
  })
}

/** The owner gave the roles when Sightline came. */
function roleActs(): DemoAct[] {
  return CAST.filter(({ roles }) => roles.length > 0 && !roles.includes('owner')).map(({ key, roles }, i) => {
    const name = PEOPLE.find((person) => person.key === key)?.name ?? key
    // The planner came seventeen months ago, the recruiter twenty-one.
    const came = Math.min(
      MONTHS,
      Math.max(...(PEOPLE.find((one) => one.key === key)?.posts ?? []).map(({ from }) => from)),
    )
    return {
      daysAgo: daysOf(came) - 4 - i,
      by: 'helen',
      act: {
        act: 'roles: changed',
        on: onPerson({ key, name }),
        changes: { roles: { before: [], after: roles } },
      },
    }
  })
}
