import { competencyLabel, type Framework } from '#framework/model.ts'
import { links } from '#routes.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { Empty } from '#web/empty.tsx'
import { Choice, Field, type Messages, Problems } from '#web/field.tsx'
import { Notice } from '#web/notice.tsx'
import { type AnalysisCard, isOpenToLook } from '../analysis.ts'
import type { Role, RoleProfile } from '../model.ts'
import { profileAdvice } from '../requirement.ts'
import type { RoleUse } from '../use.ts'
import { RoleFrame } from './frame.tsx'
import { ProfilePicture } from './profile-picture.tsx'
import { RequirementsTable } from './requirements.tsx'
import { RoleUses } from './role-uses.tsx'
import { dayWords, versionWords } from './words.ts'

export interface ProfilePageProps {
  role: Role
  profile: RoleProfile
  versions: RoleProfile[]
  frameworks: Map<string, Framework>
  agreedBy: string | null
  edits: boolean
  /** Whether the viewer is somebody with a profile of their own. */
  isPerson: boolean
  /** Whether the viewer may see the map. */
  maps: boolean
  /** What later parts of the product do with it. */
  uses: readonly RoleUse[]
  /** For a draft: what it may be made from, and with what. */
  analyses: AnalysisCard[]
  choices: Framework[]
  errors?: Messages
  values?: Record<string, string>
}

/** One version of what a job needs: agreed and fixed, or a draft to work on. */
export function ProfilePage(props: ProfilePageProps) {
  const { role, profile, agreedBy, frameworks, edits, errors = {} } = props
  const isDraft = profile.agreedAt === null
  const change = ({ framework, competency }: { framework: string; competency: string }) =>
    links.roleRequirement(role.id, profile.id, framework, competency)
  return (
    <RoleFrame
      title={isDraft ? `Draft of the profile: ${role.title}` : `Role profile: ${role.title}`}
      role={role}
      eyebrow={`${versionWords(profile)}${agreedBy ? ` by ${agreedBy}` : ''}`}
      lead={profile.note ?? (isDraft ? 'Nothing holds yet: change what you like, then agree it.' : undefined)}
      actions={<Files role={role} profile={profile} />}
      scripts={['print']}
    >
      <Problems errors={errors} />
      {isDraft && edits && <Advice profile={profile} />}
      {profile.requirements.length === 0 ? (
        <Empty title="There is nothing in it yet">
          <p>Add the competencies that the job needs below, or take over what an analysis says.</p>
        </Empty>
      ) : (
        <section aria-label="What the job needs">
          <ProfilePicture requirements={profile.requirements} frameworks={frameworks} />
          <RequirementsTable
            requirements={profile.requirements}
            frameworks={frameworks}
            caption="Must-haves first, then what matters most. Open a level to read what people do there."
            {...(isDraft && edits && { change })}
          />
        </section>
      )}
      {isDraft && edits && <Work {...props} />}
      {holds(props) && <RoleUses role={role} isPerson={props.isPerson} maps={props.maps} uses={props.uses} />}
      <Versions {...props} />
    </RoleFrame>
  )
}

/** Whether this is the version that holds, and not an earlier one or a draft. */
function holds({ profile, versions }: ProfilePageProps): boolean {
  const last = Math.max(...versions.filter(({ agreedAt }) => agreedAt !== null).map(({ number }) => number))
  return profile.number === last
}

function Files({ role, profile }: Pick<ProfilePageProps, 'role' | 'profile'>) {
  if (profile.requirements.length === 0) return null
  return (
    <>
      <ButtonLink href={links.roleProfileFile(role.id, profile.id, 'docx')}>Download as DOCX</ButtonLink>
      <ButtonLink href={links.roleProfileFile(role.id, profile.id, 'md')}>Markdown</ButtonLink>
    </>
  )
}

