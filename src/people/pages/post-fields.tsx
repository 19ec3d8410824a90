import { Choice, Field, type Messages } from '#web/field.tsx'
import type { Place, Team } from '../model.ts'
import type { Typed } from '../typed.ts'
import { teamOptions } from './team-options.ts'

/** What a post can be chosen from. */
export interface PostChoices {
  teams: Team[]
  places: Place[]
  /** Who may be meant as the manager, where they are few enough to be offered. */
  managers: string[]
}

interface PostFieldsProps {
  values: Typed
  errors: Messages
  stored: Typed
  choices: PostChoices
  withDays: boolean
}

/** The fields of a post. */
export function PostFields({ values, errors, stored, choices, withDays }: PostFieldsProps) {
  const shared = (name: string, hint = '') => ({
    name,
    value: values[name],
    error: errors[name],
    hint: [hint, name in stored && `Stored now: ${stored[name] || 'nothing'}.`].filter(Boolean).join(' '),
  })
  const places = choices.places.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <Field label="Role" {...shared('title', 'Such as “Customer adviser”.')} autocomplete="off" />
      <Choice
        label="Team"
        {...shared('teamId')}
        options={[{ value: '', label: 'No team' }, ...teamOptions(choices.teams)]}
      />
      <Choice label="Place" {...shared('placeId')} options={[{ value: '', label: 'No place' }, ...places]} />
      <Field
        label="Reports to"
        {...shared('reportsTo', 'Name, e-mail address or employee number of the manager.')}
        autocomplete="off"
        suggestions={choices.managers.length > 0 ? choices.managers : undefined}
      />
      <Field
        label="Share of full time, in per cent"
        type="number"
        {...shared('share', 'From 1 to 100.')}
        length={6}
      />
      {withDays && (
        <fieldset class="field-pair">
          <legend>In this post</legend>
          <p class="hint">Without days it lasts as long as the employment.</p>
          <Field label="From" type="date" {...shared('startsOn')} />
          <Field label="Until" type="date" {...shared('endsOn')} />
        </fieldset>
      )}
    </>
  )
}
