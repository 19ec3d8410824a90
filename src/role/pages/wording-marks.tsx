import { links } from '#routes.ts'
import { MARK_WORDS } from '../wording/mark.ts'
import type { MarkShown, PartChecked, WordingReport } from '../wording/report.ts'

/** A text with its marks in it. A long sentence is underlined as a whole; the words in it keep their own marks. */
export function MarkedText({ part }: { part: PartChecked }) {
  return (
    <div class="marked-text">
      {linesOf(part).map((line, i) => (
        <p key={i}>
          {line.length === 0 ? '\u00a0' : line.map((piece, j) => <PieceOf key={j} piece={piece} />)}
        </p>
      ))}
    </div>
  )
}

interface TextPiece {
  text: string
  /** Null: nothing but perhaps a long sentence. */
  mark: MarkShown | null
  isLong: boolean
}

function PieceOf({ piece: { text, mark, isLong } }: { piece: TextPiece }) {
  if (mark)
    return (
      <mark data-kind={mark.kind} title={`${mark.why} ${mark.instead}`}>
        {text}
      </mark>
    )
  return <span class={isLong ? 'long-sentence' : undefined}>{text}</span>
}

/** The text cut at every end of a mark and at every line's end. */
function linesOf({ text, marks }: PartChecked): TextPiece[][] {
  const lines: TextPiece[][] = [[]]
  const cuts = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  )
  for (const [i, from] of cuts.entries()) {
    const to = cuts[i + 1]
    if (to === undefined) break
    const over = marks.filter(({ start, end }) => start <= from && end >= to)
    const mark = over.find(({ kind }) => kind !== 'long') ?? null
    const isLong = over.some(({ kind }) => kind === 'long')
    for (const [j, one] of text.slice(from, to).split('\n').entries()) {
      if (j > 0) lines.push([])
      if (one !== '') lines.at(-1)?.push({ text: one, mark, isLong })
    }
  }
  return lines
}

/** Every mark with its reason and what to write instead. `hrefOf`: the field that it stands in. */
export function MarkList({ report, hrefOf }: { report: WordingReport; hrefOf?: (at: string) => string }) {
  const all = report.parts.flatMap(({ at, marks }) => marks.map((mark) => ({ at, mark })))
  return (
    <ol class="mark-list">
      {all.map(({ at, mark }) => (
        <li key={`${at}-${mark.start}-${mark.kind}`} data-kind={mark.kind}>
          <p>
            <span class="kind-tag">{MARK_WORDS[mark.kind].label}</span>{' '}
            <strong>{hrefOf ? <a href={hrefOf(at)}>{shortened(mark)}</a> : shortened(mark)}</strong>
          </p>
          <p>{mark.why}</p>
          <p>{mark.instead}</p>
          {mark.behaviour && <InPlace mark={mark} />}
        </li>
      ))}
    </ol>
  )
}

function InPlace({ mark: { behaviour } }: { mark: MarkShown }) {
  if (!behaviour) return null
  const { framework, competency, level, text } = behaviour
  return (
    <blockquote class="in-place">
      <p>{text}</p>
      <footer class="small soft">
        <a href={links.competency(framework.slug, competency.key)}>{competency.name}</a>, {level}
      </footer>
    </blockquote>
  )
}

const shortened = ({ text, kind }: MarkShown) =>
  kind === 'long' && text.length > 70 ? `${text.slice(0, 66).trimEnd()} …` : text.replaceAll(/\s+/g, ' ')

/** How long it is, and from which age it reads with ease. */
export function ReadingFacts({ report: { reading, count } }: { report: WordingReport }) {
  return (
    <p class="facts">
      <span>
        {count === 1 ? '1 thing to look at' : `${count === 0 ? 'Nothing' : `${count} things`} to look at`}
      </span>
      <span>{reading.words === 1 ? '1 word' : `${reading.words} words`}</span>
      <span>
        {reading.age === null ? 'too short for a reading age' : `reads with ease from about ${reading.age}`}
      </span>
    </p>
  )
}
