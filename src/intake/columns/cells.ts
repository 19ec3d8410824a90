/** The cells that one line can be cut into, and how well each fits below what its column holds. */

import { type ColumnState, type KnownStates, stateNumber } from './column-state.ts'
import {
  type Context,
  type Evidence,
  endScore,
  fitScore,
  insideScore,
  joinScore,
  pairScore,
  startScore,
  widthWith,
  wrapScore,
} from './evidence.ts'
import { SPACE } from './glyphs.ts'
import { START } from './language.ts'
import type { Word } from './words.ts'

/** A line with running sums, so that the score of any run of words is a subtraction. */
export interface Line {
  words: readonly Word[]
  first: boolean
  /** Width of the words before each place, without spaces. */
  width: readonly number[]
  /** Score of each word after the two before it on the line, summed. */
  joined: readonly number[]
  /** Worth of each word with the last meaningful one before it, summed over meaningful words. */
  paired: readonly number[]
  /** The next meaningful word at or after each place. */
  meaningful: readonly number[]
  brackets: readonly number[]
}

export function readLine(evidence: Evidence, words: readonly Word[], first: boolean): Line {
  const line = {
    words,
    first,
    width: [0],
    joined: [0],
    paired: [0],
    brackets: [0],
    meaningful: [] as number[],
  }
  let stem: string | null = null
  for (const [at, word] of words.entries()) {
    line.width.push((line.width[at] ?? 0) + word.width)
    line.joined.push((line.joined[at] ?? 0) + (at < 2 ? 0 : followScore(evidence, words, at)))
    line.paired.push((line.paired[at] ?? 0) + pairScore(evidence, stem, word.stem))
    line.brackets.push((line.brackets[at] ?? 0) + word.brackets)
    stem = word.stem ?? stem
  }
  let next = words.length
  for (let at = words.length - 1; at >= 0; at--) {
    if (words[at]?.stem !== null) next = at
    line.meaningful[at] = next
  }
  return line
}

/** Word `at` inside a cell that began at least two words before. */
function followScore(evidence: Evidence, words: readonly Word[], at: number): number {
  const word = words[at]
  const previous = words[at - 1]
  if (!word || !previous) return 0
  return (
    joinScore(evidence, lastTwo(words, at - 2, at, START), word) +
    insideScore(evidence, opening(previous), word)
  )
}

const opening = (word: Word): { stop: boolean; opens: boolean } => ({
  stop: word.stop,
  opens: word.brackets > 0,
})

/** The last two symbols of words `from` to `to`; `earlier` stands in where there is only one. */
function lastTwo(words: readonly Word[], from: number, to: number, earlier: number): Context {
  let before = earlier
  let last = START
  for (let at = from; at < to; at++) {
    for (const symbol of words[at]?.symbols ?? []) {
      if (last !== START) before = last
      last = symbol
    }
  }
  return { before, last, edge: words[to - 1]?.stem ?? null }
}

export function cellWidth(line: Line, from: number, to: number): number {
  return (line.width[to] ?? 0) - (line.width[from] ?? 0) + SPACE * (to - from - 1)
}

/** Words `from` to `to` of a line, in a column. */
export interface Place {
  from: number
  to: number
  column: number
}

/** Where a cell would begin, and what its first words are worth there. */
export interface Entry {
  starts: boolean
  first: number
  second: number
  depth: number
  stem: string | null
  /** The last two symbols before the cell. */
  before: number
  last: number
}

/** What the column's state makes of a cell that begins at word `at`: it goes on, or a statement starts. */
export function entriesAt(
  evidence: Evidence,
  line: Line,
  place: { column: number; state: ColumnState; at: number },
): Entry[] {
  const { state, at } = place
  const word = line.words[at]
  if (!word) return []
  const entries: Entry[] = []
  const start = startsHere(evidence, state, line.first)
  if (start !== null) {
    const first = start + startScore(evidence, word)
    const second = secondScore(evidence, line, at, START)
    entries.push({ starts: true, first, second, depth: 0, stem: null, before: START, last: START })
  }
  if (state.blanks >= 0) {
    const first = goesOn(evidence, place, word)
    const second = secondScore(evidence, line, at, state.last)
    entries.push({
      starts: false,
      first,
      second,
      depth: state.depth,
      stem: state.stem,
      before: state.before,
      last: state.last,
    })
  }
  return entries
}

