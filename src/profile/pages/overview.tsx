import type { ComponentChildren } from 'preact'
import type { Framework } from '#framework/model.ts'
import { counted } from '#framework/pages/words.ts'
import { links } from '#routes.ts'
import { ButtonLink } from '#web/button.tsx'
import { Empty } from '#web/empty.tsx'
import { LevelsDrawn } from '#web/levels-drawn.tsx'
import { LIST_KINDS, LISTS, type ListKind } from '../lists.ts'
import type { Workbook } from '../model.ts'
import { isKnown, type PictureRow } from '../picture.ts'
import { type PartProgress, progressWords } from '../progress.ts'
import type { Share } from '../share.ts'
import { ProfileFrame } from './frame.tsx'
import { pictureProps, RingLegend } from './picture.tsx'
import { LookWords, withWords } from './shares.tsx'
import { ProgressBar } from './workbook-frame.tsx'

interface OverviewProps {
  pictures: { framework: Framework; rows: PictureRow[] }[]
  open: { workbook: Workbook; framework: Framework; progress: PartProgress } | null
  rounds: number
  lists: Record<ListKind, number>
  stories: number
  evidence: number
  shares: Share[]
  received: number
}

/** The first page of one's own profile: where do I stand, what is there, who sees what, and what comes next. */
export function OverviewPage(props: OverviewProps) {
  const { pictures, rounds, stories, evidence, received } = props
  const isNew = rounds === 0 && stories === 0 && evidence === 0
  return (
    <ProfileFrame
      title="Your profile"
      tab="overview"
      lead={
        isNew
          ? 'What you do at work, in words that others understand. It belongs to you alone.'
          : 'Your own picture of what you do, can and want. Nobody else sees it, except the rows that you share.'
      }
      styles={['level-picture', 'workbook']}
    >
      {isNew && <Beginning received={received} />}
      {!isNew && <Next {...props} />}
      {pictures[0] && <Pictures pictures={pictures} first={pictures[0]} />}
      {!isNew && <Parts {...props} />}
      {!isNew && <Along />}
    </ProfileFrame>
  )
}

/** For somebody who has never heard of any of this. */
function Beginning({ received }: { received: number }) {
  return (
    <>
      <Empty
        title="Begin with what you do every day"
        action={
          <ButtonLink kind="primary" href={links.workbooks()}>
            Begin your workbook
          </ButtonLink>
        }
      >
        <p>
          Much of good work has no name: noticing trouble early, calming somebody down, keeping ten things
          going at once. The workbook gives you short statements of such behaviour. You say of each whether
          you do it, can do it, or want to.
        </p>
        <p>
          From your answers come a picture of where you stand, lines for your CV, your career plan and your
          appraisal, and the next step. Twenty minutes are enough for a start, you can stop at any statement,
          and nobody sees anything unless you share it.
        </p>
      </Empty>
      <p class="beginning-other">
        You would rather begin with something that happened? <a href={links.storyNew()}>Tell a story</a>, and
        see what it shows.
      </p>
      {received > 0 && (
        <p>
          <a href={links.profileShares()}>
            {counted(received, 'person shares', 'people share')} something with you.
          </a>
        </p>
      )}
    </>
  )
}

/** The one thing to do next. */
function Next({ open, pictures, stories }: OverviewProps) {
  if (open)
    return (
      <p class="row">
        <ButtonLink kind="primary" href={links.workbook(open.workbook.id)}>
          Go on with the workbook
        </ButtonLink>
        <span class="soft">
          {open.framework.title}: {progressWords(open.progress)}
        </span>
      </p>
    )
  if (pictures.length === 0)
    return (
      <ButtonLink kind="primary" href={links.workbooks()}>
        Begin your workbook
      </ButtonLink>
    )
  if (stories === 0)
    return (
      <p class="row">
        <ButtonLink kind="primary" href={links.storyNew()}>
          Tell your first story
        </ButtonLink>
        <span class="soft">Something that happened shows more than any statement.</span>
      </p>
    )
  return (
    <ButtonLink kind="primary" href={links.profileList('cv')}>
      See the lines for your CV
    </ButtonLink>
  )
}

interface PicturesProps {
  pictures: OverviewProps['pictures']
  first: OverviewProps['pictures'][number]
}

