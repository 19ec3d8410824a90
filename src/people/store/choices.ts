import type { Db } from '#schema.ts'
import { statusOn } from '../day.ts'
import { labelsOf } from '../meant.ts'
import type { Place, Team } from '../model.ts'
import { listEverybody } from '../store.ts'
import { listMeant } from './taken.ts'
import { listPlaces, listTeams } from './teams.ts'

/** So many people are offered while one types; more would make the page heavy. */
const MOST_OFFERED = 300

/** What a post can be chosen from; managers only where they are few. */
export async function postChoices(
  db: Db,
  on: string,
): Promise<{ teams: Team[]; places: Place[]; managers: string[] }> {
  const everybody = await listEverybody(db)
  const few = everybody.length <= MOST_OFFERED
  const present = few ? everybody.filter((one) => statusOn(one, on) !== 'left') : []
  return {
    teams: await listTeams(db),
    places: await listPlaces(db),
    managers: [...labelsOf(present).values()],
  }
}

/** The words by which this person can be meant. */
export async function labelOf(
  db: Db,
  { id, name }: { id: string; name: string },
): Promise<string | undefined> {
  return labelsOf(await listMeant(db, name)).get(id)
}
