/**
 * What each short line of a document is: title, group, competency, a heading that we do not know, or simply a short
 * statement. Decided from what follows, never from the look alone.
 */
import { type Entry, isItem, isParagraph, looksHead } from './entry.ts'
import type { SectionKind } from './rules.ts'
import { levelKey } from './scale.ts'
import { isCapitals, type Vocabulary, wordCount } from './vocabulary.ts'

export type Role = 'head' | 'competency' | 'group' | 'unknown' | 'sub' | 'content'

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
  hasLevels: boolean
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
  const heads = entries.map((entry) => isHead(vocabulary, entry, useDepth))
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
    byLevel,
  }
  return { ...plan, depth: useDepth ? competencyDepth(plan) : null }
}

export const LABELS: ReadonlySet<SectionKind> = new Set(['name', 'group', 'code'])

function isHead(vocabulary: Vocabulary, entry: Entry, useDepth: boolean): boolean {
  if (entry.heading || entry.level || entry.fixed) return false
  if (entry.competency || entry.nameLetters > 0) return true
  if (useDepth && entry.line.depth === null) return false
  return looksHead(vocabulary, entry)
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

function openingsOf(entries: readonly Entry[], heads: readonly boolean[]): Opening[] {
  const openings = new Array<Opening>(entries.length)
  for (let i = entries.length - 1; i >= 0; i--) {
    const named = (entries[i]?.nameLetters ?? 0) > 0
    openings[i] = named
      ? 'paragraph'
      : openingAt(entries[i + 1], heads[i + 1] === true && openings[i + 1] !== 'nothing')
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

function levelsStandOnce(entries: readonly Entry[]): boolean {
  const marks = entries.flatMap((entry) => (entry.level && !entry.heading ? [levelKey(entry.level)] : []))
  return marks.length >= 2 && new Set(marks).size === marks.length
}

type Bare = Omit<Plan, 'depth'>

/** The depth at which headings stand right above levels and sections most often. */
function competencyDepth({ entries, heads, nextMark, byLevel, recurring }: Bare): number | null {
  const counts = new Map<number, number>()
  entries.forEach((entry, i) => {
    const { depth } = entry.line
    if (!heads[i] || depth === null) return
    const mark = entries[nextMark[i] ?? entries.length]
    const between = nextAtMost(entries, heads, i, depth) < (nextMark[i] ?? 0)
    const deeper = mark && (mark.line.depth === null || mark.line.depth > depth)
    const own = byLevel ? recurring.has(entry.line.text.toLowerCase()) : deeper && !between
    if (own) counts.set(depth, (counts.get(depth) ?? 0) + 1)
  })
  const best = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]
  return best?.[0] ?? leafDepth(entries, heads)
}

function nextAtMost(
  entries: readonly Entry[],
  heads: readonly boolean[],
  from: number,
  _depth: number,
): number {
  for (let i = from + 1; i < Math.min(entries.length, from + 400); i++) if (heads[i]) return i
  return entries.length
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

/** What the reader knows about the competency it is reading when it comes to a short line. */
export interface Standing {
  open: boolean
  hasLevels: boolean
  hasDefinition: boolean
  definedBySection: boolean
  hasLevel(entry: Entry): boolean
  hasSection(kind: SectionKind): boolean
  /** The first section heading of the competency before. */
  starter: SectionKind | null
  inLevel: boolean
  inSection: SectionKind | null
  bulleted: boolean
}

/** The role of the short line at an index. */
export function roleAt(plan: Plan, i: number, standing: Standing): Role {
  const entry = plan.entries[i]
  if (!entry || !plan.heads[i]) return 'content'
  if (entry.competency) return 'competency'
  if (entry.nameLetters > 0) return roleOfNamed(plan, i, standing)
  if (plan.byLevel && plan.recurring.has(entry.line.text.toLowerCase())) return 'competency'
  if (plan.depth !== null) return roleByDepth(plan, i, { depth: plan.depth, entry, standing })
  const opening = plan.openings[i]
  if (!standing.open) return firstRole(plan, i)
  if (opening === 'structure') return roleBeforeStructure(plan, i, standing)
  if (opening === 'paragraph') return roleBeforeParagraph(plan, i, standing)
  if (opening === 'head') return roleBeforeHead(plan, i, standing)
  if (opening === 'bullets') return roleBeforeBullets(plan, i, standing)
  return 'content'
}

/** A name with its definition on one line: a competency, unless it stands within a level or under a section. */
function roleOfNamed(plan: Plan, i: number, standing: Standing): Role {
  if (!plan.hasLevels && !plan.hasSections) return 'competency'
  const mark = plan.entries[plan.nextMark[i] ?? plan.entries.length]
  const alone = (plan.nextHead[i] ?? 0) >= (plan.nextMark[i] ?? 0)
  if (!standing.open) return 'competency'
  return mark && alone && restarts(mark, standing) && (standing.hasLevels || !standing.inSection)
    ? 'competency'
    : 'content'
}

function roleByDepth(plan: Plan, i: number, at: { depth: number; entry: Entry; standing: Standing }): Role {
  const own = at.entry.line.depth ?? at.depth
  if (own < at.depth) return 'group'
  if (own > at.depth) return at.standing.open ? 'sub' : 'head'
  return plan.openings[i] === 'nothing' && at.standing.open && plan.hasLevels ? 'unknown' : 'competency'
}

function firstRole(plan: Plan, i: number): Role {
  const opening = plan.openings[i]
  if (opening === 'structure' || opening === 'paragraph') return 'competency'
  if (opening === 'head') return 'head'
  return opening === 'bullets' && !plan.hasLevels && !plan.hasSections ? 'competency' : 'head'
}

function roleBeforeStructure(plan: Plan, i: number, standing: Standing): Role {
  const next = plan.entries[i + 1]
  if (!next) return 'content'
  if (next.level) {
    if (standing.hasLevel(next)) return 'competency'
    if (!standing.hasLevels)
      return standing.inSection && standing.bulleted === false ? 'content' : 'competency'
    return 'content'
  }
  if (next.columns || next.line.cells) return 'competency'
  const kind = next.heading?.kind
  if (!kind || LABELS.has(kind)) return 'unknown'
  if (kind === 'definition') return 'competency'
  if (kind === 'container') return standing.hasLevels ? 'competency' : 'content'
  if (standing.hasSection(kind) || standing.starter === kind) return 'competency'
  return 'content'
}

function roleBeforeParagraph(plan: Plan, i: number, standing: Standing): Role {
  const mark = plan.entries[plan.nextMark[i] ?? plan.entries.length]
  const alone = (plan.nextHead[i] ?? 0) >= (plan.nextMark[i] ?? 0)
  if (mark && alone && restarts(mark, standing)) return 'competency'
  if (!plan.hasLevels && !plan.hasSections) return 'competency'
  const paragraph = plan.entries[i + 1]?.line.text ?? ''
  if (standing.inLevel && !standing.bulleted && !plan.entries[i]?.line.gap) return 'content'
  if (mark && !alone && restartsBehind(plan, i, standing)) return 'group'
  if (plan.vocabulary.definitionOpener.test(paragraph)) return 'competency'
  if (standing.inLevel || standing.inSection) return styledAsHead(plan, i) ? 'unknown' : 'content'
  return standing.hasDefinition ? 'unknown' : 'content'
}

function restarts(mark: Entry, standing: Standing): boolean {
  if (mark.level) return standing.hasLevel(mark) || !standing.hasLevels
  if (mark.columns || mark.line.cells) return true
  const kind = mark.heading?.kind
  if (!kind) return false
  return (
    kind === 'definition' || kind === 'container' || standing.hasSection(kind) || standing.starter === kind
  )
}

/** Another head follows before the structure: this one is the group, if that one is a competency. */
function restartsBehind(plan: Plan, i: number, standing: Standing): boolean {
  const head = plan.nextHead[i] ?? plan.entries.length
  const mark = plan.entries[plan.nextMark[head] ?? plan.entries.length]
  return mark !== undefined && restarts(mark, standing)
}

function roleBeforeHead(plan: Plan, i: number, standing: Standing): Role {
  if (standing.inLevel && !standing.bulleted && !styledAsHead(plan, i)) return 'content'
  const next = roleAt(plan, i + 1, standing)
  if (next === 'competency' || next === 'group') return 'group'
  return 'content'
}

function roleBeforeBullets(plan: Plan, i: number, standing: Standing): Role {
  if (plan.recurring.has((plan.entries[i]?.line.text ?? '').toLowerCase())) return 'sub'
  if (!plan.hasLevels && !plan.hasSections) return 'competency'
  const mark = plan.entries[plan.nextMark[i] ?? plan.entries.length]
  const alone = (plan.nextHead[i] ?? 0) >= (plan.nextMark[i] ?? 0)
  if (mark && alone && standing.bulleted && restarts(mark, standing) && standing.hasLevels && !mark.level)
    return 'competency'
  return styledAsHead(plan, i) || standing.bulleted ? 'unknown' : 'content'
}

/** Set off by a blank line before it, by capitals, or by a number, and short. */
function styledAsHead(plan: Plan, i: number): boolean {
  const line = plan.entries[i]?.line
  if (!line || wordCount(line.text) > 7) return false
  return isCapitals(line.text) || line.gap
}
