/**
 * A plain cut for pages too large to search: every line is cut into equal shares of its words, and a statement ends
 * where the next share starts with a capital. Its work grows with the number of words and no faster.
 */

import type { Cell } from './cell-book.ts'
import type { Page } from './page.ts'

/** Where every line is cut, line by line, one cell for each column. */
export function plainCells(page: Page): Cell[][] {
  return page.lines.map((words) =>
    Array.from({ length: page.columns }, (_, column) => {
      const from = Math.floor((words.length * column) / page.columns)
      const to = Math.floor((words.length * (column + 1)) / page.columns)
      return { from, to, starts: words[from]?.case === 'capital' }
    }),
  )
}
