import { momentWords } from '#history/time.ts'
import { links } from '#routes.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { Notice } from '#web/notice.tsx'
import { Page } from '#web/page.tsx'
import type { Link } from '#web/site.ts'
import type { About } from '../about.ts'
import type { ErasureWish } from '../model.ts'
import { Parts } from './parts.tsx'

interface MinePageProps {
  about: About
  /** The newest; null: none was ever made. */
  wish: ErasureWish | null
  /** Who holds the roles that the page speaks of. */
  holders: { role: string; names: string[] }[]
  /** What there is to do for others, by the viewer's roles. */
  tasks: Link[]
}

/** What Sightline knows about whoever looks. */
export function MinePage({ about, wish, holders, tasks }: MinePageProps) {
  return (
    <Page title="What Sightline knows about me" current={links.privacy()} styles={['privacy']}>
      <header class="page-head">
        <h1>What Sightline knows about me</h1>
        <p class="lead">
          Everything that is kept here about you, {about.person.name}, and who can see it. Nothing leaves{' '}
          {about.organization} unless somebody takes it out.
        </p>
        <div class="row">
          <ButtonLink href={links.privacyFile('html')}>Download to read (HTML)</ButtonLink>
          <ButtonLink href={links.privacyFile('json')}>Download for programs (JSON)</ButtonLink>
        </div>
      </header>
      {tasks.length > 0 && (
        <nav class="panel tasks" aria-label="For others">
          <h2>For others</h2>
          <ul>
            {tasks.map(({ label, href }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <Wish wish={wish} />
      <Holders holders={holders} />
      <Parts parts={about.parts} />
    </Page>
  )
}

function Wish({ wish }: { wish: ErasureWish | null }) {
  if (wish?.state === 'open')
    return (
      <Notice title="You wished to be erased">
        <p>{momentWords(wish.madeAt)} UTC. HR or an owner will answer it.</p>
        <form method="post" action={links.erasureWithdrawal()}>
          <Button>Take the wish back</Button>
        </form>
      </Notice>
    )
  return (
    <>
      {wish?.state === 'refused' && (
        <Notice kind="warning" title="Your wish to be erased was refused">
          <p>{wish.answer}</p>
          <p class="soft">
            {wish.settledBy ?? 'Somebody at the terminal'}
            {wish.settledAt && `, ${momentWords(wish.settledAt)} UTC`}
          </p>
        </Notice>
      )}
      <p>
        Is something wrong? Tell HR or an owner. Do you want to be forgotten?{' '}
        <a href={links.erasureWish()}>Wish to be erased</a>
      </p>
    </>
  )
}

function Holders({ holders }: { holders: MinePageProps['holders'] }) {
  const filled = holders.filter(({ names }) => names.length > 0)
  if (filled.length === 0) return null
  return (
    <section class="block">
      <h2>Who these people are</h2>
      <dl class="held">
        {filled.map(({ role, names }) => (
          <div key={role}>
            <dt>{role}</dt>
            <dd>{names.join(', ')}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
