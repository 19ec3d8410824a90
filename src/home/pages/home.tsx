import { links } from '#routes.ts'
import { ButtonLink } from '#web/button.tsx'
import { Page } from '#web/page.tsx'
import type { Card } from '../model.ts'

interface HomeProps {
  /** The given name, or null for a visitor. */
  name: string | null
  organization: string
  cards: Card[]
}

/** A person's first page: what waits, and where they stand. */
export function HomePage({ name, organization, cards }: HomeProps) {
  const waiting = cards.filter(({ waits }) => waits).length
  return (
    <Page title="Home" current={links.home()} styles={['home']}>
      <header class="page-head">
        <p class="eyebrow">{organization}</p>
        <h1>{name ? `Hello, ${name}` : 'Welcome'}</h1>
        <p class="lead">{leadFor(name, waiting)}</p>
      </header>
      <div class="home-cards">
        {cards.map((card) => (
          <CardSection key={card.key} card={card} />
        ))}
      </div>
    </Page>
  )
}

function leadFor(name: string | null, waiting: number): string {
  if (name === null)
    return 'Look around: read the frameworks, or be somebody of the organisation and see their side.'
  if (waiting === 0) return 'Nothing waits for you. This is where things stand.'
  return waiting === 1 ? 'One thing waits for you.' : `${waiting} things wait for you.`
}

function CardSection({ card: { key, title, says, items, action, waits } }: { card: Card }) {
  return (
    <section class={waits ? 'panel waits' : 'panel'} aria-labelledby={`card-${key}`}>
      <h2 id={`card-${key}`}>{title}</h2>
      <p>{says}</p>
      {items.length > 0 && (
        <ul class="card-items">
          {items.map(({ label, href, note }) => (
            <li key={href + label}>
              <a href={href}>{label}</a>
              {note && <span class="soft small note">{note}</span>}
            </li>
          ))}
        </ul>
      )}
      {action && (
        <p>
          <ButtonLink href={action.href}>{action.label}</ButtonLink>
        </p>
      )}
    </section>
  )
}