function Pictures({ pictures, first: { framework, rows } }: PicturesProps) {
  const others = pictures.slice(1)
  return (
    <section class="block" aria-labelledby="stand">
      <h2 id="stand">Where you stand</h2>
      <div class="profile-picture">
        <figure>
          <LevelsDrawn {...pictureProps(framework, rows, null)} />
          <RingLegend levels={framework.scale.levels} />
        </figure>
        <div class="flow">
          <p>
            <a href={links.profilePicture(framework.slug)}>{framework.title}: the table behind it, and why</a>
          </p>
          <Stretch rows={rows} />
          {others.length > 0 && (
            <ul class="plain-list">
              {others.map((other) => (
                <li key={other.framework.slug}>
                  <a href={links.profilePicture(other.framework.slug)}>{other.framework.title}</a>{' '}
                  <span class="small soft">
                    {other.rows.filter(isKnown).length} of {other.rows.length} known
                  </span>
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </section>
  )
}

/** Where what one wants lies above what one uses, and what is not used though it is there. */
function Stretch({ rows }: { rows: PictureRow[] }) {
  const more = rows.filter(({ can, stretch }) => can !== null && stretch !== null && stretch > can)
  const idle = rows.filter(({ uses, can }) => uses !== null && can !== null && can > uses)
  const unknown = rows.filter((row) => !isKnown(row))
  const groups: [title: string, rows: PictureRow[]][] = [
    ['You want to go further in', more],
    ['You can more than you use in', idle],
    ['Nothing is known of', unknown],
  ]
  return (
    <dl class="stands">
      {groups
        .filter(([, own]) => own.length > 0)
        .map(([title, own]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{own.map(({ name }) => name).join(', ')}</dd>
          </div>
        ))}
    </dl>
  )
}

function Panel({ title, href, children }: { title: string; href: string; children: ComponentChildren }) {
  return (
    <section class="panel">
      <h3>
        <a href={href}>{title}</a>
      </h3>
      {children}
    </section>
  )
}

function Parts({ open, rounds, lists, stories, evidence, shares, received }: OverviewProps) {
  return (
    <section class="block" aria-labelledby="parts">
      <h2 id="parts">What is there</h2>
      <div class="profile-parts">
        <Panel title="Workbook" href={links.workbooks()}>
          {open ? (
            <>
              <p>
                {open.framework.title}: {progressWords(open.progress)}
              </p>
              <ProgressBar {...open.progress} />
            </>
          ) : (
            <p>{rounds === 0 ? 'Not begun.' : `${counted(rounds, 'round')}, none of them open.`}</p>
          )}
        </Panel>
        <Panel title="Lists" href={links.profileList('cv')}>
          <ul class="plain-list">
            {LIST_KINDS.map((kind) => (
              <li key={kind}>
                <a href={links.profileList(kind)}>{LISTS[kind].title}</a>{' '}
                <span class="small soft">{counted(lists[kind], 'line')}</span>
              </li>
            ))}
          </ul>
        </Panel>
        <Panel title="Stories" href={links.stories()}>
          <p>{stories === 0 ? 'None told yet.' : counted(stories, 'story', 'stories')}</p>
        </Panel>
        <Panel title="Evidence" href={links.evidence()}>
          <p>{evidence === 0 ? 'Nothing noted yet.' : counted(evidence, 'entry', 'entries')}</p>
        </Panel>
        <Panel title="Sharing" href={links.profileShares()}>
          {shares.length === 0 ? (
            <p>You share nothing: nobody but you sees anything here.</p>
          ) : (
            <ul class="plain-list">
              {shares.map((share) => (
                <li key={share.id}>
                  <a href={links.profileShare(share.id)}>With {withWords(share)}</a>{' '}
                  <span class="small soft">
                    <LookWords {...share} />
                  </span>
                </li>
              ))}
            </ul>
          )}
          {received > 0 && <p>{counted(received, 'person shares', 'people share')} something with you.</p>}
          <p class="small">
            <a href={links.profileCounted()}>Being counted without your name</a>
          </p>
        </Panel>
      </div>
    </section>
  )
}

/** Nobody has to be asked for one's own. */
function Along() {
  return (
    <section class="block screen-only" aria-labelledby="along">
      <h2 id="along">Take it all along</h2>
      <p class="measure">
        Everything of your profile in one file, whenever you like: it is yours, wherever you work next. The
        file for programs (.json) has every value.
      </p>
      <p class="row take-along">
        <ButtonLink href={links.profileAll('html')}>To read (.html)</ButtonLink>
        <ButtonLink href={links.profileAll('docx')}>Word processor (.docx)</ButtonLink>
        <ButtonLink href={links.profileAll('json')}>For programs (.json)</ButtonLink>
      </p>
    </section>
  )
}
