/** How a question with ordered answers behaves: the chance of each answer, given where a person stands. */
import { Invalid } from '#errors.ts'

/** Partial credit (Masters 1982): the chance of answer k is proportional to exp(k·θ − cumulative_k). */
export interface PartialCreditItem {
  readonly model: 'partial-credit'
  /** Sums of the steps up to each answer, from 0 for the lowest; infinite for an answer that nobody gave. */
  readonly cumulative: readonly number[]
}

/** Graded response (Samejima 1969): the chance of answer k or more is 1 / (1 + exp(−slope·(θ − threshold_k))). */
export interface GradedItem {
  readonly model: 'graded'
  readonly slope: number
  /** From the lowest to the highest. */
  readonly thresholds: readonly number[]
}

export type Item = PartialCreditItem | GradedItem

export interface Answering {
  /** Chances of the answers from 0 up. */
  readonly chances: readonly number[]
  readonly expected: number
  readonly variance: number
  /** Fisher information about θ in one answer. */
  readonly information: number
  /** Warm's J: what a likelihood estimate is off by, times 2·information² (1989, Psychometrika 54:427, equation 7). */
  readonly lean: number
}

/**
 * A partial-credit item from its steps: step k is where answers k − 1 and k are equally likely, in logits. Steps need not rise.
 * @throws Invalid for no steps, or one that is not a number
 */
export function partialCreditItem(steps: readonly number[]): PartialCreditItem {
  if (steps.length === 0 || !steps.every(Number.isFinite))
    throw new Invalid('An item needs at least one step, and every step a number.')
  const cumulative = [0]
  for (const step of steps) cumulative.push((cumulative.at(-1) ?? 0) + step)
  return { model: 'partial-credit', cumulative }
}

/** @throws Invalid for a slope that is not positive, no thresholds, or thresholds that do not rise */
export function gradedItem(slope: number, thresholds: readonly number[]): GradedItem {
  if (!(slope > 0 && Number.isFinite(slope))) throw new Invalid('The slope of an item is a number above 0.')
  if (
    thresholds.length === 0 ||
    !thresholds.every((b, k) => Number.isFinite(b) && b > (thresholds[k - 1] ?? Number.NEGATIVE_INFINITY))
  )
    throw new Invalid('An item needs at least one threshold, and each must be above the one before.')
  return { model: 'graded', slope, thresholds }
}

/** The highest answer. */
export const highestAnswer = (item: Item): number =>
  item.model === 'graded' ? item.thresholds.length : item.cumulative.length - 1

/** The lowest answer; 0 unless calibration found that nobody gave it. */
export const lowestAnswer = (item: Item): number =>
  item.model === 'graded' ? 0 : item.cumulative.findIndex(Number.isFinite)

/** What to expect of a person at θ (logits). */
export function answering(item: Item, theta: number): Answering {
  return item.model === 'graded' ? gradedAnswering(item, theta) : partialCreditAnswering(item, theta)
}

/**
 * The slope of the log-likelihood of one answer at θ. A fraction between two answers counts for both in proportion.
 */
export function answerSlope(item: Item, theta: number, answer: number): number {
  if (item.model === 'partial-credit') return answer - partialCreditAnswering(item, theta).expected
  const above = (k: number) => {
    if (k <= 0) return 1
    const threshold = item.thresholds[k - 1]
    return threshold === undefined ? 0 : 1 / (1 + Math.exp(-item.slope * (theta - threshold)))
  }
  const slopeOf = (k: number) => item.slope * (1 - above(k) - above(k + 1))
  const lower = Math.floor(answer)
  const share = answer - lower
  return (1 - share) * slopeOf(lower) + (share > 0 ? share * slopeOf(lower + 1) : 0)
}

function partialCreditAnswering({ cumulative }: PartialCreditItem, theta: number): Answering {
  const logs = cumulative.map((t, k) => k * theta - t)
  const most = Math.max(...logs)
  const terms = logs.map((log) => Math.exp(log - most))
  const sum = terms.reduce((all, term) => all + term, 0)
  const chances = terms.map((term) => term / sum)
  const { expected, variance } = momentsOf(chances)
  const third = chances.reduce((all, chance, k) => all + chance * (k - expected) ** 3, 0)
  return { chances, expected, variance, information: variance, lean: third }
}

/** Derivatives of P = P*_k − P*_{k+1}: each P* has first derivative a·P*(1 − P*) and second a²·P*(1 − P*)(1 − 2P*). */
function gradedAnswering({ slope, thresholds }: GradedItem, theta: number): Answering {
  const above = [1, ...thresholds.map((b) => 1 / (1 + Math.exp(-slope * (theta - b)))), 0]
  const chances: number[] = []
  let information = 0
  let lean = 0
  for (let k = 0; k < above.length - 1; k++) {
    const [upper, lower] = [above[k] ?? 0, above[k + 1] ?? 0]
    const [u, l] = [upper * (1 - upper), lower * (1 - lower)]
    const chance = upper - lower
    const first = slope * (u - l)
    const second = slope ** 2 * (u * (1 - 2 * upper) - l * (1 - 2 * lower))
    chances.push(chance)
    if (chance > 0) {
      information += first ** 2 / chance
      lean += (first * second) / chance
    }
  }
  return { chances, ...momentsOf(chances), information, lean }
}

function momentsOf(chances: readonly number[]) {
  const expected = chances.reduce((all, chance, k) => all + k * chance, 0)
  return { expected, variance: chances.reduce((all, chance, k) => all + chance * (k - expected) ** 2, 0) }
}
