/** Persons before and after they have answered, on a grid of points. */
import { Invalid } from '#errors.ts'

/** Where persons come from: a normal distribution, in logits. */
export interface Prior {
  readonly mean: number
  readonly sd: number
}

export interface Point {
  readonly theta: number
  readonly weight: number
}

const REACH = 8
const POINTS = 161

/**
 * Equally spaced points from 8 standard deviations below the mean to 8 above. For smooth functions that die out at both ends
 * equal spacing is exact to nearly all digits (Trefethen and Weideman 2014, SIAM Review 56:385).
 */
export function pointsOf({ mean, sd }: Prior): Point[] {
  if (!(Number.isFinite(mean) && Number.isFinite(sd) && sd > 0))
    throw new Invalid('Say where persons come from: a mean, and a standard deviation above 0.')
  const step = (2 * REACH) / (POINTS - 1)
  return Array.from({ length: POINTS }, (_, i) => {
    const z = -REACH + i * step
    return { theta: mean + sd * z, weight: (step * Math.exp(-(z * z) / 2)) / Math.sqrt(2 * Math.PI) }
  })
}

/** Mean and standard deviation of θ, given how likely the answers are at each point (up to a factor). */
export function posteriorFrom(
  points: readonly Point[],
  likelihood: readonly number[],
): { theta: number; error: number } {
  const share = points.map(({ weight }, i) => weight * (likelihood[i] ?? 0))
  const sum = share.reduce((all, x) => all + x, 0)
  const mean = points.reduce((all, { theta }, i) => all + theta * (share[i] ?? 0), 0) / sum
  const variance = points.reduce((all, { theta }, i) => all + (theta - mean) ** 2 * (share[i] ?? 0), 0) / sum
  return { theta: mean, error: Math.sqrt(variance) }
}
