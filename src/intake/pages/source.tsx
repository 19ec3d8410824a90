import type { Draft, Source } from '../model.ts'
import { type LineRole, type SourceLine, sourceLines } from '../source-lines.ts'

const ROLES: Record<Exclude<LineRole, 'blank'>, string> = {
  definition: 'definition',
  level: 'statement',
  section: 'section',
  headings: 'heading',
  furniture: 'furniture',
  unplaced: 'unplaced',
}

interface SourceProps {
  source: Source
  draft: Draft
  all: boolean
  /** The address of the page with every line on it. */
  whole: string
}

/** The page of a very long document stays quick with its first lines. */
const AT_ONCE = 3000

/** The document as it came, line by line; each number leads to what the line became. */
export function SourcePane({ source, draft, all, whole }: SourceProps) {
  const lines = sourceLines(source, draft)
  const left = all ? 0 : Math.max(0, lines.length - AT_ONCE)
  return (
    <section class="review-source" aria-labelledby="source-title">
      <h2 id="source-title">Source {source.name && <span class="count">{source.name}</span>}</h2>
      <p class="roles" aria-hidden="true">
        {Object.entries(ROLES).map(([role, label]) => (
          <span key={role} data-role={role}>
            {label}
          </span>
        ))}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section class="source-lines" tabIndex={0} aria-label="Source with line numbers">
        <ol>
          {lines.slice(0, lines.length - left).map((line) => (
            <Line key={line.number} line={line} />
          ))}
        </ol>
        {left > 0 && (
          <p class="quiet">
            {left.toLocaleString('en-GB')} more lines. <a href={whole}>Show everything</a>
          </p>
        )}
      </section>
    </section>
  )
}

function Line({ line: { number, text, role, item } }: { line: SourceLine }) {
  const what = role === 'blank' ? null : ROLES[role]
  return (
    <li id={`L${number}`} data-role={role}>
      {item === null ? (
        <span class="line-number">{number}</span>
      ) : (
        <a
          class="line-number"
          href={`#i-${item}`}
          aria-label={`Line ${number}, ${what}: show it in the draft`}
        >
          {number}
        </a>
      )}
      <span class="line-text">{text}</span>
    </li>
  )
}
