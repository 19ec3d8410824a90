import { TELLTALES } from './telltales.ts'
import { wordsOf } from './words.ts'

/** What a text is written in, where it is not English. */
export type Foreign =
  /** By its name, such as "French". */
  | { kind: 'language'; name: string }
  /** Letters that are not Latin. */
  | { kind: 'script' }
  /** Most words are none of English: a language that is not told by its small words, or no words at all. */
  | { kind: 'unknown' }

/** Small words that make a text English whatever else stands in it. */
const ENGLISH = new Set(
  (
    'the and to of in a i is it that for with my they on when we be them so their at not who before what their by from ' +
    'or how an have do if are was this you all as own people does did has had but then than can could would about after ' +
    'me us our out up off into over who which because until while by no nor very more most any some two three'
  ).split(' '),
)

const OTHER_SCRIPT =
  /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Devanagari}\p{Script=Thai}\p{Script=Tamil}\p{Script=Bengali}]/gu

const LETTER_OF: readonly [letters: RegExp, language: string][] = [
  [/[ßöü]/u, 'German'],
  [/[łżśąęńź]/u, 'Polish'],
  [/[ñ¿¡]/u, 'Spanish'],
  [/[ãõ]/u, 'Portuguese'],
  [/[êœîû]/u, 'French'],
  [/å/u, 'Swedish'],
  [/[șțăţ]/u, 'Romanian'],
  [/[ğışİ]/u, 'Turkish'],
  [/[řěůč]/u, 'Czech'],
  [/[ŵŷ]/u, 'Welsh'],
  [/[āēīōū]/u, 'te reo Māori'],
]

/** Of the words that tell anything, at least so many must be foreign. */
const MOSTLY = 0.5
/** Where no small word tells the language. */
const NEARLY_ALL = 0.7

/**
 * What a text is written in when it is not English; null for English and for texts too short to say. Names, abbreviations and
 * words of trades do not make a text foreign, so words with a capital inside the text count for nothing. `isEnglish`
 * says whether a word in lower case is one of English.
 */
export function foreignIn(text: string, isEnglish: (word: string) => boolean): Foreign | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  if (letters === 0) return null
  if ((text.match(OTHER_SCRIPT)?.length ?? 0) > letters / 3) return { kind: 'script' }
  const words = tellingWords(text, isEnglish)
  const isKnown = (word: string) => ENGLISH.has(word) || isEnglish(word)
  const [name, telltales] = likeliestLanguage(text, words)
  // A single letter may be anything.
  const small = telltales.filter((word) => word.length > 1 && !ENGLISH.has(word))
  const strange = words.filter((word) => word.length > 2 && !isKnown(word) && !telltales.includes(word))
  const foreign = small.length + strange.length
  const known = words.filter((word) => word.length > 1 && isKnown(word) && !small.includes(word)).length
  const share = foreign / Math.max(1, foreign + known)
  if (small.length > 0 && foreign >= 2 && share >= MOSTLY)
    return name === null ? { kind: 'unknown' } : { kind: 'language', name }
  return strange.length >= 2 && share >= NEARLY_ALL ? { kind: 'unknown' } : null
}

/** In lower case, without what may be a name: a word with a capital that no sentence or line begins with. */
function tellingWords(text: string, isEnglish: (word: string) => boolean): string[] {
  return [...text.matchAll(/\p{L}+/gu)].flatMap(({ 0: word, index }) => {
    const lower = word.toLowerCase()
    if (!/\p{Lu}/u.test(word) || isEnglish(lower)) return [lower]
    const begins = /(^|[.!?:;\n•]\s*)["“(]?$/.test(text.slice(0, index)) && !/^\p{Lu}{2}/u.test(word)
    return begins ? [lower] : []
  })
}

/** No name where two languages are as likely. */
function likeliestLanguage(
  text: string,
  words: readonly string[],
): [name: string | null, telltales: string[]] {
  const lower = text.toLowerCase()
  const found = [...TELLTALES].map(([name, small]): { name: string; telltales: string[]; points: number } => {
    const telltales = words.filter((word) => small.has(word))
    const spelt = LETTER_OF.some(([letters, language]) => language === name && letters.test(lower))
    const own = telltales.filter((word) => !ENGLISH.has(word)).length
    return { name, telltales, points: own + (spelt ? 0.5 : 0) }
  })
  const best = found.reduce((a, b) => (b.points > a.points ? b : a))
  const isClear = found.filter(({ points }) => points === best.points).length === 1
  return [isClear ? best.name : null, best.telltales]
}

/** A text without any word in Latin letters says nothing to the English model. */
export function hasWords(text: string): boolean {
  return wordsOf(text).length > 0
}
