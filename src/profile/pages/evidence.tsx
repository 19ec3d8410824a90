import type { Framework } from '#framework/model.ts'
import { links } from '#routes.ts'
import { ButtonLink } from '#web/button.tsx'
import { Empty } from '#web/empty.tsx'
import { type Evidence, isByOthers } from '../evidence.ts'
import { Entry, EntryLink } from './entry.tsx'
import { ProfileFrame } from './frame.tsx'

interface EvidenceProps {
  /** In the viewer's own profile. */
  own: Evidence[]
  /** What the viewer wrote about others. */
  written: Evidence[]
  frameworks: ReadonlyMap<string, Framework>
  viewer: string
}

/** Everything that was seen of the viewer, for and against, by them and by others. */
export function EvidencePage({ own, written, frameworks, viewer }: EvidenceProps) {
  const shared = { frameworks, viewer }
  const byOthers = own.filter(isByOthers)
  return (
    <ProfileFrame
      title="Evidence"
      tab="evidence"
      lead="What was seen, on which day and by whom. It stands beside your levels and never changes them by itself. Only you see it, unless you share it."
      styles={['story']}
    >
      {own.length === 0 ? (
        <Empty
          title="There is no evidence yet"
          action={
            <ButtonLink kind="primary" href={links.evidenceNew()}>
              Write what was seen
            </ButtonLink>
          }
        >
          <p>
            Praise from a customer, a complaint, something a colleague said after a difficult day: note it
            with its date while it is fresh, also when it speaks against you. Months later it is what an
            appraisal or an application can rest on.
          </p>
        </Empty>
      ) : (
        <p class="row story-actions">
          <ButtonLink kind="primary" href={links.evidenceNew()}>
            Write what was seen
          </ButtonLink>
        </p>
      )}
      <Entries title="Written by others" entries={byOthers} {...shared} />
      <Entries title="Written by you" entries={own.filter((one) => !isByOthers(one))} {...shared} />
      <Entries title="What you wrote about others" entries={written} {...shared} named />
    </ProfileFrame>
  )
}

interface EntriesProps extends Pick<EvidenceProps, 'frameworks' | 'viewer'> {
  title: string
  entries: Evidence[]
  /** Say about whom each is. */
  named?: boolean
}

function Entries({ title, entries, frameworks, viewer, named = false }: EntriesProps) {
  if (entries.length === 0) return null
  return (
    <section class="block">
      <h2>{title}</h2>
      <ol class="entries-of">
        {entries.map((entry) => (
          <li key={entry.id}>
            {named && (
              <p class="about-whom">
                About <a href={links.person(entry.person.id)}>{entry.person.name}</a>
              </p>
            )}
            <Entry entry={entry} framework={frameworks.get(entry.frameworkId)} viewer={viewer} />
            <EntryLink entry={entry} viewer={viewer} />
          </li>
        ))}
      </ol>
    </section>
  )
}