/** Ending what stands above, if anything does, and starting anew. */
function startsHere(evidence: Evidence, state: ColumnState, first: boolean): number | null {
  const { setting, reasons } = evidence
  if (state.blanks < 0) return Math.log(first ? reasons.topAligned : 0.3)
  if (state.blanks === 0) return endScore(evidence, state) + Math.log(1 - setting.blankAfter)
  return Math.log(state.blanks === 1 ? setting.startAfterOne : setting.startAfterMore)
}

function goesOn(evidence: Evidence, place: { column: number; state: ColumnState }, word: Word): number {
  const { state, column } = place
  const score =
    joinScore(evidence, state, word) +
    insideScore(evidence, { stop: state.stop, opens: state.depth > 0 }, word) +
    wrapScore(evidence, column, widthWith(state.width, word))
  return state.blanks === 0 ? score : score - state.ending + Math.log(evidence.reasons.gapInside)
}

function secondScore(evidence: Evidence, line: Line, at: number, earlier: number): number {
  const word = line.words[at + 1]
  const first = line.words[at]
  if (!word || !first) return 0
  return (
    joinScore(evidence, lastTwo(line.words, at, at + 1, earlier), word) +
    insideScore(evidence, opening(first), word)
  )
}

/** The column stays blank on this line. */
export function blankScore(
  evidence: Evidence,
  state: ColumnState,
  first: boolean,
): { score: number; state: ColumnState } {
  const { setting, reasons } = evidence
  if (state.blanks < 0) return { score: Math.log(first ? 1 - reasons.topAligned : 0.7), state }
  if (state.blanks > 0) {
    const start = state.blanks === 1 ? setting.startAfterOne : setting.startAfterMore
    return { score: Math.log(1 - start), state: afterBlankLine(state, state.ending) }
  }
  const ending = endScore(evidence, state) + Math.log(setting.blankAfter)
  return { score: ending, state: afterBlankLine(state, ending) }
}

function afterBlankLine(state: ColumnState, ending: number): ColumnState {
  if (state.blanks >= 3) return state
  return { ...state, blanks: state.blanks + 1, ending, id: state.id + 1 }
}

/** The whole cell, words `from` to `to`, entered in the given way. */
export function cellScore(evidence: Evidence, line: Line, cell: Place, entry: Entry): number {
  const { from, to, column } = cell
  const longer = to - from > 1
  const rest = to - from > 2 ? (line.joined[to] ?? 0) - (line.joined[from + 2] ?? 0) : 0
  const score = entry.first + (longer ? entry.second : 0) + rest
  return (
    score +
    fitScore(evidence, column, cellWidth(line, from, to)) +
    pairsIn(evidence, line, cell, entry) +
    bracketScore(evidence, line, cell, entry)
  )
}

function pairsIn(evidence: Evidence, line: Line, cell: Place, entry: Entry): number {
  const first = line.meaningful[cell.from] ?? cell.to
  if (first >= cell.to) return 0
  const inside = (line.paired[cell.to] ?? 0) - (line.paired[first + 1] ?? 0)
  return inside + pairScore(evidence, entry.stem, line.words[first]?.stem ?? null)
}

function bracketScore(evidence: Evidence, line: Line, cell: Place, entry: Entry): number {
  let depth = entry.depth
  for (let at = cell.from; at < cell.to; at++) {
    depth += line.words[at]?.brackets ?? 0
    if (depth < 0) return Math.log(evidence.reasons.brokenBracket)
  }
  return 0
}

/** What the column remembers of the cell; states with the same future are one. */
export function stateAfter(line: Line, cell: Place, entry: Entry, known: KnownStates): ColumnState {
  const { from, to, column } = cell
  let before = entry.before
  let last = entry.last
  let { stem } = entry
  for (let at = from; at < to; at++) {
    const word = line.words[at]
    stem = word?.stem ?? stem
    for (const symbol of word?.symbols ?? []) {
      before = last
      last = symbol
    }
  }
  const depth = Math.max(0, entry.depth + (line.brackets[to] ?? 0) - (line.brackets[from] ?? 0))
  const key = `${column} ${from} ${to} ${depth} ${before} ${stem}`
  const found = known.get(key)
  if (found !== undefined) return found
  const width = cellWidth(line, from, to)
  const id = stateNumber(line.words[from]?.line ?? 0, known.size)
  const edge = line.words[to - 1]?.stem ?? null
  const state = {
    id,
    before,
    last,
    edge,
    stem,
    depth,
    width,
    stop: line.words[to - 1]?.stop ?? false,
    blanks: 0,
    ending: 0,
  }
  known.set(key, state)
  return state
}
