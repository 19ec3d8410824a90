/** Plain text, with or without Markdown, as lines. */
import type { Source, Span } from '../model.ts'
import { hasWord } from '../words.ts'
import { type Line, type Mark, newLine, type Page, type Part } from './line.ts'
import { isLoneBullet, markOf, oddBullets } from './marks.ts'
import { cutMarkup } from './markup.ts'

interface Raw {
  number: number
  start: number
  end: number
  text: string
}

/** The lines of a plain text. Lines without words are not kept; they show as the `gap` of the next. */
export function readPlain(source: Source): Page {
  const raws = splitLines(source.text)
  const odd = oddBullets(raws.map((raw) => raw.text))
  const page: Page = { source, lines: [], markup: [] }
  const state: Reading = { page, gap: true, waiting: null }
  for (const raw of raws) {
    if (hasWord(raw.text) && !isLoneBullet(raw.text.trim())) readLine(state, raw, odd)
    else passBy(state, raw)
  }
  return page
}

interface Reading {
  page: Page
  gap: boolean
  /** A bullet or number that stood alone on its line. */
  waiting: { mark: Mark; line: number } | null
}

function readLine(state: Reading, raw: Raw, odd: ReadonlySet<string>): void {
  const { waiting } = state
  const line = lineOf(state.page, raw, odd)
  if (waiting && !line.mark) {
    line.mark = waiting.mark.kind === 'number' ? waiting.mark : { ...waiting.mark, span: null }
    line.first = waiting.line
  }
  state.page.lines.push({ ...line, gap: state.gap })
  state.waiting = null
  state.gap = false
}

/** A line without words: blank, a rule under a heading, a picture, or a bullet whose text is on the next line. */
function passBy(state: Reading, raw: Raw): void {
  const { page } = state
  const trimmed = raw.text.trim()
  if (trimmed.startsWith('![')) page.markup.push([raw.start, raw.end])
  if (isLoneBullet(trimmed)) {
    const mark = loneMark(raw, trimmed)
    state.waiting = { mark, line: raw.number }
    if (mark.span && mark.kind === 'bullet') page.markup.push(mark.span)
  } else if (/^(?:={3,}|-{3,})$/.test(trimmed) && !state.gap) underline(page.lines.at(-1), trimmed)
  state.gap = trimmed === '' || state.gap
}

function splitLines(text: string): Raw[] {
  const raws: Raw[] = []
  let start = 0
  for (let number = 1; start <= text.length; number++) {
    const at = text.indexOf('\n', start)
    const end = at < 0 ? text.length : at
    raws.push({ number, start, end, text: text.slice(start, end) })
    start = end + 1
  }
  return raws
}

function loneMark(raw: Raw, sign: string): Mark {
  const digits = /\d+/.exec(sign)?.[0]
  const word = digits ?? sign
  const at = raw.start + raw.text.indexOf(word)
  return {
    kind: digits ? 'number' : 'bullet',
    label: digits ?? '',
    span: hasWord(word) ? [at, at + word.length] : null,
  }
}

function underline(line: Line | undefined, rule: string): void {
  if (line && line.depth === null && !line.mark && line.text.length < 100)
    line.depth = rule.startsWith('=') ? 1 : 2
}

