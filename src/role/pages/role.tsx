import type { Framework } from '#framework/model.ts'
import { countedPeople } from '#people/words.ts'
import { links } from '#routes.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { Empty } from '#web/empty.tsx'
import { type Messages, Problems } from '#web/field.tsx'
import { Notice } from '#web/notice.tsx'
import type { AnalysisCard } from '../analysis.ts'
import type { Holder, RolePost } from '../holder.ts'
import type { Role, RoleProfile } from '../model.ts'
import { monthsIn } from '../tenure.ts'
import type { RoleUse } from '../use.ts'
import { RoleFrame } from './frame.tsx'
import { ProfilePicture } from './profile-picture.tsx'
import { RequirementsTable } from './requirements.tsx'
import { RoleUses } from './role-uses.tsx'
import { dayWords, inTheJob, progressOf, versionWords } from './words.ts'

export interface RolePageProps {
  role: Role
  team: string | null
  /** Null: the viewer may not see who works here. */
  holders: Holder[] | null
  proposed: RolePost[]
  profiles: RoleProfile[]
  frameworks: Map<string, Framework>
  analyses: AnalysisCard[]
  /** The analysis that waits for the viewer's own answers. */
  waiting: AnalysisCard | undefined
  edits: boolean
  /** The viewer is one of the people, not a visitor. */
  isPerson: boolean
  /** Whether the viewer may see the map. */
  maps: boolean
  /** What later parts of the product do with it. */
  uses: readonly RoleUse[]
  today: string
  errors?: Messages
}

/** One role: what it needs, who holds it, and how that was found out. */
export function RolePage(props: RolePageProps) {
  const { role, team, edits, waiting, errors = {} } = props
  return (
    <RoleFrame
      title={role.title}
      eyebrow={[team ?? 'Any team', role.closedAt && `closed on ${dayWords(role.closedAt)}`]
        .filter(Boolean)
        .join(' · ')}
      lead={role.purpose ?? undefined}
      actions={<RoleActions {...props} />}
    >
      <Problems errors={errors} />
      {waiting && (
        <Notice title="You are asked what this job needs">
          <p>
            You do this job, so you know. It takes some twenty minutes, and you can pause.{' '}
            <a href={links.roleAnswers(role.id, waiting.id)}>Answer now</a>
          </p>
        </Notice>
      )}
      <Needs {...props} />
      {props.profiles.some(({ agreedAt }) => agreedAt !== null) && (
        <RoleUses role={role} isPerson={props.isPerson} maps={props.maps} uses={props.uses} />
      )}
      <Holders {...props} />
      <Analyses {...props} />
      {edits && <Ending role={role} />}
    </RoleFrame>
  )
}

function RoleActions({ role, edits, profiles }: RolePageProps) {
  const agreed = profiles.find(({ agreedAt }) => agreedAt !== null)
  return (
    <>
      {edits && <ButtonLink href={links.roleForm(role.id)}>Change title or purpose</ButtonLink>}
      {agreed && (
        <ButtonLink href={links.roleProfileFile(role.id, agreed.id, 'docx')}>Profile as DOCX</ButtonLink>
      )}
      {edits && <a href={links.historyOf('role', role.id)}>History</a>}
    </>
  )
}

/** What holds today, and the draft beside it. */
function Needs({ role, profiles, frameworks, edits }: RolePageProps) {
  const agreed = profiles.find(({ agreedAt }) => agreedAt !== null)
  const draft = profiles.find(({ agreedAt }) => agreedAt === null)
  return (
    <section class="block" aria-labelledby="needs">
      <h2 id="needs">What the job needs</h2>
      {agreed ? (
        <>
          <p class="soft">
            <a href={links.roleProfile(role.id, agreed.id)}>{versionWords(agreed)}</a>
            {profiles.length > 1 && ' · its earlier versions and a comparison stand there'}
          </p>
          <ProfilePicture requirements={agreed.requirements} frameworks={frameworks} />
          <RequirementsTable
            requirements={agreed.requirements}
            frameworks={frameworks}
            caption="Must-haves first, then what matters most"
          />
        </>
      ) : (
        !draft && <NoProfile edits={edits} />
      )}
      {edits && role.closedAt === null && <Next role={role} draft={draft} agreed={agreed} />}
      {!edits && draft && !agreed && <p>A first version is being written.</p>}
    </section>
  )
}

