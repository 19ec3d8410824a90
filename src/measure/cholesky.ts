/** Cholesky's factor of a symmetric positive definite matrix, held row after row in one array. */

/**
 * Replaces the lower triangle of `matrix` (n × n) by its factor L with L·Lᵀ = matrix; the upper triangle is not touched.
 * @returns false when the matrix is not positive definite; what it holds then is of no use.
 */
export function factorize(matrix: Float64Array, n: number): boolean {
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * n + j] as number
      for (let k = 0; k < j; k++) sum -= (matrix[i * n + k] as number) * (matrix[j * n + k] as number)
      if (j < i) matrix[i * n + j] = sum / (matrix[j * n + j] as number)
      else if (sum > 0) matrix[i * n + i] = Math.sqrt(sum)
      else return false
    }
  }
  return true
}

/** Solves L·Lᵀ·x = right in place, with the factor that `factorize` left; `from` is where the right side begins. */
export function solveFactored(factor: Float64Array, n: number, right: Float64Array, from = 0): void {
  for (let i = 0; i < n; i++) {
    let sum = right[from + i] as number
    for (let k = 0; k < i; k++) sum -= (factor[i * n + k] as number) * (right[from + k] as number)
    right[from + i] = sum / (factor[i * n + i] as number)
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = right[from + i] as number
    for (let k = i + 1; k < n; k++) sum -= (factor[k * n + i] as number) * (right[from + k] as number)
    right[from + i] = sum / (factor[i * n + i] as number)
  }
}

/** The inverse, row after row, from the factor that `factorize` left. */
export function inverseFactored(factor: Float64Array, n: number): Float64Array {
  const inverse = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    inverse[i * n + i] = 1
    solveFactored(factor, n, inverse, i * n)
  }
  return inverse
}
