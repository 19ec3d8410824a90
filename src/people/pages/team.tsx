import { links } from '#routes.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { type Messages, Problems } from '#web/field.tsx'
import { Table } from '#web/table.tsx'
import type { PersonLine, TeamCard } from '../card.ts'
import { treeOf, wayTo } from '../tree.ts'
import type { Typed } from '../typed.ts'
import { countedPeople } from '../words.ts'
import { PeopleFrame } from './frame.tsx'
import { TeamFields, Tree } from './teams.tsx'

interface TeamPageProps {
  team: TeamCard
  teams: TeamCard[]
  /** The first page of the people in the team and its parts, and how many there are. */
  people: PersonLine[]
  total: number
  edits: boolean
  /** Whether the viewer sees the map of who can, uses and needs what. */
  maps: boolean
  values?: Typed
  errors?: Messages
}

/** One team: its place in the tree, its parts, its people. */
export function TeamPage(props: TeamPageProps) {
  const { team, teams, people, total, edits, maps, values, errors } = props
  const way = wayTo(teams, team.id).slice(0, -1)
  const parts = teams.filter(({ parentId }) => parentId === team.id)
  return (
    <PeopleFrame
      title={team.name}
      crumbs={[
        { label: 'Teams', href: links.teams() },
        ...way.map(({ id, name }) => ({ label: name, href: links.team(id) })),
      ]}
      edits={edits}
      actions={
        <>
          {maps && <a href={links.roleMap({ team: team.id })}>The team’s map</a>}
          <a href={links.historyOf('team', team.id)}>History</a>
        </>
      }
      lead={`${countedPeople(total)}${parts.length > 0 ? ', its parts included' : ''}.`}
    >
      {parts.length > 0 && <Parts parts={parts} />}
      {total > 0 && <Members team={team} people={people} total={total} />}
      {edits && <Change team={team} teams={teams} values={values} errors={errors} />}
    </PeopleFrame>
  )
}

function Parts({ parts }: { parts: TeamCard[] }) {
  return (
    <section class="block" aria-labelledby="parts">
      <h2 id="parts">Its parts</h2>
      <Tree nodes={treeOf(parts)} counts={new Map(parts.map(({ id, people }) => [id, people]))} />
    </section>
  )
}

function Members({ team, people, total }: Pick<TeamPageProps, 'team' | 'people' | 'total'>) {
  const rows = people.map((one) => ({
    key: one.id,
    cells: [
      <a href={links.person(one.id)}>{one.name}</a>,
      one.title ?? '',
      one.team?.name ?? '',
      one.manager ? <a href={links.person(one.manager.id)}>{one.manager.name}</a> : '',
    ],
  }))
  return (
    <section class="block" aria-labelledby="members">
      <h2 id="members">People</h2>
      <Table
        caption={countedPeople(people.length)}
        heads={['Name', 'Role', 'Team', 'Reports to']}
        rows={rows}
      />
      {total > people.length && (
        <p class="block">
          <ButtonLink href={links.peopleWith({ team: team.id })}>{`All ${countedPeople(total)}`}</ButtonLink>
        </p>
      )}
    </section>
  )
}

type ChangeProps = Pick<TeamPageProps, 'team' | 'teams'> & {
  values: Typed | undefined
  errors: Messages | undefined
}

function Change({ team, teams, values, errors = {} }: ChangeProps) {
  const typed = values ?? { name: team.name, parentId: team.parentId ?? '' }
  return (
    <section class="block" aria-labelledby="change">
      <h2 id="change">Rename or move it</h2>
      <form class="stack" method="post" action={links.team(team.id)} noValidate>
        <Problems errors={errors} />
        <TeamFields teams={teams} values={typed} errors={errors} />
        <Button kind="primary">Save</Button>
      </form>
      <Removal team={team} teams={teams} />
    </section>
  )
}

function Removal({ team, teams }: Pick<TeamPageProps, 'team' | 'teams'>) {
  if (teams.some(({ parentId }) => parentId === team.id))
    return <p class="soft block">It can be removed once it has no parts.</p>
  if (team.isUsed)
    return (
      <p class="soft block">People have or had posts in it, so it stays: their past would lose its place.</p>
    )
  return (
    <form class="block" method="post" action={links.teamRemoval(team.id)}>
      <Button kind="danger">{`Remove ${team.name}`}</Button>
    </form>
  )
}
