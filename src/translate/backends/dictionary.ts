import { setImmediate as pause } from 'node:timers/promises'
import { formsFrom } from '../hunspell.ts'
import type { Dictionary } from '../spelling.ts'

let loaded: Promise<Dictionary> | null = null

/** The English dictionary (Hunspell's). Loaded once, when first asked for. */
export function englishDictionary(): Promise<Dictionary> {
  loaded ??= load()
  return loaded
}

/** After so many stems others may have their turn, so that no page waits. */
const AT_ONCE = 3000

async function load(): Promise<Dictionary> {
  const { default: english } = await import('dictionary-en')
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
  const forms = new Set<string>()
  let stems = 0
  const rude = new Set<string>()
  for (const { words, isRude } of formsFrom(text(english.aff), text(english.dic))) {
    for (const word of words) {
      forms.add(word)
      if (isRude) rude.add(word)
    }
    stems += 1
    if (stems % AT_ONCE === 0) await pause()
  }
  return {
    knows: (word) => forms.has(word),
    offers: (word) => forms.has(word) && !rude.has(word),
    suggest: suggestionsFrom(forms.difference(rude)),
  }
}

/** Two slips change at most four letters of the alphabet that a word has or has not. */
const MOST_LETTERS = 4

/** Forms of about the same length and letters; whoever asks weighs them. The list is made when first asked for. */
function suggestionsFrom(forms: ReadonlySet<string>): (word: string) => string[] {
  let all: { words: string[]; letters: Int32Array } | null = null
  return (word) => {
    if (all === null) {
      const words = [...forms].filter((form) => /^[a-z']+$/.test(form))
      all = { words, letters: Int32Array.from(words, lettersOf) }
    }
    const { words, letters } = all
    const own = lettersOf(word)
    return words.filter(
      (other, i) =>
        Math.abs(other.length - word.length) <= 2 && ones(own ^ (letters[i] ?? 0)) <= MOST_LETTERS,
    )
  }
}

/** One bit for each letter of the alphabet that the word has. */
function lettersOf(word: string): number {
  let bits = 0
  for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) & 31)
  return bits
}

function ones(bits: number): number {
  let count = 0
  for (let left = bits; left !== 0; left &= left - 1) count += 1
  return count
}
