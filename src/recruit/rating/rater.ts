/** How each member of a panel rates: beside the others, on the same answers, once there is enough to say so. */
import { icc } from '#measure/agreement/icc.ts'
import { studentQuantile } from '#measure/distributions/continuous.ts'
import { type Estimate, type Interval, reason, value } from '#measure/estimate.ts'
import type { Question, Scorecard } from '../model.ts'
import { scoreOf } from './combine.ts'

/** So many candidates must have been rated together before anything is said of a member. */
export const FEWEST_CANDIDATES = 3

export interface RaterStatistics {
  personId: string
  /** Candidates whom they and at least one other rated. */
  candidates: number
  /** Points of 100 below (−) or above (+) the others about the same answers, with 95 %. */
  leaning: Estimate<{ mean: number; interval: Interval }>
  /** Standard deviation of their ratings in points of 100; small: they hardly tell answers apart. */
  range: Estimate
  /** The same as a share of the others' on the same answers; below one half may mean that one impression coloured all. */
  withinShare: Estimate
}

interface Point {
  candidate: string
  question: string
  person: string
  score: number
}

/** All of a vacancy's submitted cards, by member in the order in which they first appear. */
export function raterStatistics(
  questions: readonly Question[],
  cards: readonly Scorecard[],
): RaterStatistics[] {
  const points = cards.flatMap((card) => pointsOf(questions, card))
  const people = [...new Set(cards.map(({ personId }) => personId))]
  return people.map((personId) => statisticsOf(personId, points))
}

function pointsOf(questions: readonly Question[], { candidateId, personId, entries }: Scorecard): Point[] {
  return questions.flatMap(({ id, points }) => {
    const rating = entries.find(({ question }) => question === id)?.rating ?? null
    if (rating === null) return []
    return [{ candidate: candidateId, question: id, person: personId, score: scoreOf(rating, points) }]
  })
}

function statisticsOf(personId: string, all: readonly Point[]): RaterStatistics {
  const shared = sharedWith(personId, all)
  const byCandidate = Map.groupBy(shared, ({ candidate }) => candidate)
  const candidates = byCandidate.size
  if (candidates < FEWEST_CANDIDATES) {
    const why = reason(
      `Fewer than ${FEWEST_CANDIDATES} candidates rated beside others: too few to say how somebody rates.`,
    )
    return { personId, candidates, leaning: why, range: why, withinShare: why }
  }
  const differences = [...byCandidate.values()].map((some) =>
    meanOf(some.map(({ own, others }) => own - others)),
  )
  return {
    ...{ personId, candidates, leaning: leaningOf(differences) },
    range: value(deviationOf(shared.map(({ own }) => own))),
    withinShare: withinShare([...byCandidate.values()]),
  }
}

interface Shared {
  candidate: string
  own: number
  others: number
}

/** Answers that the member and at least one other rated: their score, and the mean of the others'. */
function sharedWith(personId: string, all: readonly Point[]): Shared[] {
  const answers = Map.groupBy(all, ({ candidate, question }) => `${candidate} ${question}`)
  return [...answers.values()].flatMap((some) => {
    const own = some.find(({ person }) => person === personId)
    const others = some.filter(({ person }) => person !== personId)
    if (!own || others.length === 0) return []
    return [{ candidate: own.candidate, own: own.score, others: meanOf(others.map(({ score }) => score)) }]
  })
}

/** Candidates are what varies by chance, so the interval is by Student's t over them. */
function leaningOf(differences: readonly number[]): Estimate<{ mean: number; interval: Interval }> {
  const mean = meanOf(differences)
  const n = differences.length
  const half = (studentQuantile(0.975, n - 1) * deviationOf(differences)) / Math.sqrt(n)
  return value({ mean, interval: { lower: mean - half, upper: mean + half } })
}

/** How far one candidate's answers differ on the member's card, of how far they differ for the others. */
function withinShare(byCandidate: readonly (readonly Shared[])[]): Estimate {
  const enough = byCandidate.filter(({ length }) => length >= 3)
  if (enough.length < FEWEST_CANDIDATES)
    return reason('Fewer than three answers of a candidate were rated beside others.')
  const own = meanOf(enough.map((some) => deviationOf(some.map((one) => one.own))))
  const others = meanOf(enough.map((some) => deviationOf(some.map((one) => one.others))))
  return others === 0
    ? reason('The others hardly told answers apart, so there is nothing to compare.')
    : value(own / others)
}

/**
 * How far the panel tells candidates apart in the same way: ICC(2,1) of composites, one row a candidate and one column a member.
 * Members of one panel hear the same answers, so this is higher than two separate interviews would agree.
 */
export function panelAgreement(composites: readonly (readonly (number | null)[])[]): {
  estimate: Estimate
  interval: Estimate<Interval>
} {
  const width = Math.max(0, ...composites.map(({ length }) => length))
  if (composites.length < FEWEST_CANDIDATES || width < 2) {
    const why = reason(
      `Agreement about candidates needs at least ${FEWEST_CANDIDATES} of them, rated by two members or more.`,
    )
    return { estimate: why, interval: why }
  }
  const { estimate, interval } = icc(composites).forms['ICC(2,1)']
  return { estimate, interval }
}

const meanOf = (all: readonly number[]) => all.reduce((sum, x) => sum + x, 0) / all.length

function deviationOf(all: readonly number[]): number {
  if (all.length < 2) return 0
  const mean = meanOf(all)
  return Math.sqrt(all.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (all.length - 1))
}
