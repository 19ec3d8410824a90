import { links } from '#routes.ts'
import { Button } from '#web/button.tsx'
import { Empty } from '#web/empty.tsx'
import { Choice, Field, type Messages, Problems } from '#web/field.tsx'
import type { TeamCard } from '../card.ts'
import { type TeamNode, treeOf } from '../tree.ts'
import type { Typed } from '../typed.ts'
import { countedPeople } from '../words.ts'
import { PeopleFrame } from './frame.tsx'
import { teamOptions } from './team-options.ts'

interface TeamsProps {
  teams: TeamCard[]
  edits: boolean
  values?: Typed
  errors?: Messages
}

/** The tree of teams. */
export function TeamsPage({ teams, edits, values = {}, errors = {} }: TeamsProps) {
  const counts = new Map(teams.map(({ id, people }) => [id, people]))
  return (
    <PeopleFrame
      title="Teams"
      tab="teams"
      edits={edits}
      lead="What is part of what. The number counts the people with a post in the team itself today."
    >
      {teams.length === 0 ? <None edits={edits} /> : <Tree nodes={treeOf(teams)} counts={counts} />}
      {edits && <Addition teams={teams} values={values} errors={errors} />}
    </PeopleFrame>
  )
}

function None({ edits }: { edits: boolean }) {
  return (
    <Empty title="There is no team yet">
      <p>
        {edits
          ? 'Add the first below, such as “Customer service”; its parts come below it. Files that are read in make the teams they name.'
          : 'HR or the owner adds teams.'}
      </p>
    </Empty>
  )
}

/** Teams with the people in each, their parts below them. */
export function Tree({ nodes, counts }: { nodes: TeamNode[]; counts: Map<string, number> }) {
  return (
    <ul class="tree">
      {nodes.map((team) => (
        <li key={team.id}>
          <p>
            <a href={links.team(team.id)}>{team.name}</a>{' '}
            <span class="soft small">{countedPeople(counts.get(team.id) ?? 0)}</span>
          </p>
          {team.parts.length > 0 && <Tree nodes={team.parts} counts={counts} />}
        </li>
      ))}
    </ul>
  )
}

function Addition({ teams, values, errors }: Required<Pick<TeamsProps, 'teams' | 'values' | 'errors'>>) {
  return (
    <section class="block" aria-labelledby="add">
      <h2 id="add">Add a team</h2>
      <form class="stack" method="post" action={links.teams()} noValidate>
        <Problems errors={errors} />
        <TeamFields teams={teams} values={values} errors={errors} />
        <Button kind="primary">Add the team</Button>
      </form>
    </section>
  )
}

interface TeamFieldsProps {
  teams: { id: string; name: string; parentId: string | null }[]
  values: Typed
  errors: Messages
}

export function TeamFields({ teams, values, errors }: TeamFieldsProps) {
  return (
    <>
      <Field label="Name" name="name" value={values.name} error={errors.name} autocomplete="off" />
      <Choice
        label="Part of"
        name="parentId"
        value={values.parentId}
        error={errors.parentId}
        options={[{ value: '', label: 'Nothing: it stands on top' }, ...teamOptions(teams)]}
      />
    </>
  )
}
