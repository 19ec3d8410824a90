import { links } from '#routes.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { Notice } from '#web/notice.tsx'
import { Pager } from '#web/pager.tsx'
import { Table } from '#web/table.tsx'
import type { Report } from '../csv/report.ts'
import { countedPeople } from '../words.ts'
import { PeopleFrame } from './frame.tsx'
import type { ImportView } from './import-words.ts'
import { Notes } from './notes.tsx'
import { Preview } from './preview.tsx'

/** One file: its faults, what would come of it, how far it is, what came of it. */
export function ImportPage({ one, page }: { one: ImportView; page: number }) {
  return (
    <PeopleFrame
      title={one.fileName ?? 'Pasted rows'}
      crumbs={[{ label: 'Files', href: links.peopleImports() }]}
      edits
      lead={`${one.report.rows.toLocaleString('en-GB')} ${one.report.rows === 1 ? 'row' : 'rows'}, sent on ${one.madeAt}.`}
    >
      <State one={one} page={page} />
    </PeopleFrame>
  )
}

function State({ one, page }: { one: ImportView; page: number }) {
  if (one.state === 'waiting' || one.state === 'running') return <Progress one={one} />
  if (one.state === 'done') return <Done report={one.report} />
  return (
    <>
      {one.state === 'failed' && (
        <Notice kind="problem" title="It was not read in">
          <p>{one.message}</p>
        </Notice>
      )}
      {one.report.faultCount > 0 ? (
        <Faults one={one} page={page} />
      ) : (
        one.state === 'checked' && <Ready one={one} />
      )}
      <form class="block" method="post" action={links.peopleImportRemoval(one.id)}>
        <Button kind="danger">Throw the file away</Button>
      </form>
    </>
  )
}

function Progress({ one: { id, state, done, total, message } }: { one: ImportView }) {
  return (
    <>
      {message !== null && (
        <Notice kind="warning">
          <p>{message}</p>
        </Notice>
      )}
      <p role="status">
        {state === 'waiting'
          ? 'It begins in a moment.'
          : `${done.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')} people and posts are written.`}
      </p>
      <progress class="progress" max={Math.max(total, 1)} value={done} aria-label="How far it is" />
      <p class="soft small">
        This page looks again by itself every two seconds. You can leave it: the file is read in all the same,
        all of it or nothing. <a href={links.peopleImport(id)}>Look now</a>
      </p>
    </>
  )
}

function Done({ report }: { report: Report }) {
  return (
    <>
      <Notice kind="done" title="The file is read in">
        <p>{outcome(report)}</p>
      </Notice>
      <p class="row">
        <ButtonLink kind="primary" href={links.people()}>
          See the people
        </ButtonLink>
      </p>
      <Preview report={report} isDone />
    </>
  )
}

function outcome({ added, changed, unchanged }: Report): string {
  const parts = [
    added > 0 && `${countedPeople(added)} added`,
    changed > 0 && `${countedPeople(changed)} changed`,
    unchanged > 0 && `${countedPeople(unchanged)} as before`,
  ]
  return `${parts.filter(Boolean).join(', ')}.`
}

function Ready({ one: { id, report } }: { one: ImportView }) {
  const nothing = report.added + report.changed === 0
  return (
    <>
      <Notice
        kind={nothing ? 'note' : 'done'}
        title={nothing ? 'Nothing would change' : 'No faults were found'}
      >
        <p>
          {nothing
            ? `All ${countedPeople(report.unchanged)} of the file are stored just so already.`
            : `If you read it in: ${outcome(report)}`}
        </p>
      </Notice>
      {!nothing && (
        <form class="row" method="post" action={links.peopleImportConfirmation(id)}>
          <Button kind="primary">Read it in</Button>
          <a href={links.peopleImports()}>Send another file instead</a>
        </form>
      )}
      <Preview report={report} isDone={false} />
    </>
  )
}

/** Faults on a page. */
const PAGE = 100

function Faults({ one: { id, report }, page }: { one: ImportView; page: number }) {
  const { faults, faultCount } = report
  const pages = Math.ceil(faults.length / PAGE)
  const rows = faults.slice((page - 1) * PAGE, page * PAGE).map((fault, i) => ({
    key: String(i),
    cells: [
      fault.line.toLocaleString('en-GB'),
      fault.column ?? 'The row',
      fault.value === null ? <span class="soft">empty</span> : <code>{fault.value}</code>,
      fault.message,
    ],
  }))
  return (
    <>
      <Notice kind="warning" title={counted(faultCount)}>
        <p>
          Nothing is read in while there is one. Correct them in your program and{' '}
          <a href={links.peopleImports()}>send the file again</a>.
        </p>
      </Notice>
      <Table
        caption={captionOf(report, page, pages)}
        heads={['Line', 'Column', 'What stands there', 'What to do']}
        rows={rows}
      />
      <Pager label="Pages of faults" page={page} pages={pages} href={(to) => links.peopleImport(id, to)} />
      <Notes notes={report.notes} />
    </>
  )
}

const counted = (faults: number) =>
  faults === 1 ? 'One fault was found' : `${faults.toLocaleString('en-GB')} faults were found`

function captionOf({ faults, faultCount }: Report, page: number, pages: number): string {
  const shown =
    faultCount > faults.length ? `The first ${faults.length.toLocaleString('en-GB')} faults` : 'Faults'
  return `${shown} in the order of the file${pages > 1 ? `, page ${page} of ${pages}` : ''}`
}
