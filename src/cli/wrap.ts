import { stripVTControlCharacters } from 'node:util'

/** Columns that a text takes on the screen; colours take none, wide East Asian letters two. */
export function widthOf(text: string): number {
  let width = 0
  for (const letter of stripVTControlCharacters(text)) {
    if (!/\p{M}/u.test(letter)) width += WIDE.test(letter) ? 2 : 1
  }
  return width
}

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u

/**
 * Breaks a text into lines of at most `width` columns, between words; a word that is longer stands alone, and a
 * no-break space holds. `first` opens the first line, such as a bullet, `rest` the others.
 */
export function wrap(text: string, width: number, first = '', rest = ' '.repeat(widthOf(first))): string[] {
  const lines: string[] = []
  let opening = first
  let words = ''
  for (const word of text.split(/[^\S\u00a0]+/).filter((w) => w !== '')) {
    const longer = words === '' ? word : `${words} ${word}`
    if (words === '' || widthOf(opening + longer) <= width) words = longer
    else {
      lines.push(opening + words)
      opening = rest
      words = word
    }
  }
  return [...lines, (opening + words).trimEnd()]
}

/** A text filled up with spaces to a number of columns. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)))
}
