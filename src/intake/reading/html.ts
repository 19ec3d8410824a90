/** HTML that was pasted as text: its tags say what the lines are, its words are kept, wherever they stand. */
import type { Source, Span } from '../model.ts'
import { hasWord } from '../words.ts'
import { type Line, newLine, type Page, type Part } from './line.ts'
import { markOf } from './marks.ts'
import { countTags, cutMarkup, type Tag, tagsOf } from './markup.ts'

const NONE: ReadonlySet<string> = new Set()
const INLINE = new Set(
  'a abbr b code em font i label mark q s small span strong sub sup time u o:p'.split(' '),
)
const SILENT = new Set(['script', 'style', 'head', 'svg', 'noscript'])
const CHROME = new Set(['nav', 'footer', 'aside', 'form', 'button', 'select'])

/** At least a few block tags that are closed as well: a text about `<b>` is not HTML. */
export function looksHtml(text: string): boolean {
  const head = text.slice(0, 200_000)
  if (!head.includes('</')) return false
  const blocks =
    head.match(/<\/(?:p|div|li|ul|ol|h[1-6]|td|tr|table|body|html|section|article)>/gi)?.length ?? 0
  return blocks >= 2 && countTags(head) >= 4 && blocks * 1500 > head.length / 4
}

interface State {
  page: Page
  /** Spans of the line that is being gathered. */
  spans: Span[]
  bullet: boolean
  depth: number | null
  row: Part[][] | null
  cell: Part[] | null
  chrome: number
  lineOf: (offset: number) => number
}

/** The lines of a document in HTML. */
export function readHtml(source: Source, lineOf: (offset: number) => number): Page {
  const page: Page = { source, lines: [], markup: [] }
  const state: State = {
    page,
    spans: [],
    bullet: false,
    depth: null,
    row: null,
    cell: null,
    chrome: 0,
    lineOf,
  }
  let at = 0
  let silent: string | null = null
  for (const tag of tagsOf(source.text)) {
    if (tag.start < at) continue
    if (silent) {
      if (tag.name === `/${silent}`) silent = null
      page.markup.push([at, tag.end])
    } else {
      gather(state, at, tag.start)
      page.markup.push([tag.start, tag.end])
      if (SILENT.has(tag.name)) silent = tag.name
      else meet(state, tag)
    }
    at = tag.end
  }
  if (silent) page.markup.push([at, source.text.length])
  else gather(state, at, source.text.length)
  endLine(state)
  endRow(state)
  return page
}

function gather(state: State, start: number, end: number): void {
  if (start >= end) return
  const pieces = cutMarkup(state.page.source.text, start, end)
  for (const span of pieces.spans) state.spans.push(span)
  for (const span of pieces.markup) state.page.markup.push(span)
}

function meet(state: State, tag: Tag): void {
  const name = tag.name.replace('/', '')
  if (INLINE.has(name) || name === '!--') return
  endLine(state)
  const closing = tag.name.startsWith('/')
  if (CHROME.has(name)) state.chrome = Math.max(0, state.chrome + (closing ? -1 : 1))
  if (/^h[1-6]$/.test(name)) state.depth = closing ? null : Number(name[1])
  if (name === 'li') state.bullet = !closing
  if (name === 'tr' || name === 'table') meetRow(state, tag.name)
  if (name === 'td' || name === 'th') meetCell(state, closing)
}

function meetRow(state: State, name: string): void {
  endRow(state)
  if (name === 'tr') state.row = []
}

function meetCell(state: State, closing: boolean): void {
  state.bullet = false
  if (!state.row) return
  if (closing) state.cell = null
  else {
    state.cell = []
    state.row.push(state.cell)
  }
}

function endRow(state: State): void {
  const { row, page } = state
  state.row = null
  state.cell = null
  if (!row) return
  const spans = row.flatMap((cell) => cell.flatMap((part) => part.spans))
  if (spans.length === 0) return
  page.lines.push(lineAt(state, spans, { cells: row.length > 1 ? row : null, gap: true }))
}

function endLine(state: State): void {
  const { source } = state.page
  const spans = trimmed(source.text, state.spans)
  state.spans = []
  if (!spans.some(([start, end]) => hasWord(source.text.slice(start, end)))) return
  const first = spans[0] ?? [0, 0]
  const { mark, size } = markOf(source.text.slice(first[0], first[1]), first[0], NONE)
  const rest =
    size > 0 && size < first[1] - first[0]
      ? ([[first[0] + size, first[1]], ...spans.slice(1)] as Span[])
      : spans
  const own = rest === spans ? null : mark
  const bullet = own ?? (state.bullet ? { kind: 'bullet' as const, label: '', span: null } : null)
  const line = lineAt(state, rest, { mark: bullet, depth: state.depth, gap: true, chrome: state.chrome > 0 })
  if (state.cell) state.cell.push({ spans: line.spans, text: line.text, mark: line.mark })
  else state.page.lines.push(line)
}

function lineAt(state: State, spans: Span[], more: Partial<Line>): Line {
  const first = state.lineOf(more.mark?.span?.[0] ?? spans[0]?.[0] ?? 0)
  const last = state.lineOf(spans.at(-1)?.[1] ?? 0)
  return newLine(state.page.source, { first, last, spans, ...more })
}

function trimmed(text: string, spans: readonly Span[]): Span[] {
  const kept = [...spans]
  while (kept.length && blank(text, kept[0])) kept.shift()
  while (kept.length && blank(text, kept.at(-1))) kept.pop()
  const [first, ...others] = kept
  if (!first) return []
  const start = first[1] - text.slice(first[0], first[1]).trimStart().length
  return [[start, first[1]], ...others]
}

function blank(text: string, span: Span | undefined): boolean {
  return span !== undefined && text.slice(span[0], span[1]).trim() === ''
}
