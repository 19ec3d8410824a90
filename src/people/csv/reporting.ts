/** Whom the rows name as managers, once everybody of the file is known. */
import { fold } from '../fold.ts'
import { circles, type Line } from '../line.ts'
import type { Row } from './columns.ts'
import type { Faults } from './faults.ts'
import type { NewPerson, Planning } from './import.ts'
import type { PersonRow } from './people.ts'
import type { Owned, PostRow } from './posts.ts'

type Finder = (cell: string) => NewPerson[]

/** By Sightline's own id, employee number, e-mail, or name, in this order; everybody stored and everybody of the file. */
function finderOf(people: NewPerson[]): Finder {
  const keyed = (key: (person: NewPerson) => string | null) =>
    Map.groupBy(people, (person) => key(person)?.toLowerCase() ?? '')
  const maps = [keyed(({ id }) => id), keyed(({ number }) => number), keyed(({ email }) => email)]
  const byName = Map.groupBy(people, ({ name }) => fold(name))
  return (cell) => {
    const key = cell.toLowerCase()
    return (
      maps.map((map) => map.get(key)).find((found) => found !== undefined) ?? byName.get(fold(cell)) ?? []
    )
  }
}

interface Known {
  owned: Owned[]
  people: PersonRow[]
  planning: Planning
  faults: Faults
}

/** Ids of the managers that the rows name. Whoever is not there, or could be several, is a fault of the row. */
export function planManagers({ owned, people, planning, faults }: Known): Map<Row, string> {
  const find = finderOf([...everybodyAfter(people, planning).values()])
  const managers = new Map<Row, string>()
  for (const { row, owner } of owned) {
    const cell = row.cells.manager
    if (cell === undefined) continue
    const [found, second] = find(cell)
    const message = managerFault(cell, { found, second, personId: owner.after.id })
    if (message !== null) faults.note(row, 'manager', message)
    else if (found) managers.set(row, found.id)
  }
  return managers
}

/** Everybody who is stored, and everybody of the file, by id, as they are afterwards. */
function everybodyAfter(people: PersonRow[], { standing }: Planning): Map<string, NewPerson> {
  const after = new Map<string, NewPerson>(standing.people.map((person) => [person.id, person]))
  for (const { after: person } of people) after.set(person.id, person)
  return after
}

interface Found {
  found: NewPerson | undefined
  second: NewPerson | undefined
  personId: string
}

function managerFault(cell: string, { found, second, personId }: Found): string | null {
  if (!found)
    return 'Nobody has this name, e-mail address or number, neither here nor in the file. Correct it, or add a row for them.'
  if (second)
    return `Several people are called “${cell}”. Give the employee number or the e-mail address instead.`
  return found.id === personId
    ? 'Nobody reports to themselves. Name somebody else, or leave the cell empty.'
    : null
}

/** Nobody may come to report to themselves; each circle is told at a row of it. */
export function refuseCircles(posts: PostRow[], { people, planning, faults }: Omit<Known, 'owned'>): void {
  const names = everybodyAfter(people, planning)
  const { standing } = planning
  const told = new Map(posts.map(({ after }) => [after.id, after]))
  const all = [...standing.posts.filter(({ id }) => !told.has(id)), ...told.values()]
  const lines = all.flatMap((post): Line[] =>
    post.reportsTo === null ? [] : [{ ...post, managerId: post.reportsTo, postId: post.id }],
  )
  for (const circle of circles(lines)) {
    const row = posts.find(({ after }) => circle.includes(after.personId))?.row
    const called = circle.map((id) => names.get(id)?.name ?? 'somebody')
    const shown = called.length > 6 ? [...called.slice(0, 5), `${called.length - 5} others`] : called
    if (row)
      faults.note(
        row,
        'manager',
        `This closes a circle: ${shown.join(' reports to ')} reports to ${called[0]}. Correct one of the managers.`,
      )
  }
}