function Advice({ profile }: Pick<ProfilePageProps, 'profile'>) {
  const advice = profileAdvice(profile)
  if (advice.length === 0) return null
  return (
    <Notice title="Before you agree it">
      <ul class="flow">
        {advice.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </Notice>
  )
}

function Work(props: ProfilePageProps) {
  return (
    <>
      <Addition {...props} />
      <Taking {...props} />
      {props.profile.requirements.length > 0 && <Agreement {...props} />}
      <Discarding {...props} />
    </>
  )
}

function Addition({ role, profile, choices }: ProfilePageProps) {
  const isIn = (framework: string, competency: string) =>
    profile.requirements.some((one) => one.framework === framework && one.competency === competency)
  return (
    <section class="block" aria-labelledby="addition">
      <h2 id="addition">Add a competency</h2>
      <p class="soft measure">
        From any framework. Six to twelve say what tells good work from middling work; more than that nobody
        keeps in mind.
      </p>
      {choices.map((framework) => {
        const free = framework.competencies.filter(({ key }) => !isIn(framework.id, key))
        if (free.length === 0) return null
        return (
          <details key={framework.id} class="choice-of">
            <summary>{framework.title}</summary>
            <ul>
              {free.map((one) => (
                <li key={one.key}>
                  <a href={links.roleRequirement(role.id, profile.id, framework.id, one.key)}>
                    {competencyLabel(one)}
                  </a>
                </li>
              ))}
            </ul>
          </details>
        )
      })}
    </section>
  )
}

function Taking({ role, profile, analyses }: ProfilePageProps) {
  const usable = analyses.filter(isOpenToLook)
  if (usable.length === 0) return null
  return (
    <section class="block" aria-labelledby="taking">
      <h2 id="taking">Take over from an analysis</h2>
      <p class="soft measure">
        Levels and months come as those who do the job say. Importance, must-haves and reasons stay yours: an
        analysis says nothing of them.
      </p>
      <form class="row" method="post" action={links.roleTaking(role.id, profile.id)}>
        <input type="hidden" name="seen" value={String(profile.version)} />
        <Choice
          label="Analysis"
          name="analysis"
          options={usable.map((one) => ({
            value: one.id,
            label: `${one.framework}, ${dayWords(one.openedAt)}`,
          }))}
        />
        <Button>Take over</Button>
      </form>
    </section>
  )
}

function Agreement({ role, profile, values = {}, errors = {} }: ProfilePageProps) {
  return (
    <section class="block" aria-labelledby="agreement">
      <h2 id="agreement">Agree it</h2>
      <p class="soft measure">
        From then on this version holds and never changes: descriptions, adverts, interviews and gaps build on
        it. What changes later becomes a new version.
      </p>
      <form class="stack" method="post" action={links.roleAgreement(role.id, profile.id)}>
        <input type="hidden" name="seen" value={String(profile.version)} />
        <Field
          label="Why this version (if you like)"
          name="note"
          rows={2}
          value={values.note ?? profile.note ?? ''}
          error={errors.note}
          hint="Everybody who reads the profile sees it."
        />
        <Button kind="primary">{`Agree version ${profile.number}`}</Button>
      </form>
    </section>
  )
}

function Discarding({ role, profile }: ProfilePageProps) {
  return (
    <details class="block ending">
      <summary>Throw this draft away</summary>
      <form method="post" action={links.roleDiscarding(role.id, profile.id)}>
        <input type="hidden" name="seen" value={String(profile.version)} />
        <p class="soft measure">Agreed versions stay as they are. The draft cannot be had back.</p>
        <Button kind="danger">Throw the draft away</Button>
      </form>
    </details>
  )
}

function Versions({ role, profile, versions }: ProfilePageProps) {
  if (versions.length < 2) return null
  return (
    <section class="block" aria-labelledby="versions">
      <h2 id="versions">All versions</h2>
      <ul class="versions">
        {versions.map((one) => (
          <li key={one.id}>
            {one.id === profile.id ? (
              <b>{versionWords(one)}: this one</b>
            ) : (
              <>
                <a href={links.roleProfile(role.id, one.id)}>{versionWords(one)}</a>{' '}
                <a class="small" href={links.roleComparison(role.id, profile.id, one.id)}>
                  Compare<span class="unseen"> with version {one.number}</span>
                </a>
              </>
            )}
            {one.note && <p class="soft small">{one.note}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
