import { distance } from '#lib/closest.ts'
import { wordsOf } from './words.ts'

/** What a dictionary can tell. */
export interface Dictionary {
  knows(word: string): boolean
  /** Words that may have been meant, the likeliest first. */
  suggest(word: string): string[]
}

export interface Correction {
  wrote: string
  meant: string
}

/** What is often typed and no dictionary guesses. */
const TYPED: Record<string, string> = Object.fromEntries(
  (
    "im I'm|ive I've|id I'd|ill I'll|dont don't|doesnt doesn't|didnt didn't|wont won't|cant can't|couldnt couldn't|" +
    "wouldnt wouldn't|shouldnt shouldn't|isnt isn't|arent aren't|wasnt wasn't|werent weren't|havent haven't|" +
    "hasnt hasn't|hadnt hadn't|theyre they're|thats that's|whats what's|theres there's|wud would|cud could|shud should|" +
    "wudnt wouldn't|cudnt couldn't|evry every|evryone everyone|evrything everything|wot what|thru through|bcos because|" +
    'becos because|cos because|coz because|tho though|wiv with|ppl people|pls please|thier their|teh the|adn and|hte the|' +
    'fo of|ot to|tot he|ov of|wen when|thay they|sum1 someone|every1 everyone|u you|ur your|n and|w with|w/out without|' +
    'bk back|nd and|abt about|tmrw tomorrow|wk week|wks weeks|yr year|yrs years|hrs hours|mins minutes'
  )
    .split('|')
    .map((pair) => [pair.slice(0, pair.indexOf(' ')), pair.slice(pair.indexOf(' ') + 1)]),
)
/** Words that are right as they stand although the table has them. */
const RIGHT_TOO = new Set(['id', 'ill', 'wont', 'cant', 'sum'])
const SHORT = new Set(['u', 'n', 'w', 'fo', 'ot', 'ov', 'im', 'ur', 'bk', 'nd', 'wk', 'yr'])

/** How often each word stands in some texts; words that no dictionary has only when they come three times. */
export function usualWords(texts: readonly string[], dictionary: Dictionary): Map<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1)
  for (const [word, count] of counts) if (count < 3 && !right(word, dictionary, NONE)) counts.delete(word)
  return counts
}

const NONE: ReadonlyMap<string, number> = new Map()

