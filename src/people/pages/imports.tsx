import { links } from '#routes.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { Choice, Field, type Messages, Problems } from '#web/field.tsx'
import type { Report } from '../csv/report.ts'
import type { Typed } from '../typed.ts'
import { PeopleFrame } from './frame.tsx'
import { IMPORT_STATES, type ImportView } from './import-words.ts'

interface ImportsProps {
  imports: ImportView[]
  values?: Typed
  errors?: Messages
}

const ORDERS = [
  { value: 'day first', label: 'The day comes first: 31/05/2026' },
  { value: 'month first', label: 'The month comes first: 05/31/2026' },
]

/** Where files of people come in and go out. */
export function ImportsPage({ imports, values = {}, errors = {} }: ImportsProps) {
  return (
    <PeopleFrame
      title="Files"
      tab="files"
      edits
      lead="Bring people in from your HR system, or take everybody out. Nothing is changed before you have seen what would change."
    >
      <section aria-labelledby="in">
        <h2 id="in">Read in a file</h2>
        <Problems errors={errors} />
        <form
          class="stack"
          method="post"
          action={links.peopleImports()}
          enctype="multipart/form-data"
          noValidate
        >
          <Field
            label="A CSV file"
            name="file"
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/plain"
            error={errors.file}
            hint="UTF-8, UTF-16 with a byte-order mark, or Windows-1252; commas, semicolons or tabs. Up to 5 MB."
          />
          <Field
            label="Or paste the rows"
            name="text"
            rows={6}
            value={values.text}
            error={errors.text}
            spellcheck={false}
            hint="With the line of headings."
          />
          <Choice
            label="Days written with slashes"
            name="dateOrder"
            value={values.dateOrder}
            options={ORDERS}
            hint="Only for days such as 03/04/2026; 2026-04-03 and 3.4.2026 need no choice."
          />
          <Button kind="primary">Check the file</Button>
        </form>
        <Columns />
      </section>
      <section class="block" aria-labelledby="out">
        <h2 id="out">Take everybody out</h2>
        <p class="measure">
          A CSV file of all people with all their posts, past ones too. It can be changed in a spreadsheet and
          read in again. Cells that look like formulas get an apostrophe in front, which is taken away when
          they come back.
        </p>
        <p>
          <ButtonLink href={links.peopleFile()}>Download people.csv</ButtonLink>
        </p>
      </section>
      {imports.length > 0 && <Earlier imports={imports} />}
    </PeopleFrame>
  )
}

function Columns() {
  return (
    <details class="fold block">
      <summary>Which columns are read</summary>
      <div class="prose">
        <p>
          The first line names the columns, in any order; only <b>Name</b> is needed (or Given name and Family
          name). Further ones: E-mail, Employee number, First day, Last day, Leave from, Leave until, Role,
          Team, Place, Reports to, Share of full time, In post since, In post until, Further post. Other usual
          words for them, such as “Job title” or “Department”, are understood.
        </p>
        <ul>
          <li>
            A row is somebody who is here already if the employee number is theirs, or else the e-mail
            address.
          </li>
          <li>An empty cell leaves what is stored as it is.</li>
          <li>Reports to: the employee number, e-mail address or name of somebody here or in the file.</li>
          <li>
            Team: its name, or the whole way, such as “Customer service &gt; Contact centre”. New ones are
            made.
          </li>
          <li>
            A later “In post since” than the one stored begins a new post and ends the old one the day before.
          </li>
          <li>Somebody with two posts at once has a second row with “yes” under Further post.</li>
        </ul>
      </div>
    </details>
  )
}

function Earlier({ imports }: { imports: ImportView[] }) {
  return (
    <section class="block" aria-labelledby="earlier">
      <h2 id="earlier">Read in before</h2>
      <ul class="imports">
        {imports.map((one) => (
          <li key={one.id}>
            <a href={links.peopleImport(one.id)}>{one.fileName ?? 'Pasted rows'}</a>{' '}
            <span class="soft small">
              {one.madeAt}, {summary(one.report)}: {IMPORT_STATES[one.state]}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const summary = ({ rows = 0 }: Report) => `${rows.toLocaleString('en-GB')} ${rows === 1 ? 'row' : 'rows'}`
