import type { ComponentChildren } from 'preact'
import { links } from '#routes.ts'
import { ButtonLink } from '#web/button.tsx'
import { useOffers } from '#web/site.ts'
import type { Sight } from '../access.ts'
import type { Mention, PersonCard } from '../card.ts'
import { statusOn } from '../day.ts'
import { postsOn } from '../main-post.ts'
import { longDay } from '../words.ts'
import { PeopleFrame } from './frame.tsx'
import { Above, Reports } from './line.tsx'
import { Posts } from './posts.tsx'
import { StatusTag } from './status.tsx'

export interface PersonPageProps {
  person: PersonCard
  sight: Sight
  /** The day of the posts and lines that are shown as present. */
  day: string
  today: string
  /** Managers, the nearest first. */
  chain: Mention[]
  /** Everybody below, the nearest first. */
  reports: (Mention & { depth: number })[]
  edits: boolean
}

/** One person: what they do, where, for whom; and, to those who may see it, since when and how to reach them. */
export function PersonPage(props: PersonPageProps) {
  const { person, sight, day, chain, reports, edits } = props
  const isWhole = sight === 'whole'
  return (
    <PeopleFrame
      title={person.name}
      edits={edits}
      lead={<Role {...props} />}
      actions={<Actions {...props} />}
    >
      <div class="person">
        <div class="person-main">
          {isWhole && <Facts {...props} />}
          <Posts person={person} day={day} edits={edits} isWhole={isWhole} />
        </div>
        <section class="person-line" aria-labelledby="line">
          <h2 id="line">Reporting line</h2>
          <Above chain={chain} name={person.name} />
          <Reports reports={reports} person={person} />
        </section>
      </div>
      {isWhole && !edits && <WhoSees />}
    </PeopleFrame>
  )
}

function Role({ person, day }: PersonPageProps) {
  const [post] = postsOn(person.posts, day)
  if (!post) return <span class="soft">No post at present.</span>
  return (
    <>
      {post.title}
      {post.team && (
        <>
          , <a href={links.team(post.team.id)}>{post.team.name}</a>
        </>
      )}
      {post.place && `, ${post.place.name}`}
    </>
  )
}

function Actions({ person, sight, edits }: PersonPageProps) {
  const invites = useOffers(links.invitations())
  if (sight !== 'whole') return null
  return (
    <>
      {edits && (
        <ButtonLink kind="primary" href={links.personForm(person.id)}>
          Change
        </ButtonLink>
      )}
      {edits && <ButtonLink href={links.posts(person.id)}>Add a post</ButtonLink>}
      {invites && person.email !== null && (
        <ButtonLink href={links.invitations(person.id)}>Invite to Sightline</ButtonLink>
      )}
      <a href={links.historyOf('person', person.id)}>History</a>
    </>
  )
}

const UNKNOWN = <span class="soft">not known</span>

function Facts({ person, today }: PersonPageProps) {
  const { email, number, startsOn, endsOn, leaveFrom, leaveUntil } = person
  return (
    <section class="person-facts" aria-labelledby="facts">
      <h2 id="facts" class="unseen">
        Employment and contact
      </h2>
      <dl>
        <Fact term="Status">
          <StatusTag status={statusOn(person, today)} />
        </Fact>
        <Fact term="E-mail">{email === null ? UNKNOWN : <a href={`mailto:${email}`}>{email}</a>}</Fact>
        <Fact term="Employee number">{number ?? UNKNOWN}</Fact>
        <Fact term="First day">{startsOn === null ? UNKNOWN : longDay(startsOn)}</Fact>
        {endsOn !== null && <Fact term="Last day">{longDay(endsOn)}</Fact>}
        {leaveFrom !== null && (
          <Fact term="Leave">
            {leaveUntil === null
              ? `from ${longDay(leaveFrom)}`
              : `${longDay(leaveFrom)} to ${longDay(leaveUntil)}`}
          </Fact>
        )}
      </dl>
    </section>
  )
}

function Fact({ term, children }: { term: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function WhoSees() {
  return (
    <p class="soft small block">
      Everybody here sees the name, role, team, place and reporting line. The rest is seen by the person,
      their managers, HR and the owner.
    </p>
  )
}
