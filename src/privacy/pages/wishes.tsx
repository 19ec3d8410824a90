import { momentWords } from '#history/time.ts'
import { links } from '#routes.ts'
import { ButtonLink } from '#web/button.tsx'
import { Empty } from '#web/empty.tsx'
import { Page } from '#web/page.tsx'
import type { ErasureWish } from '../model.ts'

const STATES: Record<ErasureWish['state'], string> = {
  open: 'Waits for your answer',
  done: 'Erased',
  refused: 'Refused',
  withdrawn: 'Taken back',
}

/** Wishes to be erased: those that wait, then those that were answered. */
export function WishesPage({ wishes }: { wishes: ErasureWish[] }) {
  return (
    <Page
      title="Wishes to be erased"
      crumbs={[{ label: 'Privacy', href: links.privacy() }]}
      current={links.privacy()}
      styles={['privacy']}
    >
      <header class="page-head">
        <h1>Wishes to be erased</h1>
        <p class="lead">
          Answer each within a month, as data protection law asks in most countries. You can also erase
          somebody who has no account, from their page.
        </p>
      </header>
      {wishes.length === 0 ? (
        <Empty title="Nobody has wished to be erased">
          <p>Everybody can, on their page “What Sightline knows about me”. Their wish then waits here.</p>
        </Empty>
      ) : (
        <ul class="wishes">
          {wishes.map((wish) => (
            <Wish key={wish.id} wish={wish} />
          ))}
        </ul>
      )}
    </Page>
  )
}

function Wish({
  wish: { personId, name, reason, state, madeAt, settledBy, settledAt, answer },
}: {
  wish: ErasureWish
}) {
  return (
    <li class={state === 'open' ? 'panel waits' : 'panel'}>
      <h2>{name}</h2>
      <p class="soft">
        {STATES[state]}
        {settledAt && settledBy ? ` by ${settledBy}, ${momentWords(settledAt)} UTC` : ''}. Wished{' '}
        {momentWords(madeAt)} UTC
      </p>
      {reason && <p class="measure">{reason}</p>}
      {answer && <p class="measure">Answer: {answer}</p>}
      {state === 'open' && (
        <ButtonLink kind="primary" href={links.erasureOf(personId)}>
          See what goes, and answer
        </ButtonLink>
      )}
    </li>
  )
}
