import { links } from '#routes.ts'
import { Button } from '#web/button.tsx'
import { Field, type Messages, Problems } from '#web/field.tsx'
import type { Typed } from '../typed.ts'
import { PeopleFrame } from './frame.tsx'
import { type PostChoices, PostFields } from './post-fields.tsx'

interface PersonFormProps {
  /** Whom the form changes; null: it adds somebody. */
  person: { id: string; name: string } | null
  values: Typed
  errors?: Messages
  /** What is stored now, where it differs from what was typed, after somebody else was first. */
  stored?: Typed
  /** For a first post, when adding. */
  choices: PostChoices
}

/** Adding a person with a first post, or changing what is kept of one. */
export function PersonFormPage({ person, values, errors = {}, stored = {}, choices }: PersonFormProps) {
  const title = person ? `Change ${person.name}` : 'Add a person'
  const crumbs = person ? [{ label: person.name, href: links.person(person.id) }] : []
  return (
    <PeopleFrame
      title={title}
      crumbs={crumbs}
      edits
      lead={person ? undefined : 'Only the name is needed; the rest can follow.'}
    >
      <Problems errors={errors} />
      <form class="stack" method="post" action={person ? links.person(person.id) : links.people()} noValidate>
        <input type="hidden" name="seen" value={values.seen ?? ''} />
        <PersonFields values={values} errors={errors} stored={stored} />
        {!person && <FirstPost values={values} errors={errors} choices={choices} />}
        <p class="row">
          <Button kind="primary">{person ? 'Save' : 'Add the person'}</Button>
          <a href={person ? links.person(person.id) : links.people()}>Cancel</a>
        </p>
      </form>
    </PeopleFrame>
  )
}

interface FieldsProps {
  values: Typed
  errors: Messages
  stored: Typed
}

function PersonFields({ values, errors, stored }: FieldsProps) {
  const shared = (name: string, hint?: string) => ({
    name,
    value: values[name],
    error: errors[name],
    hint: [hint, name in stored && `Stored now: ${stored[name] || 'nothing'}.`].filter(Boolean).join(' '),
  })
  return (
    <>
      <Field label="Name" {...shared('name', 'As colleagues know them.')} required autocomplete="off" />
      <Field
        label="E-mail"
        type="email"
        {...shared('email', 'Needed to invite them, and to find them again in files.')}
        autocomplete="off"
      />
      <Field
        label="Employee number"
        {...shared('number', 'Their number in your HR system.')}
        length={16}
        autocomplete="off"
      />
      <fieldset class="field-pair">
        <legend>Employment</legend>
        <p class="hint">Posts end with the last day.</p>
        <Field label="First day" type="date" {...shared('startsOn')} />
        <Field label="Last day" type="date" {...shared('endsOn')} />
      </fieldset>
      <fieldset class="field-pair">
        <legend>Leave</legend>
        <p class="hint">
          Parental leave, a sabbatical, a long illness; without a last day while the return is open.
        </p>
        <Field label="From" type="date" {...shared('leaveFrom')} />
        <Field label="Until" type="date" {...shared('leaveUntil')} />
      </fieldset>
    </>
  )
}

function FirstPost({ values, errors, choices }: { values: Typed; errors: Messages; choices: PostChoices }) {
  return (
    <fieldset class="first-post stack">
      <legend>Their post</legend>
      <p class="hint">It begins with their first day. To add it later, leave all of this empty.</p>
      <PostFields values={values} errors={errors} stored={{}} choices={choices} withDays={false} />
    </fieldset>
  )
}
