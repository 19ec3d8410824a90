/** What an organisation may want to put right: nothing is wrong with the file or the database, but the picture has holes. */
import type { Standing } from './csv/import.ts'
import { statusOn } from './day.ts'
import { fold } from './fold.ts'
import { mainPost } from './main-post.ts'
import type { Person } from './model.ts'
import { fullName } from './tree.ts'

export interface Gap {
  /** What it is, as a sentence without its subjects. */
  says: string
  /** Names of people or teams. */
  names: string[]
}

/** The holes on a day, the kinds that have any. */
export function gapsIn({ people, posts, teams }: Standing, day: string): Gap[] {
  const present = people.filter((one) => ['here', 'on leave'].includes(statusOn(one, day)))
  const byPerson = Map.groupBy(posts, ({ personId }) => personId)
  const main = new Map(present.map(({ id }) => [id, mainPost(byPerson.get(id) ?? [], day)]))
  const known = new Map(people.map((one) => [one.id, one]))
  const managerOf = ({ id }: Person) => known.get(main.get(id)?.reportsTo ?? '')
  const hasLeft = (one: Person | undefined) => one !== undefined && statusOn(one, day) === 'left'
  const managers = new Set(present.flatMap((one) => managerOf(one)?.id ?? []))
  const bearers = [...Map.groupBy(present, ({ name }) => fold(name)).values()]
  const used = new Set(posts.map(({ teamId }) => teamId))
  const parents = new Set(teams.map(({ parentId }) => parentId))
  const found: Gap[] = [
    gap(
      'without a post',
      present.filter(({ id }) => !main.get(id)),
    ),
    gap(
      'reporting to somebody who has left',
      present.filter((one) => hasLeft(managerOf(one))),
    ),
    gap(
      'reporting to nobody, while nobody reports to them',
      present.filter((one) => main.get(one.id) && !managerOf(one) && !managers.has(one.id)),
    ),
    gap(
      'without an e-mail address',
      present.filter(({ email }) => email === null),
    ),
    gap('bearing the same name', bearers.filter(({ length }) => length > 1).flat()),
    {
      says: 'teams that nobody was ever in',
      names: teams.filter(({ id }) => !used.has(id) && !parents.has(id)).map(({ id }) => fullName(teams, id)),
    },
  ]
  return found.filter(({ names }) => names.length > 0)
}

const gap = (says: string, people: Person[]): Gap => ({ says, names: people.map(({ name }) => name) })
