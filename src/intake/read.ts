/** Reads a document into a draft: the whole way from text to framework, step by step, the same for the same text. */
import { allItems, balance, inOrder, lineFinder } from './ledger.ts'
import type { Draft, Source } from './model.ts'
import {
  addEdit,
  addFurniture,
  type Builder,
  holdsWords,
  newBuilder,
  settleEdits,
  wholeOf,
} from './reading/builder.ts'
import { gatherColumns } from './reading/column-heads.ts'
import { settleDoubt } from './reading/doubt.ts'
import { type Entry, entryOf } from './reading/entry.ts'
import { partFurniture } from './reading/furniture.ts'
import { walk } from './reading/grammar.ts'
import { looksHtml, readHtml } from './reading/html.ts'
import { settleIndex } from './reading/index-lists.ts'
import { joinBroken } from './reading/joins.ts'
import type { Line, Page } from './reading/line.ts'
import { readPlain } from './reading/plain.ts'
import { planOf } from './reading/plan.ts'
import { isProse, readProse } from './reading/prose.ts'
import { defaultRules, type Rules } from './reading/rules.ts'
import { settleRunInNames } from './reading/run-in-names.ts'
import { settleLevels } from './reading/scale.ts'
import { settleDraft } from './reading/settle.ts'
import { splitLines } from './reading/splits.ts'
import { isTagged, readTagged } from './reading/tagged.ts'
import { unroll } from './reading/unroll.ts'
import { type Vocabulary, vocabularyOf } from './reading/vocabulary.ts'

/**
 * The draft of a document. Pure: the same source and rules give the same draft. Whatever the rules do not understand
 * comes back in the unplaced tray, so no word is ever lost; the ledger says so.
 */
export function readDocument(source: Source, rules: Rules = defaultRules): Draft {
  const vocabulary = vocabularyOf(rules)
  const builder = newBuilder(source, rules)
  const page = looksHtml(source.text) ? readHtml(source, lineFinder(source.text)) : readPlain(source)
  const { kept, furniture } = partFurniture(vocabulary, page)
  for (const { line, rule } of furniture) addFurniture(builder, wholeOf(line), rule)
  addMarkup(builder, page)
  const entries = entriesOf(vocabulary, builder, kept)
  readEntries(vocabulary, builder, entries)
  return finish(builder)
}

/** Lines, cut and joined where the page's form had hidden what belongs together. */
function entriesOf(vocabulary: Vocabulary, builder: Builder, kept: readonly Line[]): Entry[] {
  const { source } = builder
  const { lines, splits } = splitLines(vocabulary, source, plainRows(kept))
  for (const split of splits) addEdit(builder, split.rule, [split.before], split.after)
  const found = gatherColumns(
    vocabulary,
    source,
    lines.map((line) => entryOf(vocabulary, line)),
  )
  settleLevels(vocabulary, found)
  const { entries, joins } = joinBroken(vocabulary, source, found)
  for (const join of joins) addEdit(builder, join.rule, join.before, [join.after])
  return entries
}

/** A single row with pipes or tabs is no table but a line of text. */
function plainRows(lines: readonly Line[]): Line[] {
  return lines.map((line, i) => {
    if (!line.cells || lines[i - 1]?.cells || lines[i + 1]?.cells) return line
    return { ...line, cells: null }
  })
}

function readEntries(vocabulary: Vocabulary, builder: Builder, entries: readonly Entry[]): void {
  const levels = entries.some((entry) => entry.level !== null)
  if (levels && isTagged(entries)) readTagged(builder, entries)
  else if (!levels && isProse(vocabulary, builder, entries)) readProse(vocabulary, builder, entries)
  else readStructure(vocabulary, builder, entries)
}

function readStructure(vocabulary: Vocabulary, builder: Builder, entries: readonly Entry[]): void {
  const unrolled = unroll(vocabulary, entries)
  settleRunInNames(vocabulary, unrolled)
  settleIndex(unrolled)
  walk(builder, planOf(vocabulary, unrolled))
  settleDraft(builder)
  settleDoubt(vocabulary, builder)
}

function addMarkup(builder: Builder, page: Page): void {
  for (const span of page.markup) {
    if (!holdsWords(page.source, [span]) && !page.source.text.startsWith('![', span[0])) continue
    addFurniture(builder, { spans: [span], first: 0, last: 0 }, 'mark-up')
  }
}

/** Lines for the mark-up, the edits' items, and the ledger. */
function finish(builder: Builder): Draft {
  const { source, draft } = builder
  const lineOf = lineFinder(source.text)
  const furniture = inOrder(draft.furniture).map((item) =>
    item.lines[0] > 0
      ? item
      : { ...item, lines: [lineOf(item.spans[0]?.[0] ?? 0), lineOf(item.spans.at(-1)?.[1] ?? 0)] as const },
  )
  const edits = settleEdits(builder, allItems(draft))
  const done: Draft = { ...draft, headings: inOrder(draft.headings), furniture, edits }
  return balance(source, done)
}
