/** How sure a reliability is that was reckoned from variance components. */
import { normalQuantile } from '../distributions/normal.ts'
import { type Estimate, type Interval, reason, value } from '../estimate.ts'
import type { RestrictedLikelihood } from '../variance/reml.ts'
import { type Coefficient, decisionStudy, type Panel } from './decision-study.ts'

const STEP = 1e-5

/**
 * An interval for the coefficient of a decision study, from components found by restricted likelihood: by the delta method on
 * log(ρ / (1 − ρ)), whose distribution is closer to normal. `confidence` is .95 unless said otherwise.
 * No interval, with the reason, where the coefficient has none or stands at 0 or 1, or where a variance at zero hides the error.
 */
export function reliabilityInterval(
  components: RestrictedLikelihood,
  panel: Panel,
  { coefficient = 'absolute', confidence = 0.95 }: { coefficient?: Coefficient; confidence?: number } = {},
): Estimate<Interval> {
  const at = (shifted: RestrictedLikelihood) => decisionStudy(shifted, panel)[coefficient]
  const centre = at(components)
  if (centre.value === null) return centre
  if (!(centre.value > 0 && centre.value < 1))
    return reason('A reliability of exactly 0 or 1 has no interval.')
  const logit = Math.log(centre.value / (1 - centre.value))
  const slopes = components.components.map((_, k) => {
    const moved = at(shift(components, k)).value
    const step = STEP * scaleOf(components)
    return moved === null ? 0 : (Math.log(moved / (1 - moved)) - logit) / step
  })
  const variance = slopes.reduce((sum, slope, j) => sum + slope * rowTimes(components, j, slopes), 0)
  if (!(variance > 0)) return reason('The ratings do not say how sure this reliability is.')
  const half = normalQuantile((1 + confidence) / 2) * Math.sqrt(variance)
  const back = (x: number) => 1 / (1 + Math.exp(-x))
  return value({ lower: back(logit - half), upper: back(logit + half) })
}

const scaleOf = ({ components }: RestrictedLikelihood) =>
  components.reduce((sum, { variance }) => sum + Math.abs(variance), 0)

const rowTimes = ({ covariance, components }: RestrictedLikelihood, row: number, slopes: number[]) =>
  slopes.reduce((sum, slope, k) => sum + (covariance[row * components.length + k] ?? 0) * slope, 0)

function shift(all: RestrictedLikelihood, k: number): RestrictedLikelihood {
  const step = STEP * scaleOf(all)
  const components = all.components.map((component, j) =>
    j === k ? { ...component, variance: component.variance + step } : component,
  )
  return { ...all, components }
}
