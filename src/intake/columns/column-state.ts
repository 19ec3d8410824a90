/** What a column remembers from the lines above: the end of its last cell. */

export interface ColumnState {
  /** Two columns with the same key have the same future. */
  key: string
  /** The last two symbols of the statement. */
  before: string
  last: string
  /** The last word that carries meaning. */
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
  key: '-',
  before: '',
  last: '',
  stem: null,
  depth: 0,
  width: 0,
  stop: false,
  blanks: -1,
  ending: 0,
}
