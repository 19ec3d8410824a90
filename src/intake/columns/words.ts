/** The words of the page, with what the search needs to know of each. */

import { bareWord, symbolsOf } from './classes.ts'
import { printedWidth } from './glyphs.ts'
import { symbolId } from './language.ts'

export type Case = 'capital' | 'acronym' | 'lower'

export interface Word {
  line: number
  start: number
  end: number
  text: string
  /** Printed width, in thousandths of the type size. */
  width: number
  /** What the language model sees: the word's class or the function word itself, and its punctuation. */
  symbols: readonly number[]
  /** The word in lower case, without the punctuation around it. */
  name: string
  /** The word without its ending, for words that carry meaning; null for the others. */
  stem: string | null
  case: Case
  /** Brackets opened less brackets closed. */
  brackets: number
  /** A full stop, question or exclamation mark at its end that is not an abbreviation's. */
  stop: boolean
  bullet: boolean
}

const BULLET = /^[•▪●◦·*‣∙○■□➢✓–—-]$/u
const ABBREVIATION = /^[("']*(?:e\.g|i\.e|etc|eg|ie|vs|no|nos|incl|approx|dr|mr|mrs|ms|[A-Za-z])\.[,)]*$/i
const STOP = /[.!?]["'’”)\]]*$/

/** The words of one line, left to right. Every run of characters that are not white space is one word. */
export function wordsOf(line: string, index: number): Word[] {
  const words: Word[] = []
  for (const match of line.matchAll(/\S+/gu)) words.push(wordAt(match[0], index, match.index))
  return words
}

function wordAt(text: string, line: number, start: number): Word {
  const bare = bareWord(text)
  const { symbols, stem } = symbolsOf(text, bare)
  return {
    line,
    start,
    end: start + text.length,
    text,
    width: printedWidth(text),
    symbols: symbols.map(symbolId),
    stem,
    name: bare.toLowerCase(),
    case: caseOf(bare),
    brackets: count(text, /[([]/g) - count(text, /[)\]]/g),
    stop: STOP.test(text) && !ABBREVIATION.test(text),
    bullet: BULLET.test(text),
  }
}

function caseOf(bare: string): Case {
  if (!/^\p{Lu}/u.test(bare)) return 'lower'
  return bare.length > 1 && !/\p{Ll}/u.test(bare) ? 'acronym' : 'capital'
}

function count(text: string, what: RegExp): number {
  return text.match(what)?.length ?? 0
}
