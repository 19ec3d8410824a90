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
  /**
   * How far one candidate's answers differ on their card, as a share of how far they differ on another member's card: about 1 for
   * an ordinary member, whatever the size of the panel. Below one half may mean that one impression coloured all.
   */
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
    withinShare: withinShare(personId, all),
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

/** Fewer answers of a candidate say nothing of how far they were kept apart. */
const FEWEST_ANSWERS = 3

/**
 * The member's standard deviation over one candidate's answers and that of each other member over the same answers, as means
 * over those members and then over candidates. The others' mean is not used: it differs less from answer to answer than any one
 * of them does, which would make every member look as if they kept answers apart.
 */
function withinShare(personId: string, all: readonly Point[]): Estimate {
  const byCandidate = [...Map.groupBy(all, ({ candidate }) => candidate).values()]
  const enough = byCandidate.map((points) => apartIn(personId, points)).filter(({ length }) => length > 0)
  if (enough.length < FEWEST_CANDIDATES)
    return reason(
      `Fewer than ${FEWEST_CANDIDATES} candidates with ${FEWEST_ANSWERS} answers that another member rated as well.`,
    )
  const own = meanOf(enough.map((pairs) => meanOf(pairs.map((one) => one.own))))
  const others = meanOf(enough.map((pairs) => meanOf(pairs.map((one) => one.other))))
  return others === 0
    ? reason('The others hardly told answers apart, so there is nothing to compare.')
    : value(own / others)
}

/** One candidate: for each other member, both spreads over the answers that both rated. */
function apartIn(personId: string, points: readonly Point[]): { own: number; other: number }[] {
  const mine = new Map(
    points.filter(({ person }) => person === personId).map(({ question, score }) => [question, score]),
  )
  const theirs = points.filter(({ person, question }) => person !== personId && mine.has(question))
  return [...Map.groupBy(theirs, ({ person }) => person).values()]
    .filter(({ length }) => length >= FEWEST_ANSWERS)
    .map((some) => ({
      own: deviationOf(some.map(({ question }) => mine.get(question) ?? 0)),
      other: deviationOf(some.map(({ score }) => score)),
    }))
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
