import { evenHanded } from './even-handed.ts'
import { type Foreign, foreignIn } from './language.ts'
import { type Correction, correctSpelling, isEnglish, type Lexicon } from './spelling.ts'

/** A statement, ready to be read. */
export interface Prepared {
  /** As it was given. */
  text: string
  /** Without marks of HTML, emoji and needless space. */
  plain: string
  /** With the spelling put right. */
  corrected: string
  corrections: Correction[]
  /** What it is written in; null for English. */
  foreign: Foreign | null
  /** What is compared and counted: nobody's name or gender in it. */
  scored: string
}

/** More than anybody says about their work at once. */
export const MOST_WORDS = 5000

export function prepare(text: string, lexicon: Lexicon): Prepared {
  const plain = plainText(text)
  const foreign = foreignIn(plain, (word) => isEnglish(word, lexicon))
  const { text: corrected, corrections } =
    foreign === null ? correctSpelling(plain, lexicon) : { text: plain, corrections: [] }
  return { text, plain, corrected, corrections, foreign, scored: scoredText(corrected) }
}

/** Openings that say only that somebody is about to say what they do. */
const OPENING =
  /^(?:in my (?:job|role|work|current (?:job|role)|present (?:job|role)),?\s+|(?:i am|i'm|i’m) (?:able|required|expected) to\s+|my (?:job|role) is to\s+|responsible for\s+)/i

/** What is scored of a plain text: framework texts and statements alike. */
export function scoredText(text: string): string {
  const bare = text.replace(/^[\s"“”'‘•*–—-]+|[\s"“”]+$/g, '').replace(OPENING, '')
  return evenHanded(bare.replace(/\s+/g, ' ')).trim()
}

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  '#39': "'",
}

/** Text without tags, comments, scripts, entities, emoji and control signs; line ends stay. */
export function plainText(text: string): string {
  return text
    .replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/<(?:br|\/p|\/li|\/div|\/h\d)\s*\/?>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, ' ')
    .replace(/&(#39|[a-z]+);/gi, (all, name: string) => ENTITIES[name.toLowerCase()] ?? all)
    .replace(
      /\p{Extended_Pictographic}|[\u{1F1E6}-\u{1F1FF}]|[\u{1F3FB}-\u{1F3FF}]|\u200D|\uFE0F|\u20E3/gu,
      ' ',
    )
    .replace(/[\p{Cc}\p{Cf}]/gu, (sign) => (sign === '\n' ? '\n' : ' '))
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()
}
