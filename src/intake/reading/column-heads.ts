/** Heads of columns: a line made only of level names or of headings, and the lines that stand under it. */
import type { Source } from '../model.ts'
import type { ColumnHead, Entry } from './entry.ts'
import { looksHead } from './entry.ts'
import { headingOf } from './headings.ts'
import { levelMarkOf } from './level-marks.ts'
import { kindOfName } from './level-names.ts'
import { endOf, type Line, startOf } from './line.ts'
import { isCapitals, type Vocabulary } from './vocabulary.ts'

/** Finds the heads of columns and takes the lines below them out of the flow of the text. */
export function gatherColumns(vocabulary: Vocabulary, source: Source, entries: readonly Entry[]): Entry[] {
  const heads = entries.map((entry) => headsOf(vocabulary, source, entry))
  const all: Entry[] = []
  for (let i = 0; i < entries.length; i++) {
    const [entry, columns] = [entries[i], heads[i]]
    if (!entry) continue
    if (!columns) {
      all.push(entry)
      continue
    }
    const end = endOfRegion(vocabulary, entries, heads, i)
    if (end === i + 1) {
      all.push(entry)
      continue
    }
    all.push({
      ...entry,
      heading: null,
      level: null,
      columns,
      region: entries.slice(i + 1, end).map((e) => e.line),
    })
    i = end - 1
  }
  return all
}

/** What the columns under a line are; null when the line is no head of columns. */
function headsOf(vocabulary: Vocabulary, source: Source, { line }: Entry): ColumnHead[] | null {
  if (line.cells || line.mark || line.text.length > 200 || /[.;]$/.test(line.text)) return null
  const wide = widePieces(source, line)
  if (wide.length >= 2) return wideHeads(vocabulary, wide)
  return flatHeads(vocabulary, line.text)
}

function wideHeads(vocabulary: Vocabulary, pieces: readonly string[]): ColumnHead[] | null {
  const heads = pieces.map((piece) => headOf(vocabulary, piece))
  const known = heads.filter((head) => head !== null)
  if (known.filter((head) => !isLabel(head)).length < 2) return null
  return known.length === heads.length ? known : null
}

function isLabel(head: ColumnHead): boolean {
  return head.heading?.kind === 'name'
}

function widePieces(source: Source, line: Line): string[] {
  const text = source.text.slice(startOf(line), endOf(line))
  return text.split(/[\s\u00a0]{2,}|\t/).filter((piece) => piece.trim() !== '')
}

function headOf(vocabulary: Vocabulary, piece: string): ColumnHead | null {
  const text = piece.trim()
  const level = levelMarkOf(vocabulary, text)
  if (level && !level.runIn && (level.form !== 'weak-name' || !headingOf(vocabulary, text)))
    return { level, heading: null, text }
  const heading = headingOf(vocabulary, text)
  return heading && !heading.runIn ? { level: null, heading, text } : null
}

/** Level names one after the other with single spaces between: at least three names, or two with "Level". */
function flatHeads(vocabulary: Vocabulary, text: string): ColumnHead[] | null {
  const words = text.split(' ')
  if (words.length < 2 || words.length > 24) return null
  if (words.some((word) => vocabulary.roles.has(word.toLowerCase()))) return null
  const heads: ColumnHead[] = []
  for (let at = 0; at < words.length; ) {
    const found = nextHead(vocabulary, words, at)
    if (!found) return null
    heads.push(found.head)
    at = found.next
  }
  const levels = heads.filter((head) => head.level)
  const named = new Set(levels.map((head) => head.text.toLowerCase()))
  const certain = levels.filter(
    (head) => head.level?.form === 'keyword' || head.level?.form === 'code',
  ).length
  if (named.size !== levels.length) return null
  if (levels.length === 0) return heads.length === 2 && opposites(heads) ? heads : null
  const strong = levels.filter((head) => head.level?.form === 'name').length
  return certain >= 2 || (strong >= 2 && levels.length >= 3) ? heads : null
}

function opposites(heads: readonly ColumnHead[]): boolean {
  const kinds = heads.map((head) => head.heading?.kind)
  return (
    kinds.includes('underused') &&
    (kinds.includes('skilled') || kinds.includes('overused') || kinds.includes('keyBehaviours'))
  )
}

function nextHead(
  vocabulary: Vocabulary,
  words: readonly string[],
  at: number,
): { head: ColumnHead; next: number } | null {
  for (const length of [1, 2, 3, 4]) {
    if (at + length > words.length) break
    const text = words.slice(at, at + length).join(' ')
    const head = flatHead(vocabulary, text)
    if (!head) continue
    const next = at + length + fillers(vocabulary, words, at + length)
    const whole = words.slice(at, next).join(' ')
    return { head: flatHead(vocabulary, whole) ?? head, next }
  }
  return null
}

/** "Entry level", "Expert practice": small words that go with the name before them. */
function fillers(vocabulary: Vocabulary, words: readonly string[], at: number): number {
  const word = words[at]?.toLowerCase() ?? ''
  const next = words[at + 1] ?? ''
  const alone = word === 'level' && !/^(?:\d|[IVX]+$|One|Two|Three|Four|Five)/.test(next)
  return alone || (vocabulary.filler.has(word) && word !== 'level' && /^\p{Ll}/u.test(words[at] ?? ''))
    ? 1
    : 0
}

function flatHead(vocabulary: Vocabulary, text: string): ColumnHead | null {
  const level = levelMarkOf(vocabulary, text)
  if (level && !level.runIn && !level.doubtful) {
    const post = vocabulary.roles.has(text.toLowerCase())
    const plural = kindOfName(vocabulary, text) === null || !post
    if (level.form !== 'number' && plural) return { level, heading: null, text }
  }
  const heading = headingOf(vocabulary, text)
  return heading && !heading.runIn && heading.kind !== 'notes' ? { level: null, heading, text } : null
}

/** The columns end at the next head of columns, level or section; a heading right above the next head stays out. */
function endOfRegion(
  vocabulary: Vocabulary,
  entries: readonly Entry[],
  heads: readonly (ColumnHead[] | null)[],
  from: number,
): number {
  let end = from + 1
  while (end < entries.length && !heads[end] && !stops(entries[end])) end++
  if (end >= entries.length) return end
  for (let i = end - 1; i > Math.max(from, end - 10); i--) {
    const entry = entries[i]
    if (
      entry &&
      looksHead(vocabulary, entry) &&
      (isCapitals(entry.line.text) || entry.line.gap || entry.line.depth !== null)
    )
      return i
  }
  return end
}

function stops(entry: Entry | undefined): boolean {
  if (!entry) return true
  if (entry.line.cells || entry.line.depth !== null) return true
  if (entry.level?.form === 'keyword' && !entry.level.runIn) return true
  return (
    entry.heading !== null && !entry.heading.runIn && entry.heading.kind !== 'notes' && !entry.heading.glued
  )
}
