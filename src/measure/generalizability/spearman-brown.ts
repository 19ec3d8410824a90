/** Reliability of several raters together, from that of one (Spearman 1910; Brown 1910). */
import { Invalid } from '#errors.ts'
import { type Estimate, finite, reason } from '../estimate.ts'

/** Reliability of the mean of `times` as many raters (or questions) when that of one is `reliability`. @throws Invalid when `times` is not above 0. */
export function spearmanBrown(reliability: number, times: number): Estimate {
  if (!(times > 0)) throw new Invalid(`There cannot be ${times} times as many raters. Give a number above 0.`)
  return finite(
    (times * reliability) / (1 + (times - 1) * reliability),
    'From this reliability none can be reckoned for the number of raters asked.',
  )
}

/**
 * How many times as many raters reach `target`; not rounded.
 * No result, with the reason, when one rater's reliability is not between 0 and 1.
 * @throws Invalid when the target is not between 0 and 1.
 */
export function timesNeeded(reliability: number, target: number): Estimate {
  if (!(target > 0 && target < 1))
    throw new Invalid(`A reliability of ${target} cannot be aimed at. Give a number between 0 and 1.`)
  if (!(reliability > 0 && reliability < 1))
    return reason(
      reliability >= 1
        ? 'One rater alone is already perfectly reliable.'
        : 'Ratings that tell nothing apart stay unreliable, however many there are.',
    )
  return finite((target * (1 - reliability)) / (reliability * (1 - target)), 'There is no such number.')
}
