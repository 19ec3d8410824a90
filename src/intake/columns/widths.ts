/** Guesses of the columns' printed widths: from the lines before the search, from a reading after it. */

import { cellWidth, readLine } from './cells.ts'
import { type Evidence, fitScore, widthWith, wrapScore } from './evidence.ts'
import type { Page } from './page.ts'
import type { Reading } from './search.ts'

/** Steps tried around the present width when it is fitted to a reading. */
const STEPS = Array.from({ length: 41 }, (_, step) => 0.7 + step * 0.015)

/** Width of a column if all are equal and the fullest lines fill them. */
export function equalWidth(page: Page): number {
  const widths = page.lines.map((words) => words.reduce((sum, word) => sum + word.width + 278, -278))
  const sorted = widths.filter((width) => width > 0).sort((a, b) => a - b)
  const full = sorted[Math.floor(sorted.length * 0.92)] ?? 1
  return full / page.columns
}

interface Row {
  width: number
  /** Width with the next line's first word, when the statement goes on there. */
  wrapped: number | null
}

/** The widths at which the reading's line breaks are likeliest. */
export function fittedWidths(evidence: Evidence, reading: Reading): number[] {
  const rows = rowsOf(evidence, reading)
  return evidence.widths.map((width, column) => {
    const tried = STEPS.map((step) => step * width)
    const scores = tried.map((edge) => edgeScore(evidence, column, rows[column] ?? [], edge))
    return tried[scores.indexOf(Math.max(...scores))] ?? width
  })
}

function edgeScore(evidence: Evidence, column: number, rows: readonly Row[], edge: number): number {
  const widths = evidence.widths.map((width, at) => (at === column ? edge : width))
  const with_ = { ...evidence, widths }
  let score = 0
  for (const row of rows) {
    score += fitScore(with_, column, row.width)
    if (row.wrapped !== null) score += wrapScore(with_, column, row.wrapped)
  }
  return score
}

function rowsOf(evidence: Evidence, reading: Reading): Row[][] {
  const { page } = evidence
  const rows: Row[][] = Array.from({ length: page.columns }, () => [])
  const lines = page.lines.filter((words) => words.length > 0)
  let at: Reading | null = reading
  const readings: Reading[] = []
  for (; at?.previous; at = at.previous) readings.unshift(at)
  for (const [index, words] of lines.entries()) {
    const line = readLine(evidence, words, false)
    for (const [column, cell] of (readings[index]?.cells ?? []).entries()) {
      const first = words[cell.from]
      if (cell.to === cell.from || !first) continue
      const list = rows[column]
      const above = list?.at(-1)
      if (above && !cell.starts) above.wrapped = widthWith(above.width, first)
      list?.push({ width: cellWidth(line, cell.from, cell.to), wrapped: null })
    }
  }
  return rows
}
