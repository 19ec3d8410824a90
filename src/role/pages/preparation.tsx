import { levelLabel } from '#framework/model.ts'
import { links } from '#routes.ts'
import { ButtonLink } from '#web/button.tsx'
import { Empty } from '#web/empty.tsx'
import { competencyLabel, entryLabel, levelAt, requiredLabel } from '../gap-words.ts'
import type { Role, RoleProfile } from '../model.ts'
import { FRAME, type PreparedPart, withoutStory } from '../preparation.ts'
import { RoleFrame } from './frame.tsx'

interface PreparationPageProps {
  role: Role
  team: string | null
  profile: RoleProfile | undefined
  /** Null: a visitor, who has no stories of their own. */
  person: { id: string; name: string } | null
  parts: PreparedPart[]
}

/** What is likely to be asked for a role, and what one has to tell. */
export function PreparationPage(props: PreparationPageProps) {
  const { role, team, parts, person } = props
  return (
    <RoleFrame
      title={`Prepare for ${role.title}`}
      role={role}
      styles={['role-map']}
      eyebrow="Interview preparation"
      lead={
        <>
          <p>{role.purpose ?? `What is likely to be asked of somebody who wants to be ${role.title}.`}</p>
          {team && <p class="soft small">{team}</p>}
        </>
      }
      actions={
        parts.length > 0 && (
          <>
            <ButtonLink kind="primary" href={links.rolePreparationFile(role.id)}>
              Take the sheet along (.docx)
            </ButtonLink>
            {person && <a href={links.roleGap(role.id)}>Between you and the role</a>}
          </>
        )
      }
    >
      {parts.length === 0 ? (
        <Empty title={`It is not agreed yet what ${role.title} needs`}>
          <p>As soon as a profile of the role is agreed, its likely questions stand here.</p>
        </Empty>
      ) : (
        <Prepared {...props} />
      )}
    </RoleFrame>
  )
}

function Prepared({ parts, person }: PreparationPageProps) {
  return (
    <>
      {person ? <StillToTell parts={parts} /> : <AsVisitor />}
      <p class="soft prepare-frame">{FRAME}</p>
      {parts.map((part) => (
        <Part key={part.gap.requirement.id} part={part} isOwn={person !== null} />
      ))}
    </>
  )
}

function AsVisitor() {
  return (
    <p class="soft small">
      As a visitor you have no stories here. Whoever is signed in sees their own beside each question.
    </p>
  )
}

function StillToTell({ parts }: { parts: PreparedPart[] }) {
  const open = withoutStory(parts)
  if (open.length === 0) return <p>You have a story for everything that is asked.</p>
  return (
    <p>
      No story at the level yet for{' '}
      {open.map(({ gap }, i) => (
        <>
          {i > 0 && ', '}
          <a href={`#part-${gap.requirement.id}`}>{competencyLabel(gap)}</a>
        </>
      ))}
      . <a href={links.storyNew()}>Tell one</a>: it may come from a student job, a club or your family.
    </p>
  )
}

function Part({
  part: { gap, asked, behaviour, questions, stories, next },
  isOwn,
}: {
  part: PreparedPart
  isOwn: boolean
}) {
  const entry = entryLabel(gap)
  return (
    <section class="block prepare" id={`part-${gap.requirement.id}`} lang={gap.yardstick?.language}>
      <h2>{competencyLabel(gap)}</h2>
      <p class="soft">
        {entry
          ? `Asked on the first day: ${entry}. Full level: ${requiredLabel(gap)}.`
          : `Not asked on the first day: learned in the job, up to ${requiredLabel(gap)}. A time when you began with it is enough.`}
        {gap.requirement.must && ' A must-have.'}
      </p>
      <div class="prepare-parts">
        <div>
          <h3>Likely questions</h3>
          <ol class="questions">
            {questions.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ol>
          {questions.some(({ isMade }) => isMade) && (
            <p class="soft small">
              Made from what people do at this level, since the framework has no questions.
            </p>
          )}
        </div>
        {isOwn && (
          <div>
            <h3>Your stories</h3>
            <Stories gap={gap} stories={stories} />
          </div>
        )}
      </div>
      {behaviour && (
        <details class="gap-words">
          <summary>What people do at {levelLabel(behaviour.level)}</summary>
          <Statements all={behaviour.statements} />
        </details>
      )}
      {next && asked !== null && (
        <details class="gap-words">
          <summary>What {levelAt(gap, next.place)} would add</summary>
          <Statements all={next.statements} />
        </details>
      )}
    </section>
  )
}

function Stories({ gap, stories }: Pick<PreparedPart, 'gap' | 'stories'>) {
  if (stories.length === 0)
    return (
      <p class="soft">
        None yet. <a href={links.storyNew()}>Tell one</a> that shows it.
      </p>
    )
  return (
    <ul class="statements">
      {stories.map(({ id, name, place, isThere }) => (
        <li key={id}>
          <a href={links.story(id)}>{name}</a>{' '}
          <span class="soft small">
            shows {levelAt(gap, place)}
            {!isThere && ', one level below: say more of what was difficult'}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Statements({ all }: { all: readonly string[] }) {
  return (
    <ul class="statements">
      {all.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}
