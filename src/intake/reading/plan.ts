/** What a document looks like as a whole, before it is read line by line: where its headings are and what they open. */
import { type Entry, isItem, isParagraph, looksHead } from './entry.ts'
import { levelKey } from './facts.ts'
import type { SectionKind } from './rules.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What follows a short line at once. */
type Opening = 'structure' | 'paragraph' | 'bullets' | 'head' | 'nothing'

export interface Plan {
  vocabulary: Vocabulary
  entries: readonly Entry[]
  heads: readonly boolean[]
  openings: readonly Opening[]
  /** Index of the next section, level, table or columns after each entry; the number of entries when there is none. */
  nextMark: readonly number[]
  /** Index of the next short line that opens something. */
  nextHead: readonly number[]
  /** Depth of the headings that name competencies, where mark-up tells. */
  depth: number | null
  /** Kinds of sections that stand in the document more than once. */
  repeated: ReadonlySet<SectionKind>
  hasLevels: boolean
  /** Some level stands in the document more than once, so it speaks of several competencies. */
  levelsRepeat: boolean
  hasSections: boolean
  /** Short lines that come back under several levels, in lower case: parts of a level, or competencies by level. */
  recurring: ReadonlySet<string>
  /** The document goes level by level and names the competencies under each. */
  byLevel: boolean
}

export function planOf(vocabulary: Vocabulary, entries: readonly Entry[]): Plan {
  const marked = entries.some((entry) => entry.line.depth !== null && !entry.level && !entry.heading)
  const depths = entries.filter((entry) => entry.line.depth !== null).length
  const useDepth = marked && depths >= 2
  const heads = entries.map((entry, i) => isHead(vocabulary, entry, useDepth) && !isCounted(entries, i))
  const openings = openingsOf(entries, heads)
  const nextMark = nextOf(entries.map((entry) => isMark(entry)))
  const nextHead = nextOf(heads.map((head, i) => head && openings[i] !== 'nothing'))
  const recurring = recurringHeads(entries, heads)
  const hasLevels = new Set(entries.flatMap((e) => (e.level ? [levelKey(e.level)] : []))).size >= 2
  const hasSections = entries.some((entry) => entry.heading && !LABELS.has(entry.heading.kind))
  const byLevel = recurring.size >= 2 && levelsStandOnce(entries)
  const plan = {
    vocabulary,
    entries,
    heads,
    openings,
    nextMark,
    nextHead,
    hasLevels,
    hasSections,
    recurring,
    repeated: repeatedKinds(entries),
    levelsRepeat: levelsRepeat(entries),
    byLevel,
  }
  return { ...plan, depth: useDepth ? competencyDepth(plan) : null }
}

export const LABELS: ReadonlySet<SectionKind> = new Set(['name', 'group', 'code'])

function isHead(vocabulary: Vocabulary, entry: Entry, useDepth: boolean): boolean {
  if (entry.heading || entry.level || entry.fixed) return false
  if (entry.competency || entry.nameLetters > 0) return true
  if (useDepth && entry.line.depth === null) return false
  return looksHead(vocabulary, entry) && !vocabulary.salutation.test(entry.line.text)
}

/** One of a run of numbered lines, next to the number before or after it: an item of a list. */
function isCounted(entries: readonly Entry[], i: number): boolean {
  const number = numberAt(entries[i])
  if (number === null || entries[i]?.line.depth != null) return false
  return numberAt(entries[i - 1]) === number - 1 || numberAt(entries[i + 1]) === number + 1
}

function numberAt(entry: Entry | undefined): number | null {
  const mark = entry?.line.mark
  return mark?.kind === 'number' && /^\d{1,2}$/.test(mark.label) ? Number(mark.label) : null
}

function isMark(entry: Entry): boolean {
  return entry.level !== null || entry.columns !== null || entry.line.cells !== null || entry.heading !== null
}

