/** Where the members of a panel differ about a candidate, and how far they agree: what is talked about first. */
import { rwg, uniformVariance } from '#measure/agreement/within-group.ts'
import type { Estimate } from '#measure/estimate.ts'
import type { Entry, Question, Scorecard } from '../model.ts'

/** One answer as the members saw it, alone. */
export interface AnswerSpread {
  question: Question
  /** By the person, in the order of the cards. */
  given: { personId: string; entry: Entry }[]
  /** Points between the highest and the lowest rating; null: fewer than two rated it. */
  spread: number | null
  /** As a share of the scale, from 0 to 1: questions may have scales of their own. */
  share: number | null
  /** Some rated it and others heard no response or did not ask. */
  isSplit: boolean
  /** Within the group (r_wg), against ratings at random over the whole scale; may be below 0. */
  agreement: Estimate
}

/** The answers of one candidate, the largest difference first; where it is the same, in the order of the kit. */
export function spreadsOf(
  questions: readonly Question[],
  cards: readonly Pick<Scorecard, 'personId' | 'entries'>[],
): AnswerSpread[] {
  const all = questions.map((question) => spreadOf(question, cards))
  return all.toSorted((a, b) => urgency(b) - urgency(a))
}

/** Whether it was heard at all is a larger difference than how good it was. */
export const urgency = ({ share, isSplit }: Pick<AnswerSpread, 'share' | 'isSplit'>) =>
  (isSplit ? 2 : 0) + (share ?? 0)

function spreadOf(
  question: Question,
  cards: readonly Pick<Scorecard, 'personId' | 'entries'>[],
): AnswerSpread {
  const given = cards.flatMap(({ personId, entries }) => {
    const entry = entries.find((one) => one.question === question.id)
    return entry ? [{ personId, entry }] : []
  })
  const ratings = given.flatMap(({ entry }) => (entry.rating === null ? [] : [entry.rating]))
  const spread = ratings.length < 2 ? null : Math.max(...ratings) - Math.min(...ratings)
  return {
    question,
    given,
    spread,
    share: spread === null ? null : spread / (question.points - 1),
    isSplit: ratings.length > 0 && ratings.length < given.length,
    agreement: rwg(ratings, uniformVariance(question.points)),
  }
}
