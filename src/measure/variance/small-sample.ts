/**
 * What it adds to the error of a score that the variances are themselves estimated: a wider error (Prasad and Rao 1990, JASA
 * 85:163) and degrees of freedom for a t distribution (Satterthwaite 1946). It matters with few persons or few raters.
 */
import type { Variances } from './information.ts'

export interface Scores {
  readonly score: Float64Array
  /** Squared standard error, the variances taken as known. */
  readonly variance: Float64Array
}

export interface SmallSample {
  /** To be added to the squared standard error. */
  readonly extra: Float64Array
  readonly freedom: Float64Array
}

/** How the scores come from a solution; null where there is none. */
export type ScoresFrom = (variances: Variances) => Scores | null

const STEP = 1e-4

/** `covariance` is that of the estimated variances in the order of `variances`, the residual last; 0 for one at zero. */
export function smallSample(
  at: Variances,
  scores: Scores,
  covariance: Float64Array,
  from: ScoresFrom,
): SmallSample {
  const size = at.parts.length + 1
  const slopes = Array.from({ length: size }, (_, k) =>
    (covariance[k * size + k] as number) > 0 ? slopeOf(at, scores, k, from) : null,
  )
  const quadratic = (p: number, of: keyof Scores) => {
    let sum = 0
    for (let j = 0; j < size; j++)
      for (let k = 0; k < size; k++)
        sum += (covariance[j * size + k] as number) * (slopes[j]?.[of][p] ?? 0) * (slopes[k]?.[of][p] ?? 0)
    return Math.max(0, sum)
  }
  return {
    extra: scores.score.map((_, p) => 2 * quadratic(p, 'score')),
    freedom: scores.variance.map((variance, p) => (2 * variance * variance) / quadratic(p, 'variance')),
  }
}

/** By how much scores and their variances change with variance k. */
function slopeOf(at: Variances, scores: Scores, k: number, from: ScoresFrom): Scores | null {
  const size = STEP * (at.parts[k]?.variance ?? at.residual)
  const moved = from({
    parts: at.parts.map(({ part, variance }, j) => ({
      part,
      variance: j === k ? variance + size : variance,
    })),
    residual: k === at.parts.length ? at.residual + size : at.residual,
  })
  if (moved === null) return null
  const change = (of: keyof Scores) => moved[of].map((x, p) => (x - (scores[of][p] ?? 0)) / size)
  return { score: change('score'), variance: change('variance') }
}
