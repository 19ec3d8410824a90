/** Teams and places that rows name: found among those that stand, or to be made. */
import { Invalid } from '#errors.ts'
import { checked } from '../checked.ts'
import { fold } from '../fold.ts'
import { type Place, PlaceInput, type Team, TeamInput } from '../model.ts'
import { fullName } from '../tree.ts'
import type { Row } from './columns.ts'
import { type Faults, noting } from './faults.ts'
import type { Planning } from './import.ts'

/** The teams and places of the file by what stands in its cells. */
export interface Groups {
  teams: Map<string, string>
  places: Map<string, string>
  newTeams: Team[]
  newPlaces: Place[]
}

/** Finds or makes what the rows name; what cannot be found for certain is a fault of each row that names it. */
export function planGroups(rows: Row[], planning: Planning, faults: Faults): Groups {
  const forest = forestOf(planning)
  const cells = [...new Set(rows.flatMap(({ cells: { team } }) => team ?? []))]
  const ways = new Map(cells.map((cell) => [cell, cell.split('>').map((name) => name.trim())]))
  const wrong = new Map<string, string>()
  const teams = new Map<string, string>()
  // Whole ways first, so that a bare name finds the teams that they make.
  for (const [cell, way] of [...ways].toSorted((a, b) => b[1].length - a[1].length)) {
    const found = tried(() => (way.length > 1 ? forest.along(way) : forest.named(way[0] ?? '')))
    if (found.fault === null) teams.set(cell, found.value)
    else wrong.set(cell, found.fault)
  }
  for (const row of rows) {
    const message = wrong.get(row.cells.team ?? '')
    if (message) faults.note(row, 'team', message)
  }
  return { teams, newTeams: forest.made, ...planPlaces(rows, planning, faults) }
}

function tried<T>(work: () => T): { fault: null; value: T } | { fault: string } {
  try {
    return { fault: null, value: work() }
  } catch (error) {
    if (error instanceof Invalid) return { fault: error.message }
    throw error
  }
}

/** The teams that stand, growing by those that are made on the way. */
function forestOf({ standing, newId }: Planning) {
  const teams = [...standing.teams]
  const made: Team[] = []
  const at = new Map(teams.map((team) => [placeIn(team.parentId, team.name), team]))
  const byName = Map.groupBy(teams, ({ name }) => fold(name))
  const make = (name: string, parentId: string | null): Team => {
    const team = { ...checked(TeamInput, { name, parentId }), id: newId() }
    for (const list of [teams, made]) list.push(team)
    at.set(placeIn(parentId, name), team)
    byName.set(fold(name), [...(byName.get(fold(name)) ?? []), team])
    return team
  }
  const along = (way: string[]): string => {
    let parentId: string | null = null
    for (const name of way) parentId = (at.get(placeIn(parentId, name)) ?? make(name, parentId)).id
    return parentId ?? ''
  }
  // The bare name of a team on top is its whole way; any other must be the only one of its name.
  const named = (name: string): string => {
    const onTop = at.get(placeIn(null, name))
    if (onTop) return onTop.id
    const [first, second] = byName.get(fold(name)) ?? []
    if (!second) return (first ?? make(name, null)).id
    const ways = [first, second].map((team) => (team ? fullName(teams, team.id) : ''))
    throw new Invalid(
      `Several teams are called “${name}”. Write the whole way, such as “${ways.join('” or “')}”.`,
    )
  }
  return { along, named, made }
}

const placeIn = (parentId: string | null, name: string) => `${parentId ?? ''} ${fold(name)}`

function planPlaces(rows: Row[], { standing, newId }: Planning, faults: Faults) {
  const known = new Map(standing.places.map((place) => [fold(place.name), place]))
  const places = new Map<string, string>()
  const newPlaces: Place[] = []
  for (const row of rows) {
    const cell = row.cells.place
    if (cell === undefined || places.has(cell)) continue
    const found = known.get(fold(cell))
    const place =
      found ??
      noting({ faults, row, fields: { name: 'place' } }, () => ({
        ...checked(PlaceInput, { name: cell }),
        id: newId(),
      }))
    if (!place) continue
    if (!found) newPlaces.push(place)
    known.set(fold(cell), place)
    places.set(cell, place.id)
  }
  return { places, newPlaces }
}
