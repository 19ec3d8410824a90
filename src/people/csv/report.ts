/** What is told of an import: before it is confirmed, while it runs, and when it is done. */
import { closest } from '#lib/closest.ts'
import { fullName } from '../tree.ts'
import { type ChangedPerson, touchedPeople } from './changes.ts'
import type { ReadTable } from './columns.ts'
import type { Plan, Planning, RowFault } from './import.ts'
import { isFormula, type Table } from './table.ts'

/** So many of each kind are kept and shown; all are counted. */
const SHOWN = { faults: 1000, people: 50, names: 100 }

/** Counts of everything, and the first of each to look at. */
export interface Report {
  rows: number
  added: number
  changed: number
  unchanged: number
  postsAdded: number
  postsChanged: number
  teamsAdded: number
  placesAdded: number
  faultCount: number
  faults: RowFault[]
  /** What is worth knowing and keeps nothing from being done. */
  notes: string[]
  newPeople: { id: string; name: string; title: string | null }[]
  changedPeople: ChangedPerson[]
  /** Whole ways. */
  newTeams: string[]
  newPlaces: string[]
}

/** The report of a plan. */
export function reportOf(
  plan: Plan,
  read: ReadTable,
  { table, planning }: { table: Table; planning: Planning },
): Report {
  const touched = touchedPeople(plan, planning.standing)
  const teams = [...planning.standing.teams, ...plan.teams]
  const titles = new Map(plan.postsAdded.map(({ personId, title }) => [personId, title]))
  return {
    rows: read.rows.length,
    added: plan.added.length,
    changed: touched.length,
    unchanged: plan.unchanged,
    postsAdded: plan.postsAdded.length,
    postsChanged: plan.postsChanged.length,
    teamsAdded: plan.teams.length,
    placesAdded: plan.places.length,
    faultCount: plan.faults.length,
    faults: plan.faults.slice(0, SHOWN.faults),
    notes: [...unknownColumns(read), ...formulas(table), ...nearMisses(plan, planning)],
    newPeople: plan.added
      .slice(0, SHOWN.people)
      .map(({ id, name }) => ({ id, name, title: titles.get(id) ?? null })),
    changedPeople: touched.slice(0, SHOWN.people),
    newTeams: plan.teams.slice(0, SHOWN.names).map(({ id }) => fullName(teams, id)),
    newPlaces: plan.places.slice(0, SHOWN.names).map(({ name }) => name),
  }
}

function unknownColumns({ unknown }: ReadTable): string[] {
  if (unknown.length === 0) return []
  const some = unknown.slice(0, 10).map((head) => `“${head.slice(0, 40)}”`)
  const more = unknown.length - some.length
  const list = more > 0 ? `${some.join(', ')} and ${more} more` : some.join(', ')
  return [
    unknown.length === 1
      ? `The column ${list} is not read: Sightline has no such thing.`
      : `${unknown.length} columns are not read, as Sightline has no such things: ${list}.`,
  ]
}

function formulas({ rows }: Table): string[] {
  const found = rows.flatMap(({ line, cells }) => cells.filter(isFormula).map((cell) => ({ line, cell })))
  const [first] = found
  if (!first) return []
  const example = `“${first.cell.slice(0, 60)}” in line ${first.line}`
  return found.length === 1
    ? [`One cell looks like a formula: ${example}. It is kept as text and never calculated.`]
    : [
        `${found.length} cells look like formulas, such as ${example}. They are kept as text and never calculated.`,
      ]
}

/** New teams and places that are nearly called as one that stands: more likely a slip than a wish. */
function nearMisses(plan: Plan, { standing }: Planning): string[] {
  const near = (what: string, made: { name: string }[], known: { name: string }[]) => {
    const names = known.map(({ name }) => name)
    return made.slice(0, SHOWN.names).flatMap(({ name }) => {
      const meant = closest(name, names)
      const told = `The ${what} “${name}” would be new. If “${meant}” is meant, correct the file and send it again.`
      return meant === null || meant === name ? [] : [told]
    })
  }
  return [...near('team', plan.teams, standing.teams), ...near('place', plan.places, standing.places)]
}
