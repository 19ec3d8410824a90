/** The mixed model solved exactly: the global equations as a dense matrix. For up to some hundred raters and items. */
import { factorize } from '../cholesky.ts'
import type { Part } from './effects.ts'
import type { Layout } from './layout.ts'
import { inverseFromFactor, logDeterminant } from './linear.ts'
import {
  completed,
  globalShrinkage,
  levelWeights,
  type MixedSystem,
  type Reduced,
  reducedRight,
} from './mixed-system.ts'
import { type PersonTable, personTables } from './person-table.ts'

const MOST_GLOBAL = 400
const MOST_RATINGS = 50_000

/** Whether the exact solution costs about a second at most, and some hundred megabytes. */
export const isSmall = ({ raters, items, score }: Layout) =>
  raters + items <= MOST_GLOBAL && score.length <= MOST_RATINGS

/** Null where the equations have no single solution. */
export function exactSystem(reduced: Reduced): MixedSystem | null {
  const size = reduced.layout.raters + reduced.layout.items + 1
  const tables = personTables(reduced)
  const matrix = globalMatrix(reduced, tables)
  if (!factorize(matrix, size)) return null
  const inverse = inverseFromFactor(matrix, size)
  return {
    logDeterminant: logDeterminant(matrix, size) - logShrinkage(reduced) + reduced.blocks.logDeterminant(),
    solve: (right) => completed(reduced, right, multiply(inverse, reducedRight(reduced, right))),
    traces: () => tracesOf(reduced, tables, inverse),
    scoreVariances: () => scoreVariances(reduced, tables, inverse),
    raterVariances: () =>
      Float64Array.from(
        { length: size - reduced.layout.items - 1 },
        (_, r) => inverse[r * size + r] as number,
      ),
  }
}

function globalMatrix(reduced: Reduced, tables: readonly PersonTable[]): Float64Array {
  const shrinkage = globalShrinkage(reduced)
  const size = shrinkage.length
  const matrix = new Float64Array(size * size)
  shrinkage.forEach((x, g) => {
    matrix[g * size + g] = x
  })
  for (const { touched, matrix: share } of tables)
    for (let g = 0; g < touched.length; g++) {
      const row = (touched[g] as number) * size
      for (let h = 0; h < touched.length; h++) {
        const at = row + (touched[h] as number)
        matrix[at] = (matrix[at] as number) + (share[g * touched.length + h] as number)
      }
    }
  return matrix
}

function logShrinkage(reduced: Reduced): number {
  const { raters, items } = reduced.layout
  return raters * Math.log(reduced.shrinkage.rater) + items * Math.log(reduced.shrinkage.item)
}

function multiply(matrix: Float64Array, x: Float64Array): Float64Array {
  const n = x.length
  const out = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    let sum = 0
    for (let j = 0; j < n; j++) sum += (matrix[i * n + j] as number) * (x[j] as number)
    out[i] = sum
  }
  return out
}

/** Error variance that the global effects add to one of a person's own effects. */
function throughGlobals({ touched, answers }: PersonTable, row: number, inverse: Float64Array): number {
  const size = Math.round(Math.sqrt(inverse.length))
  let total = 0
  for (let g = 0; g < touched.length; g++) {
    const at = (touched[g] as number) * size
    let sum = 0
    for (let h = 0; h < touched.length; h++)
      sum += (inverse[at + (touched[h] as number)] as number) * (answers[row * touched.length + h] as number)
    total += sum * (answers[row * touched.length + g] as number)
  }
  return total
}

function tracesOf(
  reduced: Reduced,
  tables: readonly PersonTable[],
  inverse: Float64Array,
): Record<Part, number> {
  const { raters, items } = reduced.layout
  const size = raters + items + 1
  const traces = { rater: 0, item: 0, person: 0, cell: 0, pair: 0 }
  for (let g = 0; g < raters + items; g++)
    traces[g < raters ? 'rater' : 'item'] += inverse[g * size + g] as number
  tables.forEach((table, p) => {
    const block = { person: 0, cell: new Float64Array(table.cells), pair: new Float64Array(table.pairs) }
    reduced.blocks.inverseDiagonal(p, block)
    traces.person += block.person + throughGlobals(table, 0, inverse)
    block.cell.forEach((x, c) => {
      traces.cell += x + throughGlobals(table, 1 + c, inverse)
    })
    block.pair.forEach((x, pair) => {
      traces.pair += x + throughGlobals(table, 1 + table.cells + pair, inverse)
    })
  })
  return traces
}

function scoreVariances(
  reduced: Reduced,
  tables: readonly PersonTable[],
  inverse: Float64Array,
): Float64Array {
  const weights = levelWeights(reduced.layout)
  const weighted = multiply(inverse, weights)
  const alone = weights.reduce((sum, w, g) => sum + w * (weighted[g] as number), 0)
  return Float64Array.from(tables, (table, p) => {
    const block = { person: 0, cell: new Float64Array(table.cells), pair: new Float64Array(table.pairs) }
    reduced.blocks.inverseDiagonal(p, block)
    let shared = 0
    for (let g = 0; g < table.touched.length; g++)
      shared += (weighted[table.touched[g] as number] as number) * (table.answers[g] as number)
    return block.person + throughGlobals(table, 0, inverse) + alone - 2 * shared
  })
}
