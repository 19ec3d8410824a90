import { links } from '#routes.ts'
import { Page } from '#web/page.tsx'
import type { Share } from '../share.ts'
import { type Content, SharedContent } from './shared-content.tsx'

interface SharedPageProps {
  person: { id: string; name: string }
  shares: Pick<Share, 'id' | 'note' | 'expiresAt'>[]
  content: Content
  /** Opened by a link: there is nothing else here for whoever has it. */
  byLink: boolean
}

/** What somebody shares with whoever looks: only that, with until when, and that they learn of the look. */
export function SharedPage({ person, shares, content, byLink }: SharedPageProps) {
  const notes = shares.flatMap(({ note }) => (note === null ? [] : [note]))
  const title = `What ${person.name} shares`
  const crumbs = [
    { label: 'Profile', href: links.profile() },
    { label: 'Sharing', href: links.profileShares() },
  ]
  return (
    <Page
      title={title}
      current={byLink ? '' : links.profile()}
      crumbs={byLink ? [] : crumbs}
      styles={['profile', 'level-picture', 'story']}
    >
      <header class="page-head">
        <p class="eyebrow">{byLink ? 'Shared by a link' : 'Shared with you'}</p>
        <h1>{title}</h1>
        {notes.map((note) => (
          <p key={note} class="lead">
            “{note}”
          </p>
        ))}
        <p class="soft measure">
          <Until shares={shares} /> {person.name} chose these rows and nothing else is shown; levels stand as
          they are now. {person.name} can see when this page is looked at
          {byLink ? ', and by whom where somebody is signed in' : ' and by whom'}.
        </p>
      </header>
      <SharedContent
        content={content}
        hrefOf={(framework, key) => (byLink ? null : links.profileCompetencyOf(person.id, framework, key))}
      />
    </Page>
  )
}

function Until({ shares }: Pick<SharedPageProps, 'shares'>) {
  const ends = shares.map(({ expiresAt }) => expiresAt)
  const last = ends.includes(null)
    ? null
    : ends.reduce((a, b) => (a !== null && b !== null && a > b ? a : b), ends[0] ?? null)
  if (last === null) return <>You see this until it is taken back.</>
  return (
    <>
      You see this until <Moment at={last} /> at the latest.
    </>
  )
}

const MOMENT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })

/** A day with its time, as everywhere that of UTC. */
export function Moment({ at }: { at: Date }) {
  return <time dateTime={at.toISOString()}>{MOMENT.format(at)} UTC</time>
}
