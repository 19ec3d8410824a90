import { counted } from '#framework/pages/words.ts'
import { links } from '#routes.ts'
import { Day } from '#translate/pages/share.tsx'
import { Button, ButtonLink } from '#web/button.tsx'
import { type Messages, Problems } from '#web/field.tsx'
import { progressWords } from '../progress.ts'
import type { Offer } from '../workbook.ts'
import { WorkbookFrame } from './workbook-frame.tsx'

interface WorkbooksProps {
  offers: Offer[]
  errors?: Messages
}

/** Which workbooks somebody is filling in, has filled in, and could begin. */
export function WorkbooksPage({ offers, errors = {} }: WorkbooksProps) {
  const begun = offers.filter(({ open, finished }) => open || finished.length > 0)
  const fresh = offers.filter((one) => !begun.includes(one) && one.asks > 0)
  const without = offers.filter((one) => !begun.includes(one) && one.asks === 0)
  const isFirst = begun.length === 0
  return (
    <WorkbookFrame
      title="Your workbooks"
      lead={
        <p>
          Say of each behaviour whether you use it, could, or want to. Your picture and your lists come of it
          at once. Nobody sees any of it unless you share it.
        </p>
      }
    >
      <Problems errors={errors} />
      {begun.length > 0 && (
        <ul class="workbooks">
          {begun.map((offer) => (
            <li key={offer.slug} class="panel">
              <Begun offer={offer} />
            </li>
          ))}
        </ul>
      )}
      {fresh.length > 0 && (
        <section class="block">
          <h2>{isFirst ? 'Begin with a framework' : 'Other frameworks'}</h2>
          {isFirst && (
            <p class="measure soft">
              A framework is a set of words for good work. One is enough; the one that says most stands first.
            </p>
          )}
          <ul class="offers">
            {fresh.map(({ slug, title, summary, asks, competencies }, i) => (
              <li key={slug}>
                <span>
                  <a href={links.framework(slug)}>{title}</a>
                  {summary && <span class="summary">{summary}</span>}
                  <span class="facts">
                    <span>{counted(asks, 'statement')}</span>
                    <span>{counted(competencies, 'competency', 'competencies')}</span>
                    <span>{minutes(asks)}</span>
                  </span>
                </span>
                <Start slug={slug} title={title} kind={isFirst && i === 0 ? 'primary' : 'plain'} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <Without offers={without} />
      {offers.length === 0 && (
        <p>There is no framework here yet. A steward publishes one, then you can begin.</p>
      )}
    </WorkbookFrame>
  )
}

/** A rule of thumb: seven or eight seconds a statement. */
function minutes(asks: number): string {
  return `about ${counted(Math.max(1, Math.round(asks / 8)), 'minute')}`
}

function Begun({ offer }: { offer: Offer }) {
  const { title, open, finished, asks } = offer
  const [last] = finished
  return (
    <>
      <h2>{title}</h2>
      {open && (
        <>
          <p class="facts">
            <span>{progressWords({ answered: open.answered, all: asks })}</span>
            <span>
              last changed on <Day at={open.changedAt} />
            </span>
          </p>
          <ButtonLink kind="primary" href={links.workbook(open.id)}>
            Go on
          </ButtonLink>
        </>
      )}
      {finished.map(({ id, answered, finishedAt }) => (
        <p key={id} class="small">
          <a href={links.workbook(id)}>
            Finished on <Day at={finishedAt} />
          </a>{' '}
          <span class="soft">{counted(answered, 'answer')}</span>
        </p>
      ))}
      {!open && last && asks > 0 && <Again offer={offer} />}
    </>
  )
}

/** A new round: from the answers of the last, or empty. */
function Again({ offer: { slug, title } }: { offer: Offer }) {
  return (
    <form method="post" action={links.workbooks()} class="row">
      <input type="hidden" name="framework" value={slug} />
      <Button name="earlier" value="1" label={`Answer again from these answers: ${title}`}>
        Answer again from these answers
      </Button>
      <Button kind="quiet" name="earlier" value="" label={`Answer again from nothing: ${title}`}>
        Answer again from nothing
      </Button>
    </form>
  )
}

function Start({ slug, title, kind }: { slug: string; title: string; kind: 'primary' | 'plain' }) {
  return (
    <form method="post" action={links.workbooks()}>
      <input type="hidden" name="framework" value={slug} />
      <Button kind={kind} label={`Start the workbook of ${title}`}>
        Start
      </Button>
    </form>
  )
}

/** Said rather than left out, so that nobody looks for them. */
function Without({ offers }: Pick<WorkbooksProps, 'offers'>) {
  if (offers.length === 0) return null
  return (
    <section class="block">
      <h2>Without a workbook</h2>
      <p class="measure">
        {offers.length === 1 ? 'This framework describes' : 'These frameworks describe'} no behaviour level by
        level, so there is nothing to answer and no level could come of it:
      </p>
      <ul class="offers">
        {offers.map(({ slug, title }) => (
          <li key={slug}>
            <a href={links.framework(slug)}>{title}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
