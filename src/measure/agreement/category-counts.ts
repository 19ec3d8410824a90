/** How many raters chose each category for each target. */
import { Invalid } from '#errors.ts'
import { type Matrix, matrixFrom, type Ratings } from '../matrix.ts'

/**
 * Counts of targets (rows) by categories (columns). List every category of the scale, from the lowest, also those that nobody
 * used: indices that weigh categories depend on them. A missing rating is not counted.
 * @throws Invalid when a rating is none of the categories, or fewer than two categories are listed.
 */
export function categoryCounts(ratings: Ratings, categories: readonly number[]): Matrix {
  const { rows, columns, values } = matrixFrom(ratings)
  const numbers = new Map(categories.map((category, i) => [category, i]))
  if (numbers.size !== categories.length || categories.length < 2)
    throw new Invalid('List at least two categories, each once.')
  const counts = new Float64Array(rows * categories.length)
  for (let at = 0; at < values.length; at++) {
    const x = values[at] ?? Number.NaN
    if (Number.isNaN(x)) continue
    const category = numbers.get(x)
    if (category === undefined)
      throw new Invalid(`A rating is ${x}, which is none of the categories ${categories.join(', ')}.`)
    const cell = Math.floor(at / columns) * categories.length + category
    counts[cell] = (counts[cell] ?? 0) + 1
  }
  return { rows, columns: categories.length, values: counts }
}

/**
 * A table of counts or shares, checked: nothing missing, nothing negative.
 * @throws Invalid when it is not.
 */
export function checkedCounts(table: Ratings): Matrix {
  const matrix = matrixFrom(table)
  if (!matrix.values.every((x) => x >= 0))
    throw new Invalid('A count is missing or negative. Write 0 where a category was not used.')
  return matrix
}
