import { Table } from '#web/table.tsx'
import type { DecisionBasis } from '../decision/decision.ts'
import { apartWords, type EvidenceRow, GATE_WORDS, monthsWords } from '../decision/evidence.ts'

interface EvidenceProps {
  /** The candidate's. */
  name: string
  rows: EvidenceRow[]
  basis: DecisionBasis
  nameOf(personId: string): string
}

/** What a decision about a candidate stands on: examples heard, level and time, ratings, musts. */
export function Evidence({ name, rows, basis, nameOf }: EvidenceProps) {
  if (basis.members.length === 0) return <p class="soft">No scorecard has been submitted.</p>
  return (
    <div class="flow evidence">
      <p class="combined">
        <Combination label="Alone" combined={basis.alone} />
        {basis.together ? (
          <Combination label="As agreed" combined={basis.together} />
        ) : (
          <span class="soft">Nothing was agreed together.</span>
        )}
        <span class="soft">
          {basis.members.length === 1 ? 'One scorecard' : `${basis.members.length} scorecards`}
          {basis.missing.length > 0 && `, ${basis.missing.length} not given`}
        </span>
      </p>
      <Table
        stacks
        caption={`What was heard of ${name}`}
        heads={['Competency', 'Examples heard', 'Level now', 'Full level', 'Ratings, of 100']}
        rows={rows.map((row) => ({ key: row.criterion, cells: evidenceCells(row, nameOf) }))}
      />
    </div>
  )
}

function evidenceCells(row: EvidenceRow, nameOf: EvidenceProps['nameOf']) {
  const { now, range, entry, full, basis } = row
  return [
    <Competency row={row} />,
    <Examples heard={row.heard} nameOf={nameOf} />,
    <span>
      {now ?? <span class="no-rating">not said</span>}
      {range && <span class="beside">members: {range}</span>}
    </span>,
    <span>
      {full}
      <span class="beside">{monthsWords(basis.months)}</span>
      {entry && <span class="beside">needed on the first day: {entry}</span>}
    </span>,
    <Ratings basis={basis} />,
  ]
}

function Competency({ row: { name, must, basis } }: { row: EvidenceRow }) {
  if (!must || !basis.gate) return <>{name}</>
  return (
    <>
      {name}
      <span class="beside">
        must-have: <b class={`gate ${basis.gate.replace(' ', '-')}`}>{GATE_WORDS[basis.gate]}</b>
      </span>
    </>
  )
}

function Ratings({ basis: { alone, together, spread } }: Pick<EvidenceRow, 'basis'>) {
  if (alone === null) return <span class="no-rating">not known</span>
  return (
    <span class="numbers">
      {Math.round(alone)} alone
      {spread !== null && <span class="beside">{apartWords(spread)}</span>}
      {together !== null && <span class="agreed-rating">{Math.round(together)} agreed</span>}
    </span>
  )
}

function Examples({ heard, nameOf }: Pick<EvidenceRow, 'heard'> & Pick<EvidenceProps, 'nameOf'>) {
  if (heard.length === 0) return <span class="soft">none written down</span>
  return (
    <ul class="examples">
      {heard.map(({ text, personId, at, isQuote }, i) => (
        <li key={i}>
          {isQuote ? <q>{text}</q> : text}{' '}
          <span class="soft small">
            {nameOf(personId)}
            {!isQuote && ', note'}
            {at && `, ${at}`}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Combination({ label, combined }: { label: string; combined: DecisionBasis['alone'] }) {
  if (combined?.score == null) return <span class="soft">{label}: no number, not all is known</span>
  const { score, interval } = combined
  return (
    <span class="numbers">
      {label} <b>{Math.round(score)}</b> of 100
      {interval && (
        <span class="soft">
          {' '}
          ({Math.floor(interval.lower)} to {Math.ceil(interval.upper)})
        </span>
      )}
    </span>
  )
}
