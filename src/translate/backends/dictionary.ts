import type { Dictionary } from '../spelling.ts'

let loaded: Promise<Dictionary> | null = null

/** The English dictionary (Hunspell's, by way of nspell). Loaded once, when first asked for. */
export function englishDictionary(): Promise<Dictionary> {
  loaded ??= load()
  return loaded
}

async function load(): Promise<Dictionary> {
  const [{ default: nspell }, { default: english }] = await Promise.all([
    import('nspell'),
    import('dictionary-en'),
  ])
  const speller = nspell(english)
  return { knows: (word) => speller.correct(word), suggest: (word) => speller.suggest(word) }
}
