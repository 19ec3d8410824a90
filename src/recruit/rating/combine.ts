/**
 * The mechanical combination: ratings of all members by weights that were fixed before the first interview. Mechanical beats a
 * combination by feeling (Conway, Jako and Goodman 1995, J. Applied Psychology 80:565). Missing is not zero; a must-have is a
 * gate and never averaged away.
 */
import { studentQuantile } from '#measure/distributions/continuous.ts'
import { type Estimate, type Interval, reason, value } from '#measure/estimate.ts'
import { assessed, sharesOf } from '../kit/criteria.ts'
import type { Criterion, Entry, Question } from '../model.ts'

/** What one member gave; only questions with a rating count. */
export interface MemberRatings {
  personId: string
  entries: readonly Pick<Entry, 'question' | 'rating' | 'noResponse'>[]
}

/** `yes`: the ratings reach the band of the entry level. `unknown`: nobody could rate it. */
export type Gate = 'yes' | 'not yet' | 'unknown'

export interface CriterionResult {
  criterion: string
  /** From 0 to 100 of the scale, over members and questions; null: nobody rated it. */
  score: number | null
  /** Ratings there are, of those there could be. */
  rated: number
  of: number
  /** Where it is a must-have; null where it is not. */
  gate: Gate | null
}

export interface Combined {
  criteria: CriterionResult[]
  /** The weighted mean from 0 to 100; no number while a criterion is unknown. */
  score: Estimate
  /** 95 %, from how far the members differ; other questions on another day would differ too, which it cannot know. */
  interval: Estimate<Interval>
  /** Were everything unknown the lowest, or the highest. */
  bounds: Interval
  /** Of the must-haves: those not reached, and those that nobody could rate. */
  notYet: string[]
  unknown: string[]
}

export interface Kit {
  criteria: readonly Criterion[]
  questions: readonly Question[]
}

/** A rating on its scale, from 0 (lowest point) to 100 (highest). */
export function scoreOf(rating: number, points: number): number {
  return ((rating - 1) / (points - 1)) * 100
}

/**
 * All members' ratings of one candidate. Each criterion is the mean over its rated questions and members; neither the order of
 * members nor of questions matters. `alone`: what they gave before they talked, from which the interval is taken. Ratings that
 * were agreed are alike because they were agreed, which makes nobody more certain.
 */
export function combine(
  kit: Kit,
  members: readonly MemberRatings[],
  alone: readonly MemberRatings[] = members,
): Combined {
  const looked = assessed(kit.criteria)
  const shares = sharesOf(kit.criteria)
  const criteria = looked.map((criterion) => resultOf(kit, criterion, members))
  const missing = criteria.filter(({ score }) => score === null)
  const sum = (unknownAs: number) =>
    criteria.reduce(
      (total, { criterion, score }) => total + (shares.get(criterion) ?? 0) * (score ?? unknownAs),
      0,
    )
  const names = missing.map(({ criterion }) => looked.find(({ id }) => id === criterion)?.name ?? '')
  return {
    criteria,
    score: missing.length === 0 ? value(sum(0)) : reason(`Not known: ${names.join(', ')}.`),
    interval:
      missing.length === 0 ? intervalOf(kit, alone, sum(0)) : reason(`Not known: ${names.join(', ')}.`),
    bounds: { lower: sum(0), upper: sum(100) },
    notYet: criteria.filter(({ gate }) => gate === 'not yet').map(({ criterion }) => criterion),
    unknown: criteria.filter(({ gate }) => gate === 'unknown').map(({ criterion }) => criterion),
  }
}

function resultOf(kit: Kit, criterion: Criterion, members: readonly MemberRatings[]): CriterionResult {
  const questions = kit.questions.filter((one) => one.criterion === criterion.id)
  const ratings = questions.flatMap((question) => ratingsOf(question, members))
  const scores = ratings.map(({ rating, question }) => scoreOf(rating, question.points))
  return {
    criterion: criterion.id,
    score: meanOf(scores),
    rated: ratings.length,
    of: questions.length * members.length,
    gate: criterion.must ? gateOf(questions, members) : null,
  }
}

function ratingsOf(question: Question, members: readonly MemberRatings[]) {
  return members.flatMap(({ entries }) => {
    const rating = entries.find((entry) => entry.question === question.id)?.rating ?? null
    return rating === null ? [] : [{ rating, question }]
  })
}

/** Reached when the mean of every question of it that was rated lies in the band of the entry level or above. */
function gateOf(questions: readonly Question[], members: readonly MemberRatings[]): Gate {
  const means = questions.flatMap((question) => {
    const mean = meanOf(ratingsOf(question, members).map(({ rating }) => rating))
    return mean === null ? [] : [{ mean, from: question.anchors[1]?.from ?? question.points }]
  })
  if (means.length === 0) return 'unknown'
  return means.every(({ mean, from }) => mean >= from) ? 'yes' : 'not yet'
}

const CONFIDENCE = 0.95

/** Around the score, by Student's t over what each member alone would have given; members who left a criterion open cannot say. */
function intervalOf(kit: Kit, members: readonly MemberRatings[], score: number): Estimate<Interval> {
  const shares = sharesOf(kit.criteria)
  const each = members.flatMap((member) => {
    const own = assessed(kit.criteria).map((criterion) => resultOf(kit, criterion, [member]))
    if (own.some(({ score }) => score === null)) return []
    return [own.reduce((sum, { criterion, score }) => sum + (shares.get(criterion) ?? 0) * (score ?? 0), 0)]
  })
  const mean = meanOf(each)
  if (mean === null || each.length < 2)
    return reason('Fewer than two members rated everything, so nobody can say how far ratings would differ.')
  const differing = each.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (each.length - 1)
  const variance = Math.max(differing, roundingVariance(kit))
  const half = studentQuantile((1 + CONFIDENCE) / 2, each.length - 1) * Math.sqrt(variance / each.length)
  return value({ lower: Math.max(0, score - half), upper: Math.min(100, score + half) })
}

/**
 * Of one member's combination, in squared points of 100: ratings are whole points, so members who give the same may still differ
 * by up to half a point (variance 1/12). Without it, two who happen to agree would look certain.
 */
function roundingVariance({ criteria, questions }: Kit): number {
  const shares = sharesOf(criteria)
  return assessed(criteria).reduce((sum, { id }) => {
    const own = questions.filter(({ criterion }) => criterion === id)
    const steps = own.reduce((all, { points }) => all + (100 / (points - 1)) ** 2 / 12, 0)
    return sum + (shares.get(id) ?? 0) ** 2 * (steps / Math.max(1, own.length) ** 2)
  }, 0)
}

export function meanOf(all: readonly number[]): number | null {
  return all.length === 0 ? null : all.reduce((sum, x) => sum + x, 0) / all.length
}
