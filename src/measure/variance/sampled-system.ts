/**
 * The mixed model solved by conjugate gradients, for any number of raters. Traces come from a few random sign vectors (Hutchinson
 * 1990); the directions in which all raters or all items shift together, which would make them noisy, are reckoned exactly.
 */
import { type Effects, OFF, type Part } from './effects.ts'
import { errorVariances } from './error-variances.ts'
import { completed, levelWeights, type MixedSystem, type Reduced, reducedRight } from './mixed-system.ts'
import { emptyBlock } from './person-blocks.ts'
import { globalSolver, type Memory } from './solvers.ts'

export interface Sampling {
  /** Of 1 and −1, one number a global effect; the last is not used. */
  readonly signs: readonly Float64Array[]
  readonly memory: Memory
}

/** Relative error of the residual at which a solution is good enough: for effects, and for sums that are sampled anyway. */
const FINE = 1e-5
const COARSE = 1e-4

export function sampledSystem(reduced: Reduced, { signs, memory }: Sampling): MixedSystem {
  const solver = globalSolver(reduced, memory)
  const coarse = (name: string, right: Float64Array) => solver.inverseTimes(name, right, COARSE)
  const weights = levelWeights(reduced.layout)
  // How every global effect moves with the level that scores start from, and the level's own variance.
  const withLevel = once(() => coarse('level', weights))
  const levelVariance = () => product(weights, withLevel(), 0, weights.length)
  const known = once(() => errorVariances(reduced))
  return {
    logDeterminant: null,
    solve(right, name) {
      const precision = name === 'scores' ? FINE : COARSE
      return completed(reduced, right, solver.inverseTimes(name, reducedRight(reduced, right), precision))
    },
    traces: () => sampledTraces(reduced, signs, coarse),
    scoreVariances() {
      const level = levelVariance()
      const givesWay = answersTo(reduced, withLevel()).person
      return known().person.map((variance, p) => variance + (level + (givesWay[p] as number)) ** 2 / level)
    },
    raterVariances() {
      const level = levelVariance()
      const moves = withLevel()
      return known().rater.map((variance, r) => variance + (moves[r] as number) ** 2 / level)
    },
  }
}

type InverseTimes = (name: string, right: Float64Array) => Float64Array

function once<T>(find: () => T): () => T {
  let found: T | undefined
  return () => {
    found ??= find()
    return found
  }
}

/** All raters together, all items together, the mean: vectors of length 1. */
function sharedDirections({ layout }: Reduced): Float64Array[] {
  const { raters, items } = layout
  const along = (from: number, to: number) =>
    new Float64Array(raters + items + 1).fill(1 / Math.sqrt(to - from), from, to)
  return [along(0, raters), along(raters, raters + items), along(raters + items, raters + items + 1)]
}

/** The signs without their share in the shared directions. */
function awayFromShared(signs: Float64Array, { layout }: Reduced): Float64Array {
  const { raters, items } = layout
  const centred = signs.slice()
  centred[raters + items] = 0
  for (const part of [centred.subarray(0, raters), centred.subarray(raters, raters + items)]) {
    const mean = part.reduce((sum, x) => sum + x, 0) / part.length
    for (let g = 0; g < part.length; g++) part[g] = (part[g] as number) - mean
  }
  return centred
}

type Traces = Record<Part, number>

function sampledTraces(reduced: Reduced, signs: readonly Float64Array[], inverseTimes: InverseTimes): Traces {
  const traces = localTraces(reduced)
  sharedDirections(reduced).forEach((direction, k) => {
    addTrace(traces, reduced, { from: direction, to: inverseTimes(`shared ${k}`, direction), weight: 1 })
  })
  signs.forEach((sign, k) => {
    const from = awayFromShared(sign, reduced)
    addTrace(traces, reduced, { from, to: inverseTimes(`sign ${k}`, from), weight: 1 / signs.length })
  })
  return traces
}

/** What the persons' own equations give by themselves. */
function localTraces(reduced: Reduced): Traces {
  const { layout, pairs, blocks } = reduced
  const { persons, personCells } = layout
  const block = emptyBlock(layout, pairs)
  const traces = { rater: 0, item: 0, person: 0, cell: 0, pair: 0 }
  for (let p = 0; p < persons; p++) {
    blocks.inverseDiagonal(p, block)
    traces.person += block.person
    for (let c = (personCells[p + 1] as number) - (personCells[p] as number) - 1; c >= 0; c--)
      traces.cell += block.cell[c] as number
    if (pairs)
      for (let k = (pairs.start[p + 1] as number) - (pairs.start[p] as number) - 1; k >= 0; k--)
        traces.pair += block.pair[k] as number
  }
  return traces
}

interface Probe {
  from: Float64Array
  /** The inverse times `from`. */
  to: Float64Array
  weight: number
}

function addTrace(traces: Traces, reduced: Reduced, { from, to, weight }: Probe) {
  const { raters, items } = reduced.layout
  const before = answersTo(reduced, from)
  const after = answersTo(reduced, to)
  traces.rater += weight * product(from, to, 0, raters)
  traces.item += weight * product(from, to, raters, raters + items)
  for (const part of ['person', 'cell', 'pair'] as const)
    traces[part] += weight * product(before[part], after[part], 0, before[part].length)
}

function answersTo(reduced: Reduced, global: Float64Array): Effects {
  const { layout, pairs, shrinkage } = reduced
  const local = {
    global,
    person: new Float64Array(layout.persons),
    cell: new Float64Array(shrinkage.cell < OFF ? layout.cellRater.length : 0),
    pair: new Float64Array(pairs?.size.length ?? 0),
  }
  reduced.sweep({ global, right: null, local, sums: null })
  return local
}

function product(a: Float64Array, b: Float64Array, from: number, to: number): number {
  let sum = 0
  for (let k = from; k < to; k++) sum += (a[k] as number) * (b[k] as number)
  return sum
}
