import { competencyLabel, levelLabel } from '#framework/model.ts'
import { links } from '#routes.ts'
import { Button } from '#web/button.tsx'
import { Empty } from '#web/empty.tsx'
import { LevelTag, stepOf } from '#web/level-tag.tsx'
import type { Yardstick } from '../gap.ts'
import { BAND_WORDS, type HiddenPart, type HiddenSkill } from '../hidden.ts'
import type { Role } from '../model.ts'
import { RoleFrame } from './frame.tsx'

interface HiddenPageProps {
  parts: HiddenPart[]
  yardsticks: ReadonlyMap<string, Yardstick>
  /** Whether the viewer changes roles at all. */
  edits: boolean
}

/** What people who hold a role do, and its profile or its description does not name. */
export function HiddenPage({ parts, yardsticks, edits }: HiddenPageProps) {
  const byRole = [...Map.groupBy(parts, ({ role }) => role.id).values()]
  return (
    <RoleFrame
      title="Hidden skills"
      styles={['role-map']}
      lead="What people who hold a role do, and what its agreed profile or its published description does not name. Named, it can be paid, taught and looked for."
    >
      <HowCounted />
      {parts.length === 0 && <NothingYet />}
      {byRole.map(
        (own) =>
          own[0] && (
            <OfRole
              key={own[0].role.id}
              role={own[0].role}
              parts={own}
              yardsticks={yardsticks}
              edits={edits}
            />
          ),
      )}
    </RoleFrame>
  )
}

function HowCounted() {
  return (
    <p class="soft small">
      Counted are analyses of jobs, and workbooks of people who have agreed to it (
      <a href={links.profileCounted()}>yours?</a>). Only groups of at least five are shown, each counted once
      as a whole, and of a skill only whether some, half or most of the group do it. Who is in a group, and
      for which roles people still wait, is told to nobody.
    </p>
  )
}

function NothingYet() {
  return (
    <Empty title="No group is large enough yet">
      <p>
        As soon as five people who hold the same role, or the same few roles, have said what they do, their
        hidden skills stand here: by an analysis of the job that is closed, or by a finished workbook that
        they let be counted without their name.
      </p>
    </Empty>
  )
}

interface OfRoleProps extends HiddenPageProps {
  role: Role
}

function OfRole({ role, parts, yardsticks, edits }: OfRoleProps) {
  const count = new Set(
    parts.flatMap(({ skills }) => skills.map((one) => `${one.framework} ${one.competency} ${one.level}`)),
  ).size
  return (
    <section class="block hidden-role">
      <h2>
        <a href={links.role(role.id)}>{role.title}</a>
      </h2>
      {parts[0]?.isAgreed === false ? (
        <p class="soft">No profile is agreed yet, so there is nothing that a skill could be hidden from.</p>
      ) : (
        <p class="soft">
          {count === 0
            ? 'Everything that these groups do is named.'
            : `${count} ${count === 1 ? 'level of a competency' : 'levels of competencies'} that the profile or the description does not name.`}
        </p>
      )}
      {parts.map((part) => (
        <OneGroup
          key={part.madeAt.getTime() + part.source}
          part={part}
          yardsticks={yardsticks}
          edits={edits}
        />
      ))}
    </section>
  )
}

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

function OneGroup({ part, yardsticks, edits }: Omit<HiddenPageProps, 'parts'> & { part: HiddenPart }) {
  const { source, together, madeAt, skills } = part
  if (skills.length === 0) return null
  return (
    <div class="hidden-group">
      <p class="small">
        {source === 'analysis'
          ? 'From what they said of the job'
          : 'From what they often do, by their workbooks'}
        : a group of at least five{together.length > 0 && `, together with ${together.join(' and ')}`},
        counted in {MONTH.format(madeAt)}.
      </p>
      {skills.map((skill) => (
        <Skill
          key={skill.missing + skill.competency + skill.level}
          skill={skill}
          role={part.role}
          yardstick={yardsticks.get(skill.framework)}
          edits={edits}
        />
      ))}
    </div>
  )
}

function whereMissing({ missing, asked }: HiddenSkill, { scale }: Yardstick): string {
  if (missing === 'description')
    return 'The profile asks for it, and the published description has no line of this competency.'
  const own = asked === null ? undefined : scale.levels[asked - 1]
  return own
    ? `The profile asks for it up to ${levelLabel(own)}.`
    : 'The profile does not name this competency.'
}

interface SkillProps {
  skill: HiddenSkill
  role: Role
  yardstick: Yardstick | undefined
  edits: boolean
}

function Skill({ skill, role, yardstick, edits }: SkillProps) {
  const { missing, framework, competency, level, place, uses } = skill
  const known = yardstick?.competencies.find(({ key }) => key === competency)
  const own = yardstick?.scale.levels[place - 1]
  const named = competencyLabel({ code: known?.code, name: known?.name ?? competency })
  if (!yardstick || !own) return null
  return (
    <article class="hidden-skill">
      <h3>
        <a href={links.competencyLevel(yardstick.slug, competency, level)}>{named}</a>{' '}
        <LevelTag
          number={own.number}
          name={own.name}
          step={stepOf(place - 1, yardstick.scale.levels.length)}
        />
      </h3>
      <p class="soft small">{whereMissing(skill, yardstick)}</p>
      <ul class="statements">
        {uses.map(({ text, band }) => (
          <li key={text}>
            {text} <span class="kind-tag">{BAND_WORDS[band]}</span>
          </li>
        ))}
      </ul>
      {edits && missing === 'description' && (
        <p>
          <a href={links.roleTextsOf(role.id)}>To the description of {role.title}</a>
        </p>
      )}
      {edits && missing === 'profile' && (
        <form method="post" action={links.roleHiddenDraft(role.id)}>
          <input type="hidden" name="framework" value={framework} />
          <input type="hidden" name="competency" value={competency} />
          <input type="hidden" name="level" value={level} />
          <Button
            label={`Take it into the next profile draft of ${role.title}: ${named}, ${levelLabel(own)}`}
          >
            Take it into the next profile draft
          </Button>
        </form>
      )}
    </article>
  )
}
