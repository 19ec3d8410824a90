import type { Witness } from './evidence.ts'
import { unit } from './features.ts'
import { logSoftmax } from './head.ts'

/** How quickly a text counts less as it is less alike: the temperature of a softmax over cosines. */
const WARMTH = 0.07

/** Cosine of two vectors of length 1. */
export function alike(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number)
  return sum
}

/** A witness and its vector. */
export interface Placed {
  witness: Witness
  vector: Float32Array
}

/**
 * Log-probabilities of the classes by how alike their texts are: every text counts by exp(cosine / 0.07), so the
 * nearest decide. The root of a class's mass is taken out, so that many texts help, but not in proportion.
 */
export function byNearest(vector: Float32Array, placed: readonly Placed[], classes: number): number[] {
  const sums = Array.from({ length: classes }, () => 0)
  const masses = Array.from({ length: classes }, () => 0)
  for (const { witness, vector: other } of placed) {
    const nearness = witness.weight * Math.exp(alike(vector, other) / WARMTH)
    for (const c of witness.classes) {
      sums[c] = (sums[c] ?? 0) + nearness
      masses[c] = (masses[c] ?? 0) + witness.weight
    }
  }
  return logSoftmax(sums.map((sum, c) => Math.log(sum || 1e-9) - 0.5 * Math.log(masses[c] || 1)))
}

/** The middle of each class's texts, of length 1; noughts for a class without texts. */
export function middles(placed: readonly Placed[], classes: number, size: number): Float32Array[] {
  const sums = Array.from({ length: classes }, () => new Float32Array(size))
  for (const { witness, vector } of placed)
    for (const c of witness.classes) {
      const sum = sums[c] as Float32Array
      for (let i = 0; i < size; i++) sum[i] = (sum[i] as number) + witness.weight * (vector[i] as number)
    }
  return sums.map(unit)
}

/** Log-probabilities of the classes by how near the middle of their texts is. */
export function byMiddle(vector: Float32Array, centres: readonly Float32Array[]): number[] {
  return logSoftmax(centres.map((centre) => alike(vector, centre) / WARMTH))
}
