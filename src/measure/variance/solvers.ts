/** Ways to solve the global equations when they are too many for a dense matrix. */
import { factorize, solveFactored } from '../cholesky.ts'
import { conjugateGradient } from './conjugate-gradient.ts'
import { type Coupling, couplingOf } from './coupling.ts'
import { globalShrinkage, type Reduced } from './mixed-system.ts'

/** Solutions of a model with similar variances, to start from; they are replaced by those of this one. */
export type Memory = Map<string, Float64Array>

export interface GlobalSolver {
  /** The inverse times `right`, to the relative precision asked for. */
  readonly inverseTimes: (name: string, right: Float64Array, precision: number) => Float64Array
  /** Roughly the diagonal of the matrix; right for the raters. */
  readonly diagonal: Float64Array
}

/** With more items than this, a table of raters by items costs more than it saves. */
const MANY_ITEMS = 200

export function globalSolver(reduced: Reduced, memory: Memory): GlobalSolver {
  const diagonal = diagonalOf(reduced)
  const useTables = reduced.pairs === null && reduced.layout.items <= MANY_ITEMS
  return (useTables ? tableSolver(reduced, diagonal, memory) : null) ?? sweepSolver(reduced, diagonal, memory)
}

/** Of the global equations; for items and the mean roughly, which is enough to speed the solution up. */
function diagonalOf(reduced: Reduced): Float64Array {
  const { personCells, cellRater, itemSize, raters, items, persons } = reduced.layout
  const { cellWeight, personWeight } = reduced.blocks
  const diagonal = globalShrinkage(reduced)
  let mean = 0
  for (let p = 0; p < persons; p++) {
    const whole = personWeight[p] ?? 1
    mean += ((whole - reduced.shrinkage.person) * reduced.shrinkage.person) / whole
    for (let c = personCells[p] as number; c < (personCells[p + 1] as number); c++) {
      const weight = cellWeight[c] as number
      const rater = cellRater[c] as number
      diagonal[rater] = (diagonal[rater] as number) + weight - (weight * weight) / whole
    }
  }
  for (let i = 0; i < items; i++)
    diagonal[raters + i] = (diagonal[raters + i] as number) + (itemSize[i] as number)
  diagonal[raters + items] = mean
  return diagonal
}

/** Any model: every step walks over all ratings. */
function sweepSolver(reduced: Reduced, diagonal: Float64Array, memory: Memory): GlobalSolver {
  const shrinkage = globalShrinkage(reduced)
  const apply = (x: Float64Array, out: Float64Array) => {
    reduced.sweep({ global: x, right: null, local: null, sums: out })
    for (let g = 0; g < out.length; g++)
      out[g] = (out[g] as number) + (shrinkage[g] as number) * (x[g] as number)
  }
  const inverseTimes = (name: string, right: Float64Array, precision: number) => {
    const x = conjugateGradient({ apply, diagonal, right, precision, start: memory.get(name) ?? null })
    memory.set(name, x)
    return x
  }
  return { inverseTimes, diagonal }
}

/** Items and the mean are eliminated as well; a step walks over the cells only. Null if their table cannot be inverted. */
function tableSolver(reduced: Reduced, diagonal: Float64Array, memory: Memory): GlobalSolver | null {
  const { raters } = reduced.layout
  const coupling = couplingOf(reduced)
  const { square, width } = coupling
  if (!factorize(square, width)) return null
  const small = new Float64Array(width)
  const apply = (x: Float64Array, out: Float64Array) => {
    raterEquations(reduced, x, out)
    intoItems(coupling, x, small)
    solveFactored(square, width, small)
    outOfItems(coupling, small, out)
  }
  const ofRaters = diagonal.subarray(0, raters)
  const inverseTimes = (name: string, right: Float64Array, precision: number) => {
    const items = right.slice(raters)
    solveFactored(square, width, items)
    const rest = right.slice(0, raters)
    outOfItems(coupling, items, rest)
    const start = memory.get(name) ?? null
    const solution = conjugateGradient({ apply, diagonal: ofRaters, right: rest, precision, start })
    memory.set(name, solution)
    intoItems(coupling, solution, small)
    solveFactored(square, width, small)
    const x = new Float64Array(right.length)
    x.set(solution)
    for (let k = 0; k < width; k++) x[raters + k] = (items[k] as number) - (small[k] as number)
    return x
  }
  return { inverseTimes, diagonal }
}

/** The raters' equations once the persons' own effects are out. */
function raterEquations({ layout, blocks, shrinkage }: Reduced, x: Float64Array, out: Float64Array) {
  const { personCells, cellRater, persons } = layout
  const { cellWeight, personWeight } = blocks
  for (let r = 0; r < x.length; r++) out[r] = shrinkage.rater * (x[r] as number)
  for (let p = 0; p < persons; p++) {
    const first = personCells[p] as number
    const after = personCells[p + 1] as number
    let sum = 0
    for (let c = first; c < after; c++)
      sum += (cellWeight[c] as number) * (x[cellRater[c] as number] as number)
    const level = sum / (personWeight[p] ?? 1)
    for (let c = first; c < after; c++) {
      const r = cellRater[c] as number
      out[r] = (out[r] as number) + (cellWeight[c] as number) * ((x[r] as number) - level)
    }
  }
}

function intoItems({ raters, width }: Coupling, x: Float64Array, out: Float64Array) {
  out.fill(0)
  for (let r = 0; r < x.length; r++) {
    const effect = x[r] as number
    for (let k = 0; k < width; k++) out[k] = (out[k] as number) + effect * (raters[r * width + k] as number)
  }
}

/** Takes off `out` what these item effects and this mean add to each rater's equation. */
function outOfItems({ raters, width }: Coupling, x: Float64Array, out: Float64Array) {
  for (let r = 0; r < out.length; r++) {
    let sum = 0
    for (let k = 0; k < width; k++) sum += (x[k] as number) * (raters[r * width + k] as number)
    out[r] = (out[r] as number) - sum
  }
}
