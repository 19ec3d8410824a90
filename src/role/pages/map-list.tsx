import { competencyLabel, levelLabel } from '#framework/model.ts'
import { links } from '#routes.ts'
import { cellInWords, fieldIn, type MapPerson, needFor } from '../map.ts'
import type { ShownProps } from './map-props.ts'
import { RoleOf } from './map-table.tsx'

/** The same as the table, person by person in words: for narrow windows and for reading aloud. */
export function MapList(props: ShownProps) {
  return (
    <div class="map-list">
      {props.people.map((person) => (
        <article key={person.id}>
          <h2>
            <a href={links.person(person.id)}>{person.name}</a>
          </h2>
          <RoleOf title={person.title} held={person.roles} roles={props.roles} person={person.id} />
          <Told {...props} person={person} />
        </article>
      ))}
    </div>
  )
}

/** What is shared, each in words; then in one sentence what is not, with what the role needs. */
function Told({ person, yardstick, needs, filter }: ShownProps & { person: MapPerson }) {
  const cells = yardstick.competencies.map((competency) => ({
    ...competency,
    cell: { shared: person.levels[competency.key] ?? null, need: needFor(person, competency.key, needs) },
  }))
  const shared = cells.filter(({ cell }) => cell.shared !== null)
  const needed = cells.filter(({ cell }) => cell.shared === null && cell.need !== null)
  const show = filter.show ?? 'all'
  return (
    <>
      {shared.length > 0 && (
        <dl>
          {shared.map(({ key, code, name, cell }) => (
            <div key={key}>
              <dt>{competencyLabel({ code, name })}</dt>
              <dd>{show === 'all' ? `${cellInWords(cell)}.` : wordsOf(fieldIn(cell, show), yardstick)}</dd>
            </div>
          ))}
        </dl>
      )}
      {shared.length === 0 && <p class="soft small">Shares nothing with you here.</p>}
      {needed.length > 0 && (
        <p class="soft small">
          Not shared, and needed by the role:{' '}
          {needed.map(({ code, name, cell }) => `${code ?? name} (level ${cell.need?.place})`).join(', ')}.
        </p>
      )}
    </>
  )
}

function wordsOf(value: ReturnType<typeof fieldIn>, { scale }: ShownProps['yardstick']): string {
  if (value === 'none') return 'The role asks for none.'
  if (value === 'unknown') return 'Not known.'
  if (value === 'not shared') return 'Not shared.'
  const level = scale.levels[value - 1]
  return level ? `${levelLabel(level)}.` : 'No level yet.'
}