const WORD = /[\p{L}][\p{L}'’]*/gu
const LONGEST = 24

/**
 * Puts slips of the pen right before a text is scored: unknown words of lower case become the word that was most
 * likely meant, counting how often `counts` has it. Names, abbreviations and whatever starts with a capital inside a sentence
 * are left alone; British spelling is right. The corrections come in the order of the text.
 */
export function correctSpelling(
  text: string,
  dictionary: Dictionary,
  counts: ReadonlyMap<string, number>,
): { text: string; corrections: Correction[] } {
  const corrections: Correction[] = []
  const corrected = text.replace(WORD, (word, place: number) => {
    if (untouchable(word, place, text)) return word
    const meant = meantBy(word.toLowerCase().replaceAll('’', "'"), dictionary, counts)
    if (meant === null) return word
    const cased = /^\p{Lu}/u.test(word) ? meant[0]?.toUpperCase() + meant.slice(1) : meant
    corrections.push({ wrote: word, meant: cased })
    return cased
  })
  return { text: corrected, corrections }
}

function untouchable(word: string, place: number, text: string): boolean {
  if (word.length > LONGEST || /[^\p{ASCII}’]/u.test(word)) return true
  const around = `${text[place - 1] ?? ' '}${text[place + word.length] ?? ' '}`
  if (/[\d@/_#&]/.test(around) || /\.\w/.test(text.slice(place + word.length, place + word.length + 2)))
    return true
  if (!/\p{Lu}/u.test(word)) return false
  return !(/^\p{Lu}\p{Ll}+$/u.test(word) && /(^|[.!?:]\s+)["“(]?$/.test(text.slice(0, place)))
}

function meantBy(word: string, dictionary: Dictionary, counts: ReadonlyMap<string, number>): string | null {
  const usual = Object.hasOwn(TYPED, word) && !RIGHT_TOO.has(word) ? TYPED[word] : undefined
  if (usual !== undefined && (SHORT.has(word) || !counts.has(word) || !dictionary.knows(word))) return usual
  if (word.length < 3 || right(word, dictionary, counts)) return null
  return best(word, dictionary, counts)
}

function right(word: string, dictionary: Dictionary, counts: ReadonlyMap<string, number>): boolean {
  if ((counts.get(word) ?? 0) >= 2 || dictionary.knows(word)) return true
  const capital = word[0]?.toUpperCase() + word.slice(1)
  if (dictionary.knows(capital)) return true
  if (/'s?$/.test(word)) return right(word.replace(/'s?$/, ''), dictionary, counts)
  return LOCAL_WORDS.has(word) || american(word).some((other) => dictionary.knows(other))
}

const BRITISH: [RegExp, string][] = [
  [/is(e|ed|es|er|ers|ing|ation|ations)$/, 'iz$1'],
  [/ys(e|ed|es|ing)$/, 'yz$1'],
  [/our/, 'or'],
  [/(.)ll(ed|ing|er|ers)$/, '$1l$2'],
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
  const swapped = BRITISH.map(([ours, theirs]) => word.replace(ours, theirs)).filter(
    (other) => other !== word,
  )
  return swapped
}

const LOCAL_WORDS = new Set(
  (
    'learnt burnt spelt dreamt whilst amongst mum mums dad dads lad lads lass lorry lorries tyre tyres kerb queue queues ' +
    'cheque cheques pyjamas grey jewellery telly loo bloke blokes mate mates rota rotas rotaed wee aunty ' +
    'auntie kettle biscuit paediatric orthopaedic anaesthetic ageing judgement programme programmes enquiry enquiries ' +
    'storey ploughed plough sceptical tonne tonnes cosy draught mould moult ' +
    'kia ora kaumatua whanau marae hui iwi hapu mana tikanga karakia powhiri aroha kai koha mihi rangatira tangata pakeha ' +
    'salaam namaste eid diwali vaisakhi halal kosher hijab'
  ).split(' '),
)

function best(word: string, dictionary: Dictionary, counts: ReadonlyMap<string, number>): string | null {
  const near = neighbours(word, dictionary, counts)
  const offered = near.length > 0 ? near : dictionary.suggest(word).slice(0, 6)
  const ranked = offered
    .map((other, place) => ({ other, cost: cost(word, other.toLowerCase(), place, counts) }))
    .filter(({ cost }) => cost < 3.2)
    .sort((a, b) => a.cost - b.cost)
  return ranked[0]?.other ?? null
}

/** How unlikely it is that `other` was meant: slips made, less how usual the word is. */
function cost(word: string, other: string, place: number, counts: ReadonlyMap<string, number>): number {
  const start = word[0] === other[0] ? 0 : 0.7
  const usual = Math.min(3, Math.log10(1 + (counts.get(other) ?? 0)))
  return distance(word, other) * 1.2 + changed(word, other) + start + place * 0.05 - usual
}

/** Swapping, doubling and dropping letters is likelier than taking another; a vowel is likelier taken for a vowel. */
function changed(word: string, other: string): number {
  if (word.length !== other.length) return 0
  const places = [...word].flatMap((letter, i) => (letter === other[i] ? [] : [i]))
  const [first = 0] = places
  if (places.length > 1) return 0
  return /[aeiou]/.test(word[first] ?? '') && /[aeiou]/.test(other[first] ?? '') ? 0.2 : 0.6
}

const LETTERS = "abcdefghijklmnopqrstuvwxyz'"

/** Words one slip away: a letter dropped, doubled, changed or swapped with its neighbour. */
function neighbours(word: string, dictionary: Dictionary, counts: ReadonlyMap<string, number>): string[] {
  const found = new Set<string>()
  const consider = (other: string) => {
    if (other.length > 1 && !found.has(other) && (counts.has(other) || dictionary.knows(other)))
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
