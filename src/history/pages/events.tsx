import { links } from '#routes.ts'
import { useOffers } from '#web/site.ts'
import { type Filter, type Happening, NO_FILTER } from '../happening.ts'
import { queryOf } from '../query.ts'
import { type ChangeWords, changeWords, fieldWords, sentenceOf, valueWords } from '../sentence.ts'
import { dayWords, timeWords } from '../time.ts'

interface EventsProps {
  events: Happening[]
  /** The thing that all of them are about; its name is not said again as a link. */
  thing?: { kind: string; id: string }
  /** What may be opened, as "kind id"; left out: everything. */
  open?: ReadonlySet<string>
}

/** Events, newest first, day by day, each as a sentence with what it changed. */
export function Events({ events, thing, open }: EventsProps) {
  const days = Map.groupBy(events, ({ at }) => dayWords(at))
  return (
    <div class="events">
      {[...days].map(([day, some]) => (
        <section key={`${day} ${some[0]?.number}`}>
          <h2>{day}</h2>
          <ol>
            {some.map((event) => (
              <Event key={event.number} event={event} thing={thing} open={open} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}

type OneEvent = { event: Happening; thing: EventsProps['thing']; open: EventsProps['open'] }

function Event({ event, thing, open }: OneEvent) {
  const { at, number, via } = event
  return (
    <li id={`event-${number}`}>
      <p class="event-time">
        <time dateTime={at.toISOString()}>{timeWords(at)}</time>
        <span>No. {number.toLocaleString('en-GB')}</span>
      </p>
      <div>
        <Says event={event} thing={thing} open={open} />
        <Also event={event} thing={thing} open={open} />
        <Changes changes={changeWords(event.changes)} label={`What event ${number} changed`} />
        <Note note={event.note} />
        <Foot via={via} hasWords={event.hasWords} />
      </div>
    </li>
  )
}

function Foot({ via, hasWords }: Pick<Happening, 'via' | 'hasWords'>) {
  const said = [via === 'token' && 'By a token.', !hasWords && 'Its words are no longer kept.'].filter(
    Boolean,
  )
  return said.length === 0 ? null : <p class="event-also">{said.join(' ')}</p>
}

function Says({ event, thing, open }: OneEvent) {
  const { who, did, name, rest } = sentenceOf(event)
  const { on, actor } = event
  const isHere = thing?.kind === on.kind && thing.id === on.id
  const canSeeAll = useOffers(links.history())
  const byThem: Filter = { ...NO_FILTER, who: actor.name ?? '' }
  return (
    <p class="event-says">
      {canSeeAll && actor.name ? <a href={links.history(queryOf(byThem))}>{who}</a> : who} {did}{' '}
      {name && (isHere ? name : <Thing {...on} name={name} open={open} />)} {rest}
    </p>
  )
}

type ThingProps = { kind: string; id: string; name: string; open: EventsProps['open'] }

/** A thing by its name, and a link to its history where that may be opened. */
function Thing({ kind, id, name, open }: ThingProps) {
  if (open && !open.has(`${kind} ${id}`)) return <>{name}</>
  return <a href={links.historyOf(kind, id)}>{name}</a>
}

/** A file of people is about everybody in it. */
const MOST_NAMED = 6

/** What else it was about, by name. */
function Also({ event, thing, open }: OneEvent) {
  const all = event.also.filter(({ kind, id, name }) => name && !(thing?.kind === kind && thing.id === id))
  if (all.length === 0) return null
  const others = all.slice(0, MOST_NAMED)
  return (
    <p class="event-also">
      About{' '}
      {others.map(({ kind, id, name }, i) => (
        <span key={`${kind} ${id}`}>
          {i > 0 && ', '}
          {kind} <Thing kind={kind} id={id} name={name ?? ''} open={open} />
        </span>
      ))}
      {all.length > others.length && ` and ${all.length - others.length} more`}
    </p>
  )
}

function Changes({ changes, label }: { changes: ChangeWords[]; label: string }) {
  if (changes.length === 0) return null
  return (
    <table class="changes">
      <caption class="unseen">{label}</caption>
      <thead class="unseen">
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Before</th>
          <th scope="col">After</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ field, before, after }) => (
          <tr key={field}>
            <th scope="row">{field}</th>
            <td>{before || <Nothing />}</td>
            <td>{after || <Nothing />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Nothing = () => <span class="soft">nothing</span>

/** Acts of erasure list events by id, which says nothing to people. */
const LISTS = new Set(['erased'])

function Note({ note }: { note: Happening['note'] }) {
  const entries = Object.entries(note).map(([key, value]) =>
    LISTS.has(key) && value !== null && typeof value === 'object'
      ? ['Events', String(Object.keys(value).length)]
      : [fieldWords(key), valueWords(value)],
  )
  const said = entries.filter(([, value]) => value !== '')
  if (said.length === 0) return null
  return <p class="event-also">{said.map(([key, value]) => `${key}: ${value}`).join('; ')}</p>
}
