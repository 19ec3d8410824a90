/** From the rows of a file to what an import does, or to everything that keeps it from being done. */

import { isYes } from './cells.ts'
import type { Row } from './columns.ts'
import { type Faults, openFaults } from './faults.ts'
import { planGroups } from './groups.ts'
import type { NewPerson, NewPost, Plan, Planning } from './import.ts'
import { type PersonRow, planPeople, refuseTaken } from './people.ts'
import { type Owned, type PostRow, planPosts } from './posts.ts'
import { planManagers, refuseCircles } from './reporting.ts'

/** Plans an import. With any fault nothing should be done; the faults are in the order of the file. */
export function planImport(rows: Row[], planning: Planning): Plan {
  const faults = openFaults()
  const people = planPeople(rows, planning, faults)
  refuseTaken(people, planning.standing, faults)
  const groups = planGroups(rows, planning, faults)
  const owned = ownersOf(rows, people, faults)
  const managers = planManagers({ owned, people, planning, faults })
  const posts = planPosts(owned, { ...groups, managers }, planning, faults)
  refuseCircles(posts, { people, planning, faults })
  const changed = people.flatMap(({ before, after }) =>
    before && differs(before, after) ? [{ before, after }] : [],
  )
  return {
    teams: groups.newTeams,
    places: groups.newPlaces,
    added: people.flatMap(({ before, after }) => (before ? [] : [after])),
    changed,
    unchanged: people.length - people.filter(isTouched(posts, changed)).length,
    postsAdded: posts.flatMap(({ before, after }) => (before ? [] : [after])),
    postsChanged: posts.flatMap(({ before, after }) =>
      before && differs(before, after) ? [{ before, after }] : [],
    ),
    faults: faults.all.toSorted((a, b) => a.line - b.line),
  }
}

/** New, or changed themselves or in one of their posts. */
function isTouched(posts: PostRow[], changed: { after: NewPerson }[]): (person: PersonRow) => boolean {
  const ids = new Set(changed.map(({ after }) => after.id))
  for (const { before, after } of posts) if (!before || differs(before, after)) ids.add(after.personId)
  return ({ before, after }) => before === null || ids.has(after.id)
}

function differs<T extends NewPerson | NewPost>(before: T, after: T): boolean {
  return (Object.keys(after) as (keyof T)[]).some((key) => before[key] !== after[key])
}

/** Every row with its person: its own, or, for a further post, the one of the same id, number or address. */
function ownersOf(rows: Row[], people: PersonRow[], faults: Faults): Owned[] {
  const byRow = new Map(people.map((person) => [person.row, person]))
  const keyed = (key: 'id' | 'number' | 'email') =>
    new Map(people.map((person) => [person.after[key]?.toLowerCase() ?? '', person]))
  const maps = { id: keyed('id'), number: keyed('number'), email: keyed('email') }
  return rows.flatMap((row) => {
    if (!isYes(row.cells.further)) {
      const owner = byRow.get(row)
      return owner ? [{ row, owner }] : []
    }
    const owner = (['id', 'number', 'email'] as const)
      .map((key) => maps[key].get(row.cells[key]?.toLowerCase() ?? '-'))
      .find((found) => found !== undefined)
    if (owner) return [{ row, owner }]
    faults.note(
      row,
      'further',
      'It is not clear whose further post this is. Give the employee number or the e-mail address of another row.',
    )
    return []
  })
}
