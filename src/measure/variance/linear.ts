/** Small dense systems. */

/**
 * The x of Ax = b by elimination with pivots, or null where A is singular (a pivot below 1e-11 of its row's largest entry).
 * `a` holds the rows one after the other; neither argument is changed.
 */
export function solveDense(a: Float64Array, b: Float64Array): Float64Array | null {
  const n = b.length
  const rows = Array.from({ length: n }, (_, i) =>
    Float64Array.of(...a.subarray(i * n, i * n + n), b[i] as number),
  )
  const scale = rows.map((row) => row.subarray(0, n).reduce((most, x) => Math.max(most, Math.abs(x)), 0))
  for (let step = 0; step < n; step++) {
    const pivot = bestRow(rows, scale, step)
    swap(rows, pivot, step)
    swap(scale, pivot, step)
    if (!(Math.abs(rows[step]?.[step] ?? 0) > 1e-11 * (scale[step] as number))) return null
    for (let i = step + 1; i < n; i++) subtract(rows[i], rows[step], step)
  }
  return backwards(rows, n)
}

function bestRow(rows: Float64Array[], scale: number[], step: number): number {
  let best = step
  const size = (i: number) => Math.abs(rows[i]?.[step] ?? 0) / (scale[i] || 1)
  for (let i = step + 1; i < rows.length; i++) if (size(i) > size(best)) best = i
  return best
}

function swap<T>(list: T[], i: number, j: number) {
  const [a, b] = [list[i], list[j]]
  if (a === undefined || b === undefined) return
  list[i] = b
  list[j] = a
}

function subtract(row: Float64Array | undefined, pivot: Float64Array | undefined, step: number) {
  if (!row || !pivot) return
  const factor = (row[step] as number) / (pivot[step] ?? 1)
  if (factor === 0) return
  for (let j = step; j < row.length; j++) row[j] = (row[j] as number) - factor * (pivot[j] as number)
}

function backwards(rows: Float64Array[], n: number): Float64Array {
  const x = new Float64Array(n)
  for (let i = n - 1; i >= 0; i--) {
    const row = rows[i] ?? x
    let sum = row[n] as number
    for (let j = i + 1; j < n; j++) sum -= (row[j] as number) * (x[j] as number)
    x[i] = sum / (row[i] ?? 1)
  }
  return x
}

/** log |A| from the Cholesky factor of A. */
export function logDeterminant(factor: Float64Array, n: number): number {
  let sum = 0
  for (let i = 0; i < n; i++) sum += Math.log(factor[i * n + i] ?? 1)
  return 2 * sum
}

/** A⁻¹, whole, from the Cholesky factor of A: the inverse of the factor first, which keeps to the triangle. */
export function inverseFromFactor(factor: Float64Array, n: number): Float64Array {
  const lower = invertedTriangle(factor, n)
  const inverse = new Float64Array(n * n)
  for (let k = 0; k < n; k++)
    for (let i = 0; i <= k; i++) {
      const from = lower.subarray(k * n, k * n + i + 1)
      addMultiple(inverse.subarray(i * n, i * n + i + 1), lower[k * n + i] as number, from)
    }
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) inverse[j * n + i] = inverse[i * n + j] as number
  return inverse
}

function invertedTriangle(factor: Float64Array, n: number): Float64Array {
  const lower = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    const pivot = 1 / (factor[i * n + i] ?? 1)
    const row = lower.subarray(i * n, i * n + i)
    for (let k = 0; k < i; k++)
      addMultiple(row, -pivot * (factor[i * n + k] as number), lower.subarray(k * n, k * n + k + 1))
    lower[i * n + i] = pivot
  }
  return lower
}

function addMultiple(to: Float64Array, factor: number, from: Float64Array) {
  for (let j = 0; j < from.length; j++) to[j] = (to[j] as number) + factor * (from[j] as number)
}
