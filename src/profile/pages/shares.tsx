import { links } from '#routes.ts'
import { Day } from '#translate/pages/share.tsx'
import { Button, ButtonLink } from '#web/button.tsx'
import { Empty } from '#web/empty.tsx'
import { rowsInWords, type Share, shareState } from '../share.ts'
import { ProfileFrame } from './frame.tsx'
import { Moment } from './shared.tsx'

interface SharesPageProps {
  mine: Share[]
  others: { person: { id: string; name: string }; shares: Share[] }[]
  now: Date
}

/** What one shares with whom, who looked, and what others share. */
export function SharesPage({ mine, others, now }: SharesPageProps) {
  const active = mine.filter((share) => shareState(share, now) === 'active')
  const past = mine.filter((share) => shareState(share, now) !== 'active')
  return (
    <ProfileFrame
      title="Sharing"
      tab="sharing"
      lead="Your profile is yours alone. Others see the rows that you share, for as long as you share them, and nothing else."
    >
      {active.length === 0 ? (
        <Empty
          title={past.length === 0 ? 'You have never shared anything' : 'You share nothing now'}
          action={
            <ButtonLink kind="primary" href={links.profileShareNew()}>
              Share some rows
            </ButtonLink>
          }
        >
          <p>
            Choose single levels, stories, evidence or activities, and show them to people by name or by a
            link that ends. You see who looked, and can take each of them back at any time.
          </p>
        </Empty>
      ) : (
        <p>
          <ButtonLink kind="primary" href={links.profileShareNew()}>
            Share some rows
          </ButtonLink>
        </p>
      )}
      {active.length > 0 && (
        <section class="block" aria-labelledby="active">
          <h2 id="active">What you share now</h2>
          <ul class="share-list">
            {active.map((share) => (
              <Active key={share.id} share={share} />
            ))}
          </ul>
        </section>
      )}
      <Others others={others} />
      {past.length > 0 && (
        <section class="block" aria-labelledby="past">
          <h2 id="past">What you shared before</h2>
          <ul class="share-list past">
            {past.map((share) => (
              <Past key={share.id} share={share} now={now} />
            ))}
          </ul>
        </section>
      )}
    </ProfileFrame>
  )
}

/** "Aroha Tamihana and whoever has the link". */
export function withWords({ with: people, hasLink }: Pick<Share, 'with' | 'hasLink'>): string {
  const all = [...people.map(({ name }) => name), ...(hasLink ? ['whoever has the link'] : [])]
  if (all.length < 2) return all[0] ?? 'nobody any more'
  return `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`
}

/** "3 looks, the last on …". */
export function LookWords({ looks, lastLook }: Pick<Share, 'looks' | 'lastLook'>) {
  if (lastLook === null) return <>nobody has looked yet</>
  return (
    <>
      {looks === 1 ? 'one look' : `${looks} looks`}, the last on <Moment at={lastLook} />
    </>
  )
}

function Active({ share }: { share: Share }) {
  const { id, rows, expiresAt, madeAt, note } = share
  const what = rowsInWords(rows)
  return (
    <li>
      <p>
        <a href={links.profileShare(id)}>
          <strong>{what}</strong> with {withWords(share)}
        </a>
      </p>
      {note && <p class="soft">“{note}”</p>}
      <p class="small soft">
        Since <Day at={madeAt} />,{' '}
        {expiresAt ? (
          <>
            until <Moment at={expiresAt} />
          </>
        ) : (
          'until you take it back'
        )}
        ; <LookWords {...share} />.
      </p>
      <form method="post" action={links.profileShareRevocation(id)}>
        <Button label={`Take it back: ${what} shared with ${withWords(share)}`}>Take it back</Button>
      </form>
    </li>
  )
}

function Past({ share, now }: { share: Share; now: Date }) {
  const end = share.revokedAt ?? share.expiresAt
  return (
    <li>
      <p>
        <a href={links.profileShare(share.id)}>
          {rowsInWords(share.rows)} with {withWords(share)}
        </a>
      </p>
      <p class="small soft">
        {shareState(share, now) === 'taken back' ? 'Taken back' : 'Ended'} {end && <Day at={end} />};{' '}
        <LookWords {...share} />.
      </p>
    </li>
  )
}

function Others({ others }: Pick<SharesPageProps, 'others'>) {
  return (
    <section class="block" aria-labelledby="others">
      <h2 id="others">What others share with you</h2>
      {others.length === 0 ? (
        <p class="soft">Nobody shares anything with you by name now.</p>
      ) : (
        <ul class="share-list">
          {others.map(({ person, shares }) => (
            <li key={person.id}>
              <p>
                <a href={links.profileOf(person.id)}>{person.name}</a>{' '}
                <span class="soft">{rowsInWords(shares.flatMap(({ rows }) => rows))}</span>
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
