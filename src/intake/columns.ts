/**
 * Columns that a text copy has mixed. A page with statements in several columns was copied as flat text: the cells of
 * one printed line stand on one line of text, with nothing between them. What follows puts the words back into their
 * columns, as well as can be done from the words alone. It is a guess and says how sure it is.
 */

import type { Cell } from './columns/cell-book.ts'
import { type Locks, type Page, readPage } from './columns/page.ts'
import { plainCells } from './columns/plain.ts'
import { REASONS } from './columns/reasons.ts'
import type { Reading } from './columns/search.ts'
import { readBest } from './columns/strategy.ts'

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


/** Larger pages are cut plainly: no page of print is that large. */
const LARGEST = { lines: 200, columns: 8, words: 4000, line: 80 }

/**
 * The statements of each column, from left to right and from top to bottom. Every word of the lines stands in exactly
 * one piece; white space between pieces is in none. There are always `columns` lists (at least one), some maybe empty.
 */
export function rebuildColumns(
  lines: readonly string[],
  columns: number,
  locks: Locks = new Map(),
): ColumnStatement[][] {
  const page = readPage(lines, Math.max(1, Math.floor(columns)), REASONS, locks)
  return statementsOf(page, isLarge(page) ? plainCells(page) : searchedCells(page))
}

function isLarge(page: Page): boolean {
  const words = page.lines.reduce((sum, line) => sum + line.length, 0)
  const longest = page.lines.reduce((most, line) => Math.max(most, line.length), 0)
  const { length } = page.lines.filter((line) => line.length > 0)
  return (
    length > LARGEST.lines ||
    page.columns > LARGEST.columns ||
    words > LARGEST.words ||
    longest > LARGEST.line
  )
}

function searchedCells(page: Page): Cell[][] {
  return cellsOf(page, readBest(page).reading)
}

export function cellsOf(page: Page, reading: Reading): Cell[][] {
  const read: (readonly Cell[])[] = []
  for (let at: Reading | null = reading; at?.previous; at = at.previous) read.unshift(at.cells)
  let next = 0
  return page.lines.map((words) => (words.length === 0 ? [] : [...(read[next++] ?? [])]))
}

export function statementsOf(page: Page, cells: readonly Cell[][]): ColumnStatement[][] {
  const result: ColumnStatement[][] = Array.from({ length: page.columns }, () => [])
  for (const [index, words] of page.lines.entries()) {
    for (const [column, cell] of (cells[index] ?? []).entries()) {
      const first = words[cell.from]
      const last = words[cell.to - 1]
      if (cell.from === cell.to || !first || !last) continue
      const piece = { line: index, start: first.start, end: last.end }
      const open = result[column]?.at(-1)
      if (cell.starts || !open) result[column]?.push({ pieces: [piece], sure: 0.5 })
      else open.pieces.push(piece)
    }
  }
  return result
}
