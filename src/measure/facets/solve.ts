/** The equations for one step of everything but the persons: matrix times step is the gradient. */
import { factorize, solveFactored } from '../cholesky.ts'
import type { Design } from './design.ts'
import type { Folded } from './fold.ts'

export interface System {
  readonly design: Design
  readonly folded: Folded
  /** Room for how far each person moves. */
  readonly moves: Float64Array
  /** How strongly severities are drawn to 0 by their distribution; 0 when they are free. */
  readonly pull: number
  /** How strongly the mean of raters, and of items, is held at 0: added to every entry. */
  readonly raterHold: number
  readonly itemHold: number
  /** Holds the standard deviation of persons where it is. */
  readonly sdHold: number
  /** Cholesky's factor of the core after the persons have been eliminated. */
  readonly factor: Float64Array
}

export function systemFrom(design: Design, folded: Folded, raterSd: number): System {
  return {
    design,
    folded,
    moves: new Float64Array(design.persons),
    pull: 1 / raterSd ** 2,
    raterHold: holdFor(folded.raterWeight),
    itemHold: holdFor(folded.itemWeight),
    sdHold: folded.sdHeld ? HOLD : 0,
    factor: factorOf(folded),
  }
}

const HOLD = 1e12

function holdFor(weight: Float64Array): number {
  let sum = 0
  let count = 0
  for (const w of weight) {
    sum += w
    if (w > 0) count++
  }
  return sum / (count * count)
}

/**
 * If rounding, or a start far off, has spoilt the matrix, its diagonal is raised until it can be factorized; what is solved
 * stays the same, only the way there is longer.
 */
function factorOf({ core, coreCore, coreLeft, sdHeld }: Folded): Float64Array {
  const factor = new Float64Array(core * core)
  for (let raise = 0; raise < 1e6; raise = Math.max(1e-8, raise * 10)) {
    for (let i = 0; i < factor.length; i++) factor[i] = (coreCore[i] as number) + (coreLeft[i] as number)
    for (let i = 0; i < factor.length; i += core + 1) factor[i] = (factor[i] as number) * (1 + raise) + raise
    if (sdHeld) factor[core * core - 1] = HOLD
    if (factorize(factor, core)) return factor
  }
  return factor.map((_, i) => (i % (core + 1) === 0 ? 1 : 0))
}

/** Puts matrix × v into `into`. */
export function multiply(system: System, v: Float64Array, into: Float64Array): void {
  const { folded } = system
  const { raters, items } = folded
  into.fill(0)
  multiplyCore(folded, v, into)
  multiplySteps(folded, { from: 0, count: raters, table: folded.raterStep }, v, into)
  multiplySteps(folded, { from: raters, count: items, table: folded.itemStep }, v, into)
  holdMean(folded.raterWeight, system.raterHold, v.subarray(0, raters), into.subarray(0, raters))
  holdMean(folded.itemWeight, system.itemHold, v.subarray(raters), into.subarray(raters))
  for (let r = 0; r < raters; r++) into[r] = (into[r] as number) + system.pull * (v[r] as number)
  multiplyRatings(system, v, into)
  const last = v.length - 1
  into[last] = (into[last] as number) + system.sdHold * (v[last] as number)
}

function multiplyCore({ raters, items, core, coreCore }: Folded, v: Float64Array, into: Float64Array) {
  const from = raters + items
  for (let a = 0; a < core; a++)
    for (let b = 0; b <= a; b++) {
      const weight = coreCore[a * core + b] as number
      into[from + a] = (into[from + a] as number) + weight * (v[from + b] as number)
      if (a !== b) into[from + b] = (into[from + b] as number) + weight * (v[from + a] as number)
    }
}

/** Raters (or items) with the steps. */
function multiplySteps(
  { raters, items, steps }: Folded,
  { from, count, table }: { from: number; count: number; table: Float64Array },
  v: Float64Array,
  into: Float64Array,
) {
  const stepFrom = raters + items
  for (let f = 0; f < steps; f++) {
    const step = v[stepFrom + f] as number
    let sum = 0
    for (let i = 0; i < count; i++) {
      const weight = table[i * steps + f] as number
      into[from + i] = (into[from + i] as number) + weight * step
      sum += weight * (v[from + i] as number)
    }
    into[stepFrom + f] = (into[stepFrom + f] as number) + sum
  }
}

