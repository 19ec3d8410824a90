import {
  type Competency,
  competencyLabel,
  type Framework,
  indicatorsAt,
  levelLabel,
} from '#framework/model.ts'
import { links } from '#routes.ts'
import { Button } from '#web/button.tsx'
import { Field, type Messages, Problems } from '#web/field.tsx'
import { LevelTag, stepOf } from '#web/level-tag.tsx'
import { IMPORTANCE_WORDS, IMPORTANCES, type Requirement, type Role, type RoleProfile } from '../model.ts'
import { RoleFrame } from './frame.tsx'
import { versionWords } from './words.ts'

type Typed = Record<string, string>

interface RequirementFormProps {
  role: Role
  draft: RoleProfile
  framework: Framework
  competency: Competency
  /** What the draft asks for now; undefined: nothing yet. */
  stored: Requirement | undefined
  values: Typed
  errors?: Messages
}

/** What a job needs of one competency, with the words of every level in view. */
export function RequirementFormPage(props: RequirementFormProps) {
  const { role, draft, framework, competency, stored, values, errors = {} } = props
  return (
    <RoleFrame
      title={competencyLabel(competency)}
      role={role}
      crumbs={[{ label: versionWords(draft), href: links.roleProfile(role.id, draft.id) }]}
      eyebrow={framework.title}
      lead={competency.definition ?? undefined}
    >
      <form
        class="requirement"
        method="post"
        action={links.roleRequirement(role.id, draft.id, framework.id, competency.key)}
        noValidate
      >
        <Problems errors={errors} />
        {errors[''] && stored && <Stored stored={stored} />}
        <LevelPicker {...props} />
        <Smaller values={values} errors={errors} />
        <input type="hidden" name="seen" value={values.seen ?? String(draft.version)} />
        <div class="row">
          <Button kind="primary">{stored ? 'Save' : 'Add to the draft'}</Button>
          <a href={links.roleProfile(role.id, draft.id)}>Back to the draft</a>
        </div>
      </form>
      {stored && (
        <form method="post" action={links.roleRequirementRemoval(role.id, draft.id)} class="block">
          <input type="hidden" name="framework" value={framework.id} />
          <input type="hidden" name="competency" value={competency.key} />
          <input type="hidden" name="seen" value={String(draft.version)} />
          <Button kind="danger">Take it out of the draft</Button>
        </form>
      )}
    </RoleFrame>
  )
}

/** After somebody else was first: what stands there now. */
function Stored({ stored }: { stored: Requirement }) {
  return (
    <p class="measure">
      Stored now: {stored.words.level} at most,{' '}
      {stored.words.entryLevel === null
        ? 'all learned in the job'
        : `${stored.words.entryLevel} on the first day`}
      , {IMPORTANCE_WORDS[stored.importance].toLowerCase()}
      {stored.must ? ', a must-have' : ''}.
    </p>
  )
}

/** Two columns of choices beside the words: the most that the job uses, and what one brings on the first day. */
function LevelPicker({ framework, competency, values, errors = {} }: RequirementFormProps) {
  const { levels } = framework.scale
  return (
    <div class="level-picker">
      <div class="level-picker-heads small soft">
        <span id="field-level">The job uses at most</span>
        <span id="field-entryLevel">Needed on the first day</span>
      </div>
      {errors.level && <p class="error">{errors.level}</p>}
      {errors.entryLevel && <p class="error">{errors.entryLevel}</p>}
      <ol>
        {levels.map((level, i) => {
          const statements = indicatorsAt(competency, level.key)
          const label = levelLabel(level)
          return (
            <li key={level.key}>
              <Pick name="level" value={level.key} values={values} label={`The job uses at most: ${label}`} />
              <Pick
                name="entryLevel"
                value={level.key}
                values={values}
                label={`Needed on the first day: ${label}`}
              />
              <div>
                <h2>
                  <LevelTag number={level.number} name={level.name} step={stepOf(i, levels.length)} />
                </h2>
                {level.description && <p class="soft small">{level.description}</p>}
                {statements.length > 0 ? (
                  <ul class="statements small">
                    {statements.map(({ id, text }) => (
                      <li key={id}>{text}</li>
                    ))}
                  </ul>
                ) : (
                  <p class="soft small">Nothing is described at this level.</p>
                )}
              </div>
            </li>
          )
        })}
        <li class="none">
          <span />
          <Pick name="entryLevel" value="" values={values} label="Nothing is needed on the first day" />
          <p>Nothing on the first day: all of it is learned in the job.</p>
        </li>
      </ol>
    </div>
  )
}

interface PickProps {
  name: string
  value: string
  values: Typed
  label: string
}

function Pick({ name, value, values, label }: PickProps) {
  return (
    <label class="pick">
      <input
        type="radio"
        name={name}
        value={value}
        checked={(values[name] ?? '') === value}
        aria-label={label}
      />
    </label>
  )
}

function Smaller({ values, errors }: { values: Typed; errors: Messages }) {
  return (
    <div class="stack">
      <Field
        label="Months from the first day to that level"
        name="months"
        type="number"
        inputmode="numeric"
        length={5}
        value={values.months}
        error={errors.months}
        hint="As it usually takes somebody new who is helped along. Leave it empty when nobody knows."
      />
      <fieldset class="ticks" id="field-importance">
        <legend>How much it matters</legend>
        {errors.importance && <p class="error">{errors.importance}</p>}
        {IMPORTANCES.map((one) => (
          <label key={one} class="tick">
            <input
              type="radio"
              name="importance"
              value={String(one)}
              checked={(values.importance ?? '2') === String(one)}
            />
            <span>{IMPORTANCE_WORDS[one]}</span>
          </label>
        ))}
      </fieldset>
      <label class="tick">
        <input type="checkbox" name="must" value="yes" checked={values.must === 'yes'} />
        <span>
          It is a must-have
          <span class="hint">
            No strength elsewhere makes up for it. Keep that for what cannot be learned here in time.
          </span>
        </span>
      </label>
      <Field
        label="Why the job needs it at this level"
        name="why"
        rows={2}
        value={values.why}
        error={errors.why}
        hint="One sentence, from the work itself. It stands in the profile, and candidates may ask."
      />
    </div>
  )
}
