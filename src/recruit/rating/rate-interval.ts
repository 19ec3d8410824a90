/** How far to trust the share of a small group. */
import type { Interval } from '#measure/estimate.ts'
import type { Selection } from '#measure/impact/selection.ts'

const Z = 1.959963984540054

/**
 * The 95 % interval of a share; from 0 to 1 where nobody applied. Source: Wilson 1927, Journal of the American Statistical
 * Association 22:209; it holds for few people and for shares of 0 and 1.
 */
export function rateInterval({ selected, applicants }: Selection): Interval {
  if (applicants === 0) return { lower: 0, upper: 1 }
  const share = selected / applicants
  const spread = Z ** 2 / applicants
  const centre = (share + spread / 2) / (1 + spread)
  const reach = (Z / (1 + spread)) * Math.sqrt((share * (1 - share)) / applicants + spread / (4 * applicants))
  return { lower: Math.max(0, centre - reach), upper: Math.min(1, centre + reach) }
}
