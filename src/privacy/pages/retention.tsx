import { links } from '#routes.ts'
import { Button } from '#web/button.tsx'
import { Field, type Messages, Problems } from '#web/field.tsx'
import { Notice } from '#web/notice.tsx'
import { Page } from '#web/page.tsx'
import { monthsWords, RETENTION_RULES, type RetentionKind } from '../retention.ts'

interface RetentionPageProps {
  lines: { kind: RetentionKind; months: number | null; due: number; names: string[] }[]
  /** What was typed, by kind. */
  values: Record<string, string>
  errors: Messages
  /** What has just been done. */
  done: 'saved' | 'asked' | null
  /** The periods shown are what was typed, and not saved yet. */
  isTrial: boolean
}

/** How long each kind of data is kept, and what would go today. */
export function RetentionPage({ lines, values, errors, done, isTrial }: RetentionPageProps) {
  const due = lines.reduce((sum, line) => sum + line.due, 0)
  return (
    <Page
      title="How long things are kept"
      crumbs={[{ label: 'Privacy', href: links.privacy() }]}
      current={links.privacy()}
      styles={['privacy']}
    >
      <header class="page-head">
        <h1>How long things are kept</h1>
        <p class="lead">
          What is older goes by itself, every night. Every time anything goes, the history says so.
        </p>
      </header>
      {done === 'saved' && <Notice kind="done" title="Saved. It holds from tonight." />}
      {done === 'asked' && (
        <Notice kind="done" title="It is being done">
          <p>In a moment the history says what has gone.</p>
        </Notice>
      )}
      <Problems errors={errors} />
      {isTrial && <Notice title="This is what would go with these periods. Nothing is saved yet." />}
      <form method="post" action={links.retention()} noValidate>
        <ul class="periods">
          {lines.map((line) => (
            <Line key={line.kind} line={line} value={values[line.kind] ?? ''} error={errors[line.kind]} />
          ))}
        </ul>
        <div class="row">
          <Button kind="primary" name="do" value="save">
            Save
          </Button>
          <Button name="do" value="try">
            Show what would go
          </Button>
        </div>
      </form>
      {due > 0 && !isTrial && (
        <section class="block">
          <h2>Not wait for tonight</h2>
          <form method="post" action={links.retentionApplication()}>
            <Button kind="danger">Remove now what is too old</Button>
          </form>
        </section>
      )}
    </Page>
  )
}

interface LineProps {
  line: RetentionPageProps['lines'][number]
  value: string
  error: string | undefined
}

function Line({ line: { kind, months, due, names }, value, error }: LineProps) {
  const { title, says, months: proposed, because } = RETENTION_RULES[kind]
  return (
    <li class="period">
      <div>
        <h2>{title}</h2>
        <p class="measure">{says}</p>
        <p class="small soft measure">
          Sightline proposes {monthsWords(proposed)}: {because}
        </p>
      </div>
      <Field
        label={`Months: ${title}`}
        name={kind}
        value={value}
        error={error}
        hint={`Now ${monthsWords(months)}. Left empty: for ever`}
        length={6}
        autocomplete="off"
      />
      <p class={due > 0 ? 'due' : 'soft'}>
        {due === 0 ? 'Nothing would go today.' : `${due.toLocaleString('en-GB')} would go today`}
        {names.length > 0 && `: ${names.join(', ')}${due > names.length ? ' and others' : ''}`}
      </p>
    </li>
  )
}
