import { namesQuality } from './attribute.ts'
import { isAddressOrDate, isAside, isHeading, isTitle, underHeading } from './heading.ts'
import { beginningOf, goesBack } from './subject.ts'
import { wordsOf } from './words.ts'

/** A piece of a longer text that tells of one thing that somebody does. */
export interface Activity {
  text: string
}

/** A text of so many words on one line may be one statement told in several sentences; a longer one is cut up. */
const ONE_STATEMENT = 60

const BULLET = /^\s*(?:[-*•·▪◦‣●○■□➢✓✔–—]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+/
/** Between two things on one line. */
const INLINE_BULLET = /\s+[•·▪◦‣●○■□➢✓✔|]\s+/
const SENTENCE_END = /(?<=[.!?][”’")]?)\s+(?=[\p{Lu}\d“"'‘])/u
/** Not the end of a sentence. */
const ABBREVIATION = /\b(?:e\.g|i\.e|etc|mr|mrs|ms|dr|st|no|approx|incl|vs)\.$/i

/**
 * The activities in a text, in its order: lines and bullets of a job description or CV, sentences of a paragraph, and the
 * parts of a sentence that lists several. Headings, titles of posts, dates and addresses are left out; a quality in a list
 * stays, however short. One statement stays whole, even when it is told in several sentences.
 */
export function activitiesIn(plain: string): Activity[] {
  const whole = plain.trim()
  if (whole === '') return []
  if (isOneStatement(whole)) return [{ text: whole.replace(BULLET, '') }]
  return itemsOf(whole)
    .flatMap(({ text, isListed }) => {
      const pieces = piecesOf(text)
      return pieces.map((piece) => ({ text: piece, isListed: isListed || pieces.length >= LIST }))
    })
    .filter(tells)
    .map(({ text }) => ({ text }))
}

function isOneStatement(whole: string): boolean {
  if (/\n/.test(whole) || INLINE_BULLET.test(whole) || underHeading(whole)) return false
  if (wordsOf(whole).length > ONE_STATEMENT || qualitiesIn(whole).length > 1) return false
  const sentences = sentencesOf(whole)
  return sentences.length === 1 ? clausesOf(whole).length === 1 : !beginAlike(sentences)
}

/** Of a sentence that begins with a verb, and of one that says who. */
const LEAST = { verb: 2, own: 4, other: 3 }

/** Sentences that all begin in the same way, each with something done, are a list; others tell one thing together. */
function beginAlike(sentences: readonly string[]): boolean {
  const [first, ...others] = sentences.map(beginningOf)
  if (first === null || first === undefined || others.some((one) => one !== first)) return false
  if (sentences.some((one) => wordsOf(one).length < LEAST[first])) return false
  return first === 'verb' || !sentences.slice(1).some(goesBack)
}

interface Item {
  text: string
  /** It has a bullet, or stands in a list under a heading. */
  isListed: boolean
}

/** What a line is: what it names, and whether that is a heading. */
interface Line {
  text: string
  isBullet: boolean
  /** Null: it is none. */
  heading: string | null
  /** What stands behind the heading on the same line. */
  rest: string | null
}

function lineFrom(raw: string): Line {
  const text = raw.trim().replace(BULLET, '')
  const under = underHeading(text)
  const heading = under?.heading ?? (isHeading(text) ? text : null)
  return { text, isBullet: BULLET.test(raw), heading, rest: under?.rest ?? null }
}

/** Lines and bullets, without headings. A line that goes on in the next is put together. */
function itemsOf(plain: string): Item[] {
  const items: Item[] = []
  let [open, aside] = [false, false]
  for (const line of plain.split('\n').flatMap(inlineParts).map(lineFrom)) {
    const { text, isBullet, heading, rest } = line
    if (heading !== null) {
      const leadsAside = isAside(heading)
      aside = leadsAside && rest === null
      if (rest !== null && !leadsAside) items.push(...listed(rest))
    }
    const tells = heading === null && text !== '' && !aside
    const last = items.at(-1)
    const goesOn = tells && open && !isBullet && last !== undefined && continues(last.text, text)
    if (goesOn) last.text = `${last.text} ${text}`
    else if (tells) items.push({ text, isListed: isBullet })
    open = tells
  }
  return items
}

function inlineParts(line: string): string[] {
  const parts = line.split(INLINE_BULLET)
  return parts.length > 1 ? parts.map((part) => (BULLET.test(part) ? part : `• ${part}`)) : [line]
}

function continues(last: string, next: string): boolean {
  return /^\p{Ll}/u.test(next) && !/[.!?:;]$/.test(last) && !namesQuality(last) && !namesQuality(next)
}

function listed(rest: string): Item[] {
  return rest.split(/\s*;\s*/).map((text) => ({ text, isListed: true }))
}

/** What one line holds: sentences, clauses between semicolons, qualities between commas. */
function piecesOf(text: string): string[] {
  return sentencesOf(text).flatMap((sentence) => {
    const qualities = qualitiesIn(sentence)
    return qualities.length > 1 ? qualities : clausesOf(sentence)
  })
}

const MOST_IN_QUALITY = 5

/** The parts of "empathy, tact and a good listener"; none when it is no list of qualities. */
function qualitiesIn(sentence: string): string[] {
  const parts = sentence
    .replace(/[.!]$/, '')
    .split(/\s*[,;/]\s*(?:and\s+|&\s+)?|\s+(?:and|&)\s+/)
    .filter((part) => part !== '')
  const isShort = parts.every((part) => part.split(/\s+/).length <= MOST_IN_QUALITY)
  const named = parts.filter(namesQuality).length
  return parts.length > 1 && isShort && named > parts.length / 2 ? parts : []
}

function sentencesOf(line: string): string[] {
  const sentences: string[] = []
  for (const part of line.split(SENTENCE_END)) {
    const last = sentences.at(-1)
    if (last !== undefined && ABBREVIATION.test(last)) sentences[sentences.length - 1] = `${last} ${part}`
    else sentences.push(part)
  }
  return sentences
}

/** Leaves out what tells nothing of anybody. */
function tells({ text, isListed }: Item): boolean {
  if (wordsOf(text).length === 0 || isAddressOrDate(text)) return false
  if (isListed || namesQuality(text)) return true
  return wordsOf(text).length > 1 && !isTitle(text)
}

/** Joins between two activities: a semicolon, or a "then" and the like after a comma. */
const SEMICOLON = /\s*;\s+/
const JOINT = /\s*;\s+|,?\s+(?:and then|as well as|and also|while also)\s+/i
const LIST = 3
/** Of two clauses each must say so much. */
const LEAST_WORDS = 4

/** Three and more between semicolons are a list; two parts are when they begin alike. */
function clausesOf(sentence: string): string[] {
  const listed = sentence.split(SEMICOLON).map((part) => part.trim())
  if (listed.length >= LIST) return listed.filter((part) => part !== '')
  const parts = sentence.split(JOINT).map((part) => part.trim())
  const isSound = parts.length > 1 && parts.every((part) => wordsOf(part).length >= LEAST_WORDS)
  return isSound && beginAlike(parts) ? parts : [sentence.trim()]
}
