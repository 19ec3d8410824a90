/**
 * The word ledger: proof that a draft holds every word of its source once and no other. It runs at every reading and
 * after every change a person makes, so it is linear in the length of the source.
 */
import type { Draft, DraftCompetency, Item, Ledger, Source, Span } from './model.ts'
import { SECTIONS } from './model.ts'
import { letters, rawAt, textAt, wordSpans, wordsOf } from './words.ts'

/** Every item of a draft, whatever it is for: each of them stands for words of the source. */
export function allItems(draft: Draft): Item[] {
  return [...draft.headings, ...draft.competencies.flatMap(itemsOf), ...draft.unplaced, ...draft.furniture]
}

/** Definition, indicators and sections of one competency. */
export function itemsOf(competency: DraftCompetency): Item[] {
  return [
    ...competency.definition,
    ...competency.levels.flatMap((level) => level.indicators),
    ...SECTIONS.flatMap((section) => competency.sections[section]),
  ]
}

/**
 * The draft with its ledger counted afresh. Words that stand nowhere are moved to the unplaced tray first, line by
 * line, so `lostWords` is 0 in what comes back. Items that a person has edited may say what they like; their spans
 * still account for the words they came from.
 */
export function balance(source: Source, draft: Draft): Draft {
  const items = allItems(draft)
  const sweep = sweepWords(source, items)
  const found = missedItems(source, sweep.missed)
  return {
    ...draft,
    unplaced: found.length === 0 ? draft.unplaced : inOrder([...draft.unplaced, ...found]),
    ledger: {
      sourceWords: sweep.total,
      placedWords: sweep.total - sweep.doubled,
      lostWords: 0,
      inventedWords: sweep.doubled + foreignWords(source, items),
    },
  }
}

/** The ledger of a draft as it stands: nothing is moved, so `lostWords` tells what a reader has forgotten. */
export function countLedger(source: Source, draft: Draft): Ledger {
  const items = allItems(draft)
  const sweep = sweepWords(source, items)
  return {
    sourceWords: sweep.total,
    placedWords: sweep.total - sweep.missed.length - sweep.doubled,
    lostWords: sweep.missed.length,
    inventedWords: sweep.doubled + foreignWords(source, items),
  }
}

interface Sweep {
  total: number
  doubled: number
  missed: Span[]
}

function sweepWords(source: Source, items: readonly Item[]): Sweep {
  const cover = items.flatMap((item) => item.spans).filter((span) => span[1] > span[0])
  cover.sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const merged = mergeCover(cover)
  const tokens = wordSpans(source.text)
  const missed: Span[] = []
  let doubled = 0
  let at = 0
  let twice = 0
  for (const token of tokens) {
    while (at < merged.once.length && endOf(merged.once, at) <= token[0]) at++
    while (twice < merged.twice.length && endOf(merged.twice, twice) <= token[0]) twice++
    if (!covers(merged.once, at, token)) missed.push(token)
    else if (touches(merged.twice, twice, token)) doubled++
  }
  return { total: tokens.length, doubled, missed }
}

/** The stretches that some item holds, and those that two items claim at once. */
function mergeCover(sorted: readonly Span[]): { once: Span[]; twice: Span[] } {
  const once: Span[] = []
  const twice: Span[] = []
  let start = -1
  let end = -1
  for (const span of sorted) {
    if (span[0] < end) twice.push([span[0], Math.min(end, span[1])])
    if (span[0] > end || start < 0) {
      if (start >= 0) once.push([start, end])
      start = span[0]
      end = span[1]
    } else end = Math.max(end, span[1])
  }
  if (start >= 0) once.push([start, end])
  return { once, twice }
}

function endOf(spans: readonly Span[], at: number): number {
  return spans[at]?.[1] ?? 0
}

function covers(spans: readonly Span[], at: number, token: Span): boolean {
  const span = spans[at]
  return span !== undefined && span[0] <= token[0] && token[1] <= span[1]
}

function touches(spans: readonly Span[], at: number, token: Span): boolean {
  const span = spans[at]
  return span !== undefined && span[0] < token[1]
}

function foreignWords(source: Source, items: readonly Item[]): number {
  let foreign = 0
  for (const item of items) {
    if (item.flags.includes('edited')) continue
    const there = rawAt(source, item.spans)
    if (item.text === there || letters(item.text) === letters(there)) continue
    foreign += difference(wordsOf(item.text), wordsOf(there))
  }
  return foreign
}

/** How many of `these` are not among `those`, each counted as often as it stands; at least 1 for a changed order. */
function difference(these: readonly string[], those: readonly string[]): number {
  const stock = new Map<string, number>()
  for (const word of those) stock.set(word, (stock.get(word) ?? 0) + 1)
  let missing = 0
  for (const word of these) {
    const left = stock.get(word) ?? 0
    if (left === 0) missing++
    else stock.set(word, left - 1)
  }
  return Math.max(1, missing)
}

function missedItems(source: Source, missed: readonly Span[]): Item[] {
  const items: Item[] = []
  const lineOf = lineFinder(source.text)
  let run: Span | null = null
  let line = 0
  const close = () => {
    if (run) items.push(missedItem(source, run, line))
    run = null
  }
  for (const token of missed) {
    const here = lineOf(token[0])
    if (run && here === line && !/[\p{L}\p{M}\p{N}]/u.test(source.text.slice(run[1], token[0]))) {
      run = [run[0], token[1]]
    } else {
      close()
      run = token
      line = here
    }
  }
  close()
  return items
}

function missedItem(source: Source, span: Span, line: number): Item {
  const spans: Span[] = [span]
  return {
    id: `i${span[0]}`,
    text: textAt(source, spans),
    spans,
    lines: [line, line],
    confidence: 0,
    rule: 'not-placed',
    flags: [],
  }
}

/** Tells the line (from 1) of an offset; quick when asked in rising order. */
export function lineFinder(text: string): (offset: number) => number {
  let line = 1
  let next = text.indexOf('\n')
  let last = 0
  return (offset) => {
    if (offset < last) {
      line = 1
      next = text.indexOf('\n')
    }
    last = offset
    while (next >= 0 && next < offset) {
      line++
      next = text.indexOf('\n', next + 1)
    }
    return line
  }
}

/** Items in the order in which they stand in the source. */
export function inOrder(items: readonly Item[]): Item[] {
  return [...items].sort((a, b) => (a.spans[0]?.[0] ?? 0) - (b.spans[0]?.[0] ?? 0))
}
