import type { Witness } from './evidence.ts'
import { logSoftmax } from './head.ts'
import { stemsOf, wordsOf } from './words.ts'

/** Robertson's usual constants for BM25. */
const K1 = 1.2
const B = 0.75

interface Shelf {
  /** How often each stem stands in each text. */
  texts: { counts: Map<string, number>; length: number; witness: Witness }[]
  /** In how many texts a stem stands. */
  spread: Map<string, number>
  meanLength: number
}

function shelve(witnesses: readonly Witness[]): Shelf {
  const texts = witnesses.map((witness) => {
    const stems = stemsOf(witness.known.scored)
    return { counts: countOf(stems), length: stems.length, witness }
  })
  const spread = new Map<string, number>()
  for (const { counts } of texts)
    for (const word of counts.keys()) spread.set(word, (spread.get(word) ?? 0) + 1)
  const meanLength = texts.reduce((sum, { length }) => sum + length, 0) / Math.max(1, texts.length)
  return { texts, spread, meanLength }
}

function countOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** Log-probabilities of the classes for a text, by the words that it shares with what is known. */
export type WordJudge = (text: string) => number[]

/** BM25 (Robertson & Zaragoza 2009) against every known text; a class has its best text, and a little of the others. */
export function bestMatch(witnesses: readonly Witness[], classes: number): WordJudge {
  const shelf = shelve(witnesses)
  const rarity = (word: string) => {
    const there = shelf.spread.get(word) ?? 0
    return Math.log(1 + (shelf.texts.length - there + 0.5) / (there + 0.5))
  }
  return (text) => {
    const words = [...new Set(stemsOf(text))]
    const best = Array.from({ length: classes }, () => 0)
    const rest = Array.from({ length: classes }, () => 0)
    for (const { counts, length, witness } of shelf.texts) {
      const fit = words.reduce(
        (sum, word) => sum + rarity(word) * share(counts.get(word) ?? 0, length, shelf),
        0,
      )
      for (const c of witness.classes) {
        rest[c] = (rest[c] ?? 0) + fit * witness.weight
        best[c] = Math.max(best[c] ?? 0, fit * Math.min(1, witness.weight * 2))
      }
    }
    return logSoftmax(best.map((fit, c) => (fit + 0.2 * (rest[c] ?? 0)) / 2))
  }
}

function share(count: number, length: number, { meanLength }: Shelf): number {
  if (count === 0) return 0
  return (count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / (meanLength || 1)))
}

/**
 * Naive Bayes over words and pairs of words (multinomial, a tenth of a word added to each). `manner` keeps the small
 * words and the endings, which tell levels apart.
 */
export function naiveBayes(witnesses: readonly Witness[], classes: number, manner: boolean): WordJudge {
  const terms = manner ? mannerOf : stemsOf
  const counts = Array.from({ length: classes }, () => new Map<string, number>())
  const totals = Array.from({ length: classes }, () => 0)
  const all = new Set<string>()
  for (const { known, classes: own, weight } of witnesses)
    for (const term of terms(known.scored)) {
      all.add(term)
      for (const c of own) {
        counts[c]?.set(term, (counts[c].get(term) ?? 0) + weight)
        totals[c] = (totals[c] ?? 0) + weight
      }
    }
  const added = 0.1
  return (text) => {
    const known = terms(text).filter((term) => all.has(term))
    const scores = counts.map((count, c) =>
      known.reduce(
        (sum, term) =>
          sum + Math.log(((count.get(term) ?? 0) + added) / ((totals[c] ?? 0) + added * all.size)),
        0,
      ),
    )
    return logSoftmax(scores)
  }
}

function mannerOf(text: string): string[] {
  const words = wordsOf(text)
  return [...words, ...words.slice(1).map((word, i) => `${words[i]} ${word}`)]
}
