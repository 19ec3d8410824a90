/** Lines that were broken by the width of a page, put together again. Every join can be undone. */
import type { Source } from '../model.ts'
import { textAt } from '../words.ts'
import type { Entry } from './entry.ts'
import { isStructure } from './entry.ts'
import { type Words, withoutHyphen, wordsIn } from './hyphens.ts'
import { joinLines, type Line } from './line.ts'
import { isCapitals, isClosed, isOpen, startsLower, type Vocabulary, wordCount } from './vocabulary.ts'

export interface Join {
  rule: string
  before: Line[]
  after: Line
}

interface Style {
  /** Lists in lower case: then a small letter at the start says nothing. */
  lowerBullets: boolean
  lowerLines: boolean
  /** Characters of a full line; null when the text is not wrapped. */
  width: number | null
}

/** Joins what belongs together; headings, level markers, tables and columns stay as they are. */
export function joinBroken(
  vocabulary: Vocabulary,
  source: Source,
  entries: readonly Entry[],
): { entries: Entry[]; joins: Join[] } {
  const style = styleOf(entries)
  const words = wordsIn(vocabulary, source)
  const joins: Join[] = []
  const all: Entry[] = []
  let open: { entry: Entry; lines: Line[]; rule: string } | null = null
  const close = () => {
    if (!open) return
    const joined: Line = open.lines.length > 1 ? withFlag(joinWords(words, open.lines)) : open.entry.line
    if (open.lines.length > 1) joins.push({ rule: open.rule, before: open.lines, after: joined })
    all.push({ ...open.entry, line: joined })
    open = null
  }
  for (const entry of entries) {
    const rule: string | null = open ? joinRule(vocabulary, style, open, entry) : null
    if (open && rule) {
      open.lines.push(entry.line)
      if (open.rule === '' || rule !== 'wrapped-line') open.rule = rule
    } else {
      close()
      open = { entry, lines: [entry.line], rule: '' }
    }
  }
  close()
  return { entries: all, joins }
}

/** One line of several, words that were cut at a line's end in one piece. */
function joinWords(words: Words, lines: readonly Line[]): Line {
  const joined = joinLines(
    lines.map((line, i) => {
      const next = lines[i + 1]
      return next ? { ...line, spans: withoutHyphen(words, line, next) } : line
    }),
  )
  const before = lines.flatMap((line) => line.spans)
  const mended = joined.spans.some(([, end], i) => end !== before[i]?.[1])
  return mended ? { ...joined, text: textAt(words.source, joined.spans) } : joined
}

function withFlag(line: Line): Line {
  return { ...line, flags: [...new Set([...line.flags, 'joined' as const])] }
}

function styleOf(entries: readonly Entry[]): Style {
  const plain = entries.filter((entry) => !isStructure(entry))
  const bullets = plain.filter((entry) => entry.line.mark)
  const lines = plain.filter((entry) => !entry.line.mark && entry.line.gap)
  return { lowerBullets: mostlyLower(bullets), lowerLines: mostlyLower(lines), width: widthOf(entries) }
}

function mostlyLower(entries: readonly Entry[]): boolean {
  const lower = entries.filter((entry) => startsLower(entry.line.text)).length
  return lower >= entries.length * 0.4
}

/** The width at which the text was wrapped: told by the lines whose next line goes on in lower case. */
function widthOf(entries: readonly Entry[]): number | null {
  const widths: number[] = []
  entries.forEach(({ line }, i) => {
    const next = entries[i + 1]?.line
    if (next && !next.gap && !next.mark && startsLower(next.text) && !isClosed(line.text))
      widths.push(widthOfLine(line))
  })
  if (widths.length < 3) return null
  widths.sort((a, b) => a - b)
  const wide = widths[Math.floor(widths.length * 0.9)] ?? 0
  return wide >= 30 && wide <= 200 ? wide : null
}

function widthOfLine(line: Line): number {
  return line.indent + line.text.length + (line.mark ? 2 : 0)
}

