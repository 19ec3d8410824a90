/**
 * Scales told by repetition: the same heads in the same order under one competency after the other are its levels,
 * whatever words they are made of: posts, adjectives, codes. Sections that come back are known by their names, and
 * stay sections.
 */
import { type Entry, isParagraph, looksHead } from './entry.ts'
import type { LevelMark } from './level-marks.ts'
import { size, type Vocabulary, wordCount } from './vocabulary.ts'

interface Head {
  /** Index of the entry. */
  at: number
  key: string
  /** What the head says, without the text behind it. */
  text: string
  runIn: boolean
}

const MOST_LEVELS = 9

/** Gives a level to each head of a scale that comes back in one order. Entries are changed in place. */
export function learnRepeatedHeads(vocabulary: Vocabulary, entries: readonly Entry[]): void {
  const numbered = entries.some(({ level }) => level !== null && level.form !== 'name')
  if (numbered) return
  const stems = stemsOf(vocabulary, entries)
  const heads = entries.flatMap((_, at) => headAt(vocabulary, { entries, stems }, at) ?? [])
  const counts = new Map<string, number>()
  for (const { key } of heads) counts.set(key, (counts.get(key) ?? 0) + 1)
  const repeated = heads.filter(({ key }) => (counts.get(key) ?? 0) >= 2)
  const order = orderOf(repeated)
  if (!order || !standsApart(entries, repeated, order)) return
  for (const head of repeated) {
    const entry = entries[head.at]
    if (entry && order.includes(head.key)) entry.level = repeatedName(head)
  }
}

const LABEL = /^(\p{Lu}[^.:;!?–—]{1,40}?)(?:\s*:|\s*[–—]|\s+-)\s+(?=\S)/u

interface Lines {
  entries: readonly Entry[]
  stems: ReadonlySet<string>
}

function headAt(vocabulary: Vocabulary, { entries, stems }: Lines, at: number): Head | null {
  const entry = entries[at]
  if (!entry) return null
  const { line, heading, level } = entry
  const key = line.text.toLowerCase()
  if (level?.form === 'name') return { at, key, text: level.name ?? '', runIn: level.runIn }
  if (heading || level || entry.columns || line.cells || line.mark?.kind === 'bullet') return null
  const label = LABEL.exec(line.text.slice(0, 60))?.[1]
  if (label && wordCount(label) <= 4 && line.text.length > label.length + 12)
    return { at, key: label.toLowerCase(), text: label, runIn: true }
  if (!mayHead(vocabulary, entry) || stems.has(key)) return null
  const next = entries[at + 1]
  const behind = next && stems.has(next.line.text.toLowerCase()) ? entries[at + 2] : next
  return opensText(behind) ? { at, key, text: line.text, runIn: false } : null
}

function mayHead(vocabulary: Vocabulary, entry: Entry): boolean {
  return entry.line.mark === null && looksHead(vocabulary, entry) && wordCount(entry.line.text) <= 5
}

/** "Examples at this grade" right below several heads that come back, and never without one: no head itself. */
function stemsOf(vocabulary: Vocabulary, entries: readonly Entry[]): Set<string> {
  const texts = entries.map((entry) => (mayHead(vocabulary, entry) ? entry.line.text.toLowerCase() : ''))
  const counts = new Map<string, number>()
  const above = new Map<string, Set<string>>()
  texts.forEach((text, i) => {
    counts.set(text, (counts.get(text) ?? 0) + 1)
    if (text !== '') addAfter(above, text, texts[i - 1] ?? '')
  })
  const comesBack = (text: string) => text !== '' && (counts.get(text) ?? 0) >= 2
  return new Set(
    [...above].filter(([, heads]) => heads.size >= 2 && [...heads].every(comesBack)).map(([text]) => text),
  )
}

function opensText(next: Entry | undefined): boolean {
  if (!next || next.heading || next.level) return false
  return next.line.mark !== null || isParagraph(next)
}

/** The heads in the one order that all rounds keep; null when there is none. A round may leave levels out. */
function orderOf(heads: readonly Head[]): string[] | null {
  const [first] = heads
  if (!first) return null
  const order: string[] = []
  const after = new Map<string, Set<string>>()
  let round: string[] = []
  for (const { key } of heads) {
    if (round.includes(key)) round = []
    for (const before of round) addAfter(after, before, key)
    round.push(key)
    if (!order.includes(key)) order.push(key)
  }
  if (order.length < 2 || order.length > MOST_LEVELS) return null
  const sorted = order.toSorted((a, b) => (after.get(a)?.has(b) ? -1 : after.get(b)?.has(a) ? 1 : 0))
  const twisted = order.some((a) => order.some((b) => after.get(a)?.has(b) && after.get(b)?.has(a)))
  return twisted ? null : sorted
}

function addAfter(after: Map<string, Set<string>>, before: string, key: string): void {
  const known = after.get(before)
  if (known) known.add(key)
  else after.set(before, new Set([key]))
}

/** Between two rounds a name stands that does not come back; within a round nothing but texts. */
function standsApart(entries: readonly Entry[], heads: readonly Head[], order: readonly string[]): boolean {
  const rounds = heads.filter(({ key }) => key === order[0]).length
  if (rounds < 2 || heads.length < order.length * rounds * 0.7) return false
  let whole = 0
  heads.forEach(({ at, key }, i) => {
    const next = heads[i + 1]
    const last = !next || order.indexOf(next.key) <= order.indexOf(key)
    const between = entries.slice(at + 1, next?.at ?? at + 1)
    if (last || between.every((entry) => !entry.heading && !entry.level)) whole++
  })
  return whole >= heads.length * 0.9
}

function repeatedName({ text, runIn }: Head): LevelMark {
  return {
    form: 'repeated-name',
    number: null,
    name: text,
    prefix: '',
    letters: size(text),
    runIn,
    owner: null,
    doubtful: false,
  }
}
