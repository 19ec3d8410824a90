/**
 * The reasons for which one reading of a page is preferred to another, and their weights. A reading's score is the
 * sum of the natural logarithms of these probabilities, so a weight can be read as "how often this happens".
 * They were set on generated pages (`printed-page.ts`), never on a real one.
 */

export interface Reasons {
  /** How much the word-class model counts. */
  language: number
  /** What a listed pair of words in one statement is worth, as a logarithm. */
  pair: number
  /** What a function word is worth right after a word that is listed as asking for it, as a logarithm. */
  governed: number
  /** Relative error of the width estimate: how soft the right edge of a column is. */
  edge: number
  /** A line that is broken although the next word would have fitted. */
  earlyBreak: number
  /** A line that runs over the edge all the same. */
  overflow: number
  /** A capital at the start of a statement, on pages that write so. */
  capitalStart: number
  /** A capital inside a statement that is no acronym. */
  capitalInside: number
  /** A closing bracket without its opening one, or a statement that ends inside brackets. */
  brokenBracket: number
  /** A statement goes on below a line that it leaves blank. */
  gapInside: number
  /** The first line has something in every column. */
  topAligned: number
  /** A full stop, question or exclamation mark inside a statement. */
  stopInside: number
}

export const REASONS: Reasons = {
  language: 0.35,
  pair: 1,
  governed: 1,
  edge: 0.04,
  earlyBreak: 0.005,
  overflow: 0.002,
  capitalStart: 0.97,
  capitalInside: 0.02,
  brokenBracket: 0.01,
  gapInside: 0.005,
  topAligned: 0.97,
  stopInside: 0.02,
}

/** How a page sets its statements below each other. All are probabilities. */
export interface Setting {
  name: 'spaced' | 'tight' | 'rows'
  /** A blank line follows a statement in its column. */
  blankAfter: number
  /** A statement starts after one blank line, and after more of them. */
  startAfterOne: number
  startAfterMore: number
  /** All columns start afresh on this line, as the rows of a table do; 0 when the setting has no rows. */
  row: number
  /** A column has something in a new row. */
  filledRow: number
}

export const SETTINGS: readonly Setting[] = [
  { name: 'spaced', blankAfter: 0.98, startAfterOne: 0.85, startAfterMore: 0.15, row: 0, filledRow: 0 },
  { name: 'tight', blankAfter: 0.08, startAfterOne: 0.1, startAfterMore: 0.1, row: 0, filledRow: 0 },
  { name: 'rows', blankAfter: 0.97, startAfterOne: 0.03, startAfterMore: 0.03, row: 0.3, filledRow: 0.97 },
]
