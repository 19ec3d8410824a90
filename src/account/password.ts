/**
 * What makes a password strong enough. After NIST SP 800-63B, section 3.1.1: a minimum length, nothing that is commonly used
 * or follows from the account, and no rules about kinds of characters. It is judged by what remains once everything that
 * an attacker tries first has been taken out.
 */
import { COMMON_WORDS, KEYBOARD_ROWS } from './common-passwords.ts'

const SHORTEST = 10
const LONGEST = 200

/** Said beside the field, before anything is typed. */
export const PASSWORD_RULE = `At least ${SHORTEST} characters, and not easily guessed. Three or four words that do not belong together make a good one.`

/** As many characters that nobody would guess must remain. */
const ENOUGH = 5

/**
 * What is wrong with the password, as a sentence that says what to do; null when nothing is. `about`: what an attacker would
 * know of the account: name, e-mail address, organisation.
 */
export function passwordFault(password: string, about: string[]): string | null {
  const length = [...password].length
  if (length < SHORTEST)
    return `Use at least ${SHORTEST} characters; this has ${length}. A few words in a row are easy to remember.`
  if (length > LONGEST) return `Use at most ${LONGEST} characters.`
  if (isEmptiedOf(COMMON_WORDS, password))
    return 'This is among the passwords that are tried first. Put a few words together that do not belong together.'
  if (isEmptiedOf([...about.flatMap(partsOf), ...COMMON_WORDS], password))
    return 'This follows from your name, address or organisation. Choose one that says nothing about you.'
  return null
}

/** Whether too little is left of the password, as typed or unmasked, without these words. */
function isEmptiedOf(words: readonly string[], password: string): boolean {
  const small = password.toLowerCase().normalize('NFKC')
  return [small, unmasked(small)].some((text) => rest(remove(text, words)) < ENOUGH)
}

/** Digits and signs that stand for letters. */
const MASKS: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/** With letters for the digits and signs that are used in their place, where letters stand beside them. */
function unmasked(small: string): string {
  return small.replace(
    /(?<=\p{L})[013457@$!](?=\p{L})|(?<=^|\P{L})[013457@$!](?=\p{L}{2})/gu,
    (sign) => MASKS[sign] ?? sign,
  )
}

/** Words of a name or an address that are long enough to mean something. */
function partsOf(text: string): string[] {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u)
  return [...words, words.join('')].filter((word) => word.length >= 3)
}

function remove(text: string, words: readonly string[]): string {
  const longestFirst = words.toSorted((a, b) => b.length - a.length)
  return longestFirst.reduce((left, word) => left.replaceAll(word, ' '), text)
}

/** How many characters are left that are no run of the alphabet, of digits or of the keyboard, no repetition and no year. */
function rest(text: string): number {
  const tokens = text.split(' ').flatMap((token) => token.replace(/(19|20)\d\d/g, ' ').split(' '))
  return tokens.reduce((sum, token) => sum + surprising(token), 0)
}

function surprising(token: string): number {
  const signs = [...token]
  const seen = new Set<string>()
  return signs.filter((sign, i) => {
    const pair = `${signs[i - 1] ?? ''}${sign}`
    const isNew = !seen.has(sign)
    seen.add(sign)
    return isNew && (i === 0 || !isStep(pair))
  }).length
}

/** Two characters that follow each other in the alphabet, in counting or on the keyboard, either way. */
function isStep(pair: string): boolean {
  const [a = 0, b = 0] = [...pair].map((sign) => sign.codePointAt(0) ?? 0)
  if (Math.abs(a - b) === 1) return true
  const backwards = [...pair].reverse().join('')
  return KEYBOARD_ROWS.some((row) => row.includes(pair) || row.includes(backwards))
}
