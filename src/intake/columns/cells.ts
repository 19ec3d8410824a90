/** The cells that one line can be cut into, and how well each fits below what its column holds. */

import { type ColumnState, type KnownStates, stateNumber } from './column-state.ts'
import {
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

/** How often a column that began blank starts on the next line. */
const LATE_START = 0.3

/** A line with running sums, so that the score of any run of words is a subtraction. */
export interface Line {
  words: readonly Word[]
  first: boolean
  /** Width of the words before each place, without spaces. */
  width: readonly number[]
  /** Score of each word after the one before it on the line, summed. */
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
    line.joined.push((line.joined[at] ?? 0) + followScore(evidence, words[at - 1], word))
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

/** A word inside a cell, after the word before it; nothing for the first word of the line. */
function followScore(evidence: Evidence, previous: Word | undefined, word: Word): number {
  if (previous === undefined) return 0
  const before = { last: previous.symbols.at(-1) ?? START, edge: previous.stem }
  const opens = previous.brackets > 0
  return joinScore(evidence, before, word) + insideScore(evidence, { stop: previous.stop, opens }, word)
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

/** How a cell would begin. */
export interface Entry {
  starts: boolean
  /** What its first word is worth there. */
  score: number
  /** Open brackets before it, and the last word that carries meaning. */
  depth: number
  stem: string | null
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
  const start = startsHere(evidence, state, line.first) + startScore(evidence, word)
  const entries: Entry[] = [{ starts: true, score: start, depth: 0, stem: null }]
  if (state.blanks >= 0) {
    const score = goesOn(evidence, place, word)
    entries.push({ starts: false, score, depth: state.depth, stem: state.stem })
  }
  return entries
}

/** Ending what stands above, if anything does, and starting anew. */
function startsHere(evidence: Evidence, state: ColumnState, first: boolean): number {
  const { setting, reasons } = evidence
  if (state.blanks < 0) return Math.log(first ? reasons.topAligned : LATE_START)
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

/** The column stays blank on this line. */
export function blankScore(
  evidence: Evidence,
  state: ColumnState,
  first: boolean,
): { score: number; state: ColumnState } {
  const { setting, reasons } = evidence
  if (state.blanks < 0) return { score: Math.log(first ? 1 - reasons.topAligned : 1 - LATE_START), state }
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
  return (
    entry.score +
    (line.joined[to] ?? 0) -
    (line.joined[from + 1] ?? 0) +
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
  const word = line.words[to - 1]
  let stem: string | null = null
  for (let at = to - 1; at >= from && stem === null; at--) stem = line.words[at]?.stem ?? null
  stem ??= entry.stem
  const depth = Math.max(0, entry.depth + (line.brackets[to] ?? 0) - (line.brackets[from] ?? 0))
  const key = `${column} ${from} ${to} ${depth} ${stem}`
  const found = known.get(key)
  if (found !== undefined) return found
  const state: ColumnState = {
    id: stateNumber(word?.line ?? 0, known.size),
    last: word?.symbols.at(-1) ?? START,
    edge: word?.stem ?? null,
    stem,
    depth,
    width: cellWidth(line, from, to),
    stop: word?.stop ?? false,
    blanks: 0,
    ending: 0,
  }
  known.set(key, state)
  return state
}
