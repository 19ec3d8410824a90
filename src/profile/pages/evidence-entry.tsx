import type { Framework } from '#framework/model.ts'
import { links } from '#routes.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { Field, type Messages, Problems } from '#web/field.tsx'
import { type Evidence, isByOthers, stands } from '../evidence.ts'
import { CellWords } from './cell-tag.tsx'
import { Entry } from './entry.tsx'
import { ProfileFrame } from './frame.tsx'

interface EvidenceEntryProps {
  entry: Evidence
  framework: Framework | undefined
  viewer: string
  values?: Record<string, string>
  errors?: Messages
}

/** One entry by itself, with what whoever looks may do with it. */
export function EvidenceEntryPage({
  entry,
  framework,
  viewer,
  values = {},
  errors = {},
}: EvidenceEntryProps) {
  const isOwner = entry.person.id === viewer
  return (
    <ProfileFrame
      title={isOwner ? 'Evidence in your profile' : `Evidence about ${entry.person.name}`}
      tab="evidence"
      crumbs={[{ label: 'Evidence', href: links.evidence() }]}
      styles={['story']}
    >
      <Problems errors={errors} />
      <Entry entry={entry} framework={framework} viewer={viewer} isAlone />
      {framework && (
        <details class="words-of">
          <summary>The words of this level</summary>
          <CellWords framework={framework} cell={entry} />
        </details>
      )}
      {isOwner && isByOthers(entry) && <Answering entry={entry} values={values} errors={errors} />}
      {entry.writtenBy.id === viewer && stands(entry) && framework && (
        <Changing entry={entry} framework={framework} values={values} errors={errors} />
      )}
    </ProfileFrame>
  )
}

type FormProps = Required<Pick<EvidenceEntryProps, 'entry' | 'values' | 'errors'>>

function Answering({ entry, values, errors }: FormProps) {
  const { name } = entry.writtenBy
  return (
    <section class="block">
      <h2>Your answer</h2>
      <p class="measure">
        {name} wrote this, so only {name} can correct or withdraw it. You can answer, as often as you like;{' '}
        {name} reads it too. If you do not want {name} to write more,{' '}
        <a href={links.profileShares()}>stop sharing</a> this level.
      </p>
      <form method="post" action={links.evidenceAnswers(entry.id)} class="stack">
        <Field label="What do you say to it?" name="text" rows={5} value={values.text} error={errors.text} />
        <Button kind="primary">Keep my answer</Button>
      </form>
    </section>
  )
}

function Changing({ entry, framework, values, errors }: FormProps & { framework: Framework }) {
  return (
    <section class="block">
      <h2>Is it not right?</h2>
      <p class="measure">
        What has been written stays, so that whoever read it knows what changed: correct it by a new entry, or
        withdraw it and say why.
      </p>
      <p>
        <ButtonLink
          href={links.evidenceNew({
            framework: framework.slug,
            about: entry.person.id,
            corrects: entry.id,
          })}
        >
          Correct it by a new entry
        </ButtonLink>
      </p>
      <form method="post" action={links.evidenceWithdrawal(entry.id)} class="stack">
        <Field
          label="Why do you withdraw it?"
          name="reason"
          rows={3}
          value={values.reason}
          error={errors.reason}
        />
        <Button>Withdraw it</Button>
      </form>
    </section>
  )
}
