import { links } from '#routes.ts'
import { Heatmap } from '#web/heatmap.tsx'
import { type ColumnCount, countInWords, needFor } from '../map.ts'
import { heatCell } from './map-cell.tsx'
import type { ShownProps } from './map-props.ts'

/** The map as a table, for wide windows. */
export function MapTable({ people, columns, total, yardstick, needs, filter, roles }: ShownProps) {
  const { competencies, slug, scale } = yardstick
  const show = filter.show ?? 'all'
  const countOf = (key: string): ColumnCount =>
    columns.find(({ competency }) => competency === key) ?? {
      ...{ competency: key, shared: 0, asked: 0, reached: 0 },
    }
  return (
    <>
      <Heatmap
        caption="People by competencies"
        corner="Person"
        columns={competencies.map(({ key, code, name }) => ({
          key,
          head: (
            <a href={links.competency(slug, key)}>
              {code && <b>{code}</b>} {name}
            </a>
          ),
          note: <Note count={countOf(key)} total={total} />,
        }))}
        rows={people.map((person) => ({
          key: person.id,
          head: (
            <>
              <a href={links.person(person.id)}>{person.name}</a>
              <RoleOf title={person.title} held={person.roles} roles={roles} person={person.id} />
            </>
          ),
          cells: competencies.map(({ key }) => {
            const cell = { shared: person.levels[key] ?? null, need: needFor(person, key, needs) }
            return heatCell(cell, show, scale.levels.length)
          }),
        }))}
      />
      {show === 'all' && (
        <p class="soft small">
          In each cell: the level that the person can; below it what they use, and what their role needs. *
          marks a must-have; underlined is a need that is not met yet. “Reach” counts who is at or above what
          their role needs, of those whose level is known and whose role needs one.
        </p>
      )}
    </>
  )
}

/** Short, since it stands above every column; the whole is there for hovering and for those who hear it. */
function Note({ count, total }: { count: ColumnCount; total: number }) {
  const says = countInWords(count, total)
  return (
    <span title={says}>
      <span aria-hidden="true">
        {count.shared} of {total.toLocaleString('en-GB')} share
        {count.asked > 0 && (
          <>
            <br />
            {count.reached} of {count.asked} reach
          </>
        )}
      </span>
      <span class="unseen">{says}</span>
    </span>
  )
}

interface RoleOfProps extends Pick<ShownProps, 'roles'> {
  title: string | null
  /** Ids. */
  held: string[]
  person: string
}

/** The post, and the way to the gap where a role is behind it. */
export function RoleOf({ title, held, roles, person }: RoleOfProps) {
  const role = roles.find(({ id }) => held.includes(id))
  const words = title ?? role?.title
  if (!words) return null
  return (
    <span class="soft small map-role">
      {role ? <a href={links.roleGap(role.id, person)}>{words}</a> : words}
    </span>
  )
}
