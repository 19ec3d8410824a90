/** Everybody as a table that `planImport` reads back unchanged, one row for each post. */
import { inReadingOrder } from '../main-post.ts'
import type { Person, Post } from '../model.ts'
import { fullName } from '../tree.ts'
import { type Column, HEADINGS } from './columns.ts'
import type { Standing } from './import.ts'
import { printTable } from './table.ts'

const COLUMNS = (Object.keys(HEADINGS) as Column[]).filter(
  (column) => !['given', 'family', 'status'].includes(column),
)

/** The people in their order, each with their posts; the first row of a person tells about them, further rows only of posts. */
export function printPeople({ people, posts, teams, places }: Standing): string {
  const byPerson = Map.groupBy(posts, ({ personId }) => personId)
  const byId = new Map(people.map((person) => [person.id, person]))
  const teamNames = new Map(teams.map(({ id }) => [id, fullName(teams, id)]))
  const placeNames = new Map(places.map(({ id, name }) => [id, name]))
  const postCells = (post: Post | undefined): Cells => {
    if (!post) return {}
    const manager = byId.get(post.reportsTo ?? '')
    return {
      title: post.title,
      team: teamNames.get(post.teamId ?? ''),
      place: placeNames.get(post.placeId ?? ''),
      manager: manager && (manager.number ?? manager.email ?? manager.id),
      managerName: manager?.name,
      share: post.share === null ? null : `${post.share} %`,
      postFrom: post.startsOn,
      postUntil: post.endsOn,
      postId: post.id,
    }
  }
  const rows = people.flatMap((person): Cells[] => {
    const [first, ...further] = inReadingOrder(byPerson.get(person.id) ?? [])
    const { id, name, email, number } = person
    return [
      { ...personCells(person), ...postCells(first) },
      ...further.map((post) => ({ id, name, email, number, further: 'yes', ...postCells(post) })),
    ]
  })
  return printTable([
    COLUMNS.map((column) => HEADINGS[column]),
    ...rows.map((row) => COLUMNS.map((column) => row[column] ?? '')),
  ])
}

type Cells = Partial<Record<Column, string | null | undefined>>

function personCells({ id, name, email, number, startsOn, endsOn, leaveFrom, leaveUntil }: Person): Cells {
  return { id, name, email, number, startsOn, endsOn, leaveFrom, leaveUntil }
}
