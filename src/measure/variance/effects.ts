/**
 * The effects of a mixed model, level by level. Those of raters, items and the mean are shared between persons ("global"); a
 * person's own effect, its cells (person × rater) and its pairs (person × item) concern that person alone ("local"), so that they
 * can be eliminated person by person.
 */
import type { Layout } from './layout.ts'
import type { Levels } from './levels.ts'
import { FACETS, type Facets } from './terms.ts'

export interface Effects {
  /** Raters, then items, then the mean. */
  readonly global: Float64Array
  readonly person: Float64Array
  readonly cell: Float64Array
  /** Empty unless the model has person × item. */
  readonly pair: Float64Array
}

/** Person × item: pair of each rating, and the pairs of person p from `start[p]` up to below `start[p + 1]`. */
export interface Pairs {
  readonly of: Int32Array
  readonly size: Float64Array
  /** Of the scores. */
  readonly sums: Float64Array
  readonly start: Int32Array
}

/** How strongly the effects of each term are drawn to zero: residual variance / variance of the term. */
export interface Shrinkage {
  readonly rater: number
  readonly item: number
  readonly person: number
  readonly cell: number
  readonly pair: number
}

/** Shrinkage of a term that the model does not have: its effects are nothing. */
export const OFF = 1e12

const PARTS = {
  [FACETS.person]: 'person',
  [FACETS.rater]: 'rater',
  [FACETS.item]: 'item',
  [FACETS['person:rater']]: 'cell',
  [FACETS['person:item']]: 'pair',
} as const

export type Part = keyof Shrinkage

/** Which part of the effects holds a term; undefined for rater × item, which the mixed model does not know. */
export const partOf = (facets: Facets): Part | undefined => PARTS[facets]

export function noEffects({ raters, items, persons, cellRater }: Layout, pairs: Pairs | null): Effects {
  return {
    global: new Float64Array(raters + items + 1),
    person: new Float64Array(persons),
    cell: new Float64Array(cellRater.length),
    pair: new Float64Array(pairs?.size.length ?? 0),
  }
}

/** The effects of one term, as a view. */
export function effectsOf(effects: Effects, part: Part, { raters, items }: Layout): Float64Array {
  if (part === 'rater') return effects.global.subarray(0, raters)
  if (part === 'item') return effects.global.subarray(raters, raters + items)
  return effects[part]
}

/** Pairs in the order of the layout, which goes person by person. */
export function pairsOf({ persons, personCells, cellStart, score }: Layout, levels: Levels): Pairs {
  const of = levels.of ?? new Int32Array()
  const start = new Int32Array(persons + 1).fill(levels.count)
  for (let p = persons - 1; p >= 0; p--) {
    const first = cellStart[personCells[p] as number] as number
    const next = cellStart[personCells[p + 1] as number] as number
    start[p] = first < next && first < score.length ? (of[first] as number) : (start[p + 1] as number)
  }
  return { of, size: levels.size, sums: levels.sums, start }
}

/** The sums of the scores at each level of each term. */
export function sumsOf(layout: Layout, pairs: Pairs | null): Effects {
  return summed(layout, pairs, layout.score)
}

/** The sums, at each level of each term, of what these effects predict for every rating; the mean predicts nothing here. */
export function predictedSums(layout: Layout, pairs: Pairs | null, effects: Effects): Effects {
  const { personCells, cellStart, cellRater, item, raters, persons } = layout
  const predicted = new Float64Array(item.length)
  for (let p = 0; p < persons; p++)
    for (let c = personCells[p] as number; c < (personCells[p + 1] as number); c++) {
      const level =
        (effects.person[p] as number) +
        (effects.cell[c] as number) +
        (effects.global[cellRater[c] as number] as number)
      for (let j = cellStart[c] as number; j < (cellStart[c + 1] as number); j++)
        predicted[j] = level + (effects.global[raters + (item[j] as number)] as number)
    }
  if (pairs)
    for (let j = 0; j < item.length; j++)
      predicted[j] = (predicted[j] as number) + (effects.pair[pairs.of[j] as number] as number)
  return summed(layout, pairs, predicted)
}

function summed(layout: Layout, pairs: Pairs | null, ratings: Float64Array): Effects {
  const sums = noEffects(layout, pairs)
  sumCells(layout, ratings, sums)
  sumPersons(layout, sums)
  if (pairs)
    for (let j = 0; j < ratings.length; j++) {
      const pair = pairs.of[j] as number
      sums.pair[pair] = (sums.pair[pair] as number) + (ratings[j] as number)
    }
  return sums
}

function sumCells(
  { cellStart, cellRater, item, raters }: Layout,
  ratings: Float64Array,
  { global, cell }: Effects,
) {
  for (let c = 0; c < cellRater.length; c++) {
    let sum = 0
    for (let j = cellStart[c] as number; j < (cellStart[c + 1] as number); j++) {
      const x = ratings[j] as number
      const i = raters + (item[j] as number)
      global[i] = (global[i] as number) + x
      sum += x
    }
    const r = cellRater[c] as number
    global[r] = (global[r] as number) + sum
    cell[c] = sum
  }
}

function sumPersons({ persons, personCells }: Layout, { global, person, cell }: Effects) {
  for (let p = 0; p < persons; p++) {
    let sum = 0
    for (let c = personCells[p] as number; c < (personCells[p + 1] as number); c++) sum += cell[c] as number
    person[p] = sum
    global[global.length - 1] = (global[global.length - 1] ?? 0) + sum
  }
}
