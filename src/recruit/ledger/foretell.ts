/** Whether what was rated at hiring goes with the level seen later, as far as so few people can tell. */
import { type Kendall, kendall, peopleFor } from '#measure/association/kendall.ts'
import type { Pair } from '#measure/association/permutations.ts'
import { deviationOf, type Point } from './answers.ts'
import type { AfterMonths } from './outcome.ts'

/** Below this nothing is said: with fewer, the interval around no connection at all would reach beyond −0.6 and 0.6. */
export const FEWEST_PEOPLE = 8
/** A connection as strong as a good structured interview has with work (Sackett and others 2022: r = .42), as a tau. */
const GOOD_TAU = 0.28
/** What it takes to see such a connection in four of five cases. */
export const PEOPLE_NEEDED = peopleFor(GOOD_TAU)
const TOO_LITTLE = 0.1

export type Verdict =
  /** Fewer than `FEWEST_PEOPLE` with both, or one of the two the same for everybody. */
  | 'too few'
  | 'no difference'
  /** The interval holds both nothing and something. */
  | 'open'
  | 'foretells'
  /** Whatever there may be is too little to be of use. */
  | 'hardly'
  /** Who was rated higher is seen lower later. */
  | 'against'

export interface Foretelling {
  after: AfterMonths
  /** People with both a rating and a later level. */
  n: number
  verdict: Verdict
  /** As given alone; null: too few people. */
  alone: Kendall | null
  /** With what was agreed; null: too few people. */
  settled: Kendall | null
  /** How far the hired spread at hiring, of how far all who were rated spread; below 1 the range is cut. Null: not known. */
  range: number | null
}

/** `everybody`: the ratings of all candidates, hired or not. */
export function foretellingOf(
  hired: readonly Point[],
  after: AfterMonths,
  everybody: readonly (number | null)[],
): Foretelling {
  const alone = pairsOf(hired, after, ({ score }) => score)
  const settled = pairsOf(hired, after, (point) => point.settled)
  const enough = alone.length >= FEWEST_PEOPLE
  const result = enough ? kendall(alone) : null
  return {
    ...{ after, n: alone.length, alone: result, verdict: result ? verdictOf(result) : 'too few' },
    settled: settled.length >= FEWEST_PEOPLE ? kendall(settled) : null,
    range: rangeOf(
      alone.map(([score]) => score),
      everybody,
    ),
  }
}

/** Only of whom both are known: missing is no low rating and no low level. */
function pairsOf(
  hired: readonly Point[],
  after: AfterMonths,
  ratingIn: (point: Point) => number | null,
): Pair[] {
  return hired.flatMap((point) => {
    const [rating, level] = [ratingIn(point), point.later[after]]
    return rating === null || level === null ? [] : [[rating, level] as const]
  })
}

function verdictOf({ interval, chance }: Kendall): Verdict {
  if (interval.value === null || chance.value === null) return 'no difference'
  const { lower, upper } = interval.value
  if (lower > 0 && chance.value < 0.05) return 'foretells'
  if (upper < 0 && chance.value < 0.05) return 'against'
  return upper < TOO_LITTLE ? 'hardly' : 'open'
}

function rangeOf(hired: readonly number[], everybody: readonly (number | null)[]): number | null {
  const [some, all] = [deviationOf(hired), deviationOf(everybody)]
  return some === null || all === null || all === 0 ? null : some / all
}

export function verdictWords({ verdict, n, alone }: Foretelling): string {
  const figures = alone ? figuresOf(alone) : ''
  switch (verdict) {
    case 'too few':
      return `Cannot be told yet: ${n} of at least ${FEWEST_PEOPLE} people.`
    case 'no difference':
      return `Cannot be told: ${alone?.tau.value === null ? alone.tau.reason : 'nobody differs.'}`
    case 'open':
      return `May or may not foretell it${figures}.`
    case 'foretells':
      return `Seems to foretell it${figures}.`
    case 'hardly':
      return `Seems to foretell little or nothing${figures}.`
    case 'against':
      return `Seems to point the wrong way${figures}.`
  }
}

function figuresOf({ tau, interval, chance }: Kendall): string {
  if (tau.value === null || interval.value === null || chance.value === null) return ''
  const { lower, upper } = interval.value
  return ` (tau ${signed(tau.value)}, 95 % from ${signed(lower)} to ${signed(upper)}; by chance alone in ${hundredths(chance.value)} of 100 cases)`
}

const hundredths = (share: number) => (share < 0.01 ? 'less than 1' : Math.round(share * 100))

/** "0.31", "−0.20": with a sign that is one. */
export const signed = (x: number) => `${x < 0 ? '−' : ''}${Math.abs(x).toFixed(2)}`
