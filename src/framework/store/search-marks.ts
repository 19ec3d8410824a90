import { type RawBuilder, sql } from 'kysely'
import type { Piece } from '../found.ts'

/** The marks that PostgreSQL puts around what it found. They stand for nothing in any text, and never reach a page. */
const START = '\uE000'
const STOP = '\uE001'

/** What is looked for in this transaction. In a select of its own it is read once, not once a row. */
export const query = sql`(select current_setting('app.search')::tsquery)`

/** The text with marks around what matches; `pieces` cuts it there. */
export const marked = (text: RawBuilder<unknown>) => sql<string>`ts_headline('english', ${text}, ${query},
  ${`StartSel=${START}, StopSel=${STOP}, HighlightAll=true`})`

/** Cuts a marked text into what was found and what was not. */
export function pieces(text: string | null): Piece[] {
  const parts = (text ?? '').split(new RegExp(`${START}(.*?)${STOP}`, 's'))
  return parts.map((part, i) => ({ text: part, found: i % 2 === 1 })).filter((piece) => piece.text !== '')
}
