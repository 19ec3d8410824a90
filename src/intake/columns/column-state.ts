/** What a column remembers from the lines above: the end of its last cell. */

import { START } from './language.ts'

export interface ColumnState {
  /** Two states of a column with the same number have the same future. */
  id: number
  /** The last symbol of the statement. */
  last: number
  /** The stem of the last word, if it carries meaning. */
  edge: string | null
  /** The stem of the last word that carries meaning. */
  stem: string | null
  /** Open brackets. */
  depth: number
  /** Printed width of the last cell; 0 in a column that has had none. */
  width: number
  /** The last word closes a sentence. */
  stop: boolean
  /** Lines left blank since the last cell; -1 in a column that has had none. */
  blanks: number
  /** What ending the statement here cost, once a blank line has said so. */
  ending: number
}

export const UNTOUCHED: ColumnState = {
  id: 0,
  last: START,
  edge: null,
  stem: null,
  depth: 0,
  width: 0,
  stop: false,
  blanks: -1,
  ending: 0,
}

/** The states after one line, by what makes their future. */
export type KnownStates = Map<string, ColumnState>

/** Most states after one line, and most blank lines told apart. */
const STATES = 65_536
const BLANKS = 4

/** A number that no other state of the page has; the following three are for blank lines below it. */
export function stateNumber(line: number, index: number): number {
  return ((line + 1) * STATES + index) * BLANKS
}
