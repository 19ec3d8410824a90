/** The lines of a document as the reader sees them: what they say, where that stands, and what their look gives away. */
import type { Flag, Source, Span } from '../model.ts'
import { cleanItem, rawAt } from '../words.ts'

/** What stood in front of a line of a list: `•`, `-`, `3.`, `(b)`. */
export interface Mark {
  kind: 'bullet' | 'number'
  /** The number or letter without its signs; empty for bullets. */
  label: string
  /** Where the mark stands, when it holds letters or digits. */
  span: Span | null
}

/** One piece of a table cell: a line of it, or a bullet. */
export interface Part {
  spans: Span[]
  text: string
  mark: Mark | null
}

export interface Line {
  /** First and last line of the source, from 1. */
  first: number
  last: number
  spans: Span[]
  /** Cleaned, without the mark. */
  text: string
  mark: Mark | null
  /** Columns of white space in front. */
  indent: number
  /** A blank line, or the start of a block, stands before it. */
  gap: boolean
  /** Depth of a heading by mark-up: 1 is the highest. Null where the text is plain. */
  depth: number | null
  /** The cells of a row of a table. */
  cells: Part[][] | null
  flags: Flag[]
  /** Mark-up says it is a menu, a footer or the like. */
  chrome: boolean
}

/** A document as lines that hold words, and the stretches that are mark-up only. */
export interface Page {
  source: Source
  lines: Line[]
  markup: Span[]
}

export type NewLine = Pick<Line, 'first' | 'spans'> & Partial<Line>

export function newLine(source: Source, line: NewLine): Line {
  return {
    last: line.first,
    text: cleanItem(rawAt(source, line.spans)),
    mark: null,
    indent: 0,
    gap: false,
    depth: null,
    cells: null,
    flags: [],
    chrome: false,
    ...line,
  }
}

/** Where a line starts in the source. */
export function startOf(line: Pick<Line, 'spans'>): number {
  return line.spans[0]?.[0] ?? 0
}

export function endOf(line: Pick<Line, 'spans'>): number {
  return line.spans.at(-1)?.[1] ?? 0
}

/** The parts of a stretch of the source that belong to a line: its mark-up stays out. */
export function within(line: Pick<Line, 'spans'>, [from, to]: Span): Span[] {
  return line.spans
    .filter(([start, end]) => start < to && end > from)
    .map(([start, end]) => [Math.max(start, from), Math.min(end, to)] as const)
}

const LETTER = /[\p{L}\p{M}\p{N}]/u
const OPENING = /["“‘'([«]/

/**
 * Cuts spans in two after so many letters and digits. Signs between the parts belong to none of them, but for an
 * opening bracket or quotation mark before the second part and a closing one or a full stop after the first.
 */
export function cutSpans(source: Source, spans: readonly Span[], count: number): [Span[], Span[]] {
  const head: Span[] = []
  const rest: Span[] = []
  let left = count
  for (const [start, end] of spans) {
    if (left <= 0) {
      rest.push([start, end])
      continue
    }
    const at = offsetAfter(source.text, start, end, left)
    left -= at.counted
    if (at.offset > start) head.push([start, closingAfter(source.text, at.offset, end)])
    if (at.offset < end && left <= 0) rest.push([startOfRest(source.text, at.offset, end), end])
  }
  return [head, rest.filter((span) => span[1] > span[0])]
}

function offsetAfter(
  text: string,
  start: number,
  end: number,
  count: number,
): { offset: number; counted: number } {
  let counted = 0
  let offset = start
  while (offset < end && counted < count) {
    const sign = String.fromCodePoint(text.codePointAt(offset) ?? 32)
    if (LETTER.test(sign)) counted += sign.length
    offset += sign.length
  }
  return { offset, counted }
}

/** A closing bracket or quotation mark right after a cut stays with what it closes. */
function closingAfter(text: string, offset: number, end: number): number {
  let at = offset
  while (at < end && /[)\]”’"]/.test(text[at] ?? '')) at++
  return at
}

function startOfRest(text: string, from: number, end: number): number {
  let at = from
  while (at < end && !LETTER.test(String.fromCodePoint(text.codePointAt(at) ?? 32))) at++
  while (at > from && OPENING.test(text[at - 1] ?? '')) at--
  return at
}

/** The line cut in two after so many letters and digits; the second part is null when nothing is left. */
export function cutLine(source: Source, line: Line, count: number): [Line, Line | null] {
  const [head, rest] = cutSpans(source, line.spans, count)
  const first = newLine(source, { ...line, spans: head, text: cleanItem(rawAt(source, head)) })
  if (rest.length === 0) return [first, null]
  const text = cleanItem(rawAt(source, rest))
  return [first, newLine(source, { ...line, spans: rest, text, mark: null, gap: false, depth: null })]
}

/** A line that is the given lines one after the other. */
export function joinLines(lines: readonly Line[]): Line {
  const [first, ...others] = lines
  if (!first) throw new RangeError('no lines to join')
  const last = lines.at(-1) ?? first
  return {
    ...first,
    last: Math.max(first.last, last.last),
    spans: lines.flatMap((line) => line.spans),
    text: [first.text, ...others.map((line) => line.text)].filter(Boolean).join(' '),
    flags: [...new Set(lines.flatMap((line) => line.flags))],
  }
}
