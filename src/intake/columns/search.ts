/**
 * The best way to cut every line of a page into cells, one for each column: a beam search down the page. Readings
 * whose columns have the same future are merged, so the beam holds different readings, not variants of one past.
 */

import { type Cell, CellBook, type Option } from './cell-book.ts'
import { blankScore, type Line, readLine } from './cells.ts'
import { type ColumnState, type KnownStates, UNTOUCHED } from './column-state.ts'
import { type Evidence, endScore, wrapScore } from './evidence.ts'

/** One reading of the page up to a line. */
export interface Reading {
  score: number
  /** What the open statements will cost at least, whether they end here or go on. */
  outlook: number
  columns: readonly ColumnState[]
  cells: readonly Cell[]
  previous: Reading | null
  /** All ways that lead here, the best one included; several readings that now have the same future are one. */
  arrivals: Arrival[]
}

/** One cut of the last line, below one reading of the lines above. */
export interface Arrival {
  previous: Reading
  cells: readonly Cell[]
  /** What this line alone adds to the score. */
  step: number
}

export interface Effort {
  /** Readings kept after each line. */
  beam: number
  /** Ways to fill the columns up to one that are kept for each place of the line. */
  partial: number
  /** Ways to cut a whole line that are kept for each reading of the lines above. */
  whole: number
}

/** A reading this far behind the best one of its line never catches up. */
const HOPELESS = 8

/** Printed width of a space and a rather long word. */
const NEXT_WORD = 4000

interface Part {
  score: number
  option: Option
  previous: Part | null
}

export interface Found {
  /** The best reading of the whole page. */
  reading: Reading
  /** All readings that were kept after each line that is not blank, to tell how much they differ. */
  kept: Reading[][]
  /** What ending the open statements costs each reading of the last line. */
  endings: number[]
}

/** Reads the whole page. */
export function search(evidence: Evidence, effort: Effort): Found {
  const { page } = evidence
  const start = Array.from({ length: page.columns }, () => UNTOUCHED)
  let readings: Reading[] = [
    { score: 0, outlook: 0, columns: start, cells: [], previous: null, arrivals: [] },
  ]
  const kept: Reading[][] = []
  for (const words of page.lines) {
    if (words.length === 0) continue
    const line = readLine(evidence, words, kept.length === 0)
    const next = nextReadings(evidence, line, readings, effort)
    readings = next.length > 0 ? next : nextReadings(withoutLocks(evidence), line, readings, effort)
    kept.push(readings)
  }
  const endings = readings.map((reading) => endingOf(evidence, reading))
  return { reading: bestOf(readings, endings), kept, endings }
}

/** For a line whose locks contradict each other, such as a word of column 2 before one of column 1. */
function withoutLocks(evidence: Evidence): Evidence {
  return { ...evidence, page: { ...evidence.page, locks: new Map() } }
}

/** The best reading once every statement that is still open has ended with the page. */
function bestOf(readings: readonly Reading[], endings: readonly number[]): Reading {
  const closed = readings.map((reading, at) => ({ ...reading, score: reading.score + (endings[at] ?? 0) }))
  return closed.reduce((one, other) => (other.score > one.score ? other : one))
}

function endingOf(evidence: Evidence, reading: Reading): number {
  const open = reading.columns.filter((state) => state.blanks === 0)
  return open.reduce((sum, state) => sum + endScore(evidence, state), 0)
}

function nextReadings(
  evidence: Evidence,
  line: Line,
  readings: readonly Reading[],
  effort: Effort,
): Reading[] {
  const found: Candidates = { best: Number.NEGATIVE_INFINITY, readings: new Map() }
  const { row } = evidence.setting
  const states: KnownStates = new Map()
  const cells = new CellBook(evidence, line, states)
  const rowCells = row > 0 ? new CellBook(inNewRow(evidence), line, states) : cells
  for (const reading of readings) {
    for (const part of cutLine(cells, reading.columns, effort)) {
      keepBetter(found, { cells, reading, before: reading.score + Math.log(1 - row) }, part)
    }
    const hidden = afterHiddenLine(evidence, reading)
    if (hidden === null) continue
    for (const part of cutLine(rowCells, hidden.columns, effort))
      keepBetter(found, { cells: rowCells, reading, before: hidden.score }, part)
  }
  return [...found.readings.values()]
    .sort((a, b) => b.score + b.outlook - a.score - a.outlook)
    .slice(0, effort.beam)
}