function lineOf(page: Page, raw: Raw, odd: ReadonlySet<string>): Line {
  const { source } = page
  const space = raw.text.length - raw.text.trimStart().length
  const indent = raw.text.slice(0, space).replace(/\t/g, '    ').replace(/\f/g, '').length
  const heading = /^(#{1,6})\s+/.exec(raw.text.slice(space, space + 12))
  const cells = heading ? null : cellsOf(page, raw)
  if (cells)
    return newLine(source, {
      first: raw.number,
      spans: cells.flatMap((c) => c.flatMap((p) => p.spans)),
      indent,
      cells,
    })
  const quote = /^>\s+/.exec(raw.text.slice(space, space + 4))?.[0].length ?? 0
  const content = raw.text.slice(space + quote)
  const { mark, size } = heading
    ? { mark: null, size: heading[0].length }
    : markOf(content, raw.start + space + quote, odd)
  const spans = cut(page, raw.start + space + quote + size, raw.end)
  if (mark?.span && mark.kind === 'bullet') page.markup.push(mark.span)
  const depth = heading ? (heading[1]?.length ?? 1) : boldDepth(content, mark)
  return newLine(source, { first: raw.number, spans, mark, indent, depth })
}

/** A line that is bold from end to end serves as a heading below those with a `#`. */
function boldDepth(content: string, mark: Mark | null): number | null {
  if (mark || content.length > 120) return null
  return /^(?:\*\*|__)[^*_]{2,100}(?:\*\*|__):?\s*$/.test(content) ? 7 : null
}

function cut(page: Page, start: number, end: number): Span[] {
  const pieces = cutMarkup(page.source.text, start, end)
  for (const span of pieces.markup) page.markup.push(span)
  return pieces.spans
}

/** A row with more cells, or a cell with more parts, is no table: it is left as it stands. */
const MOST_CELLS = 120

/** A row of a table: cells between pipes or tabs; null where a tab only follows a bullet or number. */
function cellsOf(page: Page, raw: Raw): Part[][] | null {
  const trimmed = raw.text.trim()
  const sign = trimmed.includes('|') ? '|' : raw.text.includes('\t') ? '\t' : null
  if (!sign) return null
  const spans = cellSpans(raw, sign)
  if (spans.length > MOST_CELLS) return null
  const filled = spans.filter(([start, end]) => hasWord(page.source.text.slice(start, end)))
  const [first = ''] = trimmed.split(sign)
  if (sign === '\t' && continuesTable(page, raw, spans.length))
    return spans.map(([start, end]) => partsOf(page, start, end))
  if (sign === '\t' && filled.length < 3 && /^\W*\w{0,3}[.)]?\W*$/u.test(first)) return null
  const enough = trimmed.startsWith('|') ? spans.length >= 2 : filled.length >= 2
  if (!enough) return null
  return spans.map(([start, end]) => partsOf(page, start, end))
}

/** A row that starts with empty cells, right below a row of as many cells: what is empty stands in the row above. */
function continuesTable({ lines }: Page, raw: Raw, cells: number): boolean {
  const above = lines.at(-1)
  return (
    raw.text.startsWith('\t') && cells >= 3 && above?.last === raw.number - 1 && above.cells?.length === cells
  )
}

function cellSpans(raw: Raw, sign: string): Span[] {
  const bounds: number[] = []
  for (let at = raw.text.indexOf(sign); at >= 0; at = raw.text.indexOf(sign, at + 1)) {
    if (raw.text[at - 1] !== '\\') bounds.push(at)
  }
  const spans: Span[] = []
  let start = 0
  for (const bound of [...bounds, raw.text.length]) {
    spans.push([raw.start + start, raw.start + bound])
    start = bound + 1
  }
  if (sign === '|' && raw.text.trimStart().startsWith('|')) spans.shift()
  if (sign === '|' && raw.text.trimEnd().endsWith('|')) spans.pop()
  return spans
}

const BREAK = /<br\s*\/?>|[•▪●◦■►➢]|;(?=\s+[\p{Lu}•])/giu

/** The pieces of a cell: cut at line breaks and at bullets inside it. */
function partsOf(page: Page, start: number, end: number): Part[] {
  const text = page.source.text.slice(start, end)
  const parts: Part[] = []
  let at = 0
  let bullet = false
  const push = (to: number) => {
    const spans = cut(page, start + at, start + to)
    const part = newLine(page.source, { first: 0, spans })
    if (hasWord(part.text))
      parts.push({ spans, text: part.text, mark: bullet ? { kind: 'bullet', label: '', span: null } : null })
  }
  const breaks = [...text.matchAll(BREAK)]
  for (const match of breaks.length > MOST_CELLS ? [] : breaks) {
    push(match.index)
    at = match.index + match[0].length
    bullet = !match[0].startsWith('<')
    if (/^<br/i.test(match[0])) page.markup.push([start + match.index, start + at])
  }
  push(text.length)
  return parts
}
