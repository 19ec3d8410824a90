/**
 * The best way to cut every line of a page into cells, one for each column: a beam search down the page. Readings
 * whose columns have the same future are merged, so the beam holds different readings, not variants of one past.
 */

import {
  blankScore,
  cellScore,
  cellWidth,
  type Entry,
  entriesAt,
  type Line,
  readLine,
  stateAfter,
} from './cells.ts'
import { type ColumnState, UNTOUCHED } from './column-state.ts'
import { type Evidence, endScore } from './evidence.ts'

/** Words `from` to `to` of the line; an empty cell has `from` = `to`. */
export interface Cell {
  from: number
  to: number
  /** A statement starts here; false where it goes on and in empty cells. */
  starts: boolean
}

/** One reading of the page up to a line. */
export interface Reading {
  score: number
  columns: readonly ColumnState[]
  cells: readonly Cell[]
  previous: Reading | null
}

export interface Effort {
  /** Readings kept after each line. */
  beam: number
  /** Part-readings of one line kept for each place. */
  partial: number
}

interface Part {
  score: number
  cell: Cell
  state: ColumnState
  previous: Part | null
}

/** Cells wider than the column by this factor are not tried. */
const WIDEST = 1.25

/** The best reading of the whole page. */
export function search(evidence: Evidence, effort: Effort): Reading {
  const { page } = evidence
  const start = Array.from({ length: page.columns }, () => UNTOUCHED)
  let readings: Reading[] = [{ score: 0, columns: start, cells: [], previous: null }]
  let first = true
  for (const words of page.lines) {
    if (words.length === 0) continue
    const line = readLine(evidence, words, first)
    first = false
    readings = nextReadings(evidence, line, readings, effort)
  }
  return best(readings.map((reading) => closed(evidence, reading)))
}

function best(readings: readonly Reading[]): Reading {
  return readings.reduce((one, other) => (other.score > one.score ? other : one))
}

/** Every statement that is still open ends with the page. */
function closed(evidence: Evidence, reading: Reading): Reading {
  const endings = reading.columns.map((state) => (state.blanks === 0 ? endScore(evidence, state) : 0))
  return { ...reading, score: reading.score + endings.reduce((sum, ending) => sum + ending, 0) }
}

function nextReadings(
  evidence: Evidence,
  line: Line,
  readings: readonly Reading[],
  effort: Effort,
): Reading[] {
  const found = new Map<string, Reading>()
  const { row } = evidence.setting
  const cells = new CellBook(evidence, line)
  const rowCells = row > 0 ? new CellBook(inNewRow(evidence), line) : cells
  for (const reading of readings) {
    for (const part of cutLine(cells, reading.columns, effort)) {
      keepBetter(found, reading, reading.score + Math.log(1 - row), part)
    }
    const hidden = afterHiddenLine(evidence, reading)
    if (hidden === null) continue
    for (const part of cutLine(rowCells, hidden.columns, effort))
      keepBetter(found, reading, hidden.score, part)
  }
  return [...found.values()].sort((a, b) => b.score - a.score).slice(0, effort.beam)
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

function keepBetter(found: Map<string, Reading>, previous: Reading, before: number, part: Part): void {
  const columns: ColumnState[] = []
  const cells: Cell[] = []
  for (let at: Part | null = part; at !== null; at = at.previous) {
    columns.unshift(at.state)
    cells.unshift(at.cell)
  }
  const key = columns.map((state) => state.key).join('|')
  const score = before + part.score
  const known = found.get(key)
  if (known === undefined || known.score < score) found.set(key, { score, columns, cells, previous })
}

/** The best cuts of the line below the given columns. */
function cutLine(cells: CellBook, columns: readonly ColumnState[], effort: Effort): Part[] {
  const places = cells.line.words.length + 1
  let reach: Part[][] = []
  for (const [column, state] of columns.entries()) {
    const options = cells.options(column, state)
    const next: Part[][] = Array.from({ length: places }, () => [])
    const froms = column === 0 ? [0] : reach.keys()
    for (const from of froms) {
      const parts: (Part | null)[] = column === 0 ? [null] : (reach[from] ?? [])
      if (parts.length === 0) continue
      for (const option of options(from)) {
        const list = next[option.cell.to]
        if (list) for (const part of parts) insert(list, option, part, effort.partial)
      }
    }
    reach = next
  }
  return reach[places - 1] ?? []
}

interface Option {
  cell: Cell
  score: number
  state: ColumnState
}

/** Keeps the list sorted, best first, and short. */
function insert(list: Part[], option: Option, previous: Part | null, most: number): void {
  const score = option.score + (previous?.score ?? 0)
  let at = list.length
  while (at > 0 && (list[at - 1]?.score ?? 0) < score) at--
  if (at >= most) return
  list.splice(at, 0, { score, cell: option.cell, state: option.state, previous })
  if (list.length > most) list.pop()
}

/** The cells of one line, worked out once for each state that a column may be in. */
class CellBook {
  readonly evidence: Evidence
  readonly line: Line
  readonly #known = new Map<string, Map<number, Option[]>>()

  constructor(evidence: Evidence, line: Line) {
    this.evidence = evidence
    this.line = line
  }

  options(column: number, state: ColumnState): (from: number) => Option[] {
    const key = `${column} ${state.key}`
    const known = this.#known.get(key) ?? new Map<number, Option[]>()
    this.#known.set(key, known)
    return (from) => {
      const found = known.get(from) ?? this.#optionsAt(column, state, from)
      known.set(from, found)
      return found
    }
  }

  #optionsAt(column: number, state: ColumnState, from: number): Option[] {
    const { evidence, line } = this
    const blank = blankScore(evidence, state, line.first)
    const options: Option[] = [{ cell: { from, to: from, starts: false }, ...blank }]
    const entries = entriesAt(evidence, line, { column, state, at: from })
    const widest = (evidence.widths[column] ?? 0) * WIDEST
    const everything = column === evidence.page.columns - 1
    for (let to = everything ? line.words.length : from + 1; to <= line.words.length; to++) {
      if (to === from || (!everything && to > from + 1 && cellWidth(line, from, to) > widest)) break
      const option = this.#bestEntry(entries, { from, to, column })
      if (option) options.push(option)
    }
    return options
  }

  #bestEntry(entries: readonly Entry[], place: { from: number; to: number; column: number }): Option | null {
    let found: Option | null = null
    for (const entry of entries) {
      const score = cellScore(this.evidence, this.line, place, entry)
      if (found !== null && found.score >= score) continue
      const cell = { from: place.from, to: place.to, starts: entry.starts }
      found = { cell, score, state: stateAfter(this.line, place, entry) }
    }
    return found
  }
}
