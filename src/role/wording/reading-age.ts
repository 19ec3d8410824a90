import { sentencesOf, wordsIn } from './sentences.ts'

/** How hard a text is to read. */
export interface Readability {
  words: number
  sentences: number
  syllables: number
  /** Flesch–Kincaid grade: years of school in the United States that it takes; null: too little text to say. */
  grade: number | null
  /** About the age at which it is read with ease: the grade and five; at least 6. */
  age: number | null
}

/** Of fewer words the formula says nothing. */
const LEAST_WORDS = 30

/**
 * Reading ease by the grade formula of Kincaid, Fishburne, Rogers & Chissom (1975):
 * 0.39 × words per sentence + 11.8 × syllables per word − 15.59. Lines of a list count as sentences.
 */
export function readability(text: string): Readability {
  const sentences = sentencesOf(text)
  const words = sentences.flatMap((sentence) => wordsIn(sentence.text))
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0)
  const counts = { words: words.length, sentences: sentences.length, syllables }
  if (words.length < LEAST_WORDS) return { ...counts, grade: null, age: null }
  const grade = gradeOf(counts)
  return { ...counts, grade, age: Math.max(6, Math.round(grade + 5)) }
}

/** The formula itself, unrounded. */
export function gradeOf({
  words,
  sentences,
  syllables,
}: Pick<Readability, 'words' | 'sentences' | 'syllables'>): number {
  return 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59
}

/** Endings whose e is not heard: makes, named, queues; it is in watches, wanted, tables. */
const SILENT = /(?:[^laeiouy]e|[aeiouy]le|[^aeiouytd]ed|[aeiou]les|[^aeiouycgszxhl]es)$/

/** Neighbours that are two syllables: vari-ous, cre-ate, cli-ent, flu-ent, be-ing, usu-al. */
const TWO_VOWELS =
  /ia(?!l$|n$)|io(?!n)|iu|(?<![tc])ie(?:nt|nce|t$)|(?<!q)ue(?:nt|nce)|eo(?!ple|n)|ea(?:te|ting|tive|tor|$)|[aeouy]ing|ua(?:l|te)/g

/**
 * How many syllables a word is spoken in, by its spelling: groups of vowels, without those that are not heard. Counted by
 * hand, nine words in ten are right and the rest is one off (docs/methods/wording.md).
 */
export function syllablesIn(word: string): number {
  return word
    .toLowerCase()
    .split(/[-–]/)
    .reduce((sum, part) => sum + syllablesOfPart(part.replaceAll(/['’]/g, '')), 0)
}

function syllablesOfPart(part: string): number {
  if (part === '') return 0
  const groups = part.match(/[aeiouyàâäéèêëîïôöùûü]+/g)?.length ?? 1
  const silent = SILENT.test(part) && groups > 1 ? 1 : 0
  return Math.max(1, groups - silent + (part.match(TWO_VOWELS)?.length ?? 0))
}
