/** How much of an agreement two categories are: 1 for the same, less the further they are apart. */
import { Invalid } from '#errors.ts'
import { type Matrix, matrixFrom, type Ratings } from '../matrix.ts'

/** `none` counts only equal categories, `linear` and `quadratic` give part of the credit to near ones; or a table of your own. */
export type AgreementWeights = 'none' | 'linear' | 'quadratic' | Ratings

/**
 * The weights for so many categories as a square table.
 * @throws Invalid when a table of one's own has another size, holds something outside 0 to 1 or no 1 for equal categories.
 */
export function agreementWeights(weights: AgreementWeights, categories: number): Matrix {
  if (typeof weights !== 'string') return checkedWeights(matrixFrom(weights), categories)
  const values = new Float64Array(categories * categories)
  for (let a = 0; a < categories; a++)
    for (let b = 0; b < categories; b++) {
      const apart = Math.abs(a - b) / Math.max(1, categories - 1)
      values[a * categories + b] = credit(weights, apart)
    }
  return { rows: categories, columns: categories, values }
}

/**
 * Weights of agreement from weights of disagreement (0 for equal categories, any larger number for others), as Cohen 1968 has
 * them: 1 less the share of the largest.
 * @throws Invalid when all are 0.
 */
export function agreementFromDisagreement(disagreement: Ratings): Matrix {
  const matrix = matrixFrom(disagreement)
  const most = matrix.values.reduce((a, b) => Math.max(a, b), 0)
  if (!(most > 0)) throw new Invalid('Give a disagreement above 0 to at least two categories that differ.')
  return { ...matrix, values: matrix.values.map((d) => 1 - d / most) }
}

function credit(kind: 'none' | 'linear' | 'quadratic', apart: number): number {
  if (kind === 'none') return apart === 0 ? 1 : 0
  return kind === 'linear' ? 1 - apart : 1 - apart ** 2
}

function checkedWeights(matrix: Matrix, categories: number): Matrix {
  if (matrix.rows !== categories || matrix.columns !== categories)
    throw new Invalid(
      `The weights are ${matrix.rows} × ${matrix.columns} and there are ${categories} categories. Give one row and one column for each.`,
    )
  const fair = matrix.values.every((w, at) => w >= 0 && w <= 1 && (at % (categories + 1) !== 0 || w === 1))
  if (!fair) throw new Invalid('Weights of agreement lie between 0 and 1, and are 1 for equal categories.')
  return matrix
}
