/** The odds ratio of two groups, exactly: conditional on how many were selected in all. */
import { Invalid } from '#errors.ts'
import { invertTails } from '../distributions/quantile.ts'
import { type Estimate, reason, value } from '../estimate.ts'
import { type Possibilities, possibilities } from './hypergeometric.ts'
import { checkSelection, type Selection } from './selection.ts'

export interface OddsRatio {
  /** Below 1 when the focal group fares worse; 0 when nobody of it was selected. */
  readonly estimate: Estimate
  readonly interval: Estimate<{ readonly lower: number; readonly upper: number | null }>
}

const ONE_SPLIT = 'Nobody or everybody was selected, so only one split was possible.'

/**
 * The conditional maximum-likelihood odds ratio and its exact interval. The upper limit is null where there is none: then all of
 * the focal group, or none of the reference group, were selected.
 * @throws Invalid when the numbers cannot be, or the confidence is not between 0 and 1.
 * Source: Cornfield 1956; as in R's fisher.test.
 */
export function oddsRatio(focal: Selection, reference: Selection, confidence = 0.95): OddsRatio {
  checkSelection(focal)
  checkSelection(reference)
  if (!(confidence > 0 && confidence < 1))
    throw new Invalid(`The confidence is a share between 0 and 1, such as 0.95; this one is ${confidence}.`)
  const ways = possibilities(focal, reference)
  if (ways.weights.length === 1) return { estimate: reason(ONE_SPLIT), interval: reason(ONE_SPLIT) }
  const place = {
    at: focal.selected - ways.least,
    tail: (1 - confidence) / 2,
    start: sampleLogOdds(focal) - sampleLogOdds(reference),
  }
  return {
    estimate: likeliest(ways, place.at, place.start),
    interval: value({ lower: lowerLimit(ways, place), upper: upperLimit(ways, place) }),
  }
}

interface Place {
  at: number
  tail: number
  start: number
}

const sampleLogOdds = ({ selected, applicants }: Selection) =>
  Math.log((selected + 0.5) / (applicants - selected + 0.5))

function likeliest(ways: Possibilities, at: number, start: number): Estimate {
  const last = ways.weights.length - 1
  if (at === 0) return value(0)
  if (at === last)
    return reason('All that could be selected were of this group: the odds ratio is beyond all bounds.')
  const logOdds = invertTails(
    (u) => {
      const { mean, variance } = tilted(ways, u, 0)
      return { lower: mean / last, upper: 1 - mean / last, slope: variance / last }
    },
    at / last,
    start,
  )
  return value(Math.exp(logOdds))
}

/** The odds at which as many of the focal group, or more, would come up in a share `tail` of draws. */
function lowerLimit(ways: Possibilities, { at, tail, start }: Place): number {
  if (at === 0) return 0
  return Math.exp(invertTails((u) => tilted(ways, u, at), tail, start))
}

/** The odds at which as few of the focal group, or fewer, would. */
function upperLimit(ways: Possibilities, { at, tail, start }: Place): number | null {
  if (at === ways.weights.length - 1) return null
  return Math.exp(invertTails((u) => tilted(ways, u, at + 1), 1 - tail, start))
}

/**
 * The possibilities at log odds u: `lower` is the share at or above place `from`, so that it grows with u; `slope` its change.
 */
function tilted({ weights }: Possibilities, u: number, from: number) {
  const logs = weights.map((weight, i) => Math.log(weight) + i * u)
  const top = logs.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  const shares = logs.map((log) => Math.exp(log - top))
  const total = shares.reduce((a, b) => a + b, 0)
  let mean = 0
  shares.forEach((share, i) => {
    mean += (share / total) * i
  })
  let [lower, upper, variance, rising, falling] = [0, 0, 0, 0, 0]
  shares.forEach((share, i) => {
    const p = share / total
    variance += p * (i - mean) ** 2
    if (i < from) {
      upper += p
      falling += p * (mean - i)
    } else {
      lower += p
      rising += p * (i - mean)
    }
  })
  // Both sums are the slope; the one whose terms all have one sign keeps its digits.
  return { lower, upper, slope: from > mean ? rising : falling, mean, variance }
}
