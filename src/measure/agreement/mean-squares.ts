/** The two-way analysis of variance of a complete table of ratings: where all intraclass correlations begin. */
import type { Matrix } from '../matrix.ts'

/** Mean squares in squared points of the scale; names of Shrout and Fleiss 1979. */
export interface MeanSquares {
  /** Between targets (BMS), n − 1 degrees of freedom. */
  readonly between: number
  /** Within targets (WMS), n(k − 1). */
  readonly within: number
  /** Between raters, or judges (JMS), k − 1. */
  readonly raters: number
  /** What is left, error (EMS), (n − 1)(k − 1). */
  readonly error: number
}

/** For a table without missing ratings, of at least two targets and two raters. Deviations are squared, never totals. */
export function meanSquares(matrix: Matrix): MeanSquares {
  const { rows: n, columns: k } = matrix
  const { targets, raters, grand } = means(matrix)
  const between = k * squares(targets, grand)
  const judges = n * squares(raters, grand)
  const error = residualSquares(matrix, { targets, raters, grand })
  return {
    between: between / (n - 1),
    within: (judges + error) / (n * (k - 1)),
    raters: judges / (k - 1),
    error: error / ((n - 1) * (k - 1)),
  }
}

interface Means {
  targets: Float64Array
  raters: Float64Array
  grand: number
}

function means({ rows, columns, values }: Matrix): Means {
  const targets = new Float64Array(rows)
  const raters = new Float64Array(columns)
  let at = 0
  for (let i = 0; i < rows; i++) {
    let sum = 0
    for (let j = 0; j < columns; j++) {
      const x = values[at++] ?? 0
      sum += x
      raters[j] = (raters[j] ?? 0) + x
    }
    targets[i] = sum / columns
  }
  let total = 0
  for (let j = 0; j < columns; j++) {
    total += raters[j] ?? 0
    raters[j] = (raters[j] ?? 0) / rows
  }
  return { targets, raters, grand: total / values.length }
}

function squares(numbers: Float64Array, centre: number): number {
  let sum = 0
  for (let i = 0; i < numbers.length; i++) {
    const d = (numbers[i] ?? 0) - centre
    sum += d * d
  }
  return sum
}

function residualSquares({ rows, columns, values }: Matrix, { targets, raters, grand }: Means): number {
  let sum = 0
  let at = 0
  for (let i = 0; i < rows; i++) {
    const target = (targets[i] ?? 0) - grand
    for (let j = 0; j < columns; j++) {
      const d = (values[at++] ?? 0) - target - (raters[j] ?? 0)
      sum += d * d
    }
  }
  return sum
}
