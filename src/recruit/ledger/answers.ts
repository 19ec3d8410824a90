/** What each candidate was given for one question, or for all that ask about one competency, in points of 100. */

import type { Criterion, Entry, Question, Scorecard } from '../model.ts'
import { verdictOf } from '../rating/card.ts'
import { meanOf, scoreOf } from '../rating/combine.ts'
import type { Consensus } from '../rating/consensus.ts'
import type { AfterMonths } from './outcome.ts'

/** A level that a manager has seen; null: not enough seen to say. */
export interface LaterLevel {
  candidateId: string
  criterion: string
  after: AfterMonths
  level: string | null
  /** Whoever said it had seen what was rated at the interview. */
  knewRatings: boolean
}

/** A vacancy that is decided, as far as the viewer may see it. */
export interface LedgerVacancy {
  id: string
  criteria: readonly Criterion[]
  questions: readonly Question[]
  /** Each with their submitted cards; those who were never rated are left out. */
  candidates: readonly {
    id: string
    isHired: boolean
    cards: readonly Scorecard[]
    consensus: readonly Consensus[]
  }[]
  later: readonly LaterLevel[]
}

/** Somebody who was hired. */
export interface Point {
  /** At hiring, in points of 100, as the members gave it alone; null: nobody rated it. */
  score: number | null
  /** The same with what the panel agreed in its place. */
  settled: number | null
  wasAgreed: boolean
  /** Places in the scale of levels, 1 the lowest; null: not said. */
  later: Record<AfterMonths, number | null>
}

export interface Given {
  candidateId: string
  isHired: boolean
  /** Each member's mean, by the member: only of those who rated. */
  members: { personId: string; score: number }[]
  /** The mean of all ratings given alone; null: nobody rated. */
  score: number | null
  /** The same with what was agreed in the place of the members' own; null: nothing to go by. */
  settled: number | null
  /** Something was agreed, in words and with a reason. */
  wasAgreed: boolean
  /** Answers on cards: all, without a response, and not asked. */
  answers: { all: number; silent: number; skipped: number }
  /** 0: the lowest range of the rating guide; 1: the highest; between: in between. By the mean of the first question. */
  band: number | null
  /** Places in the scale, 1 the lowest; null: not said. */
  later: Record<AfterMonths, number | null>
}

interface About {
  criterion: Criterion
  /** Of these, those that are about the criterion. */
  questions: readonly Question[]
  /** The keys of the scale's levels, from the lowest. */
  keys: readonly string[]
}

export function answersOf(vacancy: LedgerVacancy, { criterion, questions, keys }: About): Given[] {
  const own = questions.filter((question) => question.criterion === criterion.id)
  return vacancy.candidates.map(({ id, isHired, cards, consensus }) => {
    const entries = cards.flatMap((card) =>
      own.flatMap((question) => {
        const entry = card.entries.find((one) => one.question === question.id)
        return entry ? [{ personId: card.personId, question, entry }] : []
      }),
    )
    const rated = entries.flatMap(ratedIn)
    return {
      ...{
        candidateId: id,
        isHired,
        members: byMember(rated),
        score: meanOf(rated.map(({ score }) => score)),
      },
      ...settledOf(own, rated, consensus),
      answers: countsOf(entries.map(({ entry }) => entry)),
      band: bandOf(own[0], rated),
      later: laterOf(vacancy.later, { candidateId: id, criterion: criterion.id, keys }),
    }
  })
}

interface Rated {
  personId: string
  question: Question
  score: number
  rating: number
}

function ratedIn(one: { personId: string; question: Question; entry: Entry }): Rated[] {
  const { personId, question, entry } = one
  if (entry.rating === null) return []
  return [{ personId, question, rating: entry.rating, score: scoreOf(entry.rating, question.points) }]
}

function byMember(rated: readonly Rated[]) {
  return [...Map.groupBy(rated, ({ personId }) => personId)].map(([personId, those]) => ({
    personId,
    score: meanOf(those.map(({ score }) => score)) ?? 0,
  }))
}

/** Question by question: what was agreed last, or else the members' mean; “cannot be rated” is no number. */
function settledOf(questions: readonly Question[], rated: readonly Rated[], consensus: readonly Consensus[]) {
  const latest = new Map(consensus.map((one) => [one.question, one.rating]))
  const each = questions.flatMap((question) => {
    const agreed = latest.get(question.id)
    if (agreed === null) return []
    const own = rated.filter((one) => one.question.id === question.id).map(({ score }) => score)
    const score = agreed === undefined ? meanOf(own) : scoreOf(agreed, question.points)
    return score === null ? [] : [score]
  })
  return { settled: meanOf(each), wasAgreed: questions.some(({ id }) => latest.has(id)) }
}

function countsOf(entries: readonly Entry[]): Given['answers'] {
  const of = (verdict: string) => entries.filter((entry) => verdictOf(entry) === verdict).length
  return { all: entries.length, silent: of('no response'), skipped: of('not asked') }
}

function bandOf(question: Question | undefined, rated: readonly Rated[]): number | null {
  const own = rated.filter((one) => one.question.id === question?.id)
  const mean = meanOf(own.map(({ rating }) => rating))
  const anchors = question?.anchors ?? []
  if (mean === null || anchors.length < 2) return null
  const place = anchors.findLastIndex(({ from }) => mean >= from)
  return Math.max(0, place) / (anchors.length - 1)
}

function laterOf(
  later: readonly LaterLevel[],
  { candidateId, criterion, keys }: { candidateId: string; criterion: string; keys: readonly string[] },
): Record<AfterMonths, number | null> {
  const at = (after: AfterMonths) => {
    const said = later.find(
      (one) => one.candidateId === candidateId && one.criterion === criterion && one.after === after,
    )
    const place = keys.indexOf(said?.level ?? '')
    return place < 0 ? null : place + 1
  }
  return { 6: at(6), 12: at(12) }
}

/** A hired person as the ledger shows them: without a name. */
export const pointOf = ({ score, settled, wasAgreed, later }: Given): Point => ({
  score,
  settled,
  wasAgreed,
  later,
})

/** The standard deviation of those that are known; null: fewer than two. */
export function deviationOf(all: readonly (number | null)[]): number | null {
  const known = all.filter((one) => one !== null)
  const mean = meanOf(known)
  if (mean === null || known.length < 2) return null
  return Math.sqrt(known.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (known.length - 1))
}
