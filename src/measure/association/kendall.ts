/**
 * Kendall's tau-b: how far two orders of the same people agree. It asks of every pair who stands higher in each, so steps need
 * not be equal and ties are no trouble: what ratings and levels are.
 */
import { normalQuantile, normalUpper } from '../distributions/normal.ts'
import { type Estimate, type Interval, reason, value } from '../estimate.ts'
import { exactTail, isSmallEnough, type Pair } from './permutations.ts'

export interface Kendall {
  /** Pairs of values, one a person. */
  n: number
  /** From −1 to 1; 0: neither order says anything of the other. Corrected for ties in both. */
  tau: Estimate
  /** 95 %; nothing outside −1 to 1. */
  interval: Estimate<Interval>
  /** How often chance alone gives a tau this far from 0 or further, over all ways to match the two orders. */
  chance: Estimate
  /** Whether `chance` is counted out; else it is approximated, which is good with many people. */
  isExact: boolean
}

/** Below this the interval's formula has nothing to stand on. */
const FEWEST = 5
const SIDED = normalQuantile(0.975)

/**
 * Both orders of n people; the order of the people does not matter. Where one of them is constant there is nothing to compare.
 * @throws nothing; what cannot be computed is a reason.
 * Source: Kendall 1945, Biometrika 33:239; the interval after Bonett and Wright 2000, Psychometrika 65:23, on Fisher's scale with
 * variance 0.437 / (n − 4), widened by as much as the ties widen the spread that chance alone gives (without that it covers 0.91
 * instead of 0.95 with levels as ties); exact chances over permutations with the ties that there are.
 */
export function kendall(pairs: readonly Pair[]): Kendall {
  const n = pairs.length
  const { score, first, second } = compare(pairs)
  const scale = Math.sqrt(first * second)
  if (n < 2 || scale === 0) {
    const why = reason(n < 2 ? 'There are too few people.' : 'One of the two is the same for everybody.')
    return { n, tau: why, interval: why, chance: why, isExact: false }
  }
  const tau = score / scale
  const isExact = isSmallEnough(pairs)
  const chance = isExact ? exactTail(pairs, score) : normalTail(pairs, score)
  const interval = intervalOf(tau, n, tieFactor(pairs, scale))
  return { n, tau: value(tau), interval, chance: value(chance), isExact }
}

/** Concordant less discordant pairs, and the pairs that are not tied in each order. */
function compare(pairs: readonly Pair[]): { score: number; first: number; second: number } {
  let [score, first, second] = [0, 0, 0]
  for (const [i, [x, y]] of pairs.entries())
    for (const [u, v] of pairs.slice(i + 1)) {
      score += Math.sign(x - u) * Math.sign(y - v)
      first += Number(x !== u)
      second += Number(y !== v)
    }
  return { score, first, second }
}

/** By how much ties widen the variance of tau-b when neither order says anything of the other. */
function tieFactor(pairs: readonly Pair[], scale: number): number {
  const n = pairs.length
  const untied = (2 * (2 * n + 5)) / (9 * n * (n - 1))
  return tiedVariance(pairs) / scale ** 2 / untied
}

function intervalOf(tau: number, n: number, widening: number): Estimate<Interval> {
  if (n < FEWEST) return reason(`Fewer than ${FEWEST} people: no interval would mean anything.`)
  // At ±1 Fisher's scale has no end; the largest tau that is not 1 stands for it.
  const most = 1 - 2 / (n * (n - 1))
  const middle = Math.atanh(Math.min(most, Math.max(-most, tau)))
  const half = SIDED * Math.sqrt((0.437 * widening) / (n - 4))
  return value({ lower: Math.tanh(middle - half), upper: Math.tanh(middle + half) })
}

const IN_FOUR_OF_FIVE = normalQuantile(0.8)

/** How many people it takes to see a connection of this tau (not 0): so many that in four of five cases its interval lies clear of 0. */
export function peopleFor(tau: number): number {
  return Math.ceil(4 + 0.437 * ((SIDED + IN_FOUR_OF_FIVE) / Math.atanh(tau)) ** 2)
}

/** By the normal approximation with the variance under ties, and a correction for its steps of two. */
function normalTail(pairs: readonly Pair[], score: number): number {
  const sd = Math.sqrt(tiedVariance(pairs))
  return Math.min(1, 2 * normalUpper(Math.max(0, Math.abs(score) - 1) / sd))
}

function tiedVariance(pairs: readonly Pair[]): number {
  const n = pairs.length
  const sums = (at: 0 | 1) => {
    const sizes = [...Map.groupBy(pairs, (pair) => pair[at]).values()].map(({ length }) => length)
    const sum = (of: (t: number) => number) => sizes.reduce((all, t) => all + of(t), 0)
    return {
      two: sum((t) => t * (t - 1)),
      three: sum((t) => t * (t - 1) * (t - 2)),
      five: sum((t) => t * (t - 1) * (2 * t + 5)),
    }
  }
  const [x, y] = [sums(0), sums(1)]
  const all = n * (n - 1)
  return (
    (all * (2 * n + 5) - x.five - y.five) / 18 +
    (x.three * y.three) / (9 * all * Math.max(1, n - 2)) +
    (x.two * y.two) / (2 * all)
  )
}
