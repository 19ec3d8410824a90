/** All the cells of one line, worked out once for each state that a column may be in. */

import {
  blankScore,
  cellScore,
  cellWidth,
  type Entry,
  entriesAt,
  type Line,
  type Place,
  stateAfter,
} from './cells.ts'
import type { ColumnState, KnownStates } from './column-state.ts'
import type { Evidence } from './evidence.ts'

/** Words `from` to `to` of the line; an empty cell has `from` = `to`. */
export interface Cell {
  from: number
  to: number
  /** A statement starts here; false where it goes on and in empty cells. */
  starts: boolean
}

/** One cell below one state of its column. */
export interface Option {
  cell: Cell
  score: number
  column: number
  entry: Entry | null
  /** What the column remembers afterwards; worked out by `stateOf` when it is needed. */
  after: ColumnState | null
}

/** Cells wider than the column by this factor are not tried. */
const WIDEST = 1.25

export class CellBook {
  readonly evidence: Evidence
  readonly line: Line
  readonly #known = new Map<number, Option[][]>()

  readonly states: KnownStates

  /** Books of the same line share their `states`. */
  constructor(evidence: Evidence, line: Line, states: KnownStates) {
    this.evidence = evidence
    this.line = line
    this.states = states
  }

  /** The cells that may begin at word `from`, the empty one first. */
  options(column: number, state: ColumnState, from: number): readonly Option[] {
    const key = state.id * this.evidence.page.columns + column
    let known = this.#known.get(key)
    if (known === undefined) {
      known = []
      this.#known.set(key, known)
    }
    known[from] ??= this.#optionsAt(column, state, from)
    return known[from]
  }

  /** What the column remembers once the cell stands in it. */
  stateOf(option: Option): ColumnState {
    if (option.after !== null) return option.after
    if (option.entry === null) throw new RangeError('An empty cell already says what the column remembers.')
    const { from, to } = option.cell
    option.after = stateAfter(this.line, { from, to, column: option.column }, option.entry, this.states)
    return option.after
  }

  #optionsAt(column: number, state: ColumnState, from: number): Option[] {
    const { evidence, line } = this
    const blank = blankScore(evidence, state, line.first)
    const options: Option[] = [
      {
        cell: { from, to: from, starts: false },
        score: blank.score,
        column,
        entry: null,
        after: blank.state,
      },
    ]
    const entries = entriesAt(evidence, line, { column, state, at: from })
    for (const to of this.#ends(column, from)) {
      if (this.#isLocked(column, from, to)) continue
      options.push(this.#bestEntry(entries, { from, to, column }))
    }
    return options
  }

  /** A word of the cell has been settled to stand in another column. */
  #isLocked(column: number, from: number, to: number): boolean {
    const settled = this.evidence.page.locks.get(this.line.words[from]?.line ?? -1)
    return settled?.slice(from, to).some((other) => other !== null && other !== column) ?? false
  }

  /** Where a cell may end: the last column takes all that is left, the others what may fit. */
  *#ends(column: number, from: number): Generator<number> {
    const { line, evidence } = this
    const { length } = line.words
    if (from === length) return
    if (column === evidence.page.columns - 1) {
      yield length
      return
    }
    const free = !evidence.page.locks.has(line.words[from]?.line ?? -1)
    const widest = free ? (evidence.widths[column] ?? 0) * WIDEST : Number.POSITIVE_INFINITY
    for (let to = from + 1; to <= length; to++) {
      if (to > from + 1 && cellWidth(line, from, to) > widest) return
      yield to
    }
  }

  #bestEntry(entries: readonly Entry[], place: Place): Option {
    let score = Number.NEGATIVE_INFINITY
    let best: Entry | undefined
    for (const entry of entries) {
      const found = cellScore(this.evidence, this.line, place, entry)
      if (best !== undefined && found <= score) continue
      score = found
      best = entry
    }
    const entry = best
    if (entry === undefined) throw new RangeError('A column that is neither open nor free cannot be read.')
    const cell = { from: place.from, to: place.to, starts: entry.starts }
    return { cell, score, column: place.column, entry, after: null }
  }
}
