import type { Judgement } from './judgement.ts'
import { type KeptReading, likeliest } from './model.ts'

/**
 * How good the translations with one framework are, from what people judged of them. Each judgement is compared with
 * what was said before it was made, so that nothing is tested on what it taught (prequential, Dawid 1984): `said` had
 * learnt from the corrections until then, `alone` knew the framework's own words only.
 */
export interface Goodness {
  judgements: number
  said: Score
  alone: Score
  course: CoursePoint[]
  calibration: CalibrationBin[]
  /** Mean distance between probability and share, weighed by judgements (expected calibration error); null: none. */
  calibrationError: number | null
  abstention: AbstentionPoint[]
}

export interface Score {
  /** The likeliest competency was the right one. */
  first: Share
  /** The right one was among the three likeliest. */
  three: Share
  /** Of those with a level: it was the likeliest. */
  level: Share
  /** And at most one level away. */
  near: Share
}

/** How many of how many, with a 95 % interval (Wilson 1927); null where there is none at all. */
export interface Share {
  right: number
  of: number
  share: number | null
  low: number | null
  high: number | null
}

/** After so many judgements: the share of right competencies among the last ones. */
export interface CoursePoint {
  judgements: number
  said: number
  alone: number
}

/** Of judgements whose likeliest competency was about equally probable. */
export interface CalibrationBin {
  probability: number
  right: Share
}

/** When only the surest `answered` (a share of all) are answered. */
export interface AbstentionPoint {
  answered: number
  /** The smallest probability among them. */
  from: number
  right: Share
}

type Judged = Pick<Judgement, 'said' | 'alone' | 'competency' | 'level'>

/** So many judgements make one point of the course. */
const WINDOW = 10
const BINS = 5
const COVERAGES = [0.25, 0.5, 0.75, 1] as const

/** `judgements`: the oldest first. */
export function goodnessOf(judgements: readonly Judged[]): Goodness {
  const calibration = calibrationOf(judgements)
  return {
    judgements: judgements.length,
    said: scoreOf(judgements, ({ said }) => said),
    alone: scoreOf(judgements, ({ alone }) => alone),
    course: courseOf(judgements),
    calibration,
    calibrationError: errorOf(calibration, judgements.length),
    abstention: abstentionOf(judgements),
  }
}

type Which = (one: Judged) => KeptReading

const isFirst = (one: Judged, which: Which) => which(one).competencies[0]?.key === one.competency

function scoreOf(all: readonly Judged[], which: Which): Score {
  const levelled = all.filter((one) => one.level !== null && which(one).levels.length > 0)
  const count = (some: readonly Judged[], test: (one: Judged) => boolean) =>
    shareOf(some.filter(test).length, some.length)
  return {
    first: count(all, (one) => isFirst(one, which)),
    three: count(all, (one) =>
      which(one)
        .competencies.slice(0, 3)
        .some(({ key }) => key === one.competency),
    ),
    level: count(levelled, (one) => steps(one, which) === 0),
    near: count(levelled, (one) => steps(one, which) <= 1),
  }
}

/** How many levels lie between what was said and what was judged. */
function steps(one: Judged, which: Which): number {
  const { levels } = which(one)
  const place = (key: string | undefined | null) => levels.findIndex((level) => level.key === key)
  const [said, judged] = [place(likeliest(levels)?.key), place(one.level)]
  return judged < 0 ? Number.POSITIVE_INFINITY : Math.abs(said - judged)
}

/** One point for each ten judgements; those left over at the end make one together with the ten before. */
function courseOf(all: readonly Judged[]): CoursePoint[] {
  const whole = Math.floor(all.length / WINDOW)
  return Array.from({ length: whole }, (_, i) => {
    const until = i === whole - 1 ? all.length : (i + 1) * WINDOW
    const some = all.slice(i * WINDOW, until)
    const share = (which: Which) => some.filter((one) => isFirst(one, which)).length / some.length
    return { judgements: until, said: share(({ said }) => said), alone: share(({ alone }) => alone) }
  })
}

const sure = ({ said }: Judged) => said.competencies[0]?.probability ?? 0
const said: Which = (one) => one.said

/** Bins of equal size, from the least sure; fewer than two in a bin would say nothing, so then there are fewer bins. */
function calibrationOf(all: readonly Judged[]): CalibrationBin[] {
  const bins = Math.min(BINS, Math.floor(all.length / 2))
  const sorted = all.toSorted((a, b) => sure(a) - sure(b))
  return Array.from({ length: bins }, (_, i) => {
    const some = sorted.slice(
      Math.round((i * sorted.length) / bins),
      Math.round(((i + 1) * sorted.length) / bins),
    )
    const right = some.filter((one) => isFirst(one, said)).length
    return {
      probability: some.reduce((sum, one) => sum + sure(one), 0) / some.length,
      right: shareOf(right, some.length),
    }
  })
}

function errorOf(bins: readonly CalibrationBin[], all: number): number | null {
  if (bins.length === 0) return null
  return bins.reduce(
    (sum, { probability, right }) => sum + (Math.abs(probability - (right.share ?? 0)) * right.of) / all,
    0,
  )
}

function abstentionOf(all: readonly Judged[]): AbstentionPoint[] {
  if (all.length === 0) return []
  const sorted = all.toSorted((a, b) => sure(b) - sure(a))
  return COVERAGES.map((answered) => {
    const some = sorted.slice(0, Math.max(1, Math.round(answered * sorted.length)))
    const last = some.at(-1)
    return {
      answered,
      from: last ? sure(last) : 0,
      right: shareOf(some.filter((one) => isFirst(one, said)).length, some.length),
    }
  })
}

/** The normal quantile of a 95 % interval. */
const Z = 1.959964

function shareOf(right: number, of: number): Share {
  if (of === 0) return { right, of, share: null, low: null, high: null }
  const share = right / of
  const spread = 1 + Z ** 2 / of
  const middle = (share + Z ** 2 / (2 * of)) / spread
  const half = (Z / spread) * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2))
  return { right, of, share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}
