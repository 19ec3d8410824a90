import { links } from '#routes.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { Choice, Field, type Messages, Problems } from '#web/field.tsx'
import { Notice } from '#web/notice.tsx'
import { Page } from '#web/page.tsx'
import { draftTitle } from '../labels.ts'
import { hindrances, PERMISSIONS } from '../publish.ts'
import type { Review } from './props.ts'

interface PublicationProps {
  review: Review
  values: Record<string, string>
  errors?: Messages
}

const KINDS = [
  { value: 'proficiency', label: 'Proficiency: how well somebody does it' },
  { value: 'stage', label: 'Stages: where in a career' },
  { value: 'bands', label: 'Bands: a few broad steps' },
]

/** The last questions before a draft becomes a framework: its title, where it comes from, and whether it may be used. */
export function PublicationPage({ review, values, errors = {} }: PublicationProps) {
  const title = draftTitle(review.now, review.source)
  const open = hindrances(review.now)
  return (
    <Page
      title="Publish"
      crumbs={[
        { label: 'Read a document', href: links.intake() },
        { label: title, href: links.intakeDraft(review.id) },
      ]}
      current={links.intake()}
      styles={['intake']}
    >
      <header class="page-head">
        <h1>Publish “{title}”</h1>
        <p class="lead">
          It will stand beside the other frameworks. The draft stays as the record of what was read.
        </p>
      </header>
      {open.length > 0 ? (
        <Hindrances open={open} draft={review.id} />
      ) : (
        <>
          <Problems errors={errors} />
          <PublicationFields review={review} values={values} errors={errors} />
        </>
      )}
      <Removal id={review.id} />
    </Page>
  )
}

function Hindrances({ open, draft }: { open: string[]; draft: string }) {
  return (
    <>
      <Notice kind="warning" title="Before it can be published">
        <ul>
          {open.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Notice>
      <p>
        <ButtonLink kind="primary" href={links.intakeDraft(draft)}>
          Back to the draft
        </ButtonLink>
      </p>
    </>
  )
}

function PublicationFields({ review, values, errors }: Required<PublicationProps>) {
  const permissions = Object.entries(PERMISSIONS).map(([value, label]) => ({ value, label }))
  return (
    <form class="flow" method="post" action={links.intakePublication(review.id)} noValidate>
      <Field label="Title" name="title" value={values.title} error={errors.title} length={50} required />
      <Field
        label="What it is, in a sentence or two"
        name="summary"
        rows={2}
        value={values.summary}
        error={errors.summary}
        hint="Stands on its card among the frameworks. May stay empty."
      />
      <Field
        label="Publisher"
        name="publisher"
        value={values.publisher}
        error={errors.publisher}
        length={50}
        hint="Who wrote the original; shown wherever the framework is shown. May stay empty."
      />
      <Field
        label="Address of the original"
        name="url"
        type="url"
        value={values.url}
        error={errors.url}
        length={50}
        hint="Such as https://example.org/competencies. May stay empty."
      />
      <Choice
        label="May your organisation use this text?"
        name="permission"
        error={errors.permission}
        value={values.permission}
        options={[{ value: '', label: 'Choose…' }, ...permissions]}
        hint="The words belong to whoever wrote them. The answer is kept with the framework."
      />
      <Choice label="What the levels are" name="kind" value={values.kind} options={KINDS} />
      <Button kind="primary">Publish</Button>
    </form>
  )
}

function Removal({ id }: { id: string }) {
  return (
    <details class="fold removal">
      <summary>Throw this draft away</summary>
      <form method="post" action={links.intakeRemoval(id)}>
        <p>
          The text, the draft and every change you made to it are deleted for good. A published framework
          stays.
        </p>
        <Button kind="danger">Delete the draft</Button>
      </form>
    </details>
  )
}
