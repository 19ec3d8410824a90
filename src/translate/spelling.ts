import { FIRST_NAMES } from './first-names.ts'
import { slipCost } from './slip.ts'
import { LOCAL_WORDS, TYPED, TYPED_SHORT } from './typed.ts'
import { wordsOf } from './words.ts'

/** What a dictionary can tell. */
export interface Dictionary {
  knows(word: string): boolean
  /** Knows it, and it may be said to have been meant: no rude word ever is. */
  offers(word: string): boolean
  /** Words that are two slips away at most. */
  suggest(word: string): string[]
}

export interface Correction {
  wrote: string
  meant: string
}

/** A dictionary, and how often words stand in texts about work. */
export interface Lexicon {
  dictionary: Dictionary
  counts: ReadonlyMap<string, number>
}

/** How often each word stands in some texts; words that no dictionary has only when they come three times. */
export function usualWords(texts: readonly string[], dictionary: Dictionary): Map<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1)
  const lexicon = { dictionary, counts: new Map<string, number>() }
  for (const [word, count] of counts) if (count < 3 && !isRight(word, lexicon)) counts.delete(word)
  return counts
}

const WORD = /[\p{L}][\p{L}'’]*/gu
const LONGEST = 24

/**
 * Puts slips of the pen right before a text is scored: unknown words of lower case become the word that was most
 * likely meant, by the kind of slip and by how usual the word is. Names, abbreviations and whatever starts with a capital
 * inside a sentence are left alone; British spelling is right. The corrections come in the order of the text.
 */
export function correctSpelling(text: string, lexicon: Lexicon): { text: string; corrections: Correction[] } {
  const corrections: Correction[] = []
  const corrected = text.replace(WORD, (word, place: number) => {
    if (isUntouchable(word, place, text)) return word
    const isCapital = /^\p{Lu}/u.test(word)
    const meant = meantBy(word.toLowerCase().replaceAll('’', "'"), lexicon, isCapital ? SURE : DARING)
    if (meant === null) return word
    const cased = isCapital ? `${meant[0]?.toUpperCase()}${meant.slice(1)}` : meant
    corrections.push({ wrote: word, meant: cased })
    return cased
  })
  return { text: corrected, corrections }
}

function isUntouchable(word: string, place: number, text: string): boolean {
  if (word.length > LONGEST || /[^\p{ASCII}’]/u.test(word)) return true
  const around = `${text[place - 1] ?? ' '}${text[place + word.length] ?? ' '}`
  if (/[\d@/_#&]/.test(around) || /\.\w/.test(text.slice(place + word.length, place + word.length + 2)))
    return true
  if (!/\p{Lu}/u.test(word)) return false
  return !(/^\p{Lu}\p{Ll}+$/u.test(word) && /(^|[.!?:•]\s+)["“(]?$/.test(text.slice(0, place)))
}

/** A correction that costs more is not made. What begins with a capital may be a name. */
const DARING = 2.6
const SURE = 1

function meantBy(word: string, lexicon: Lexicon, most: number): string | null {
  const usual = TYPED.get(word)
  if (usual !== undefined && (TYPED_SHORT.has(word) || !isRight(word, lexicon))) return usual
  if (word.length < 3 || isRight(word, lexicon)) return null
  return best(word, lexicon, most) ?? torn(word, lexicon)
}

/** Is this word, in lower case, one of English, or a way in which English is often typed? */
export function isEnglish(word: string, lexicon: Lexicon): boolean {
  return TYPED.has(word) || isRight(word, lexicon)
}

/** Is this word, in lower case, right as it stands? */
function isRight(word: string, lexicon: Lexicon): boolean {
  const { dictionary, counts } = lexicon
  // Longer runs of letters are no words, and looking into them could take for ever.
  if (word.length > LONGEST + 8) return false
  if ((counts.get(word) ?? 0) >= 2 || dictionary.knows(word)) return true
  if (dictionary.knows(`${word[0]?.toUpperCase()}${word.slice(1)}`) || FIRST_NAMES.has(word)) return true
  if (ENDED.test(word)) return isRight(word.replace(ENDED, ''), lexicon)
  return (
    LOCAL_WORDS.has(word) ||
    american(word).some((other) => dictionary.knows(other)) ||
    isCompound(word, lexicon)
  )
}

const ENDED = /'(?:s|d|ll|re|ve)?$/

const BRITISH: [RegExp, string][] = [
  [/is(e|ed|es|er|ers|ing|ation|ations)$/, 'iz$1'],
  [/ys(e|ed|es|ing)$/, 'yz$1'],
  [/our/, 'or'],
  [/ctis(e|ed|es|ing)$/, 'ctic$1'],
  [/(.)ll(ed|ing|er|ers|or|ors)$/, '$1l$2'],
  [/tre(s?)$/, 'ter$1'],
  [/ence(s?)$/, 'ense$1'],
  [/ogue(s?)$/, 'og$1'],
  [/(p|h|an|arch|enc?yclop|cyn|gyn|orthop|f|dem|man|diarrh|am)(?:ae|oe)/, '$1e'],
  [/(lea|ear|bur|spoi|spe|dre)[nl]?t$/, '$1n'],
  [/fulfil(ment)?s?$/, 'fulfill$1'],
  [/mme(s?)$/, 'm$1'],
]

/** Dictionaries of American English do not have these. */
function american(word: string): string[] {
  return BRITISH.map(([ours, theirs]) => word.replace(ours, theirs)).filter((other) => other !== word)
}

const BEGINNINGS = /^(?:re|un|pre|mis|non|over|under|co|out|up|on|off|in|self|multi|inter)(?=[a-z]{5})/
const LEAST_PARTS = [3, 4] as const

/** Trades make new words of old ones that they use: "runbook", "upskilled", "prebook". */
function isCompound(word: string, { dictionary, counts }: Lexicon): boolean {
  const isUsual = (part: string) => (counts.get(part) ?? 0) >= 2 && dictionary.knows(part)
  const rest = word.replace(BEGINNINGS, '')
  if (rest !== word && isUsual(rest)) return true
  for (let cut = LEAST_PARTS[0]; cut <= word.length - LEAST_PARTS[1]; cut++)
    if (isUsual(word.slice(0, cut)) && isUsual(word.slice(cut))) return true
  return false
}

const RUN_TOGETHER = /^(the|and|a|to|of|with|for|my|our|in|on|that|them|their|when|people)(?=[a-z]{3})/

/** Two words without the blank between them. */
function torn(word: string, lexicon: Lexicon): string | null {
  const first = RUN_TOGETHER.exec(word)?.[1]
  const rest = first === undefined ? '' : word.slice(first.length)
  return first !== undefined && (lexicon.counts.get(rest) ?? 0) >= 5 ? `${first} ${rest}` : null
}

/** How much a usual word is likelier than a rare one, for each power of ten. */
const USUAL = 0.6
const SLIP = 1.2
/** For each letter: more of a word than this is not taken for a slip. */
const MOST_SLIP = 0.45

function best(word: string, lexicon: Lexicon, most: number): string | null {
  const near = neighbours(word, lexicon)
  const offered = near.length > 0 || word.length < 5 ? near : lexicon.dictionary.suggest(word)
  const ranked = offered
    .map((other) => ({ other, cost: cost(word, other, lexicon.counts) }))
    .filter(({ cost }) => cost < (word.length < 4 ? Math.min(most, 0.6) : most))
    .sort((a, b) => a.cost - b.cost || (a.other < b.other ? -1 : 1))
  return ranked[0]?.other ?? null
}

function cost(word: string, other: string, counts: ReadonlyMap<string, number>): number {
  const slip = slipCost(word, other)
  const usual = Math.min(3, Math.log10(1 + (counts.get(other) ?? 0)))
  return slip > MOST_SLIP * word.length ? Number.POSITIVE_INFINITY : SLIP * slip - USUAL * usual
}

const MAYBE_BRITISH = /(?:is|ys)(?:e|ed|es|ing|ation|ations)$|our|ll(?:ed|ing|er|ers|or|ors)$/

const LETTERS = "abcdefghijklmnopqrstuvwxyz'"

/** Words one slip away: a letter dropped, doubled, changed or swapped with its neighbour. */
function neighbours(word: string, { dictionary, counts }: Lexicon): string[] {
  const found = new Set<string>()
  const consider = (other: string) => {
    if (other.length < 2 || found.has(other)) return
    const isBritish = () => MAYBE_BRITISH.test(other) && american(other).some(dictionary.knows)
    if (dictionary.offers(other) || isBritish() || (counts.has(other) && !dictionary.knows(other)))
      found.add(other)
  }
  for (let i = 0; i <= word.length; i++) {
    const before = word.slice(0, i)
    const after = word.slice(i)
    consider(before + after.slice(1))
    if (after.length > 1) consider(before + after[1] + after[0] + after.slice(2))
    for (const letter of LETTERS) {
      consider(before + letter + after)
      consider(before + letter + after.slice(1))
    }
  }
  found.delete(word)
  return [...found]
}
