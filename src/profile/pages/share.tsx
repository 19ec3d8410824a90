import { links } from '#routes.ts'
import { Day } from '#translate/pages/share.tsx'
import { Button } from '#web/button.tsx'
import { Notice } from '#web/notice.tsx'
import { type Look, type RowRef, type Share, shareState } from '../share.ts'
import { storyName } from '../story.ts'
import { ProfileFrame } from './frame.tsx'
import { Moment } from './shared.tsx'
import { type Content, SharedContent } from './shared-content.tsx'
import { withWords } from './shares.tsx'

interface SharePageProps {
  share: Share
  content: Content
  looks: Look[]
  now: Date
  /** Of a link that was made just now; shown this once. */
  link?: string | null
  problem?: string
}

/** One of one's own shares: with whom, until when, who looked, and exactly what they see. */
export function SharePage({ share, content, looks, now, link = null, problem }: SharePageProps) {
  const state = shareState(share, now)
  return (
    <ProfileFrame
      title={`Shared with ${withWords(share)}`}
      tab="sharing"
      crumbs={[{ label: 'Sharing', href: links.profileShares() }]}
      styles={['level-picture', 'story']}
      scripts={link === null ? [] : ['copy']}
    >
      {problem && <Notice kind="problem" title={problem} />}
      {link !== null && <NewLink link={link} />}
      <p class="facts">
        <span>
          since <Day at={share.madeAt} />
        </span>
        <StateWords share={share} state={state} />
      </p>
      {share.note && <p class="lead">“{share.note}”</p>}
      {state === 'active' && (
        <form class="share-end" method="post" action={links.profileShareRevocation(share.id)}>
          <Button kind="danger">Take all of it back</Button>
        </form>
      )}
      <Looks looks={looks} hasLink={share.hasLink} />
      <section class="block" aria-labelledby="rows">
        <h2 id="rows">{state === 'active' ? 'The rows' : 'The rows that were shared'}</h2>
        <Rows share={share} content={content} isActive={state === 'active'} />
      </section>
      {state === 'active' && share.rows.length > 0 && (
        <section class="share-preview" aria-label="What they see">
          <p class="eyebrow">This is what they see</p>
          <SharedContent content={content} hrefOf={() => null} />
        </section>
      )}
    </ProfileFrame>
  )
}

function NewLink({ link }: { link: string }) {
  return (
    <Notice kind="done" title="This is the link. It is shown only now, and kept nowhere: copy it.">
      <copy-text class="copy-text">
        <label for="new-link">The link</label>
        <textarea id="new-link" rows={3} readOnly>
          {link}
        </textarea>
      </copy-text>
      <p>Whoever has it sees the rows without signing in, until it ends or you take it back.</p>
    </Notice>
  )
}

function StateWords({ share, state }: { share: Share; state: string }) {
  if (state === 'taken back' && share.revokedAt)
    return (
      <span>
        taken back <Moment at={share.revokedAt} />
      </span>
    )
  if (share.expiresAt === null) return <span>until you take it back</span>
  return (
    <span>
      {state === 'active' ? 'until' : 'ended'} <Moment at={share.expiresAt} />
    </span>
  )
}

function Looks({ looks, hasLink }: { looks: Look[]; hasLink: boolean }) {
  return (
    <section class="block" aria-labelledby="looks">
      <h2 id="looks">Who looked</h2>
      {looks.length === 0 ? (
        <p class="soft">Nobody has looked yet.</p>
      ) : (
        <ul class="look-list">
          {looks.map(({ at, person }) => (
            <li key={at.toISOString() + (person?.id ?? '')}>
              <Moment at={at} /> <span>{person?.name ?? 'somebody with the link'}</span>
            </li>
          ))}
        </ul>
      )}
      <p class="small soft measure">
        Who opens this page of yours is noted, once for ten minutes of looking. Levels that you share by name
        also stand in maps of teams, for those people alone; looking at a map is not noted.
        {hasLink && ' Where somebody has the link and is not signed in, nobody knows who they are.'}
      </p>
    </section>
  )
}

function Rows({ share, content, isActive }: { share: Share; content: Content; isActive: boolean }) {
  if (share.rows.length === 0) return <p class="soft">No row is left.</p>
  return (
    <ul class="share-rows">
      {share.rows.map((row) => {
        const name = rowName(row, content)
        return (
          <li key={row.id}>
            <span>{name}</span>
            {isActive && (
              <form method="post" action={links.profileShareRowRemoval(share.id, row.id)}>
                <Button kind="quiet" label={`Take it back: ${name}`}>
                  Take it back
                </Button>
              </form>
            )}
          </li>
        )
      })}
    </ul>
  )
}

const GONE = 'Something that is not in your profile any more'

/** How a row is called in a list. */
function rowName(row: RowRef, content: Content): string {
  switch (row.kind) {
    case 'level': {
      const framework = content.frameworks.find(({ id }) => id === row.framework)
      const competency = framework?.competencies.find(({ key }) => key === row.competency)
      return competency ? `Level of ${competency.code ? `${competency.code} ` : ''}${competency.name}` : GONE
    }
    case 'story': {
      const found = content.stories.find(({ story }) => story.id === row.thing)
      return found ? `Story: ${storyName(found.story)}` : GONE
    }
    case 'evidence': {
      const found = content.evidence.find(({ id }) => id === row.thing)
      return found ? `Evidence: ${found.text}` : GONE
    }
    case 'activity': {
      const found = content.activities.find(({ id }) => id === row.thing)
      return found ? `Activity: ${found.text}` : GONE
    }
  }
}
