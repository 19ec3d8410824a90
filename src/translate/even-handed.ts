import { FIRST_NAMES } from './first-names.ts'

/**
 * What is scored does not know who somebody is: pronouns of every gender become the same word, and names become one
 * name. So a translation cannot change with them.
 */
export function evenHanded(text: string): string {
  const plain = text.replace(PRONOUN, (word) =>
    likeCased(SAME[word.toLowerCase().replace('’', "'")] ?? word, word),
  )
  return plain.replace(TITLED, '').replace(CAPITALISED, (word: string, place: number, whole: string) => {
    const first = place === 0 || /[.!?:]["”’)]?\s*$/.test(whole.slice(0, place))
    return isName(word, first) ? ONE_NAME : word
  })
}

const ONE_NAME = 'Sam'

const SAME: Record<string, string> = {
  he: 'they',
  she: 'they',
  him: 'their',
  her: 'their',
  his: 'their',
  hers: 'their',
  himself: 'themselves',
  herself: 'themselves',
  "he's": "they're",
  "she's": "they're",
  "he'd": "they'd",
  "she'd": "they'd",
  "he'll": "they'll",
  "she'll": "they'll",
}

const PRONOUN = /\b(?:s?he['’](?:s|d|ll)|himself|herself|hers|he|she|him|her|his)\b/gi
const TITLED = /\b(?:Mrs|Mr|Ms|Miss|Mx)\.?\s+(?=\p{Lu})/gu
const CAPITALISED = /(?<![\p{L}'’])\p{Lu}\p{Ll}{2,}(?![\p{L}])/gu

/** At the beginning of a sentence a word such as "Will" or "Mark" is no name. */
function isName(word: string, first: boolean): boolean {
  const lower = word.toLowerCase()
  return FIRST_NAMES.has(lower) && !(first && ALSO_WORDS.has(lower))
}

const ALSO_WORDS = new Set(
  'will mark grace rose hope may joy bill pat sue jack frank art ray dawn faith amber ruby grant rob drew ivy bob dot gene miles summer april june august autumn'.split(
    ' ',
  ),
)

function likeCased(word: string, as: string): string {
  return /^\p{Lu}/u.test(as) ? word[0]?.toUpperCase() + word.slice(1) : word
}
