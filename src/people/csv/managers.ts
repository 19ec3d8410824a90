/** Whom the rows name as managers, once everybody of the file is known. */
import { fold } from '../fold.ts'
import { circles, type Line } from '../line.ts'
import type { Faults } from './faults.ts'
import type { NewPerson, Planning } from './import.ts'
import type { PersonRow } from './people.ts'
import type { PostRow } from './posts.ts'

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

/** Sets the managers of the posts. Whoever is not there, or could be several, is a fault of the row. */
export function planManagers(
  posts: PostRow[],
  people: PersonRow[],
  planning: Planning,
  faults: Faults,
): PostRow[] {
  const after = new Map<string, NewPerson>(planning.standing.people.map((person) => [person.id, person]))
  for (const { after: person } of people) after.set(person.id, person)
  const find = finderOf([...after.values()])
  const set = posts.map((post) => ({
    ...post,
    after: { ...post.after, reportsTo: managerOf(post, find, faults) },
  }))
  refuseCircles(set, after, { standing: planning.standing, faults })
  return set
}

function managerOf({ row, after, isTold }: PostRow, find: Finder, faults: Faults): string | null {
  const cell = row.cells.manager
  if (cell === undefined || !isTold) return after.reportsTo
  const [found, second] = find(cell)
  const message = managerFault(cell, { found, second, personId: after.personId })
  if (message === null) return found?.id ?? null
  faults.note(row, 'manager', message)
  return after.reportsTo
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

type Around = Pick<Planning, 'standing'> & { faults: Faults }

function refuseCircles(posts: PostRow[], people: Map<string, NewPerson>, { standing, faults }: Around): void {
  const told = new Map(posts.map(({ after }) => [after.id, after]))
  const all = [...standing.posts.filter(({ id }) => !told.has(id)), ...told.values()]
  const lines = all.flatMap((post): Line[] =>
    post.reportsTo === null ? [] : [{ ...post, managerId: post.reportsTo, postId: post.id }],
  )
  for (const circle of circles(lines)) {
    const row = posts.find(({ after }) => circle.includes(after.personId))?.row
    const names = circle.map((id) => people.get(id)?.name ?? 'somebody')
    const shown = names.length > 6 ? [...names.slice(0, 5), `${names.length - 5} others`] : names
    if (row)
      faults.note(
        row,
        'manager',
        `This closes a circle: ${shown.join(' reports to ')} reports to ${names[0]}. Correct one of the managers.`,
      )
  }
}
