import { links } from '#routes.ts'
import { Table } from '#web/table.tsx'
import type { ChangedPerson } from '../csv/changes.ts'
import type { Report } from '../csv/report.ts'
import { Notes } from './notes.tsx'

/** What an import makes and changes: all of it counted, the first of each shown. */
export function Preview({ report, isDone }: { report: Report; isDone: boolean }) {
  return (
    <>
      <Notes notes={report.notes} />
      <NewGroups report={report} />
      <NewPeople report={report} isDone={isDone} />
      <ChangedPeople report={report} />
    </>
  )
}

function NewGroups({ report: { newTeams, newPlaces, teamsAdded, placesAdded } }: { report: Report }) {
  if (teamsAdded + placesAdded === 0) return null
  return (
    <section class="block" aria-labelledby="groups">
      <h2 id="groups">New teams and places</h2>
      <ul class="names">
        {[...newTeams, ...newPlaces].map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      <More shown={newTeams.length + newPlaces.length} all={teamsAdded + placesAdded} />
    </section>
  )
}

function NewPeople({ report: { newPeople, added }, isDone }: { report: Report; isDone: boolean }) {
  if (added === 0) return null
  const rows = newPeople.map(({ id, name, title }) => ({
    key: id,
    cells: [isDone ? <a href={links.person(id)}>{name}</a> : name, title ?? ''],
  }))
  return (
    <section class="block" aria-labelledby="new">
      <h2 id="new">New people</h2>
      <Table caption={`New: ${shownOf(newPeople.length, added)}`} heads={['Name', 'Role']} rows={rows} />
    </section>
  )
}

function ChangedPeople({ report: { changedPeople, changed } }: { report: Report }) {
  if (changed === 0) return null
  const rows = changedPeople.map((one) => ({
    key: one.id,
    cells: [<a href={links.person(one.id)}>{one.name}</a>, <Changes changes={one.changes} />],
  }))
  return (
    <section class="block" aria-labelledby="changed">
      <h2 id="changed">Changed people</h2>
      <Table
        caption={`Changed: ${shownOf(changedPeople.length, changed)}`}
        heads={['Name', 'What changes']}
        rows={rows}
      />
    </section>
  )
}

function Changes({ changes }: Pick<ChangedPerson, 'changes'>) {
  return (
    <ul>
      {Object.entries(changes).map(([field, { before, after }]) => (
        <li key={field}>
          {field}: {inWords(before)} → {inWords(after)}
        </li>
      ))}
    </ul>
  )
}

const inWords = (value: unknown) => (value === null ? 'nothing' : `“${value}”`)

const shownOf = (shown: number, all: number) =>
  shown < all
    ? `the first ${shown} of ${all.toLocaleString('en-GB')}`
    : `${all.toLocaleString('en-GB')} in all`

function More({ shown, all }: { shown: number; all: number }) {
  return shown < all ? <p class="soft small">and {(all - shown).toLocaleString('en-GB')} more</p> : null
}
