import { links } from '#routes.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { type Messages, Problems } from '#web/field.tsx'
import { Notice } from '#web/notice.tsx'
import { Page } from '#web/page.tsx'
import { draftTitle } from '../labels.ts'
import { CompetencyDraft } from './competency.tsx'
import { ItemList } from './item.tsx'
import { AddCompetency, NameFramework } from './names.tsx'
import type { Open, Review } from './props.ts'
import { Repairs } from './repairs.tsx'
import { SourcePane } from './source.tsx'
import { Toolbar } from './toolbar.tsx'

interface ReviewProps {
  review: Review
  /** What stands open for change: an item's words, or the names of a competency. */
  open: Open
  errors?: Messages
}

/** The source on one side, the draft on the other, linked both ways; every change is a form. */
export function ReviewPage({ review, open, errors = {} }: ReviewProps) {
  const { now, source } = review
  const title = draftTitle(now, source)
  return (
    <Page
      title={title}
      crumbs={[{ label: 'Read a document', href: links.intake() }]}
      current={links.intake()}
      scripts={['review']}
      styles={['intake']}
    >
      <div class="review" id="review" data-steps={links.intakeSteps(review.id)} data-seen={review.position}>
        <Head review={review} title={title} open={open} />
        <Problems errors={errors} />
        {review.publishedAs === null ? <Toolbar review={review} /> : <Published slug={review.publishedAs} />}
        <div class="review-panes">
          <div class="review-draft">
            <Tray review={review} open={open} />
            {now.competencies.map((competency) => (
              <CompetencyDraft key={competency.id} competency={competency} review={review} open={open} />
            ))}
            <AddCompetency review={review} />
            <Aside review={review} open={open} />
          </div>
          <SourcePane
            source={source}
            draft={now}
            all={open.all}
            whole={`${links.intakeDraft(review.id)}?all=yes`}
          />
        </div>
      </div>
    </Page>
  )
}

function Head({ review, title, open }: { review: Review; title: string; open: Open }) {
  const { ledger, competencies, edits, unplaced } = review.now
  const changeable = review.publishedAs === null
  const count = (n: number, one: string, many: string) =>
    `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`
  return (
    <header class="page-head">
      {open.what === 'title' ? <NameFramework review={review} title={title} /> : <h1>{title}</h1>}
      <p class="lead">
        {count(competencies.length, 'competency', 'competencies')} read from this text.{' '}
        {ledger.lostWords === 0
          ? `${count(ledger.sourceWords, 'word is', 'words are')} in it, and every one has its place.`
          : `${count(ledger.lostWords, 'word has', 'words have')} no place yet.`}{' '}
        {unplaced.length === 0 ? 'Nothing is left unplaced. ' : ''}
        {changeable && 'Compare it with the source, put right what is wrong, then publish.'}
      </p>
      <p class="review-actions">
        {changeable && (
          <ButtonLink kind="primary" href={links.intakePublication(review.id)}>
            Publish…
          </ButtonLink>
        )}
        {unplaced.length > 0 && <a href="#unplaced">{unplaced.length} unplaced</a>}
        {edits.length > 0 && <a href="#repairs">{count(edits.length, 'repair', 'repairs')}</a>}
        {changeable && <a href={`${links.intakeDraft(review.id)}?open=title`}>Rename</a>}
        <a href={links.helpIntake()}>How to check a draft</a>
        <a href={links.historyOf('draft', review.id)}>History</a>
      </p>
    </header>
  )
}

function Published({ slug }: { slug: string }) {
  return (
    <Notice kind="done" title="This draft is published">
      <p>
        It stands here as the record of what was read. <a href={links.framework(slug)}>See the framework</a>,
        or read the document in again to change it.
      </p>
    </Notice>
  )
}

/** What the reader could not place. Publishing needs it empty. */
function Tray({ review, open }: { review: Review; open: Open }) {
  const { unplaced, competencies } = review.now
  const last = competencies.at(-1)
  if (unplaced.length === 0) return null
  return (
    <section class="tray" id="unplaced" aria-labelledby="unplaced-title">
      <h2 id="unplaced-title">
        Unplaced <span class="count">{unplaced.length}</span>
      </h2>
      <p class="quiet">Words that Sightline could not place. Tick them and choose where they belong.</p>
      <ItemList items={unplaced} review={review} open={open} />
      {last && review.publishedAs === null && (
        <form method="post" action={links.intakeSteps(review.id)}>
          <input type="hidden" name="seen" value={review.position} />
          <input type="hidden" name="competency" value={last.id} />
          <Button name="do" value="keep-as-notes">
            Keep all as notes
          </Button>
        </form>
      )}
    </section>
  )
}

/** Furniture, headings and repairs: folded, since they are seldom wrong, and never gone. */
function Aside({ review, open }: { review: Review; open: Open }) {
  const { headings, furniture } = review.now
  return (
    <>
      <details class="fold" id="furniture">
        <summary>
          Furniture <span class="count">{furniture.length}</span>
        </summary>
        <p class="quiet">Page numbers, menus and promotion. Move back what belongs to the framework.</p>
        <ItemList items={furniture} review={review} open={open} />
      </details>
      <details class="fold" id="headings">
        <summary>
          Headings <span class="count">{headings.length}</span>
        </summary>
        <p class="quiet">Words that became the structure: titles, level names, section heads.</p>
        <ItemList items={headings} review={review} open={open} />
      </details>
      <Repairs review={review} />
    </>
  )
}
