/** A page as the search sees it: its lines of words, and how it writes. */

import type { Reasons } from './reasons.ts'
import { type Word, wordsOf } from './words.ts'

/** What a person has settled: for lines by index, the column of each word from 0, or null where it is open. */
export type Locks = ReadonlyMap<number, readonly (number | null)[]>

export interface Page {
  lines: readonly (readonly Word[])[]
  columns: number
  /** Probability that a statement starts with a capital. */
  capitals: number
  /** Probability that a statement ends with a full stop. */
  stops: number
  /** Statements start with a bullet mark. */
  bullets: boolean
  locks: Locks
}

/** Reads the lines; what most statements do is guessed from the page as a whole. */
export function readPage(lines: readonly string[], columns: number, reasons: Reasons, locks: Locks): Page {
  const read = lines.map((line, index) => wordsOf(line, index))
  const words = read.flat()
  const capitals = words.filter((word) => word.case === 'capital').length
  const stops = words.filter((word) => word.stop).length
  const bullets = words.filter((word) => word.bullet).length
  const starts = Math.max(capitals, columns)
  return {
    lines: read,
    columns,
    capitals: capitals >= columns ? reasons.capitalStart : 0.5,
    stops: Math.min(0.95, Math.max(0.03, stops / starts)),
    bullets: bullets >= columns,
    locks,
  }
}
