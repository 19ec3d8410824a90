import { links } from '#routes.ts'
import { ButtonLink } from '#web/button.tsx'
import { Empty } from '#web/empty.tsx'
import { Choice } from '#web/field.tsx'
import { Finder } from '#web/finder.tsx'
import { Pager } from '#web/pager.tsx'
import { Table } from '#web/table.tsx'
import type { Named, PersonLine } from '../card.ts'
import { statusOn } from '../day.ts'
import type { Place, Team } from '../model.ts'
import { PAGE, type PeopleFilter } from '../query.ts'
import { countedPeople } from '../words.ts'
import { PeopleFrame } from './frame.tsx'
import { StatusTag } from './status.tsx'
import { teamOptions } from './team-options.ts'

interface ListProps {
  filter: PeopleFilter
  total: number
  people: PersonLine[]
  teams: Team[]
  places: Place[]
  today: string
  /** HR and the owner: they see statuses and change people. */
  edits: boolean
}

/** Everybody who is here, to be searched and filtered. */
export function ListPage(props: ListProps) {
  const { edits, filter } = props
  return (
    <PeopleFrame
      title="People"
      tab="people"
      edits={edits}
      scripts={['live']}
      lead="Who works here, as what, in which team and place, and who reports to whom."
      actions={
        edits && (
          <>
            <ButtonLink kind="primary" href={links.personNew()}>
              Add a person
            </ButtonLink>
            <ButtonLink href={links.peopleImports()}>Read in a file</ButtonLink>
          </>
        )
      }
    >
      <Finder
        action={links.people()}
        words={filter.q}
        hint={edits ? 'Part of a name, a role, an address or a number.' : 'Part of a name or a role.'}
        choices={<Choices {...props} />}
      >
        <Results {...props} />
      </Finder>
    </PeopleFrame>
  )
}

const STATUSES = [
  { value: '', label: 'Here or on leave' },
  { value: 'here', label: 'Here' },
  { value: 'on leave', label: 'On leave' },
  { value: 'to come', label: 'To come' },
  { value: 'left', label: 'Left' },
  { value: 'everybody', label: 'Everybody' },
]

function Choices({ filter, teams, places, edits }: ListProps) {
  return (
    <>
      <Choice
        label="Team"
        name="team"
        value={filter.team}
        options={[{ value: '', label: 'All teams' }, ...teamOptions(teams)]}
      />
      <Choice
        label="Place"
        name="place"
        value={filter.place}
        options={[
          { value: '', label: 'All places' },
          ...places.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      {edits && <Choice label="Status" name="status" value={filter.status} options={STATUSES} />}
    </>
  )
}

function Results(props: ListProps) {
  const { filter, total, people, today, edits } = props
  if (people.length === 0) return <Nobody {...props} />
  const page = filter.page ?? 1
  const heads = ['Name', 'Role', 'Team', 'Place', 'Reports to', ...(edits ? ['Status'] : [])]
  const rows = people.map((person) => ({ key: person.id, cells: cellsOf(person, edits ? today : null) }))
  const pages = Math.ceil(total / PAGE)
  const caption = pages > 1 ? `${countedPeople(total)}, page ${page} of ${pages}` : countedPeople(total)
  return (
    <>
      <Table caption={caption} heads={heads} rows={rows} />
      <Pager
        label="Pages of people"
        page={page}
        pages={pages}
        href={(to) => hrefOf({ ...filter, page: to })}
      />
    </>
  )
}

/** The list as the address asks for it. */
function hrefOf(filter: PeopleFilter): string {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined && value !== 1)
  return links.peopleWith(Object.fromEntries(given.map(([name, value]) => [name, String(value)])))
}

function cellsOf(person: PersonLine, today: string | null) {
  const { id, name, title, team, place, manager, furtherPosts } = person
  return [
    <a href={links.person(id)}>{name}</a>,
    title === null ? <None /> : <Role title={title} further={furtherPosts} />,
    team ? <a href={links.team(team.id)}>{team.name}</a> : <None />,
    place?.name ?? <None />,
    manager ? <PersonLink person={manager} /> : <None />,
    ...(today === null ? [] : [<StatusTag status={statusOn(person, today)} />]),
  ]
}

function Role({ title, further }: { title: string; further: number }) {
  if (further === 0) return title
  return (
    <>
      {title}{' '}
      <span class="soft small">and {further === 1 ? 'a further post' : `${further} further posts`}</span>
    </>
  )
}

function PersonLink({ person }: { person: Named }) {
  return <a href={links.person(person.id)}>{person.name}</a>
}

function None() {
  return (
    <span class="soft">
      <span aria-hidden="true">–</span>
      <span class="unseen">none</span>
    </span>
  )
}

function Nobody({ filter, edits }: ListProps) {
  const isFiltered = filter.q || filter.team || filter.place || filter.status
  if (isFiltered)
    return (
      <Empty
        title={
          filter.q ? `Nobody here has “${filter.q}” in their name or role` : 'Nobody is here by this choice'
        }
        action={<ButtonLink href={links.people()}>Show everybody</ButtonLink>}
      >
        <p>
          Try fewer letters, or take away a filter. Marks on letters do not matter: “soren” finds “Søren”.
        </p>
      </Empty>
    )
  return (
    <Empty
      title="There is nobody here yet"
      action={edits && <ButtonLink href={links.personNew()}>Add the first person</ButtonLink>}
    >
      <p>
        {edits
          ? 'Add people one by one, or read in a file from your HR system: names are enough to begin with.'
          : 'HR or the owner adds people; then you find your colleagues here.'}
      </p>
    </Empty>
  )
}
