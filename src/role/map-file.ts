import { competencyLabel } from '#framework/model.ts'
import { printTable } from '#people/csv/table.ts'
import type { Yardstick } from './gap.ts'
import { fieldIn, type MapCell, type MapPerson, type Need, needFor } from './map.ts'

const HEADS = ['Name', 'Post', 'Framework', 'Competency', 'Can', 'Uses', 'Role needs', 'Must-have', 'Sure']

/** All that the viewer sees, as a file: one row for each person and competency, "not shared" and "unknown" in words. */
export function mapTable(
  people: readonly MapPerson[],
  yardstick: Yardstick,
  needs: ReadonlyMap<string, ReadonlyMap<string, Need>>,
): string {
  const rows = people.flatMap((person) =>
    yardstick.competencies.map(({ key, code, name }) => {
      const cell = { shared: person.levels[key] ?? null, need: needFor(person, key, needs) }
      const competency = competencyLabel({ code, name })
      return [person.name, person.title ?? '', yardstick.title, competency, ...cellsOf(cell)]
    }),
  )
  return printTable([HEADS, ...rows])
}

function cellsOf(cell: MapCell): string[] {
  const { shared, need } = cell
  const must = need === null ? '' : need.must ? 'yes' : 'no'
  const [can, uses, required] = (['can', 'uses', 'required'] as const).map((field) =>
    String(fieldIn(cell, field)),
  )
  return [can ?? '', uses ?? '', required ?? '', must, surenessOf(shared)]
}

function surenessOf(shared: MapCell['shared']): string {
  if (shared === null || shared.can === null) return ''
  return shared.firm ? 'yes' : 'few answers'
}
