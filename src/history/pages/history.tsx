import { links } from '#routes.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { Empty } from '#web/empty.tsx'
import { Choice, Field, type Messages, Problems } from '#web/field.tsx'
import { Notice } from '#web/notice.tsx'
import { Page } from '#web/page.tsx'
import type { Filter, Happening } from '../happening.ts'
import { queryOf } from '../query.ts'
import { fieldWords } from '../sentence.ts'
import { Events } from './events.tsx'

interface HistoryPageProps {
  filter: Filter
  errors: Messages
  kinds: string[]
  events: Happening[]
  /** The number to go on from; null: these are the oldest. */
  older: number | null
  isFirst: boolean
  head: { number: number; seal: string } | null
  unfinished: number
}

/** All that has happened in the organisation. */
export function HistoryPage(props: HistoryPageProps) {
  const { filter, errors, events, unfinished } = props
  return (
    <Page title="History" current={links.history()} styles={['history']}>
      <header class="page-head">
        <h1>History</h1>
        <p class="lead">
          Everything that anybody has done here, newest first. Nothing in it can be changed; times are in UTC.
        </p>
        <p class="soft measure">
          What people do in their own profiles is under seal, too, but stands here only for them and for whom
          it concerns. That is why numbers are missing.
        </p>
      </header>
      {unfinished > 0 && (
        <Notice
          kind="warning"
          title={unfinished === 1 ? 'One job could not be done' : `${unfinished} jobs could not be done`}
        >
          <p>
            <a href={links.unfinished()}>See why, and have it done again</a>
          </p>
        </Notice>
      )}
      <Problems errors={errors} />
      <FilterForm {...props} />
      {events.length === 0 ? (
        <Nothing isFiltered={Object.keys(queryOf(filter)).length > 0} />
      ) : (
        <Events events={events} />
      )}
      <Pages {...props} />
      <Seal head={props.head} />
    </Page>
  )
}

function FilterForm({ filter, errors, kinds }: HistoryPageProps) {
  const options = [
    { value: '', label: 'Anything' },
    ...kinds.map((value) => ({ value, label: fieldWords(value) })),
  ]
  const { thing } = filter
  return (
    <search>
      <form class="history-filter" action={links.history()}>
        <Field label="Who" name="who" value={filter.who} hint="Part of a name" autocomplete="off" />
        <Field label="Did what" name="act" value={filter.act} hint="Such as “published”" autocomplete="off" />
        <Choice label="To what" name="kind" value={filter.kind} options={options} hint="Kind of thing" />
        <Field label="From" name="from" type="date" value={filter.from} error={errors.from} />
        <Field label="To" name="to" type="date" value={filter.to} error={errors.to} />
        {thing && <input type="hidden" name="thing" value={`${thing.kind} ${thing.id}`} />}
        <div class="row">
          <Button kind="primary">Show</Button>
          {Object.keys(queryOf(filter)).length > 0 && (
            <ButtonLink kind="quiet" href={links.history()}>
              Show everything
            </ButtonLink>
          )}
        </div>
      </form>
    </search>
  )
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  if (!isFiltered)
    return (
      <Empty title="Nothing has happened yet">
        <p>As soon as somebody adds a person, publishes a framework or does anything else, it stands here.</p>
      </Empty>
    )
  return (
    <Empty
      title="Nothing that has happened fits all of this"
      action={<ButtonLink href={links.history()}>Show everything</ButtonLink>}
    >
      <p>Ask for less: a part of the name, a longer time, or any kind of thing.</p>
    </Empty>
  )
}

function Pages({ filter, older, isFirst }: HistoryPageProps) {
  if (isFirst && older === null) return null
  const query = queryOf(filter)
  return (
    <nav class="row event-pages" aria-label="Pages">
      {!isFirst && <ButtonLink href={links.history(query)}>Newest</ButtonLink>}
      {older !== null && (
        <ButtonLink href={links.history({ ...query, before: String(older) })}>Older</ButtonLink>
      )}
    </nav>
  )
}

/** What somebody outside has to note, so that the end of the history cannot be cut off unseen. */
function Seal({ head }: { head: HistoryPageProps['head'] }) {
  if (!head) return null
  return (
    <section class="block">
      <h2>Is the history whole?</h2>
      <div class="prose">
        <p>
          Each event is sealed together with the one before it. On the machine where Sightline runs,{' '}
          <code>sightline history verify</code> says whether an event has been removed, changed, put in or
          exchanged.
        </p>
        <p>
          Only the newest can be cut off without a trace inside. So note this somewhere else from time to
          time, and give it later with <code>--head</code>. After event no.{' '}
          {head.number.toLocaleString('en-GB')} the seal is:
        </p>
        <p>
          <code class="seal">{head.seal}</code>
        </p>
      </div>
    </section>
  )
}
