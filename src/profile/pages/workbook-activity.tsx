import {
  type Competency,
  competencyLabel,
  type Framework,
  indicatorsAt,
  levelLabel,
} from '#framework/model.ts'
import { links } from '#routes.ts'
import type { Band } from '#translate/model.ts'
import { Reasons } from '#translate/pages/reasons.tsx'
import { Button } from '#web/button.tsx'
import { Choice, Field, type Messages, Problems } from '#web/field.tsx'
import { Notice } from '#web/notice.tsx'
import { ANSWER_WORDS, ANSWERS, type Workbook } from '../model.ts'
import type { Proposal } from '../proposal.ts'
import { WorkbookFrame } from './workbook-frame.tsx'

/** The form as it stands: what was typed and chosen so far. */
export interface ActivityValues {
  /** Of the activity that is changed; empty: it is a new one. */
  id: string
  text: string
  /** A competency's key. */
  competency: string
  /** A level's key; empty: none is chosen. */
  level: string
  answer: string
  said: string
}

interface ActivityProps {
  workbook: Workbook
  framework: Framework
  values: ActivityValues
  /** What Translate says of it; null: it was not asked. */
  proposal: Proposal | null
  errors?: Messages
}

/** Where an activity belongs: what Translate proposes and why, and the words of each level to choose by. */
export function WorkbookActivityPage({ workbook, framework, values, proposal, errors = {} }: ActivityProps) {
  const isNew = values.id === ''
  const action = isNew
    ? links.workbookActivities(workbook.id)
    : links.workbookActivity(workbook.id, values.id)
  const competency = framework.competencies.find(({ key }) => key === values.competency)
  return (
    <WorkbookFrame
      title={isNew ? 'Where does it belong?' : 'Change what you wrote'}
      crumbs={[
        { label: 'Your workbooks', href: links.workbooks() },
        { label: framework.title, href: links.workbook(workbook.id) },
        { label: 'In your own words', href: links.workbookActivities(workbook.id) },
      ]}
    >
      <form class="placing" method="post" action={action} noValidate>
        <Problems errors={errors} />
        <input type="hidden" name="id" value={values.id} />
        <input type="hidden" name="said" value={values.said} />
        <Field label="What you do" name="text" rows={2} value={values.text} error={errors.text} />
        {proposal && <Said proposal={proposal} framework={framework} />}
        <div class="placing-competency">
          <Choice
            label="What it shows"
            name="competency"
            value={values.competency}
            error={errors.competency}
            options={framework.competencies.map(({ key, code, name }) => ({
              value: key,
              label: competencyLabel({ code, name }),
            }))}
          />
          <Button action={links.workbookPlacing(workbook.id)} name="show" value="1">
            Show its levels
          </Button>
        </div>
        {competency && <Levels {...{ framework, competency }} chosen={values.level} error={errors.level} />}
        <HowOften chosen={values.answer} error={errors.answer} />
        <Button kind="primary">{isNew ? 'Put it into my workbook' : 'Keep it like this'}</Button>
      </form>
    </WorkbookFrame>
  )
}

const BAND_WORDS: Record<Band, string> = {
  likely: 'It most likely belongs here',
  possible: 'It may belong here',
  unsure: 'Sightline is not sure where it belongs',
}

/** The proposal in words, with its reasons; a person decides. */
function Said({
  proposal: { band, cell, notice, read, activity },
  framework,
}: {
  proposal: Proposal
  framework: Framework
}) {
  const competency = framework.competencies.find(({ key }) => key === cell?.competency)
  const level = framework.scale.levels.find(({ key }) => key === cell?.level)
  const name = competency && competencyLabel(competency)
  const place = name && level && `${name}, ${levelLabel(level)}`
  return (
    <Notice
      kind={band === 'unsure' ? 'warning' : 'note'}
      title={place && band !== 'unsure' ? `${BAND_WORDS[band]}: ${place}` : BAND_WORDS.unsure}
    >
      {notice && <p>{notice}</p>}
      {band === 'unsure' && !notice && (
        <p>
          {place ? `The nearest is ${place}. ` : ''}Read the words of the levels below and choose the one that
          says what you do.
        </p>
      )}
      {read && <Reasons one={read} text={activity} />}
    </Notice>
  )
}

interface LevelsProps {
  framework: Framework
  competency: Competency
  chosen: string
  error: string | undefined
}

/** Each level with its own words, to choose by. */
function Levels({ framework, competency, chosen, error }: LevelsProps) {
  return (
    <fieldset class={error ? 'level-choice wrong' : 'level-choice'} id="field-level">
      <legend>At which level of {competency.name}?</legend>
      {error && <p class="error">{error}</p>}
      {framework.scale.levels.map((level) => {
        const statements = indicatorsAt(competency, level.key)
        return (
          <label key={level.key} class="tick">
            <input type="radio" name="level" value={level.key} checked={level.key === chosen} />
            <span>
              <b>{levelLabel(level)}</b>
              {statements.length > 0 ? (
                statements.map(({ id, text }) => (
                  <span key={id} class="hint">
                    {text}
                  </span>
                ))
              ) : (
                <span class="hint">{level.description ?? 'The framework describes nothing here.'}</span>
              )}
            </span>
          </label>
        )
      })}
    </fieldset>
  )
}

function HowOften({ chosen, error }: { chosen: string; error: string | undefined }) {
  return (
    <fieldset class={error ? 'ticks wrong' : 'ticks'} id="field-answer">
      <legend>How do you do it?</legend>
      {error && <p class="error">{error}</p>}
      {ANSWERS.filter((answer) => answer !== 'not').map((answer) => (
        <label key={answer} class="tick">
          <input type="radio" name="answer" value={answer} checked={answer === chosen} />
          <span>{ANSWER_WORDS[answer].label}</span>
        </label>
      ))}
    </fieldset>
  )
}
