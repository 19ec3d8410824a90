import { links } from '#routes.ts'
import { Button } from '#web/button.tsx'
import { Empty } from '#web/empty.tsx'
import { Field, type Messages, Problems } from '#web/field.tsx'
import { Page } from '#web/page.tsx'
import type { DraftSummary } from '../model.ts'

/** A line of the list of drafts. */
export interface DraftLine {
  id: string
  name: string | null
  summary: DraftSummary
  createdAt: Date
  published: { slug: string; title: string } | null
}

interface DocumentsProps {
  drafts: DraftLine[]
  typed?: string
  errors?: Messages
}

/** Where a document comes in, and what came in before. */
export function DocumentsPage({ drafts, typed = '', errors = {} }: DocumentsProps) {
  return (
    <Page title="Read a document" current={links.intake()} styles={['intake']}>
      <header class="page-head">
        <h1>Read a document</h1>
        <p class="lead">
          Give Sightline a competency document and it becomes a draft: competencies, levels, statements. Every
          word of it gets a place, nothing is made up, and you decide before anything is published.
        </p>
      </header>
      <Problems errors={errors} />
      <form
        class="read-form flow"
        method="post"
        action={links.intake()}
        enctype="multipart/form-data"
        noValidate
      >
        <Field
          label="Paste the text"
          name="text"
          rows={12}
          value={typed}
          spellcheck={false}
          error={errors.text}
          hint="The whole page, with its headings. Menus and page numbers may stay in; Sightline sets them aside."
        />
        <Field
          label="Or choose a text file"
          name="file"
          type="file"
          accept=".txt,.md,.text,text/plain,text/markdown"
          error={errors.file}
          hint="Plain text (.txt), up to 5 MB, which is some 2,000 pages. From Word or PDF: save as text, or paste the words above."
        />
        <Button kind="primary">Read it</Button>
      </form>
      <section class="block" aria-labelledby="drafts">
        <h2 id="drafts">Read so far</h2>
        {drafts.length === 0 ? <NoDrafts /> : <DraftList drafts={drafts} />}
      </section>
    </Page>
  )
}

function NoDrafts() {
  return (
    <Empty title="No document has been read in yet">
      <p>
        Try any page that says what good work looks like at each level: a competency from your handbook, a
        career ladder, a service standard. To see what comes of it, look at{' '}
        <a href={links.frameworks()}>the frameworks</a>.
      </p>
    </Empty>
  )
}

const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

function DraftList({ drafts }: { drafts: DraftLine[] }) {
  return (
    <ul class="drafts">
      {drafts.map(({ id, name, summary, createdAt, published }) => (
        <li key={id}>
          <a class="draft-title" href={links.intakeDraft(id)}>
            {summary.title ?? 'Untitled draft'}
          </a>
          <span class="quiet">
            {summary.competencies} {summary.competencies === 1 ? 'competency' : 'competencies'},{' '}
            {summary.statements} statements{summary.unplaced > 0 && `, ${summary.unplaced} unplaced`} ·{' '}
            {name ? `${name} · ` : ''}
            <time dateTime={createdAt.toISOString()}>{day.format(createdAt)}</time>
          </span>
          {published ? (
            <a class="state done" href={links.framework(published.slug)}>
              Published as {published.title}
            </a>
          ) : (
            <span class="state">To be checked</span>
          )}
        </li>
      ))}
    </ul>
  )
}
