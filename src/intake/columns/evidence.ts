/** What speaks for and against a cell, a continuation, a start and an end. All values are log-probabilities. */

import type { ColumnState } from './column-state.ts'
import { SPACE } from './glyphs.ts'
import { END, type Language, START } from './language.ts'
import type { Page } from './page.ts'
import { areCompanions, governs } from './pairs.ts'
import type { Reasons, Setting } from './reasons.ts'
import type { Word } from './words.ts'

export interface Evidence {
  page: Page
  language: Language
  reasons: Reasons
  setting: Setting
  /** Printed width of each column. */
  widths: readonly number[]
}

/** What stands right before a word: the last symbol, and the stem of the last word if it has one. */
export interface Context {
  last: number
  edge: string | null
}

const AT_START: Context = { last: START, edge: null }

/** How a word of a statement goes with what stands before it. */
export function joinScore(evidence: Evidence, context: Context, word: Word): number {
  const { language, reasons } = evidence
  let { last } = context
  let score = 0
  for (const symbol of word.symbols) {
    score += language.follows(last, symbol)
    last = symbol
  }
  const governed = word.stem === null && context.edge !== null && governs(context.edge, word.name)
  return score * reasons.language + (governed ? reasons.governed : 0)
}

/** The penalties of a word that stands inside a statement, after `previous`. */
export function insideScore(
  evidence: Evidence,
  previous: Pick<Word, 'stop'> & { opens: boolean },
  word: Word,
): number {
  const { reasons, page } = evidence
  if (word.bullet && page.bullets) return Math.log(0.0001)
  const afterBreak = previous.stop || previous.opens || /^["'‘“([]/.test(word.text)
  let score = previous.stop ? Math.log(reasons.stopInside) : 0
  if (word.case === 'capital') score += afterBreak ? Math.log(0.5) : Math.log(reasons.capitalInside)
  return score
}

/** The first word of a statement. */
export function startScore(evidence: Evidence, word: Word): number {
  const { page } = evidence
  const first = joinScore(evidence, AT_START, word)
  if (page.bullets) return first + Math.log(word.bullet ? 0.97 : 0.03)
  const score = first + Math.log(word.case === 'lower' ? 1 - page.capitals : page.capitals)
  return word.brackets < 0 ? score + Math.log(evidence.reasons.brokenBracket) : score
}

/** The statement ends where the column stands. */
export function endScore(evidence: Evidence, state: ColumnState): number {
  const { language, reasons, page } = evidence
  const words = language.follows(state.last, END) * reasons.language
  const stop = Math.log(state.stop ? page.stops : 1 - page.stops)
  return words + stop + (state.depth > 0 ? Math.log(reasons.brokenBracket) : 0)
}

/** The statement goes on with `word` on a new line: it should not have fitted on the line above. */
export function wrapScore(evidence: Evidence, column: number, width: number): number {
  const { reasons } = evidence
  const edge = evidence.widths[column] ?? 1
  return Math.log(
    reasons.earlyBreak + (1 - reasons.earlyBreak) * above((width - edge) / (reasons.edge * edge)),
  )
}

/** A cell of this width stands in the column: it should fit. */
export function fitScore(evidence: Evidence, column: number, width: number): number {
  const { reasons } = evidence
  const edge = evidence.widths[column] ?? 1
  return Math.log(reasons.overflow + (1 - reasons.overflow) * above((edge - width) / (reasons.edge * edge)))
}

/** Width of a line when `word` is put behind it. */
export function widthWith(width: number, word: Word): number {
  return width + SPACE + word.width
}

/** What it adds that two words that carry meaning follow each other, with or without function words between. */
export function pairScore(evidence: Evidence, left: string | null, right: string | null): number {
  return left !== null && right !== null && areCompanions(left, right) ? evidence.reasons.pair : 0
}

/** Share of a logistic distribution above -x; a smooth step from 0 to 1. */
function above(x: number): number {
  return 1 / (1 + Math.exp(-1.7 * x))
}
