/** Large positive definite systems of which only the product with a vector is known. */

export interface System {
  /** Writes the product into `out`. */
  readonly apply: (x: Float64Array, out: Float64Array) => void
  /** Roughly the matrix's diagonal; all positive. */
  readonly diagonal: Float64Array
  readonly right: Float64Array
  /** Relative size of the residual at which to stop, both scaled by the diagonal. */
  readonly precision: number
  readonly start: Float64Array | null
}

const MOST_STEPS = 500

/** The solution by conjugate gradients (Hestenes and Stiefel 1952) with a diagonal preconditioner, after at most 500 steps. */
export function conjugateGradient({ apply, diagonal, right, precision, start }: System): Float64Array {
  const n = right.length
  const x = start ? start.slice() : new Float64Array(n)
  const image = new Float64Array(n)
  if (start) apply(x, image)
  const residual = right.map((b, g) => b - (image[g] as number))
  const goal = precision * precision * weighted(right, diagonal)
  let size = weighted(residual, diagonal)
  if (!(size > goal)) return x
  const direction = residual.map((r, g) => r / (diagonal[g] ?? 1))
  for (let step = 0; step < MOST_STEPS && size > goal; step++) {
    apply(direction, image)
    const along = size / dot(direction, image)
    for (let g = 0; g < n; g++) {
      x[g] = (x[g] as number) + along * (direction[g] as number)
      residual[g] = (residual[g] as number) - along * (image[g] as number)
    }
    const before = size
    size = weighted(residual, diagonal)
    const turn = size / before
    for (let g = 0; g < n; g++)
      direction[g] = (residual[g] as number) / (diagonal[g] ?? 1) + turn * (direction[g] as number)
  }
  return x
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let g = 0; g < a.length; g++) sum += (a[g] as number) * (b[g] as number)
  return sum
}

/** Σ a² / diagonal. */
function weighted(a: Float64Array, diagonal: Float64Array): number {
  let sum = 0
  for (let g = 0; g < a.length; g++) sum += ((a[g] as number) * (a[g] as number)) / (diagonal[g] ?? 1)
  return sum
}