function NoProfile({ edits }: { edits: boolean }) {
  return (
    <Empty title="Nothing is agreed yet">
      <p>
        {edits
          ? 'Ask those who do the job (a job analysis), or begin by hand with what you know. Both come together in one profile.'
          : 'When HR or a manager has agreed what the job needs, you can read it here.'}
      </p>
    </Empty>
  )
}

interface NextProps {
  role: Role
  draft: RoleProfile | undefined
  agreed: RoleProfile | undefined
}

function Next({ role, draft, agreed }: NextProps) {
  if (draft)
    return (
      <p class="row next">
        <ButtonLink kind="primary" href={links.roleProfile(role.id, draft.id)}>
          Go on with the draft
        </ButtonLink>
        <span class="soft">Begun on {dayWords(draft.madeAt)}</span>
      </p>
    )
  return (
    <form class="row next" method="post" action={links.roleProfiles(role.id)}>
      <Button kind={agreed ? 'plain' : 'primary'}>
        {agreed ? 'Start a new version' : 'Begin a profile by hand'}
      </Button>
    </form>
  )
}

function Holders({ role, holders, proposed, edits, today }: RolePageProps) {
  if (holders === null) return null
  return (
    <section class="block" aria-labelledby="holders">
      <h2 id="holders">Who holds it</h2>
      {holders.length === 0 ? (
        <p class="soft">Nobody’s post is tied to it yet.</p>
      ) : (
        <ul class="holders">
          {holders.map((one) => (
            <li key={one.personId}>
              <a href={links.person(one.personId)}>{one.name}</a>{' '}
              <span class="soft small">
                {[
                  one.title === role.title ? null : one.title,
                  edits ? inTheJob(monthsIn(one.startsOn, today)) : null,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
      {edits && (
        <p class="row next">
          <ButtonLink href={links.roleHolders(role.id)}>Say who holds it</ButtonLink>
          {proposed.length > 0 && (
            <span class="soft">{`${countedPeople(proposed.length)} with the same title, not tied yet: ${namesOf(proposed)}`}</span>
          )}
        </p>
      )}
    </section>
  )
}

function namesOf(posts: RolePost[]): string {
  const names = posts.slice(0, 4).map(({ name }) => name)
  return posts.length > names.length ? `${names.join(', ')} …` : names.join(', ')
}

/** Who may neither edit nor was asked sees nothing of it. */
function Analyses({ role, analyses, edits, holders }: RolePageProps) {
  if (!edits && analyses.length === 0) return null
  return (
    <section class="block" aria-labelledby="analyses">
      <h2 id="analyses">Job analyses</h2>
      {analyses.length === 0 && (
        <p class="soft measure">
          Nobody has been asked yet. Those who do the job know best what it takes: ask several, some new and
          some long in it, each alone, then talk about where they differ.
        </p>
      )}
      <ul class="analyses">
        {analyses.map((one) => (
          <li key={one.id}>
            <a href={links.roleAnalysis(role.id, one.id)}>
              {one.framework}, asked on {dayWords(one.openedAt)}
            </a>{' '}
            <span class="soft small">{progressOf(one)}</span>
          </li>
        ))}
      </ul>
      {edits && role.closedAt === null && (holders?.length ?? 0) > 1 && (
        <p class="row next">
          <ButtonLink href={links.roleAnalysisNew(role.id)}>Ask those who do the job</ButtonLink>
        </p>
      )}
      {edits && (holders?.length ?? 0) < 2 && (
        <p class="soft small">An analysis needs at least two people who hold the role.</p>
      )}
    </section>
  )
}

function Ending({ role }: { role: Role }) {
  if (role.closedAt !== null)
    return (
      <form class="block" method="post" action={links.roleReopening(role.id)}>
        <p class="soft">The role is closed: nobody is hired into it or measured by it any more.</p>
        <Button>Open it again</Button>
      </form>
    )
  return (
    <details class="block ending">
      <summary>Close this role</summary>
      <form method="post" action={links.roleClosing(role.id)}>
        <p class="soft measure">
          Nobody is hired into it or measured by it any more. All that stands here stays readable, and it can
          be opened again.
        </p>
        <Button kind="danger">{`Close ${role.title}`}</Button>
      </form>
    </details>
  )
}
