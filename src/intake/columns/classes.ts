/** Word classes, guessed from the lists of `lexicon.ts` and from endings. */

import {
  ADJECTIVES,
  ADVERBS,
  FUNCTION_WORDS,
  MASS_NOUNS,
  NOUN_VERBS,
  NOUNS,
  PAST_FORMS,
  VERBS,
} from './lexicon.ts'

const list = (words: string): string[] => words.trim().split(/\s+/)

const functionClass = new Map<string, string>()
for (const [kind, words] of Object.entries(FUNCTION_WORDS)) {
  for (const word of list(words)) functionClass.set(word.replace(/’/g, "'"), kind)
}

/** The class of a function word, or null for all other symbols. */
export function functionClassOf(word: string): string | null {
  return functionClass.get(word) ?? null
}

const verbs = new Set([...list(VERBS), ...list(NOUN_VERBS)])
const nouns = new Set([...list(NOUNS), ...list(NOUN_VERBS)])
const massNouns = new Set(list(MASS_NOUNS))
const adjectives = new Set(list(ADJECTIVES))
const adverbs = new Set(list(ADVERBS))
const pastForms = new Set(list(PAST_FORMS))

const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/ly$/, 'adverb-ly'],
  [/ing$/, 'ing'],
  [/ed$/, 'past'],
  [/(?:tion|sion|ment|ance|ence|ship|ness|ity|ism|acy|age|ure|dom|cy|gy)$/, 'noun-mass'],
  [/(?:tions|sions|ments|ances|ences|ships|ities|isms|ages|ures|ers|ors|ists|ees)$/, 'noun-s'],
  [/(?:ive|al|ous|ful|able|ible|less|ic|ish|ant|ent|ary|ory|wide|based|related|oriented)$/, 'adjective'],
  [/(?:ise|ize|ify|ate)$/, 'verb'],
  [/ss$/, 'noun'],
  [/s$/, 'noun-s'],
]

/** The word without the punctuation around it. */
export function bareWord(text: string): string {
  return text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '').replace(/’/g, "'")
}

/** What the language model sees of a printed word: opening marks, the word, closing marks. */
export function symbolsOf(text: string, bare: string): { symbols: string[]; stem: string | null } {
  const symbols: string[] = []
  if (/^["'‘“]*[([]/.test(text)) symbols.push('(')
  const word = bare.toLowerCase()
  const symbol = wordSymbol(word, bare)
  if (symbol !== null) symbols.push(symbol)
  symbols.push(...closingMarks(text, bare))
  if (symbols.length === 0) symbols.push('mark')
  return { symbols, stem: symbol === null || functionClass.has(word) ? null : stemOf(word) }
}

function closingMarks(text: string, bare: string): string[] {
  const tail = bare === '' ? text : (/[^\p{L}\p{N}]+$/u.exec(text)?.[0] ?? '')
  const marks: string[] = []
  for (const mark of tail) {
    if (mark === ')' || mark === ']') marks.push(')')
    else if (mark === ',' || mark === ';' || mark === ':') marks.push(',')
    else if (mark === '/' || mark === '&') marks.push('/')
  }
  return marks
}

function wordSymbol(word: string, bare: string): string | null {
  if (word === '') return null
  if (functionClass.has(word)) return word
  if (/^(?:e\.g|i\.e|etc|eg|ie)$/.test(word)) return word.startsWith('etc') ? 'etc' : 'eg'
  if (/\d/.test(word)) return 'number'
  if (/'s?$/.test(word) || /s'$/.test(bare)) return 'genitive'
  if (bare.length > 1 && !/\p{Ll}/u.test(bare)) return 'acronym'
  return openClass(word)
}

/** Class of a word that is no function word, such as `verb`, `noun-s` or `noun-verb`. */
export function openClass(word: string): string {
  return listed(word) ?? derived(word) ?? compound(word) ?? guessed(word)
}

function listed(word: string): string | null {
  if (pastForms.has(word)) return verbs.has(word) ? 'noun-verb' : 'past'
  if (verbs.has(word)) return listedVerb(word)
  if (massNouns.has(word)) return 'noun-mass'
  if (nouns.has(word)) return adjectives.has(word) ? 'noun-adjective' : 'noun'
  if (adjectives.has(word)) return 'adjective'
  return adverbs.has(word) ? 'adverb-late' : null
}

function listedVerb(word: string): string {
  if (nouns.has(word) || massNouns.has(word)) return 'noun-verb'
  return adjectives.has(word) ? 'verb-adjective' : 'verb'
}

/** A listed word with an ending: plural or third person, -ing, -ed, comparison. */
function derived(word: string): string | null {
  const base = baseForms(word).find((form) => listed(form) !== null)
  const kind = base === undefined ? null : listed(base)
  if (kind === null) return null
  const verb = kind.includes('verb') && !kind.startsWith('adverb')
  if (word.endsWith('ing')) return verb ? 'ing' : null
  if (word.endsWith('ed')) return verb ? 'past' : null
  if (/(?:er|est)$/.test(word)) return kind === 'adjective' ? 'adjective' : null
  if (kind === 'noun-verb') return 'noun-verb-s'
  if (verb) return 'verb-s'
  return kind.startsWith('noun') ? 'noun-s' : null
}

/** What a word may be without its ending, likeliest first. */
function baseForms(word: string): string[] {
  const ending = /(?:ies|ied|es|ed|ing|est|er|s)$/.exec(word)?.[0]
  if (ending === undefined || word.length - ending.length < 2) return []
  const rest = word.slice(0, -ending.length)
  if (ending === 'ies' || ending === 'ied') return [`${rest}y`, `${rest}ie`]
  const single = /(.)\1$/.test(rest) ? [rest.slice(0, -1)] : []
  return [`${rest}e`, rest, ...single].filter((form) => ending !== 's' || form === rest)
}

/** "long-term", "cross-team": the last part decides, but most such words stand before a noun. */
function compound(word: string): string | null {
  if (!word.includes('-')) return null
  const last = word.slice(word.lastIndexOf('-') + 1)
  const kind = last === '' ? 'noun' : (listed(last) ?? derived(last) ?? guessed(last))
  return kind.startsWith('noun') && kind !== 'noun-s' ? 'adjective' : kind
}

function guessed(word: string): string {
  return ENDINGS.find(([ending]) => ending.test(word))?.[1] ?? 'noun'
}

/** One form for a word and its inflections, good enough to look pairs of words up. */
export function stemOf(word: string): string {
  const plain = word.replace(/'s?$/, '')
  const base = baseForms(plain).find((form) => listed(form) !== null)
  return base ?? plain.replace(/s$/, '')
}
