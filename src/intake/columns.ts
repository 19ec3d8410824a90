/**
 * Columns that a text copy has mixed. A page with statements in several columns was copied as flat text: the cells of
 * one printed line stand on one line of text, with nothing between them. What follows puts the words back into their
 * columns, as well as can be done from the words alone. It is a guess and says how sure it is.
 */

import type { Cell } from './columns/cell-book.ts'
import { agreement, type Rival, rivalsOf } from './columns/doubt.ts'
import { type Locks, type Page, readPage } from './columns/page.ts'
import { plainCells } from './columns/plain.ts'
import { REASONS } from './columns/reasons.ts'
import type { Reading } from './columns/search.ts'
import { type Plan, planFor, readBest } from './columns/strategy.ts'

export type { Locks } from './columns/page.ts'

/** A run of characters on one line: index into the lines, and half-open UTF-16 offsets in that line. */
export interface Piece {
  line: number
  start: number
  end: number
}

export interface ColumnStatement {
  /** In reading order. */
  pieces: Piece[]
  /** 0 to 1, to be compared with other statements of the page only. */
  sure: number
}

/** One word of one line, for a tool in which a person corrects the columns. */
export interface PlacedWord {
  start: number
  end: number
  /** From 0, left to right. */
  column: number
  /** A statement starts with this word. */
  starts: boolean
  /** 0 to 1: how sure the word's column is, and for the first word of a cell how sure the cut before it is. */
  sure: number
}

/** How sure a plain cut is. */
const PLAIN = 0.1

/**
 * The statements of each column, from left to right and from top to bottom. Every word of the lines stands in exactly
 * one piece; white space between pieces is in none. There are always `columns` lists (at least one), some maybe empty.
 * `locks` holds what a person has settled; locks of a line that contradict each other are passed over.
 */
export function rebuildColumns(
  lines: readonly string[],
  columns: number,
  locks: Locks = new Map(),
): ColumnStatement[][] {
  return columnStatements(placeWords(lines, columns, locks), columns)
}

/** The same reading word by word: for each line, its words from left to right. */
export function placeWords(
  lines: readonly string[],
  columns: number,
  locks: Locks = new Map(),
): PlacedWord[][] {
  const page = readPage(lines, atLeastOne(columns), REASONS, locks)
  const plan = planFor(page)
  return plan === null ? placed(page, plainCells(page), []) : searched(page, plan)
}

const atLeastOne = (columns: number): number => Math.max(1, Math.floor(columns))

function searched(page: Page, plan: Plan): PlacedWord[][] {
  const found = readBest(page, plan)
  const rivals = rivalsOf(found)
  const cells: (readonly Cell[])[] = []
  for (let at: Reading | null = found.reading; at?.previous; at = at.previous) cells.push(at.cells)
  cells.reverse()
  let next = 0
  const indexes = page.lines.map((words) => (words.length === 0 ? -1 : next++))
  return placed(
    page,
    indexes.map((at) => cells[at] ?? []),
    indexes.map((at) => rivals[at] ?? []),
  )
}

function placed(page: Page, cells: readonly (readonly Cell[])[], rivals: readonly Rival[][]): PlacedWord[][] {
  return page.lines.map((words, index) =>
    (cells[index] ?? []).flatMap((cell, column) =>
      words.slice(cell.from, cell.to).map(({ start, end }, at) => {
        const others = rivals[index]
        const sure = others === undefined ? PLAIN : agreement(others, cell.from + at, column, cell)
        return { start, end, column, starts: cell.starts && at === 0, sure }
      }),
    ),
  )
}

/** Puts placed words together again; a statement is as sure as its least sure word. */
export function columnStatements(
  placedLines: readonly (readonly PlacedWord[])[],
  columns: number,
): ColumnStatement[][] {
  const result: ColumnStatement[][] = Array.from({ length: atLeastOne(columns) }, () => [])
  for (const [line, words] of placedLines.entries()) {
    for (const word of words) addWord(result[word.column] ?? [], line, word)
  }
  return result
}

function addWord(statements: ColumnStatement[], line: number, word: PlacedWord): void {
  const open = statements.at(-1)
  const { start, end, sure } = word
  if (word.starts || open === undefined) {
    statements.push({ pieces: [{ line, start, end }], sure })
    return
  }
  open.sure = Math.min(open.sure, sure)
  const last = open.pieces.at(-1)
  if (last?.line === line) last.end = end
  else open.pieces.push({ line, start, end })
}
