/**
 * Rules that turn answers on indicators into a level. None of them is free of error: their bias and hit rates are in
 * docs/methods/measure/level-rules.md.
 */
import { type Estimate, reason, value } from '../estimate.ts'
import { checkAnswers, type IndicatorAnswers, type Indicators, observedAt, sharesMet } from './answers.ts'

const NOTHING_SEEN = 'No indicator was observed, so no level can be given.'

/**
 * The highest level up to which every level has at least this share of its observed indicators met; 1 asks for all. An indicator
 * is met when more than half of the raters who observed it say so. Climbing stops below a level of which nothing was observed.
 * Easy to explain; it puts people too low, the more so the more carefully a level is described.
 * @throws Invalid when lists differ in length or an indicator stands at no level.
 */
export function levelByShareMet(indicators: Indicators, answers: IndicatorAnswers, share = 1): Estimate {
  checkAnswers(indicators, answers)
  const shares = sharesMet(indicators, answers)
  if (shares.every((x) => x === null)) return reason(NOTHING_SEEN)
  let level = 1
  while (level < indicators.levels && isHeld(observedAt(indicators, shares, level + 1), share)) level++
  return value(level)
}

/** Rounding must not decide: three of four are 75 %. */
const isHeld = (shares: number[], wanted: number) =>
  shares.length > 0 && shares.filter((x) => x > 0.5).length >= wanted * shares.length - 1e-9

/**
 * 1 plus the sum, over the levels above the lowest, of the mean share met, rounded: a higher level's evidence makes up for gaps in
 * a lower one. A level of which nothing was observed counts with the mean of its nearest observed neighbours (1 below the
 * lowest, 0 above the highest). Half a level is rounded up. No result when nothing at all was observed.
 * @throws Invalid as above.
 */
export function levelByCompensation(indicators: Indicators, answers: IndicatorAnswers): Estimate {
  checkAnswers(indicators, answers)
  const shares = sharesMet(indicators, answers)
  if (shares.every((x) => x === null)) return reason(NOTHING_SEEN)
  const means = Array.from({ length: indicators.levels - 1 }, (_, k) =>
    mean(observedAt(indicators, shares, k + 2)),
  )
  const sum = means.reduce<number>((total, x, k) => total + (x ?? between(means, k)), 0)
  return value(Math.min(indicators.levels, 1 + Math.round(sum)))
}

const mean = (list: number[]) =>
  list.length === 0 ? null : list.reduce((sum, x) => sum + x, 0) / list.length

function between(means: readonly (number | null)[], k: number): number {
  const below = means.slice(0, k).findLast((x) => x !== null) ?? 1
  const above = means.slice(k + 1).find((x) => x !== null) ?? 0
  return (below + above) / 2
}

export interface Gated {
  /** The level asked about, or the highest below it that no must-have holds back. */
  readonly level: number
  /** Must-haves at or below the level asked about that most raters did not find met: places in the list of indicators. */
  readonly notMet: readonly number[]
  /** Those that nobody observed: they hold a level back too, until somebody looks. */
  readonly notObserved: readonly number[]
}

/** What the must-haves leave of a level that any rule gave. @throws Invalid as above. */
export function withMustHaves(level: number, indicators: Indicators, answers: IndicatorAnswers): Gated {
  checkAnswers(indicators, answers)
  const shares = sharesMet(indicators, answers)
  const gates = indicators.level.flatMap((at, i) =>
    indicators.mustHave?.[i] && at <= level ? [{ at, i }] : [],
  )
  const notMet = gates.filter(({ i }) => shares[i] !== null && !((shares[i] ?? 0) > 0.5))
  const notObserved = gates.filter(({ i }) => shares[i] === null)
  const held = [...notMet, ...notObserved].map(({ at }) => at - 1)
  const places = (list: typeof gates) => list.map(({ i }) => i)
  return { level: Math.min(level, ...held), notMet: places(notMet), notObserved: places(notObserved) }
}
