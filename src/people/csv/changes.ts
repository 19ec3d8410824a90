/** What an import changes about the people who are stored already, in words. */
import { changesBetween } from '#history/model.ts'
import { fullName } from '../tree.ts'
import { personInWords } from '../words.ts'
import type { NewPost, Plan, Standing } from './import.ts'

export interface ChangedPerson {
  id: string
  name: string
  /** Field by field, before and after. */
  changes: Record<string, { before: unknown; after: unknown }>
}

/** Everybody who is stored and changes, themselves or in a post. */
export function touchedPeople(plan: Plan, standing: Standing): ChangedPerson[] {
  const words = wordsFor(plan, standing)
  const known = new Map(standing.people.map((person) => [person.id, person]))
  const changed = new Map(plan.changed.map(({ before, after }) => [after.id, { before, after }]))
  const added = Map.groupBy(plan.postsAdded, ({ personId }) => personId)
  const altered = Map.groupBy(plan.postsChanged, ({ after }) => after.personId)
  const ids = new Set([...changed.keys(), ...added.keys(), ...altered.keys()])
  return [...ids].flatMap((id) => {
    const person = changed.get(id)
    const name = person?.after.name ?? known.get(id)?.name
    if (name === undefined || !known.has(id)) return []
    const changes = {
      ...(person && changesBetween(personInWords(person.before), personInWords(person.after))),
      ...Object.assign({}, ...(altered.get(id) ?? []).map((post) => words.altered(post))),
      ...Object.assign({}, ...(added.get(id) ?? []).map((post) => words.added(post))),
    }
    return [{ id, name, changes }]
  })
}

type Changes = ChangedPerson['changes']

function wordsFor(plan: Plan, standing: Standing) {
  const teams = [...standing.teams, ...plan.teams]
  const places = new Map([...standing.places, ...plan.places].map(({ id, name }) => [id, name]))
  const people = [...standing.people, ...plan.added, ...plan.changed.map(({ after }) => after)]
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const inWords = (post: NewPost) => ({
    role: post.title,
    team: post.teamId && fullName(teams, post.teamId),
    place: post.placeId && (places.get(post.placeId) ?? null),
    'reports to': post.reportsTo && (names.get(post.reportsTo) ?? null),
    from: post.startsOn,
    until: post.endsOn,
    'share of full time': post.share,
  })
  const titled = (title: string, changes: Changes): Changes =>
    Object.fromEntries(Object.entries(changes).map(([field, change]) => [`${title}: ${field}`, change]))
  return {
    altered: ({ before, after }: { before: NewPost; after: NewPost }): Changes =>
      titled(before.title, changesBetween(inWords(before), inWords(after))),
    added: (post: NewPost): Changes => titled(`new post ${post.title}`, changesBetween({}, inWords(post))),
  }
}
