import { links } from '#routes.ts'
import { ButtonLink } from '#web/button.tsx'
import { Empty } from '#web/empty.tsx'
import { Page } from '#web/page.tsx'
import type { Happening } from '../happening.ts'
import { Events } from './events.tsx'

interface ThingPageProps {
  thing: { kind: string; id: string }
  /** The thing's own page; null where it has none. */
  href: string | null
  events: Happening[]
  /** What may be opened from here, as "kind id". */
  open: ReadonlySet<string>
  older: number | null
  isFirst: boolean
}

/** What has happened to one thing, for those who may see it. */
export function ThingPage({ thing, href, events, open, older, isFirst }: ThingPageProps) {
  const name = nameOf(thing, events)
  const title = name ? `History of ${name}` : `History of this ${thing.kind}`
  const here = links.historyOf(thing.kind, thing.id)
  return (
    <Page
      title={title}
      crumbs={href ? [{ label: name ?? `The ${thing.kind}`, href }] : []}
      current={links.history()}
      styles={['history']}
    >
      <header class="page-head">
        <p class="eyebrow">{thing.kind}</p>
        <h1>{title}</h1>
        <p class="lead">What was done here, by whom and when, newest first. Times are in UTC.</p>
      </header>
      {events.length === 0 ? (
        <Empty title="Nothing is known of this">
          <p>Either nothing has happened to it, or these are the oldest events.</p>
        </Empty>
      ) : (
        <Events events={events} thing={thing} open={open} />
      )}
      <nav class="row event-pages" aria-label="Pages">
        {!isFirst && <ButtonLink href={here}>Newest</ButtonLink>}
        {older !== null && <ButtonLink href={`${here}?before=${older}`}>Older</ButtonLink>}
      </nav>
    </Page>
  )
}

/** The name it had last. */
function nameOf({ kind, id }: ThingPageProps['thing'], events: Happening[]): string | null {
  const all = events.flatMap(({ on, also }) => [on, ...also])
  return all.find((one) => one.kind === kind && one.id === id && one.name)?.name ?? null
}