function nextOf(flags: readonly boolean[]): number[] {
  const next = new Array<number>(flags.length)
  let at = flags.length
  for (let i = flags.length - 1; i >= 0; i--) {
    next[i] = at
    if (flags[i]) at = i
  }
  return next
}

/** More headings than this in a row are a list, not a title over a group over a competency. */
const LONGEST_RUN = 4

function openingsOf(entries: readonly Entry[], heads: readonly boolean[]): Opening[] {
  const openings = new Array<Opening>(entries.length)
  let run = 0
  for (let i = entries.length - 1; i >= 0; i--) {
    const opens = heads[i + 1] === true && openings[i + 1] !== 'nothing'
    run = opens ? run + 1 : 0
    const named = (entries[i]?.nameLetters ?? 0) > 0
    openings[i] = named ? 'paragraph' : openingAt(entries[i + 1], opens && run <= LONGEST_RUN)
  }
  return openings
}

function openingAt(next: Entry | undefined, nextOpens: boolean): Opening {
  if (!next) return 'nothing'
  if (isMark(next)) return 'structure'
  if (nextOpens) return 'head'
  if (isParagraph(next)) return 'paragraph'
  return isItem(next) ? 'bullets' : 'nothing'
}

/** Short lines with the same words under at least two different levels. */
function recurringHeads(entries: readonly Entry[], heads: readonly boolean[]): Set<string> {
  const under = new Map<string, Set<string>>()
  let level = ''
  entries.forEach((entry, i) => {
    if (entry.level) level = levelKey(entry.level)
    else if (heads[i] && level !== '') {
      const text = entry.line.text.toLowerCase()
      under.set(text, (under.get(text) ?? new Set()).add(level))
    }
  })
  return new Set([...under].filter(([, levels]) => levels.size >= 2).map(([text]) => text))
}

function repeatedKinds(entries: readonly Entry[]): Set<SectionKind> {
  const counts = new Map<SectionKind, number>()
  for (const { heading } of entries)
    if (heading) counts.set(heading.kind, (counts.get(heading.kind) ?? 0) + 1)
  return new Set([...counts].filter(([, count]) => count >= 2).map(([kind]) => kind))
}

function levelsRepeat(entries: readonly Entry[]): boolean {
  const keys = entries.flatMap((entry) => (entry.level ? [levelKey(entry.level)] : []))
  return new Set(keys).size < keys.length
}

function levelsStandOnce(entries: readonly Entry[]): boolean {
  const marks = entries.flatMap((entry) => (entry.level && !entry.heading ? [levelKey(entry.level)] : []))
  return marks.length >= 2 && new Set(marks).size === marks.length
}

type Bare = Omit<Plan, 'depth'>

/** The depth at which headings stand right above levels and sections most often. */
function competencyDepth({ entries, heads, nextMark, byLevel, recurring }: Bare): number | null {
  const counts = new Map<number, number>()
  const nextHeading = nextOf(heads)
  entries.forEach((entry, i) => {
    const { depth } = entry.line
    if (!heads[i] || depth === null) return
    const mark = entries[nextMark[i] ?? entries.length]
    const between = (nextHeading[i] ?? 0) < (nextMark[i] ?? 0)
    const deeper = mark && (mark.line.depth === null || mark.line.depth > depth)
    const own = byLevel ? recurring.has(entry.line.text.toLowerCase()) : deeper && !between
    if (own) counts.set(depth, (counts.get(depth) ?? 0) + 1)
  })
  const best = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]
  return best?.[0] ?? leafDepth(entries, heads)
}

/** Without levels and sections: the depth of most headings that have text under them. */
function leafDepth(entries: readonly Entry[], heads: readonly boolean[]): number | null {
  const counts = new Map<number, number>()
  entries.forEach((entry, i) => {
    const { depth } = entry.line
    if (heads[i] && depth !== null && !heads[i + 1] && i + 1 < entries.length)
      counts.set(depth, (counts.get(depth) ?? 0) + 1)
  })
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? null
}