/** Blank in all columns, a line leaves no trace in the text; every statement above it has ended. */
function afterHiddenLine(
  evidence: Evidence,
  reading: Reading,
): { score: number; columns: ColumnState[] } | null {
  if (!reading.columns.some((state) => state.blanks === 0)) return null
  const blanks = reading.columns.map((state) => blankScore(evidence, state, false))
  const { row } = evidence.setting
  const score = reading.score + (row > 0 ? Math.log(row) : 0)
  return {
    score: blanks.reduce((sum, blank) => sum + blank.score, score),
    columns: blanks.map((blank) => blank.state),
  }
}

/** On the first line of a table's row nearly every column has something. */
function inNewRow(evidence: Evidence): Evidence {
  const { filledRow } = evidence.setting
  return {
    ...evidence,
    setting: { ...evidence.setting, startAfterOne: filledRow, startAfterMore: filledRow },
  }
}

interface Candidates {
  best: number
  readings: Map<string, Reading>
}

interface Origin {
  cells: CellBook
  reading: Reading
  before: number
}

function keepBetter(found: Candidates, origin: Origin, part: Part): void {
  const score = origin.before + part.score
  if (score < found.best - HOPELESS) return
  found.best = Math.max(found.best, score)
  const columns: ColumnState[] = []
  const cells: Cell[] = []
  for (let at: Part | null = part; at !== null; at = at.previous) {
    columns.push(origin.cells.stateOf(at.option))
    cells.push(at.option.cell)
  }
  columns.reverse()
  cells.reverse()
  let key = ''
  for (const state of columns) key += state.blanks > 0 ? `blank${state.blanks} ` : `${state.id} `
  const { reading: previous, cells: book } = origin
  const arrival = { previous, cells, step: score - previous.score }
  const known = found.readings.get(key)
  known?.arrivals.push(arrival)
  if (known !== undefined && known.score >= score) return
  const outlook = known?.outlook ?? outlookOf(book.evidence, columns)
  const arrivals = known?.arrivals ?? [arrival]
  found.readings.set(key, { score, outlook, columns, cells, previous, arrivals })
}

function outlookOf(evidence: Evidence, columns: readonly ColumnState[]): number {
  let outlook = 0
  for (const [column, state] of columns.entries()) {
    if (state.blanks === 0)
      outlook += Math.max(endScore(evidence, state), wrapScore(evidence, column, state.width + NEXT_WORD))
  }
  return outlook
}

/** The best cuts of the line below the given columns. */
function cutLine(cells: CellBook, columns: readonly ColumnState[], effort: Effort): Part[] {
  const places = cells.line.words.length + 1
  let reach: (Part | null)[][] = [[null]]
  for (const [column, state] of columns.entries()) {
    const next: Part[][] = Array.from({ length: places }, () => [])
    const most = column === columns.length - 1 ? effort.whole : effort.partial
    for (const [from, parts] of reach.entries()) {
      if (parts.length > 0) extend(next, cells.options(column, state, from), parts, most)
    }
    reach = next
  }
  return (reach[places - 1] ?? []).filter((part) => part !== null)
}

function extend(
  next: Part[][],
  options: readonly Option[],
  parts: readonly (Part | null)[],
  most: number,
): void {
  for (const option of options) {
    const list = next[option.cell.to]
    if (list) for (const part of parts) insert(list, option, part, most)
  }
}

/** Keeps the list sorted, best first, and short. */
function insert(list: Part[], option: Option, previous: Part | null, most: number): void {
  const score = option.score + (previous === null ? 0 : previous.score)
  let at = list.length
  if (at >= most) {
    const worst = list[at - 1]
    if (worst === undefined || worst.score >= score) return
    at--
  }
  for (; at > 0; at--) {
    const above = list[at - 1]
    if (above === undefined || above.score >= score) break
    list[at] = above
  }
  list[at] = { score, option, previous }
}
