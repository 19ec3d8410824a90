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
  const heads = entries.flatMap((entry, at) => headAt(vocabulary, entries, entry, at) ?? [])
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

function headAt(vocabulary: Vocabulary, entries: readonly Entry[], entry: Entry, at: number): Head | null {
  const { line, heading, level } = entry
  if (level?.form === 'name')
    return { at, key: line.text.toLowerCase(), text: level.name ?? '', runIn: level.runIn }
  if (heading || level || entry.columns || line.cells || line.mark?.kind === 'bullet') return null
  const label = LABEL.exec(line.text.slice(0, 60))?.[1]
  if (label && wordCount(label) <= 4 && line.text.length > label.length + 12)
    return { at, key: label.toLowerCase(), text: label, runIn: true }
  if (line.mark || !looksHead(vocabulary, entry) || wordCount(line.text) > 5) return null
  return opensText(entries[at + 1])
    ? { at, key: line.text.toLowerCase(), text: line.text, runIn: false }
    : null
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
