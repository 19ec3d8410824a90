import { counted } from '#framework/pages/words.ts'
import type { Team } from '#people/model.ts'
import { teamOptions } from '#people/pages/team-options.ts'
import { countedPeople } from '#people/words.ts'
import { links } from '#routes.ts'
import { ButtonLink } from '#web/button.tsx'
import { Empty } from '#web/empty.tsx'
import { Choice } from '#web/field.tsx'
import { Finder } from '#web/finder.tsx'
import { Table } from '#web/table.tsx'
import type { RoleCard, RoleFilter } from '../card.ts'
import { RoleFrame } from './frame.tsx'
import { dayWords } from './words.ts'

interface RolesProps {
  filter: RoleFilter
  cards: RoleCard[]
  /** How many roles there are, whatever the filter. */
  all: number
  teams: Team[]
  /** Whether the viewer may make roles. */
  edits: boolean
  /** Whether the viewer sees the map and hidden skills. */
  maps: boolean
  /** Whether the viewer is one of the people, with levels of their own. */
  isPerson: boolean
  /** Titles of posts that several people have and no role bears. */
  untied: { title: string; posts: number }[]
  today: Date
}

/** All roles, to be searched and filtered. */
export function RolesPage(props: RolesProps) {
  const { edits, maps, isPerson, all, filter } = props
  return (
    <RoleFrame
      title="Roles"
      isTop
      scripts={['live']}
      lead="What each job needs, who holds it, and how that was found out."
      actions={
        <>
          {edits && (
            <ButtonLink kind="primary" href={links.roleNew()}>
              Make a role
            </ButtonLink>
          )}
          {isPerson && <a href={links.roleFits()}>Which roles fit me</a>}
          {maps && <a href={links.roleMap()}>The team’s map</a>}
          {maps && <a href={links.roleHidden()}>Hidden skills</a>}
        </>
      }
    >
      {all === 0 ? (
        <None edits={edits} />
      ) : (
        <Finder
          action={links.roles()}
          words={filter.q}
          hint="A title, or something that the job needs."
          choices={<Choices {...props} />}
        >
          <Results {...props} />
        </Finder>
      )}
      {edits && <Untied titles={props.untied} />}
    </RoleFrame>
  )
}

function None({ edits }: { edits: boolean }) {
  return (
    <Empty title="There is no role yet">
      <p>
        A role is a job, whoever holds it, such as “Customer adviser”. It says which competencies the job
        needs, at which level, and what of that one learns in the job. Descriptions, adverts and interviews
        come from it.
      </p>
      {!edits && <p>HR, the owner and managers make roles.</p>}
    </Empty>
  )
}

const STATES = [
  { value: '', label: 'All that are open' },
  { value: 'without profile', label: 'Nothing agreed yet' },
  { value: 'with draft', label: 'With a draft' },
  { value: 'in analysis', label: 'Being analysed' },
  { value: 'closed', label: 'Closed' },
]

function Choices({ filter, teams }: RolesProps) {
  return (
    <>
      <Choice
        label="Team"
        name="team"
        value={filter.team}
        options={[{ value: '', label: 'All teams' }, ...teamOptions(teams)]}
      />
      <Choice label="State" name="state" value={filter.state} options={STATES} />
    </>
  )
}

function Results({ cards, today }: RolesProps) {
  if (cards.length === 0)
    return (
      <Empty
        title="No role matches"
        action={<ButtonLink href={links.roles()}>Show all that are open</ButtonLink>}
      >
        <p>Try fewer letters, or take away a filter. Words are found in titles and in what the jobs need.</p>
      </Empty>
    )
  const rows = cards.map((card) => ({ key: card.id, cells: cellsOf(card, today) }))
  return (
    <Table
      stacks
      caption={counted(cards.length, 'role')}
      heads={['Role', 'Team', 'Held by', 'What it needs most', 'Profile']}
      rows={rows}
    />
  )
}

function cellsOf(card: RoleCard, today: Date) {
  const { id, title, team, holders, agreed } = card
  return [
    <a href={links.role(id)}>{title}</a>,
    team ?? <Nothing says="no team" />,
    holders === 0 ? <span class="soft">nobody</span> : countedPeople(holders),
    agreed ? <Needs needs={agreed.needs} /> : <Nothing says="not said yet" />,
    <State card={card} today={today} />,
  ]
}

const SHOWN = 3

function Needs({ needs }: { needs: NonNullable<RoleCard['agreed']>['needs'] }) {
  const more = needs.length - SHOWN
  return (
    <>
      <ul class="needs">
        {needs.slice(0, SHOWN).map(({ words, must }) => (
          <li key={words.competency}>
            {words.competency} <span class="soft">{words.level}</span>
            {must && <span class="must-tag">must</span>}
          </li>
        ))}
      </ul>
      {more > 0 && <span class="soft small">and {more} more</span>}
    </>
  )
}

const YEARS_3 = 3 * 365 * 86_400_000

function State({ card, today }: { card: RoleCard; today: Date }) {
  const { id, agreed, draft, analyses, closedAt } = card
  const isOld = agreed !== null && today.getTime() - agreed.at.getTime() > YEARS_3
  return (
    <ul class="states">
      {closedAt && <li>Closed on {dayWords(closedAt)}</li>}
      <li>
        {agreed ? (
          <a href={links.roleProfile(id, agreed.id)}>Version {agreed.number}</a>
        ) : (
          <span class="soft">Nothing agreed yet</span>
        )}
        {agreed && <span class="soft small"> agreed {dayWords(agreed.at)}</span>}
        {isOld && <span class="warn small"> older than three years: look at it again</span>}
      </li>
      {draft && (
        <li>
          <a href={links.roleProfile(id, draft.id)}>A draft</a>
        </li>
      )}
      {analyses.open > 0 && <li>Being analysed</li>}
    </ul>
  )
}

function Nothing({ says }: { says: string }) {
  return (
    <span class="soft">
      <span aria-hidden="true">–</span>
      <span class="unseen">{says}</span>
    </span>
  )
}

const OFFERED = 8

/** Jobs that several people have, and that nobody has made a role of. */
function Untied({ titles }: { titles: RolesProps['untied'] }) {
  const several = titles.filter(({ posts }) => posts > 1)
  if (several.length === 0) return null
  return (
    <section class="block" aria-labelledby="untied">
      <h2 id="untied">Jobs without a role</h2>
      <p class="soft measure">Several people have these posts, and no role has their title.</p>
      <ul class="untied">
        {several.slice(0, OFFERED).map(({ title, posts }) => (
          <li key={title}>
            <span>
              {title} <span class="soft small">{countedPeople(posts)}</span>
            </span>{' '}
            <a href={links.roleNew(title)}>
              Make this role<span class="unseen">: {title}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
