/** Elimination of what concerns one person alone where person × item is in the model too: a small dense system a person. */
import { factorize } from '../cholesky.ts'
import type { Pairs, Shrinkage } from './effects.ts'
import type { Layout } from './layout.ts'
import { inverseFromFactor, logDeterminant } from './linear.ts'
import type { Block, PersonBlocks } from './person-blocks.ts'

/**
 * First the pairs are eliminated, each by itself, then the person and its cells together. Keeps (1 + cells)² numbers a person.
 * `plain` are the blocks of the same model without pairs, for the weights.
 */
export function itemBlocks(
  layout: Layout,
  pairs: Pairs,
  shrinkage: Shrinkage,
  plain: PersonBlocks,
): PersonBlocks {
  const grip =
    pairs.size.length === 0
      ? new Float64Array()
      : Float64Array.from(pairs.size, (n) => 1 / (n + shrinkage.pair))
  const places = placesOf(layout)
  const inverses = new Float64Array(places[layout.persons] as number)
  let determinant = pairs.size.reduce((sum, n) => sum + Math.log1p(n / shrinkage.pair), 0)
  for (let p = 0; p < layout.persons; p++) {
    const matrix = reducedMatrix(layout, { pairs, grip, shrinkage }, p)
    const n = Math.round(Math.sqrt(matrix.length))
    factorize(matrix, n)
    determinant += logDeterminant(matrix, n) - (n - 1) * Math.log(shrinkage.cell) - Math.log(shrinkage.person)
    inverses.set(inverseFromFactor(matrix, n), places[p])
  }
  return {
    ...plain,
    logDeterminant: () => determinant,
    ...solvers(layout, { pairs, grip, inverses, places }),
  }
}

/** Where the matrix of each person begins. */
function placesOf({ persons, personCells }: Layout): Float64Array {
  const places = new Float64Array(persons + 1)
  for (let p = 0; p < persons; p++) {
    const n = 1 + (personCells[p + 1] as number) - (personCells[p] as number)
    places[p + 1] = (places[p] as number) + n * n
  }
  return places
}

interface Parts {
  pairs: Pairs
  grip: Float64Array
  shrinkage: Shrinkage
}

/** Person first, then the cells, with the pairs taken out. */
function reducedMatrix(layout: Layout, { pairs, grip, shrinkage }: Parts, p: number): Float64Array {
  const { personCells, cellStart } = layout
  const first = personCells[p] as number
  const after = personCells[p + 1] as number
  const n = 1 + after - first
  const matrix = new Float64Array(n * n)
  const add = (i: number, j: number, x: number) => {
    matrix[i * n + j] = (matrix[i * n + j] as number) + x
  }
  const counts = countsOf(layout, pairs, p)
  const from = pairs.start[p] as number
  add(0, 0, shrinkage.person)
  for (let c = first; c < after; c++) {
    const size = (cellStart[c + 1] as number) - (cellStart[c] as number)
    add(0, 0, size)
    add(1 + c - first, 0, size)
    add(1 + c - first, 1 + c - first, size + shrinkage.cell)
  }
  counts.forEach((inCells, pair) => {
    const strength = grip[from + pair] as number
    const size = pairs.size[from + pair] as number
    add(0, 0, -size * size * strength)
    for (const [cell, count] of inCells) {
      add(1 + cell, 0, -size * count * strength)
      for (const [other, others] of inCells) add(1 + cell, 1 + other, -count * others * strength)
    }
  })
  return matrix
}

/** For each pair of the person, how often each of the person's cells has it. */
function countsOf({ personCells, cellStart }: Layout, pairs: Pairs, p: number): Map<number, number>[] {
  const from = pairs.start[p] as number
  const counts = Array.from(
    { length: (pairs.start[p + 1] as number) - from },
    () => new Map<number, number>(),
  )
  const first = personCells[p] as number
  for (let c = first; c < (personCells[p + 1] as number); c++)
    for (let j = cellStart[c] as number; j < (cellStart[c + 1] as number); j++) {
      const inCells = counts[(pairs.of[j] as number) - from]
      inCells?.set(c - first, (inCells.get(c - first) ?? 0) + 1)
    }
  return counts
}

interface Solved {
  pairs: Pairs
  grip: Float64Array
  inverses: Float64Array
  places: Float64Array
}

function solvers(layout: Layout, { pairs, grip, inverses, places }: Solved) {
  const { personCells, cellStart } = layout
  const widest = personCells.reduce((most, c, p) => Math.max(most, c - (personCells[p - 1] ?? 0)), 0)
  const right = new Float64Array(widest + 1)
  const result = new Float64Array(widest + 1)

  /** Calls for each rating of the person with its cell's and its pair's place within the person. */
  const eachRating = (p: number, call: (cell: number, pair: number) => void) => {
    const first = personCells[p] as number
    const from = pairs.start[p] as number
    for (let c = first; c < (personCells[p + 1] as number); c++)
      for (let j = cellStart[c] as number; j < (cellStart[c + 1] as number); j++)
        call(c - first, (pairs.of[j] as number) - from)
  }
  const sizeOf = (p: number) => 1 + (personCells[p + 1] as number) - (personCells[p] as number)

  return {
    solve(p: number, block: Block) {
      const n = sizeOf(p)
      const from = pairs.start[p] as number
      right[0] = block.person
      for (let i = 1; i < n; i++) right[i] = block.cell[i - 1] ?? 0
      eachRating(p, (cell, pair) => {
        const taken = (grip[from + pair] as number) * (block.pair[pair] as number)
        right[0] = (right[0] as number) - taken
        right[1 + cell] = (right[1 + cell] as number) - taken
      })
      multiply(inverses, { at: places[p] as number, n }, right, result)
      block.person = result[0] as number
      for (let i = 1; i < n; i++) block.cell[i - 1] = result[i] as number
      eachRating(p, (cell, pair) => {
        block.pair[pair] = (block.pair[pair] as number) - (result[0] as number) - (result[1 + cell] as number)
      })
      for (let pair = from; pair < (pairs.start[p + 1] as number); pair++)
        block.pair[pair - from] = (block.pair[pair - from] as number) * (grip[pair] as number)
    },
    inverseDiagonal(p: number, block: Block) {
      const n = sizeOf(p)
      const at = places[p] as number
      block.person = inverses[at] as number
      for (let i = 1; i < n; i++) block.cell[i - 1] = inverses[at + i * n + i] as number
      countsOf(layout, pairs, p).forEach((inCells, pair) => {
        const strength = grip[(pairs.start[p] as number) + pair] as number
        right.fill(0)
        for (const [cell, count] of inCells) right[1 + cell] = count
        right[0] = pairs.size[(pairs.start[p] as number) + pair] as number
        multiply(inverses, { at, n }, right, result)
        let square = 0
        for (let i = 0; i < n; i++) square += (right[i] as number) * (result[i] as number)
        block.pair[pair] = strength + strength * strength * square
      })
    },
  }
}

function multiply(
  matrix: Float64Array,
  { at, n }: { at: number; n: number },
  x: Float64Array,
  out: Float64Array,
) {
  for (let i = 0; i < n; i++) {
    let sum = 0
    for (let k = 0; k < n; k++) sum += (matrix[at + i * n + k] as number) * (x[k] as number)
    out[i] = sum
  }
}
