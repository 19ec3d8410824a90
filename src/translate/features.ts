import type { Embedded } from './model.ts'
import { wordsOf } from './words.ts'

/**
 * What a trained head sees of a text: both vectors of the sentence model, centred, and its words and pairs of words,
 * weighted by how rare they are.
 */
export interface Features {
  dense: Float32Array
  /** Places in the vocabulary, and the weight at each. */
  terms: number[]
  weights: number[]
}

/** The words and pairs that a head knows, with the inverse document frequency of each. */
export interface Vocabulary {
  places: ReadonlyMap<string, number>
  rarity: Float32Array
}

/** The mean of the training texts, which says nothing about any of them. */
export interface Centre {
  meaning: Float32Array
  wording: Float32Array
}

/** Single words and pairs, each once, of every word that there is: small words tell levels apart. */
function termsOf(text: string): string[] {
  const words = wordsOf(text)
  return [...new Set([...words, ...words.slice(1).map((word, i) => `${words[i]} ${word}`)])]
}

/** Terms that at least `least` texts have. idf is smoothed as if one more text held every term. */
export function vocabularyOf(texts: readonly string[], least: number): Vocabulary {
  const counts = new Map<string, number>()
  for (const text of texts) for (const term of termsOf(text)) counts.set(term, (counts.get(term) ?? 0) + 1)
  const kept = [...counts].filter(([, count]) => count >= least).sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    places: new Map(kept.map(([term], place) => [term, place])),
    rarity: Float32Array.from(kept, ([, count]) => Math.log((1 + texts.length) / (1 + count)) + 1),
  }
}

export function centreOf(vectors: readonly Embedded[]): Centre {
  return { meaning: mean(vectors.map((v) => v.meaning)), wording: mean(vectors.map((v) => v.wording)) }
}

/** Each of the three parts has length 1, so that none drowns the others. */
export function featuresOf(text: string, vector: Embedded, vocabulary: Vocabulary, centre: Centre): Features {
  const meaning = centred(vector.meaning, centre.meaning)
  const wording = centred(vector.wording, centre.wording)
  const dense = new Float32Array(meaning.length + wording.length)
  dense.set(meaning)
  dense.set(wording, meaning.length)
  return { dense, ...weighedTerms(text, vocabulary) }
}

function weighedTerms(text: string, { places, rarity }: Vocabulary): Pick<Features, 'terms' | 'weights'> {
  const terms = termsOf(text).flatMap((term) => places.get(term) ?? [])
  const raw = terms.map((place) => rarity[place] ?? 0)
  const length = Math.hypot(...raw) || 1
  return { terms, weights: raw.map((weight) => weight / length) }
}

function mean(vectors: readonly Float32Array[]): Float32Array {
  const sum = new Float32Array(vectors[0]?.length ?? 0)
  for (const vector of vectors) for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (vector[i] ?? 0)
  return sum.map((value) => value / Math.max(1, vectors.length))
}

function centred(vector: Float32Array, centre: Float32Array): Float32Array {
  return unit(vector.map((value, i) => value - (centre[i] ?? 0)))
}

/** The same direction, length 1; a vector of noughts stays one. */
export function unit(vector: Float32Array): Float32Array {
  let square = 0
  for (const value of vector) square += value * value
  const length = Math.sqrt(square) || 1
  return vector.map((value) => value / length)
}
