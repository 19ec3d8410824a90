/** The equations of a mixed model (Henderson 1975, Biometrics 31:423), with each person's own effects eliminated. */
import { type Effects, noEffects, type Pairs, type Part, type Shrinkage } from './effects.ts'
import { itemBlocks } from './item-blocks.ts'
import type { Layout } from './layout.ts'
import { type PersonBlocks, personBlocks } from './person-blocks.ts'
import { type Sweep, sweeper } from './sweep.ts'

export interface Reduced {
  readonly layout: Layout
  readonly pairs: Pairs | null
  readonly shrinkage: Shrinkage
  readonly blocks: PersonBlocks
  readonly sweep: (job: Sweep) => void
}

/** A way to solve the equations. Variances come in units of the residual variance. */
export interface MixedSystem {
  /** The effects for these right sides. Under the same name a solution starts from the last one. */
  readonly solve: (right: Effects, name: string) => Effects
  /** For each term, the sum of the error variances of its effects. */
  readonly traces: () => Record<Part, number>
  /** Error variance of each person's effect plus the level of `levelWeights`. */
  readonly scoreVariances: () => Float64Array
  /** Error variance of each rater's effect. */
  readonly raterVariances: () => Float64Array
  /** log of the determinant, each equation divided by its shrinkage; null where it is not known. */
  readonly logDeterminant: number | null
}

export function reduce(layout: Layout, pairs: Pairs | null, shrinkage: Shrinkage): Reduced {
  const plain = personBlocks(layout, shrinkage)
  const blocks = pairs ? itemBlocks(layout, pairs, shrinkage, plain) : plain
  return { layout, pairs, shrinkage, blocks, sweep: sweeper(layout, pairs, blocks) }
}

/** What is left of the right sides of the global equations once the local effects are out. */
export function reducedRight({ layout, sweep }: Reduced, right: Effects): Float64Array {
  const sums = new Float64Array(right.global.length)
  sweep({ global: null, right, local: null, sums })
  const { raters, items } = layout
  for (let g = 0; g < raters + items + 1; g++) sums[g] = (right.global[g] as number) - (sums[g] as number)
  return sums
}

/** All effects, from the global ones. */
export function completed({ layout, pairs, sweep }: Reduced, right: Effects, global: Float64Array): Effects {
  const effects = { ...noEffects(layout, pairs), global }
  sweep({ global, right, local: effects, sums: null })
  return effects
}

/** The level that scores start from: the mean and the average of the items that were rated. */
export function levelWeights({ raters, items, itemSize }: Layout): Float64Array {
  const rated = itemSize.reduce((count, n) => count + (n > 0 ? 1 : 0), 0)
  const weights = new Float64Array(raters + items + 1)
  weights[raters + items] = 1
  itemSize.forEach((n, i) => {
    weights[raters + i] = n > 0 ? 1 / rated : 0
  })
  return weights
}

/** The shrinkage of each global effect; the mean is not shrunk. */
export function globalShrinkage({ layout, shrinkage }: Reduced): Float64Array {
  const { raters, items } = layout
  const all = new Float64Array(raters + items + 1).fill(shrinkage.rater, 0, raters)
  return all.fill(shrinkage.item, raters, raters + items)
}
