/**
 * A questionnaire that adapts: it asks next what tells most about this person, and stops when it knows enough. The functions
 * keep nothing; what has been answered so far is handed in each time.
 */
import { Invalid } from '#errors.ts'
import { answering, highestAnswer, type Item } from './item.ts'
import { type Point, type Prior, pointsOf, posteriorFrom } from './posterior.ts'

/** A calibrated bank, with the chances of all answers worked out at every point. */
export interface AdaptiveBank {
  readonly items: readonly Item[]
  /** What each item is about; null when the bank is about one thing. */
  readonly topics: readonly string[] | null
  readonly points: readonly Point[]
  /** For each item, each answer, the chance at each point. */
  readonly chances: readonly (readonly Float64Array[])[]
}

export interface AdaptiveRules {
  /** Stop when the standard error (posterior standard deviation) is at most this, in logits. */
  readonly targetError?: number
  /** Never ask more, or fewer, questions than this. */
  readonly most?: number
  readonly least?: number
  /**
   * Stop when the next question is expected to lower the standard error by less than this: the bank has nothing more to say
   * about this person (predicted standard error reduction, Choi, Grady and Dodd 2011).
   */
  readonly leastReduction?: number
  /** Ask about topics in these proportions (Kingsbury and Zara 1989), the most informative item within each. */
  readonly shares?: Readonly<Record<string, number>>
  /** Choose at random among so many of the most informative, so that not everybody sees the same items. */
  readonly among?: number
}

/** `answer` is null when the person could not say: the item is not asked again, and tells nothing. */
export interface Answered {
  readonly item: number
  readonly answer: number | null
}

export interface Standing {
  /** Mean and standard deviation of what is known of the person, in logits. */
  readonly theta: number
  readonly error: number
}

export type AdaptiveStep =
  | (Standing & { readonly kind: 'ask'; readonly item: number })
  | (Standing & {
      readonly kind: 'stop'
      readonly why: 'precise enough' | 'enough questions' | 'nothing more to learn' | 'all asked'
    })

/**
 * Prepares a bank for persons from a normal distribution.
 * @throws Invalid for an empty bank, or topics that are not one for each item
 */
export function adaptiveBank(
  items: readonly Item[],
  prior: Prior,
  topics: readonly string[] | null = null,
): AdaptiveBank {
  if (items.length === 0) throw new Invalid('The bank is empty. Give at least one calibrated item.')
  if (topics !== null && topics.length !== items.length)
    throw new Invalid(
      `There are ${items.length} items and ${topics.length} topics. Give one topic for each item.`,
    )
  const points = pointsOf(prior)
  const chances = items.map((item) => {
    const at = points.map(({ theta }) => answering(item, theta).chances)
    return Array.from({ length: highestAnswer(item) + 1 }, (_, k) =>
      Float64Array.from(at, (chance) => chance[k] ?? 0),
    )
  })
  return { items, topics, points, chances }
}

/**
 * What to do after the answers so far: ask an item of the bank (by number, from 0), or stop, and why.
 * @param random needed only when the rules say `among`; uniform numbers in [0, 1)
 * @throws Invalid for answers that the bank does not have, and for an item answered twice
 */
export function nextQuestion(
  bank: AdaptiveBank,
  answered: readonly Answered[],
  rules: AdaptiveRules,
  random?: () => number,
): AdaptiveStep {
  const likelihood = likelihoodOf(bank, answered)
  const { theta, error } = posteriorFrom(bank.points, likelihood)
  const { targetError = 0, most = Number.POSITIVE_INFINITY, least = 0, leastReduction = 0 } = rules
  const stop = (why: Extract<AdaptiveStep, { kind: 'stop' }>['why']): AdaptiveStep => ({
    kind: 'stop',
    why,
    theta,
    error,
  })
  const open = openItems(bank, answered, rules)
  if (open.length === 0) return stop('all asked')
  if (answered.length >= most) return stop('enough questions')
  const item = choose(bank, open, theta, { among: rules.among ?? 1, random })
  if (answered.length < least) return { kind: 'ask', item, theta, error }
  if (error <= targetError) return stop('precise enough')
  if (leastReduction > 0 && error - expectedError(bank, likelihood, item) < leastReduction)
    return stop('nothing more to learn')
  return { kind: 'ask', item, theta, error }
}

/** How likely the answers are at each point. */
function likelihoodOf({ points, chances }: AdaptiveBank, answered: readonly Answered[]): number[] {
  const likelihood = new Array<number>(points.length).fill(1)
  const seen = new Set<number>()
  for (const { item, answer } of answered) {
    if (seen.has(item)) throw new Invalid(`Item ${item} has been answered twice. Keep the last answer only.`)
    seen.add(item)
    const table = chances[item]
    if (!table)
      throw new Invalid(
        `The bank has no item ${item}; its items are numbered from 0 to ${chances.length - 1}.`,
      )
    if (answer === null) continue
    const chance = table[answer]
    if (!chance) throw new Invalid(`Item ${item} has answers from 0 to ${table.length - 1}, not ${answer}.`)
    for (let n = 0; n < likelihood.length; n++) likelihood[n] = (likelihood[n] ?? 0) * (chance[n] ?? 0)
  }
  return likelihood
}

/** Items not asked yet; with shares, those of the topic that is furthest behind its own. */
function openItems(
  { items, topics }: AdaptiveBank,
  answered: readonly Answered[],
  { shares }: AdaptiveRules,
): number[] {
  const asked = new Set(answered.map(({ item }) => item))
  const open = [...items.keys()].filter((item) => !asked.has(item))
  if (topics === null || shares === undefined) return open
  const count = new Map<string, number>()
  for (const { item } of answered) count.set(topics[item] ?? '', (count.get(topics[item] ?? '') ?? 0) + 1)
  const whole = Object.values(shares).reduce((sum, share) => sum + share, 0)
  const behind = (topic: string) =>
    ((shares[topic] ?? 0) / whole) * (answered.length + 1) - (count.get(topic) ?? 0)
  const available = [...new Set(open.map((item) => topics[item] ?? ''))].filter(
    (topic) => (shares[topic] ?? 0) > 0,
  )
  const next = available.sort((a, b) => behind(b) - behind(a))[0]
  return open.filter((item) => topics[item] === next)
}

/** The most informative at θ, or one of the most informative. */
function choose(
  { items }: AdaptiveBank,
  open: readonly number[],
  theta: number,
  { among, random }: { among: number; random: (() => number) | undefined },
): number {
  const ranked = open
    .map((item) => ({ item, information: informationOf(items[item], theta) }))
    .sort((a, b) => b.information - a.information || a.item - b.item)
  if (among > 1 && random === undefined)
    throw new Invalid(
      'To choose among several items at random, pass in a generator such as seededRandom(seed).',
    )
  const place = random === undefined || among <= 1 ? 0 : Math.floor(random() * Math.min(among, ranked.length))
  return ranked[place]?.item ?? 0
}

const informationOf = (item: Item | undefined, theta: number) =>
  item ? answering(item, theta).information : 0

/** The standard error to expect after one more item, over its answers as likely as they now are. */
function expectedError(
  { points, chances }: AdaptiveBank,
  likelihood: readonly number[],
  item: number,
): number {
  let expected = 0
  let whole = 0
  for (const chance of chances[item] ?? []) {
    const after = likelihood.map((x, n) => x * (chance[n] ?? 0))
    const share = after.reduce((sum, x, n) => sum + x * (points[n]?.weight ?? 0), 0)
    if (share === 0) continue
    expected += share * posteriorFrom(points, after).error
    whole += share
  }
  return expected / whole
}
