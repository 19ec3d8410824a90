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
 * Breaks a text into lines of at most `width` columns, between words; a word that is longer stands alone.
 * `first` opens the first line, such as a bullet; the others are indented as far.
 */
export function wrap(text: string, width: number, first = ''): string[] {
  const indent = ' '.repeat(widthOf(first))
  const lines: string[] = []
  let line = first
  let room = width - widthOf(first)
  for (const word of text.split(/\s+/).filter((w) => w !== '')) {
    const wide = widthOf(word)
    const started = widthOf(line) > indent.length
    if (started && wide + 1 > room) {
      lines.push(line)
      line = indent + word
      room = width - indent.length - wide
    } else {
      line += started ? ` ${word}` : word
      room -= started ? wide + 1 : wide
    }
  }
  return [...lines, line.trimEnd()]
}

/** A text filled up with spaces to a number of columns. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)))
}
