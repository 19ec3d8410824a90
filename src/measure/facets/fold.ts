/**
 * The second derivatives of the log-likelihood (their sign changed), kept in parts. Written out they would be a table of
 * everything by everything; what is kept here grows with the ratings only, and `solve.ts` multiplies with it part by part.
 */
import type { Design } from './design.ts'
import type { Scale } from './state.ts'

export interface Folded {
  readonly raters: number
  readonly items: number
  /** Free T. */
  readonly steps: number
  /** Steps, and with a distribution of persons its mean and log standard deviation. */
  readonly core: number
  /** Variance of each rating: what person, rater and item have in common through it. Rounded once, for all uses. */
  readonly cellWeight: Float32Array
  /** The sum over a pair's ratings, over a rater's, and over an item's. */
  readonly pairWeight: Float64Array
  readonly raterWeight: Float64Array
  readonly itemWeight: Float64Array
  /** Raters, items and persons (rows) with each free T. */
  readonly raterStep: Float64Array
  readonly itemStep: Float64Array
  readonly personStep: Float64Array
  /** Expected uses of each free category. */
  readonly stepSum: Float64Array
  /** Persons with the log standard deviation. */
  readonly personSd: Float64Array
  /** Core with core; entry (a, b) counts for (b, a) as well. */
  readonly coreCore: Float64Array
  /** 1 / what is known of each person: the variance that is left when all else is held. */
  readonly personVariance: Float64Array
  /** 1 / variance of the distribution of persons: how much each hangs on its mean. */
  precision: number
  /** Whether the standard deviation of persons is held where it is. */
  sdHeld: boolean
  /** What of a rater's weight, and of the core, is left when persons move along: `− Σ variance·weight²`. */
  readonly raterLeft: Float64Array
  readonly coreLeft: Float64Array
}

export function foldedFor(design: Design, scale: Scale, marginal: boolean): Folded {
  const { persons, raters, items } = design
  const steps = scale.free.length
  const core = steps + (marginal ? 2 : 0)
  return {
    raters,
    items,
    steps,
    core,
    cellWeight: new Float32Array(design.item.length),
    pairWeight: new Float64Array(design.pairRater.length),
    raterWeight: new Float64Array(raters),
    itemWeight: new Float64Array(items),
    raterStep: new Float64Array(raters * steps),
    itemStep: new Float64Array(items * steps),
    personStep: new Float64Array(persons * steps),
    stepSum: new Float64Array(steps),
    personSd: new Float64Array(persons),
    coreCore: new Float64Array(core * core),
    personVariance: new Float64Array(persons),
    precision: 0,
    sdHeld: false,
    raterLeft: new Float64Array(raters),
    coreLeft: new Float64Array(core * core),
  }
}

/** Empties the sums; what is set person by person is overwritten anyway. */
export function clear(folded: Folded): void {
  const { itemWeight, itemStep, coreCore, coreLeft } = folded
  for (const sums of [itemWeight, itemStep, coreCore, coreLeft]) sums.fill(0)
}
