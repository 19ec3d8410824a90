/** Words as the lexical methods count them. */

/** Words that say nothing about the matter; kept where the manner counts. */
const EMPTY = new Set(
  (
    'a an the and or but if so as at by for from in into of off on onto out over to up with without about after before ' +
    'i me my mine myself we us our ours you your yours he him his she her hers it its they them their theirs one ' +
    'this that these those there here who whom whose which what when where why how be am is are was were been being ' +
    'do does did done have has had having will would can could may might must shall should not no nor than then too ' +
    'very just also own same such some any all each every other others more most many much own only'
  ).split(' '),
)

const ALSO_FILLER =
  'now really quite actually even ever well yes oh okay ok please like maybe perhaps simply'.split(' ')
/** Small words that say much about a level. */
const TELLING = 'others without own'.split(' ')
const FILLER = new Set([...EMPTY, ...ALSO_FILLER].filter((word) => !TELLING.includes(word)))

/** Does this word say nothing by itself, so that no answer rests on it? */
export function isFiller(word: string): boolean {
  const plain = word.toLowerCase().replaceAll('’', "'")
  return FILLER.has(plain) || FILLER.has(plain.replace(/'.*$/, '')) || plain.length < 2
}

/** Lower case; apostrophes kept, everything else that is no letter cuts. Digits are no words here. */
export function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[a-z][a-z']*/g) ?? []
  )
}

/** The stems of the words that carry the matter. */
export function stemsOf(text: string): string[] {
  return wordsOf(text)
    .filter((word) => !EMPTY.has(word))
    .map(stem)
}

const ENDINGS: [RegExp, string][] = [
  [/'s?$|'$/, ''],
  [/ies$/, 'y'],
  [/(ss|us|is)$/, '$1'],
  [/([^s])s$/, '$1'],
  [/(.{3,})(?:ations?|ators?)$/, '$1ate'],
  [/(.{3,})(?:ingly|edly)$/, '$1'],
  [/(.{2,}[aeiouy].*)(?:ing|ed)$/, '$1'],
  [/(.{4,})(?:ment|ness)$/, '$1'],
  [/(.{3,})ly$/, '$1'],
  [/(.{3,})(?:er|or)$/, '$1'],
]

/** No English word is longer; looking for endings in a longer run of letters could take for ever. */
const LONGEST_WORD = 40

/**
 * A light stemmer after the idea of Porter (1980): endings of number, tense and manner go, doubled consonants and a
 * silent e at the new end too. It need only give the forms of one word the same stem, not a stem that is a word.
 */
export function stem(word: string): string {
  if (word.length > LONGEST_WORD) return word
  const bare = ENDINGS.reduce((left, [ending, instead]) => left.replace(ending, instead), word)
  return bare
    .replace(/([bdfglmnprt])\1$/, '$1')
    .replace(/(.{3,})e$/, '$1')
    .replace(/y$/, 'i')
}
