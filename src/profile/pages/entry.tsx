import type { Framework } from '#framework/model.ts'
import { dayOf } from '#people/day.ts'
import { longDay } from '#people/words.ts'
import { links } from '#routes.ts'
import { type Evidence, isByOthers, STANCE_WORDS, stands } from '../evidence.ts'
import { CellTag } from './cell-tag.tsx'

interface EntryProps {
  entry: Evidence
  framework: Framework | undefined
  /** Who looks, by id: their own entries say "you". */
  viewer: string
  /** The level stands beside it already. */
  withoutCell?: boolean
  /** It stands on its own page. */
  isAlone?: boolean
}

/** One entry: what was seen, when and by whom, and what became of it. */
export function Entry({ entry, framework, viewer, withoutCell = false, isAlone = false }: EntryProps) {
  const { stance, seenOn, text, link, withdrawn } = entry
  return (
    <article class={stands(entry) ? `entry ${stance}` : 'entry gone'}>
      <p class="entry-head">
        <b class="stance">{STANCE_WORDS[stance]}</b>
        {!withoutCell && framework && (
          <CellTag
            framework={framework}
            cell={entry}
            {...(entry.person.id === viewer && {
              href: links.profileCompetency(framework.slug, entry.competency),
            })}
          />
        )}
      </p>
      <p class="as-written">{text}</p>
      {link && (
        <p class="small">
          <a href={link} rel="noopener noreferrer nofollow">
            {link}
          </a>
        </p>
      )}
      <p class="facts">
        <span>
          seen on <time dateTime={seenOn}>{longDay(seenOn)}</time> by {whoSaw(entry, viewer)}
        </span>
        <span>{writtenWords(entry, viewer)}</span>
      </p>
      {withdrawn && (
        <p class="entry-gone">
          Withdrawn on {longDay(dayOf(withdrawn.at))}, so it no longer counts: {withdrawn.reason}
        </p>
      )}
      {entry.correctedBy && (
        <p class="entry-gone">
          Corrected, so it no longer counts{' '}
          {isAlone || entry.writtenBy.id === viewer || entry.person.id === viewer ? (
            <a href={links.evidenceEntry(entry.correctedBy)}>See the correction</a>
          ) : null}
        </p>
      )}
      <Answers entry={entry} viewer={viewer} />
    </article>
  )
}

function whoSaw({ seenBy, writtenBy }: Evidence, viewer: string): string {
  const who = seenBy ?? writtenBy
  return who.id === viewer ? 'you' : who.name
}

function writtenWords(entry: Evidence, viewer: string): string {
  const { writtenBy, writtenAt, corrects } = entry
  const did = corrects ? 'corrected' : 'written'
  const by = writtenBy.id === viewer ? 'you' : writtenBy.name
  return `${did} by ${by} on ${longDay(dayOf(writtenAt))}`
}

function Answers({ entry, viewer }: { entry: Evidence; viewer: string }) {
  const who = entry.person.id === viewer ? 'You' : entry.person.name
  return (
    <>
      {entry.answers.map(({ text, writtenAt }) => (
        <blockquote key={String(writtenAt)} class="entry-answer">
          <p class="as-written">{text}</p>
          <p class="small soft">
            {who} answered on {longDay(dayOf(writtenAt))}
          </p>
        </blockquote>
      ))}
    </>
  )
}

/** Where an entry can be answered, corrected or withdrawn. */
export function EntryLink({ entry, viewer }: { entry: Evidence; viewer: string }) {
  const isOwn = entry.writtenBy.id === viewer
  if (!stands(entry)) return null
  const toAnswer = isByOthers(entry) && entry.answers.length === 0
  return (
    <p class="small">
      <a href={links.evidenceEntry(entry.id)}>
        {isOwn ? 'Correct or withdraw it' : toAnswer ? 'Answer it' : 'Answer it again'}
        <span class="unseen">: {entry.text}</span>
      </a>
    </p>
  )
}
