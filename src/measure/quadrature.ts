/** Points and weights that turn an integral over a normal distribution into a sum. */

export interface Rule {
  readonly points: Float64Array
  readonly weights: Float64Array
  readonly logWeights: Float64Array
}

const CLOSE = 1e-15

/**
 * Gauss–Hermite for the standard normal distribution: the mean of f is Σ weight·f(point), exact for polynomials up to degree
 * 2n − 1. Points from Newton steps on the orthonormal Hermite polynomials (Press et al., Numerical Recipes, section 4.6).
 * @param n from 1 to 64
 */
export function gaussHermite(n: number): Rule {
  const points = new Float64Array(n)
  const weights = new Float64Array(n)
  for (let i = 0; i < Math.ceil(n / 2); i++) {
    const root = rootNear(firstGuess(i, n, points), n)
    points[n - 1 - i] = root.at * Math.SQRT2
    points[i] = -root.at * Math.SQRT2
    weights[i] = 2 / root.slope ** 2 / Math.sqrt(Math.PI)
    weights[n - 1 - i] = weights[i] as number
  }
  if (n % 2 === 1) points[(n - 1) / 2] = 0
  return { points, weights, logWeights: weights.map(Math.log) }
}

/** Where the next root from above may lie, from those already found (kept at the end of `found`, times √2). */
function firstGuess(i: number, n: number, found: Float64Array): number {
  const known = (j: number) => (found[n - 1 - j] as number) / Math.SQRT2
  if (i === 0) return Math.sqrt(2 * n + 1) - 1.85575 * (2 * n + 1) ** (-1 / 6)
  if (i === 1) return known(0) - (1.14 * n ** 0.426) / known(0)
  if (i === 2) return 1.86 * known(1) - 0.86 * known(0)
  if (i === 3) return 1.91 * known(2) - 0.91 * known(1)
  return 2 * known(i - 1) - known(i - 2)
}

function rootNear(guess: number, n: number): { at: number; slope: number } {
  let at = guess
  for (let round = 0; ; round++) {
    let before = 0
    let here = Math.PI ** -0.25
    for (let j = 0; j < n; j++) {
      const next = at * Math.sqrt(2 / (j + 1)) * here - Math.sqrt(j / (j + 1)) * before
      before = here
      here = next
    }
    const slope = Math.sqrt(2 * n) * before
    const step = here / slope
    at -= step
    if (Math.abs(step) < CLOSE * Math.max(1, Math.abs(at)) || round > 50) return { at, slope }
  }
}