function holdMean(weight: Float64Array, hold: number, v: Float64Array, into: Float64Array) {
  let sum = 0
  for (let i = 0; i < weight.length; i++) if ((weight[i] as number) > 0) sum += v[i] as number
  for (let i = 0; i < weight.length; i++)
    if ((weight[i] as number) > 0) into[i] = (into[i] as number) + hold * sum
}

/** Raters with items, and all with each other through the persons. */
function multiplyRatings({ design, folded, moves }: System, v: Float64Array, into: Float64Array) {
  const { pairFrom, pairRater, cellFrom, item } = design
  const { raters, cellWeight } = folded
  findMoves(design, folded, v, moves)
  let q = 0
  let j = 0
  for (let p = 0; p < design.persons; p++) {
    const along = moves[p] as number
    for (const endPair = pairFrom[p + 1] as number; q < endPair; q++) {
      const rater = pairRater[q] as number
      const away = (v[rater] as number) - along
      let sum = 0
      for (const end = cellFrom[q + 1] as number; j < end; j++) {
        const place = raters + (item[j] as number)
        const here = (cellWeight[j] as number) * (away + (v[place] as number))
        sum += here
        into[place] = (into[place] as number) + here
      }
      into[rater] = (into[rater] as number) + sum
    }
  }
  foldIntoCore(folded, moves, into)
}

/** How far each person moves when the others move by v. */
export function findMoves(design: Design, folded: Folded, v: Float64Array, moves: Float64Array): void {
  const { pairFrom, pairRater, cellFrom, item } = design
  const { raters, pairWeight, cellWeight, personVariance } = folded
  movesWithCore(folded, v, moves)
  let q = 0
  let j = 0
  for (let p = 0; p < design.persons; p++) {
    const endPair = pairFrom[p + 1] as number
    const end = cellFrom[endPair] as number
    let sum = moves[p] as number
    for (; q < endPair; q++) sum += (pairWeight[q] as number) * (v[pairRater[q] as number] as number)
    for (; j < end; j++) sum += (cellWeight[j] as number) * (v[raters + (item[j] as number)] as number)
    moves[p] = sum * (personVariance[p] as number)
  }
}

/** What the core pulls each person by. */
function movesWithCore(folded: Folded, v: Float64Array, moves: Float64Array) {
  const { raters, items, steps, core, personStep, personSd, precision } = folded
  const from = raters + items
  const mean = core > steps ? precision * (v[from + steps] as number) : 0
  const sd = core > steps ? (v[from + steps + 1] as number) : 0
  for (let p = 0; p < moves.length; p++) {
    let sum = mean + sd * (personSd[p] as number)
    for (let f = 0; f < steps; f++) sum += (personStep[p * steps + f] as number) * (v[from + f] as number)
    moves[p] = sum
  }
}

function foldIntoCore(
  { raters, items, steps, core, personStep, personSd, precision }: Folded,
  moves: Float64Array,
  into: Float64Array,
) {
  const from = raters + items
  for (let f = 0; f < steps; f++) {
    let sum = 0
    for (let p = 0; p < moves.length; p++) sum += (moves[p] as number) * (personStep[p * steps + f] as number)
    into[from + f] = (into[from + f] as number) - sum
  }
  if (core === steps) return
  let sum = 0
  let withSd = 0
  for (let p = 0; p < moves.length; p++) {
    sum += moves[p] as number
    withSd += (moves[p] as number) * (personSd[p] as number)
  }
  into[from + steps] = (into[from + steps] as number) - precision * sum
  into[from + steps + 1] = (into[from + steps + 1] as number) - withSd
}

/**
 * Divides by what is easy to divide by: raters and items by their own weight, the core by itself. Items and raters without
 * ratings stay where they are.
 */
export function ease(
  { folded, raterHold, itemHold, pull, factor }: System,
  from: Float64Array,
  into: Float64Array,
): void {
  const { raters, items, raterWeight, raterLeft, itemWeight, core } = folded
  for (let r = 0; r < raters; r++) {
    const weight = raterWeight[r] as number
    into[r] = weight > 0 ? (from[r] as number) / (weight + (raterLeft[r] as number) + raterHold + pull) : 0
  }
  for (let i = 0; i < items; i++) {
    const weight = itemWeight[i] as number
    into[raters + i] = weight > 0 ? (from[raters + i] as number) / (weight + itemHold) : 0
  }
  for (let a = raters + items; a < into.length; a++) into[a] = from[a] as number
  solveFactored(factor, core, into, raters + items)
}
