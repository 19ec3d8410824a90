/** Error of a score from its reliability: classical test theory, for when there is no more than a reliability to go by. */
import { Invalid } from '#errors.ts'
import { normalQuantile } from '../distributions/normal.ts'
import { type Estimate, reason, value } from '../estimate.ts'

const USELESS = 'With a reliability of 0 or below, scores say nothing about persons.'

/** Standard error of measurement, SD √(1 − reliability), in the units of `sd`. No result when the reliability is not in (0, 1]. */
export function standardError(sd: number, reliability: number): Estimate {
  checkSpread(sd)
  const fault = faultOf(reliability)
  return fault ? reason(fault) : value(sd * Math.sqrt(1 - reliability))
}

/**
 * The smallest change that is more than error: z √2 SEM. At the usual confidence of .95, z is 1.96, as the literature has it;
 * at any other it is the exact quantile.
 * @throws Invalid when the standard error is negative or the confidence is not between 0 and 1.
 */
export function minimalDetectableChange(error: number, confidence = 0.95): number {
  checkSpread(error)
  return quantileFor(confidence) * Math.SQRT2 * error
}

export interface TrueScore {
  /** Drawn from the score towards the mean of the group (Kelley 1947). */
  readonly estimate: number
  /** Standard error of estimation, SD √(r (1 − r)). */
  readonly error: number
}

/** What the true score probably is. No result when the reliability is not in (0, 1]. */
export function kelleyEstimate({
  score,
  mean,
  sd,
  reliability,
}: {
  score: number
  mean: number
  sd: number
  reliability: number
}): Estimate<TrueScore> {
  checkSpread(sd)
  const fault = faultOf(reliability)
  if (fault) return reason(fault)
  return value({
    estimate: reliability * score + (1 - reliability) * mean,
    error: sd * Math.sqrt(reliability * (1 - reliability)),
  })
}

/**
 * Reliable change index, (after − before) / (√2 SEM) (Jacobson and Truax 1991, J. Consulting and Clinical Psychology 59:12): beyond
 * ±1.96 a change is more than error would bring about once in twenty times. No result when the standard error is 0.
 */
export function reliableChange(before: number, after: number, error: number): Estimate {
  checkSpread(error)
  if (error === 0) return reason('Scores without error need no index: any change is a change.')
  return value((after - before) / (Math.SQRT2 * error))
}

function quantileFor(confidence: number): number {
  if (!(confidence > 0 && confidence < 1))
    throw new Invalid(
      `A confidence of ${confidence} is not possible. Give a number between 0 and 1, such as 0.95.`,
    )
  return confidence === 0.95 ? 1.96 : normalQuantile((1 + confidence) / 2)
}

function faultOf(reliability: number): string | null {
  if (Number.isNaN(reliability)) return 'The reliability is not known.'
  if (reliability <= 0) return USELESS
  return reliability > 1 ? 'A reliability above 1 is not possible.' : null
}

function checkSpread(sd: number) {
  if (!(sd >= 0)) throw new Invalid(`A spread of ${sd} is not possible. Give a number from 0.`)
}
