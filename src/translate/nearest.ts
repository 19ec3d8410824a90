import type { Witness } from './evidence.ts'
import { unit } from './features.ts'
import { logSoftmax } from './head.ts'
import type { Embedded } from './model.ts'

/** How quickly a text counts less as it is less alike: the temperature of a softmax over cosines. */
const WARMTH = 0.07

/** Cosine of two vectors of length 1. Four sums beside each other, which processors do at once. */
function alike(a: Float32Array, b: Float32Array): number {
  const [size, whole] = [a.length, a.length - (a.length % 4)]
  let [one, two, three, four] = [0, 0, 0, 0]
  for (let i = 0; i < whole; i += 4) {
    one += (a[i] as number) * (b[i] as number)
    two += (a[i + 1] as number) * (b[i + 1] as number)
    three += (a[i + 2] as number) * (b[i + 2] as number)
    four += (a[i + 3] as number) * (b[i + 3] as number)
  }
  for (let i = whole; i < size; i++) one += (a[i] as number) * (b[i] as number)
  return one + two + three + four
}

/** Known texts by what they mean. */
export interface Neighbourhood {
  /** Undefined for a text without a vector. */
  placeOf(scored: string): number | undefined
  /** By place. */
  vectors: readonly Float32Array[]
  /** Of a vector with all of them, by place; worked out once for everything that asks about the same vector. */
  cosines(vector: Float32Array): Float32Array
  /** Of the nearest; below -1 where there is none. */
  closest(vector: Float32Array): number
}

export function neighbourhoodOf(vectors: ReadonlyMap<string, Embedded>): Neighbourhood {
  const places = new Map([...vectors.keys()].map((scored, place) => [scored, place]))
  const meanings = [...vectors.values()].map(({ meaning }) => meaning)
  let last: { vector: Float32Array; cosines: Float32Array } | null = null
  const cosines = (vector: Float32Array) => {
    if (last?.vector !== vector) last = { vector, cosines: cosinesOf(vector, meanings) }
    return last.cosines
  }
  return {
    placeOf: (scored) => places.get(scored),
    vectors: meanings,
    cosines,
    closest: (vector) => cosines(vector).reduce((most, one) => Math.max(most, one), -2),
  }
}

function cosinesOf(vector: Float32Array, others: readonly Float32Array[]): Float32Array {
  const cosines = new Float32Array(others.length)
  for (let i = 0; i < cosines.length; i++) cosines[i] = alike(vector, others[i] as Float32Array)
  return cosines
}

/** A witness and where its vector is. */
export interface Placed {
  witness: Witness
  place: number
}

/** Texts without a vector are left out; the caller has embedded all that matter. */
export function placedIn(neighbourhood: Neighbourhood, witnesses: readonly Witness[]): Placed[] {
  return witnesses.flatMap((witness) => {
    const place = neighbourhood.placeOf(witness.known.scored)
    return place === undefined ? [] : [{ witness, place }]
  })
}

/**
 * Log-probabilities of the classes by how alike their texts are: every text counts by exp(cosine / 0.07), so the
 * nearest decide. The root of a class's mass is taken out, so that many texts help, but not in proportion.
 */
export function byNearest(cosines: Float32Array, placed: readonly Placed[], classes: number): number[] {
  const sums = new Float64Array(classes)
  const masses = new Float64Array(classes)
  for (const { witness, place } of placed) {
    const nearness = witness.weight * Math.exp((cosines[place] as number) / WARMTH)
    for (const c of witness.classes) {
      sums[c] = (sums[c] as number) + nearness
      masses[c] = (masses[c] as number) + witness.weight
    }
  }
  return logSoftmax(
    Array.from(sums, (sum, c) => Math.log(sum || 1e-9) - 0.5 * Math.log((masses[c] as number) || 1)),
  )
}

/** The middle of each class's texts, of length 1; noughts for a class without texts. */
export function middles(
  { vectors }: Pick<Neighbourhood, 'vectors'>,
  placed: readonly Placed[],
  classes: number,
): Float32Array[] {
  const size = vectors[0]?.length ?? 0
  const sums = Array.from({ length: classes }, () => new Float32Array(size))
  for (const { witness, place } of placed)
    for (const c of witness.classes) {
      const [sum, vector] = [sums[c] as Float32Array, vectors[place] as Float32Array]
      for (let i = 0; i < size; i++) sum[i] = (sum[i] as number) + witness.weight * (vector[i] as number)
    }
  return sums.map(unit)
}

/** Log-probabilities of the classes by how near the middle of their texts is. */
export function byMiddle(vector: Float32Array, centres: readonly Float32Array[]): number[] {
  return logSoftmax(centres.map((centre) => alike(vector, centre) / WARMTH))
}
