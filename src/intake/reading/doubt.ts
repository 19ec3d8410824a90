/**
 * Doubts about the draft as a whole: what does not fit the document's own pattern, or stands under a structure that
 * was guessed, is shown as less sure. Doubts only lower a confidence; they move nothing.
 */
import { itemsOf } from '../ledger.ts'
import { type DraftCompetency, type Item, SECTIONS, type Source } from '../model.ts'
import { wordsOf } from '../words.ts'
import type { Builder } from './builder.ts'
import { levelKey } from './facts.ts'
import { isOpen, startsLower, type Vocabulary, wordCount } from './vocabulary.ts'

/** Lowers the confidence of items in place. */
export function settleDoubt(vocabulary: Vocabulary, builder: Builder): void {
  const { draft } = builder
  const document = patternOf(draft.competencies)
  if (isMostlyUnread(builder)) limitAll(builder, draft.competencies.flatMap(itemsOf), 'doubt-much-unread')
  for (const competency of draft.competencies) {
    const doubt = doubtAbout(vocabulary, document, competency)
    if (doubt) limitAll(builder, itemsOf(competency), doubt)
    for (const item of statementsOf(competency)) {
      const own = doubtOf(vocabulary, builder.source, document, item)
      if (own) limitAll(builder, [item], own)
    }
  }
}

function limitAll({ rules }: Builder, items: readonly Item[], doubt: string): void {
  const most = rules.confidence[doubt] ?? 1
  for (const item of items) item.confidence = Math.min(item.confidence, most)
}

/** Levels and the sections that describe behaviour: sections of titles (courses, books) have words of any kind. */
function statementsOf({ levels, sections }: DraftCompetency): Item[] {
  const { keyBehaviours, skilled, underused, overused, questions } = sections
  return [
    ...levels.flatMap((level) => level.indicators),
    ...keyBehaviours,
    ...skilled,
    ...underused,
    ...overused,
    ...questions,
  ]
}

interface Pattern {
  /** Most statements are items of lists. */
  listed: boolean
  /** Most statements start with a small letter. */
  lower: boolean
  /** How often each text stands in the document. */
  counts: ReadonlyMap<string, number>
  names: ReadonlyMap<string, number>
  /** It is the only competency. */
  alone: boolean
  /** Most competencies have levels. */
  levelled: boolean
  /** In how many competencies each level stands. */
  levels: ReadonlyMap<string, number>
}

const LISTED: ReadonlySet<string> = new Set(['bullet-under-level', 'bullet-in-section'])
const LABELLED: ReadonlySet<string> = new Set(['text-with-level-label', 'aligned-columns'])
const LOOSE: ReadonlySet<string> = new Set(['paragraph-under-level', 'paragraph-in-section'])

function patternOf(competencies: readonly DraftCompetency[]): Pattern {
  const statements = competencies.flatMap(statementsOf)
  const share = (test: (item: Item) => boolean) =>
    statements.filter(test).length / Math.max(1, statements.length)
  return {
    listed: share((item) => LISTED.has(item.rule)) > 0.6,
    lower: share((item) => startsLower(item.text)) > 0.3,
    counts: tally(statements.map((item) => item.text.toLowerCase())),
    names: tally(competencies.flatMap(({ name }) => name?.toLowerCase() ?? [])),
    alone: competencies.length === 1,
    levelled: competencies.filter(({ levels }) => levels.length > 0).length * 2 > competencies.length,
    levels: tally(
      competencies.flatMap(({ levels }) => levels.map((level) => levelKey({ ...level, prefix: '' }))),
    ),
  }
}

function tally(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** More words lie in the tray than were read into competencies. */
function isMostlyUnread({ draft }: Builder): boolean {
  const words = (items: readonly Item[]) => items.reduce((sum, item) => sum + wordsOf(item.text).length, 0)
  const placed = words(draft.competencies.flatMap(itemsOf))
  return words(draft.unplaced) > placed
}

/** Why a competency as a whole is less sure; null when nothing speaks against it. */
function doubtAbout(vocabulary: Vocabulary, document: Pattern, competency: DraftCompetency): string | null {
  const { name, levels } = competency
  if (name === null) return document.alone ? null : 'doubt-name'
  if (vocabulary.section(name) !== null || !/\p{L}{2}/u.test(name)) return 'doubt-name'
  if ((document.names.get(name.toLowerCase()) ?? 0) > 1) return 'doubt-name-twice'
  if (wordCount(name) > 9 || /^\p{Ll}|[.;]$/u.test(name)) return 'doubt-name'
  if (document.levelled && levels.length === 0 && hasStatements(competency)) return 'doubt-no-levels'
  return isOddScale(document, competency) ? 'doubt-scale' : null
}

function hasStatements({ sections }: DraftCompetency): boolean {
  return SECTIONS.some((section) => section !== 'notes' && sections[section].length > 0)
}

/** None of its levels stands in any other competency though the others share theirs; or it holds one level only. */
function isOddScale({ levels: known }: Pattern, { levels }: DraftCompetency): boolean {
  if (levels.length === 0) return false
  const shared = [...known.values()].filter((count) => count > 1).length
  if (levels.length === 1) return known.size < 2
  return shared >= 2 && levels.every((level) => (known.get(levelKey({ ...level, prefix: '' })) ?? 0) < 2)
}

const LABEL = /^\p{Lu}[\p{L}\p{N} /&-]{1,30}:\s/u
const GAP = /\S {3,}\S|\S\t+\S/
const MOST_WORDS = 60

/** Why a statement is less sure; null when it looks as statements of this document do. */
function doubtOf(vocabulary: Vocabulary, source: Source, document: Pattern, item: Item): string | null {
  const { text, rule } = item
  if (LISTED.has(rule)) return doubtOfText(vocabulary, source, document, item)
  if (!LOOSE.has(rule) && !LABELLED.has(rule)) return null
  if (wordCount(text) < 2 || !/\p{Ll}/u.test(text)) return 'doubt-fragment'
  if ((document.counts.get(text.toLowerCase()) ?? 0) > 1) return 'doubt-repeated'
  if (LABELLED.has(rule)) return null
  return doubtOfText(vocabulary, source, document, item) ?? (document.listed ? 'doubt-unlisted' : null)
}

function doubtOfText(
  vocabulary: Vocabulary,
  source: Source,
  document: Pattern,
  { text, spans }: Item,
): string | null {
  if (spans.some(([start, end]) => GAP.test(source.text.slice(start, end)))) return 'doubt-columns'
  if (LABEL.test(text)) return 'doubt-label'
  if (wordCount(text) > MOST_WORDS) return 'doubt-several'
  return isOpen(vocabulary, text) || (startsLower(text) && !document.lower) ? 'doubt-broken-off' : null
}
