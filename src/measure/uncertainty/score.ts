/** What may be said of a score that has an error: an interval, the chance of each level, a difference between two. */
import { Invalid } from '#errors.ts'
import { studentQuantile, studentUpper } from '../distributions/continuous.ts'
import { normalQuantile, normalUpper } from '../distributions/normal.ts'
import { type Estimate, type Interval, reason, value } from '../estimate.ts'
import type { Predictions } from '../variance/predictions.ts'

/** A score in levels. As it comes from the predictions of `crossedEffects`, its error counts chance, halo and severity. */
export interface Score {
  readonly score: number
  readonly error: number
  /** Degrees of freedom of the error; infinite (a normal distribution) unless said otherwise. */
  readonly freedom?: number
}

/** One person's score from the predictions of `crossedEffects`. @throws Invalid when there is no such person. */
export function scoreOfPerson(predictions: Predictions, person: number): Score {
  const { score, scoreError, scoreFreedom } = predictions
  const found = score[person]
  if (found === undefined)
    throw new Invalid(`There is no person ${person}. Persons are numbered from 0 to ${score.length - 1}.`)
  return {
    score: found,
    error: scoreError[person] ?? 0,
    freedom: scoreFreedom[person] ?? Number.POSITIVE_INFINITY,
  }
}

/** From where to where the true level lies with this confidence. @throws Invalid when it is not between 0 and 1. */
export function scoreInterval({ score, error, freedom }: Score, confidence = 0.95): Interval {
  const half = quantile(confidence, freedom) * error
  return { lower: score - half, upper: score + half }
}

export interface LevelChances {
  /** Chance that the true level is at least this one, from the lowest level (1) up. */
  readonly atLeast: readonly number[]
  /** Chance of each level; they add up to 1. */
  readonly exactly: readonly number[]
  /** Place of the most likely level, from 0. */
  readonly mostLikely: number
}

/**
 * How likely each level is. `cuts` rise; the k-th divides level k from level k + 1, counted from 1. With scores in whole levels
 * from 1 to 5 the usual cuts are 1.5, 2.5, 3.5, 4.5.
 * @throws Invalid when cuts do not rise or the error is not a number from 0.
 */
export function levelChances({ score, error, freedom }: Score, cuts: readonly number[]): LevelChances {
  if (!(error >= 0)) throw new Invalid(`An error of ${error} is not possible. Give a number from 0.`)
  if (cuts.length === 0 || cuts.some((cut, k) => !(cut > (cuts[k - 1] ?? Number.NEGATIVE_INFINITY))))
    throw new Invalid('Give at least one cut between two levels, each higher than the one before.')
  const atLeast = [1, ...cuts.map((cut) => above((cut - score) / error, freedom))]
  const exactly = atLeast.map((chance, k) => chance - (atLeast[k + 1] ?? 0))
  const mostLikely = exactly.reduce((best, chance, k) => (chance > (exactly[best] ?? 0) ? k : best), 0)
  return { atLeast, exactly, mostLikely }
}

export interface Difference extends Interval {
  readonly difference: number
  readonly error: number
  /** The smallest difference that is more than error. */
  readonly detectable: number
  /** Whether this one is. */
  readonly distinct: boolean
}

/** How far two scores are apart that were found independently: of two persons, or of one person at two times. */
export function scoreDifference(from: Score, to: Score, confidence = 0.95): Difference {
  const difference = to.score - from.score
  const error = Math.hypot(from.error, to.error)
  const detectable = quantile(confidence, sharedFreedom(from, to)) * error
  return {
    difference,
    error,
    detectable,
    lower: difference - detectable,
    upper: difference + detectable,
    distinct: Math.abs(difference) > detectable,
  }
}

/**
 * Reliability of one person's score: how much less uncertain the person's level is than before anything was rated.
 * `betweenPersons` is the variance component of persons. No result when it is 0.
 */
export function scoreReliability({ error }: Pick<Score, 'error'>, betweenPersons: number): Estimate {
  if (!(betweenPersons > 0))
    return reason('No variance between persons was found, so their scores cannot be told apart.')
  return value(Math.max(0, 1 - error ** 2 / betweenPersons))
}

/** Welch 1947. */
function sharedFreedom(a: Score, b: Score): number {
  const part = ({ error, freedom = Number.POSITIVE_INFINITY }: Score) => error ** 4 / freedom
  return (a.error ** 2 + b.error ** 2) ** 2 / (part(a) + part(b))
}

/** From so many degrees of freedom on, t is normal to seven digits. */
const NORMAL_FROM = 1e7

function quantile(confidence: number, freedom = Number.POSITIVE_INFINITY): number {
  if (!(confidence > 0 && confidence < 1))
    throw new Invalid(
      `A confidence of ${confidence} is not possible. Give a number between 0 and 1, such as 0.95.`,
    )
  const p = (1 + confidence) / 2
  return freedom < NORMAL_FROM ? studentQuantile(p, Math.max(1, freedom)) : normalQuantile(p)
}

/** Chance of more than x; a score without error lies on the cut's upper side when it reaches it. */
function above(x: number, freedom = Number.POSITIVE_INFINITY): number {
  if (Number.isNaN(x) || x === Number.NEGATIVE_INFINITY) return 1
  if (x === Number.POSITIVE_INFINITY) return 0
  return freedom < NORMAL_FROM ? studentUpper(x, Math.max(1, freedom)) : normalUpper(x)
}