interface OpenLine {
  entry: Entry
  lines: Line[]
}

function joinRule(vocabulary: Vocabulary, style: Style, open: OpenLine, next: Entry): string | null {
  if (isStructure(next) || next.line.depth !== null || isFixed(open.entry)) return null
  const last = open.lines.at(-1) ?? open.entry.line
  const first = open.entry.line
  if (first.depth !== null || last.flags.includes('split') !== next.line.flags.includes('split')) return null
  if (isTitlePair(first, last, next.line)) return 'title-over-lines'
  if (next.line.mark) return brokenBullet(vocabulary, style, { first, last, next: next.line })
  return next.line.gap
    ? acrossGap(vocabulary, style, { first, last, next: next.line })
    : wrapped(vocabulary, style, { first, last, next: next.line })
}

/** A heading with its text on the same line may go on; one that stands alone may not. */
function isFixed({ heading, level, columns, line }: Entry): boolean {
  if (columns || line.cells) return true
  return (heading !== null && !heading.runIn) || (level !== null && !level.runIn)
}

interface Neighbours {
  first: Line
  last: Line
  next: Line
}

function isTitlePair(first: Line, last: Line, next: Line): boolean {
  if (first.mark || next.mark || next.gap || !isCapitals(last.text) || !isCapitals(next.text)) return false
  return (
    wordCount(last.text) >= 2 && wordCount(last.text) + wordCount(next.text) <= 14 && !/[.:]$/.test(last.text)
  )
}

function brokenBullet(
  vocabulary: Vocabulary,
  style: Style,
  { first, last, next }: Neighbours,
): string | null {
  if (!first.mark || next.mark?.kind !== first.mark.kind || next.mark.kind === 'number' || style.lowerBullets)
    return null
  const broken = startsLower(next.text) && !startsLower(first.text) && !isClosed(last.text)
  return broken && (wordCount(last.text) >= 3 || isOpen(vocabulary, last.text)) ? 'broken-bullet' : null
}

function acrossGap(vocabulary: Vocabulary, style: Style, { first, last, next }: Neighbours): string | null {
  if (isBrokenName(vocabulary, first, next)) return 'broken-name'
  const lower = first.mark ? style.lowerBullets : style.lowerLines
  if (lower || !startsLower(next.text) || isClosed(last.text) || /[:;]$/.test(last.text)) return null
  return wordCount(last.text) >= (first.mark?.kind === 'bullet' ? 2 : 4) ? 'broken-line' : null
}

/** "Accountable for", and "Results" after a blank line. */
function isBrokenName(vocabulary: Vocabulary, first: Line, next: Line): boolean {
  if (first.mark?.kind === 'bullet' || wordCount(first.text) > 5 || wordCount(next.text) > 4) return false
  return (
    /[\p{L}&]$/u.test(first.text) &&
    isOpen(vocabulary, first.text) &&
    /^\p{Lu}/u.test(next.text) &&
    !isClosed(next.text)
  )
}

function wrapped(vocabulary: Vocabulary, style: Style, { first, last, next }: Neighbours): string | null {
  if (/[:]$/.test(last.text) && !startsLower(next.text)) return null
  if (isOpen(vocabulary, last.text) && wordCount(last.text) >= 2) return 'wrapped-line'
  if (startsLower(next.text))
    return style.lowerLines && !first.mark && isClosed(last.text) ? null : 'wrapped-line'
  if (first.mark && next.indent > first.indent && next.indent > 1 && !isCapitals(next.text))
    return 'indented-line'
  return style.width !== null && isFull(style.width, last, next) ? 'wrapped-line' : null
}

/** The first word of the next line would not have fitted, and the line before is no end of a paragraph. */
function isFull(width: number, last: Line, next: Line): boolean {
  const word = next.text.split(' ', 1)[0] ?? ''
  const room = width - widthOfLine(last)
  if (room > Math.max(word.length, 4)) return false
  return isClosed(last.text) ? room <= word.length : true
}
