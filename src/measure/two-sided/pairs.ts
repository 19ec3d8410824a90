/** Pairs of numbers for the curvilinear checks. */
import { Invalid } from '#errors.ts'

export interface Pairs {
  readonly x: readonly number[]
  readonly y: readonly number[]
}

/**
 * The pairs of which both numbers are there (not null, not NaN).
 * @throws Invalid when the lists differ in length or a number is infinite.
 */
export function completePairs(x: readonly (number | null)[], y: readonly (number | null)[]): Pairs {
  if (x.length !== y.length)
    throw new Invalid(
      `There are ${x.length} and ${y.length} numbers. Give a pair for every person, null where one is missing.`,
    )
  const both = x.flatMap((a, i) => {
    const b = y[i] ?? Number.NaN
    return a === null || Number.isNaN(a) || Number.isNaN(b) ? [] : [[a, b] as const]
  })
  if (!both.flat().every(Number.isFinite))
    throw new Invalid('A number is infinite. Leave it out or correct it.')
  return { x: both.map(([a]) => a), y: both.map(([, b]) => b) }
}

export const meanOf = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0) / numbers.length

/** Σ aᵢ bᵢ of two lists of one length. */
export const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0)
