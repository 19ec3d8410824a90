import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fitPost } from '../fit.ts'
import { fold } from '../fold.ts'
import { circles } from '../line.ts'
import { type Person, type Post, tidy } from '../model.ts'
import { readColumns } from './columns.ts'
import type { Standing } from './import.ts'
import { planImport } from './plan.ts'
import { printPeople } from './print.ts'
import { readTable } from './table.ts'

const TODAY = '2026-05-31'
const uuid = fc.uuid({ version: 4 })
const someDay = fc.constantFrom('2019-01-01', '2022-06-30', '2024-02-29', '2026-05-31', '2028-12-01')
const maybeDay = fc.option(someDay, { nil: null })
/** With letters that spreadsheets and separators take offence at. */
const named = fc
  .string({ unit: fc.constantFrom(...'aZéß·,;"\'=+-@ñ我 '), maxLength: 12 })
  .map((text) => tidy(`${text}n`))

const span = fc.tuple(maybeDay, maybeDay).filter(([a, b]) => a === null || b === null || a <= b)

const somePeople = fc
  .uniqueArray(
    fc.record({
      id: uuid,
      name: named,
      email: fc.option(fc.nat(999), { nil: null }),
      number: fc.option(fc.nat(99), { nil: null }),
      days: span,
      leave: fc.option(fc.tuple(someDay, maybeDay), { nil: null }),
    }),
    { maxLength: 6, selector: ({ id }) => id },
  )
  .map((all): Person[] =>
    all.map(({ id, name, email, number, days, leave }, i) => {
      const until = leave?.[1] ?? null
      const keepsLeave = leave !== null && (until === null || until >= leave[0])
      return {
        ...{ id, name, version: 1, startsOn: days[0], endsOn: days[1] },
        email: email === null ? null : `e${email}.${i}@example.org`,
        number: number === null ? null : `-${number}/${i}`,
        leaveFrom: keepsLeave ? leave[0] : null,
        leaveUntil: keepsLeave ? until : null,
      }
    }),
  )

const someTeams = fc.uniqueArray(
  fc.tuple(
    uuid,
    named.map((name) => name.replaceAll('>', '')),
    fc.nat(5),
  ),
  {
    maxLength: 5,
    selector: ([id]) => id,
  },
)

const somePost = fc.record({
  id: uuid,
  holder: fc.nat(9),
  title: named,
  team: fc.option(fc.nat(4), { nil: null }),
  place: fc.option(fc.nat(3), { nil: null }),
  manager: fc.option(fc.nat(9), { nil: null }),
  days: span,
  share: fc.option(fc.integer({ min: 1, max: 100 }), { nil: null }),
})

/** Any organisation that the rules allow. */
const someStanding: fc.Arbitrary<Standing> = fc
  .record({
    people: somePeople,
    teams: someTeams,
    places: fc.uniqueArray(fc.tuple(uuid, named), { maxLength: 4, selector: ([, name]) => fold(name) }),
    posts: fc.uniqueArray(somePost, { maxLength: 8, selector: ({ id }) => id }),
  })
  .map(({ people, teams, places, posts }) => {
    const standing: Standing = {
      ...{ people, posts: [], teams: [] },
      places: places.map(([id, name]) => ({ id, name })),
    }
    for (const [id, name, parent] of teams) {
      const parentId = standing.teams[parent]?.id ?? null
      const isFree = standing.teams.every((one) => one.parentId !== parentId || fold(one.name) !== fold(name))
      if (isFree) standing.teams.push({ id, name, parentId })
    }
    for (const one of posts) addPost(standing, one)
    return standing
  })

function addPost(standing: Standing, one: Parameters<Parameters<typeof somePost.map>[0]>[0]): void {
  const holder = standing.people[one.holder % Math.max(standing.people.length, 1)]
  if (!holder) return
  const manager = one.manager === null ? undefined : standing.people[one.manager]
  const input = {
    ...{ title: one.title, share: one.share, startsOn: one.days[0], endsOn: one.days[1] },
    teamId: standing.teams[one.team ?? 99]?.id ?? null,
    placeId: standing.places[one.place ?? 99]?.id ?? null,
    reportsTo: manager && manager.id !== holder.id ? manager.id : null,
  }
  try {
    const fitting: Post = { ...fitPost(input, holder), id: one.id, personId: holder.id, version: 1 }
    const posts = [...standing.posts, fitting]
    const lines = posts.flatMap((post) =>
      post.reportsTo ? [{ ...post, managerId: post.reportsTo, postId: post.id }] : [],
    )
    if (fitting.startsOn && fitting.endsOn && fitting.endsOn < fitting.startsOn) return
    if (circles(lines).length === 0) standing.posts.push(fitting)
  } catch {
    // A post outside its person's days is none.
  }
}

function planOf(standing: Standing, before: Standing) {
  let made = 0
  const newId = () => `00000000-0000-4000-8000-${String(++made).padStart(12, '0')}`
  const { rows } = readColumns(readTable(printPeople(standing)))
  return planImport(rows, { standing: before, dateOrder: 'day first', today: TODAY, newId })
}

const byId = <T extends { id: string }>(all: T[]) => all.toSorted((a, b) => (a.id < b.id ? -1 : 1))

test('what is exported changes nothing where it is read in again', () => {
  fc.assert(
    fc.property(someStanding, (standing) => {
      fc.pre(standing.people.length > 0)
      const { faults, added, changed, postsAdded, postsChanged, teams, places } = planOf(standing, standing)
      assert.deepEqual(
        [faults, added, changed, postsAdded, postsChanged, teams, places],
        [[], [], [], [], [], [], []],
      )
    }),
    { numRuns: 300 },
  )
})

test('what is exported makes the same people and posts in an empty organisation', () => {
  fc.assert(
    fc.property(someStanding, (standing) => {
      fc.pre(standing.people.length > 0)
      const { faults, added, postsAdded, teams, places } = planOf(standing, {
        people: [],
        posts: [],
        teams: [],
        places: [],
      })
      assert.deepEqual(faults, [])
      assert.deepEqual(byId(added), byId(standing.people.map(({ version, ...person }) => person)))
      const team = nameOf(standing.teams)
      const newTeam = nameOf(teams)
      const place = nameOf(standing.places)
      const newPlace = nameOf(places)
      assert.deepEqual(
        byId(postsAdded).map((post) => ({
          ...post,
          teamId: newTeam(post.teamId),
          placeId: newPlace(post.placeId),
        })),
        byId(standing.posts).map(({ version, ...post }) => ({
          ...post,
          teamId: team(post.teamId),
          placeId: place(post.placeId),
        })),
      )
    }),
    { numRuns: 300 },
  )
})

const nameOf = (things: { id: string; name: string }[]) => (id: string | null) =>
  things.find((one) => one.id === id)?.name ?? null
