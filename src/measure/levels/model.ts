/**
 * The most likely level, from a response model. Each rater finds indicator i met with probability 1 / (1 + exp(−a (θ − d − s))),
 * where θ is the person's position, d the indicator's difficulty and s how severe this rater is with this person. As one rater's
 * answers share s, they are not independent evidence; s is integrated out rater by rater (a testlet model; Wainer, Bradlow and
 * Wang 2007).
 */
import { Invalid } from '#errors.ts'
import { normalDensity } from '../distributions/normal.ts'
import { type Estimate, reason, value } from '../estimate.ts'
import type { LevelChances } from '../uncertainty/score.ts'
import type { IndicatorAnswers } from './answers.ts'

export interface LevelModel {
  /** Of each indicator, on the scale of θ. */
  readonly difficulty: readonly number[]
  /** How sharply an indicator tells levels apart. */
  readonly discrimination: number
  /** Positions among the persons who are rated, before anything is known. */
  readonly mean: number
  readonly sd: number
  /** Where each level above the lowest begins, rising. */
  readonly cuts: readonly number[]
  /** Standard deviation of s: severity and halo together. 0 takes all answers for independent. */
  readonly raterSd: number
  /** Multiplies the log-likelihood: a rough way to discount answers that hang together. 1 unless said otherwise. */
  readonly evidenceWeight?: number
}

/** Decides levels under one model; made once, used for many persons. */
export type LevelDecider = (answers: IndicatorAnswers) => Estimate<LevelChances>

const STEP = 0.1
const REACH = 5

/**
 * A function that gives the chance of every level from one person's answers; what was not observed says nothing. The level to
 * give is the highest whose chance of "at least" is one half or more, or `mostLikely`. No result when nothing was observed.
 * @throws Invalid when a number of the model is impossible, and (from the function) when a list has another length.
 */
export function levelModel(model: LevelModel): LevelDecider {
  checkModel(model)
  const points = gridFor(model)
  const tables = model.difficulty.map((difficulty) => logChances(points, difficulty, model.discrimination))
  const kernel = kernelFor(model.raterSd)
  const prior = points.map((x) => normalDensity((x - model.mean) / model.sd))
  return (answers) => {
    const seen = answers.filter((list) => {
      if (list.length !== tables.length)
        throw new Invalid(
          `A rater has ${list.length} answers for ${tables.length} indicators. Give one each, with null where nothing was observed.`,
        )
      return list.some((answer) => answer !== null)
    })
    if (seen.length === 0) return reason('No indicator was observed, so no level can be given.')
    const posterior = prior.map(Math.log)
    for (const list of seen)
      addRater(posterior, blurred(logLikelihood(list, tables), kernel), model.evidenceWeight ?? 1)
    return value(chancesOf(posterior, points, model.cuts))
  }
}

interface Table {
  met: Float64Array
  notMet: Float64Array
}

/** Evenly spaced positions, wide enough for persons and raters. */
function gridFor({ mean, sd, raterSd }: LevelModel): Float64Array {
  const half = Math.ceil((REACH * sd + 4 * raterSd) / STEP)
  return Float64Array.from({ length: 2 * half + 1 }, (_, k) => mean + (k - half) * STEP)
}

function logChances(points: Float64Array, difficulty: number, discrimination: number): Table {
  const logit = points.map((x) => discrimination * (x - difficulty))
  return {
    met: logit.map((x) => -Math.log1p(Math.exp(-x))),
    notMet: logit.map((x) => -Math.log1p(Math.exp(x))),
  }
}

/** Weights of s at multiples of the step, from −4 to 4 standard deviations. */
function kernelFor(sd: number): Float64Array {
  if (sd === 0) return Float64Array.of(1)
  const half = Math.ceil((4 * sd) / STEP)
  const weights = Float64Array.from({ length: 2 * half + 1 }, (_, k) =>
    normalDensity(((k - half) * STEP) / sd),
  )
  const total = weights.reduce((sum, w) => sum + w, 0)
  return weights.map((w) => w / total)
}

function logLikelihood(list: readonly (boolean | null)[], tables: readonly Table[]): Float64Array {
  const sum = new Float64Array(tables[0]?.met.length ?? 0)
  list.forEach((answer, i) => {
    const table = answer === null ? undefined : answer ? tables[i]?.met : tables[i]?.notMet
    if (table) for (let k = 0; k < sum.length; k++) sum[k] = (sum[k] ?? 0) + (table[k] ?? 0)
  })
  return sum
}

/** The log of the likelihood averaged over s. At the ends of the grid the weights that fall outside are left out. */
function blurred(logs: Float64Array, kernel: Float64Array): Float64Array {
  if (kernel.length === 1) return logs
  const top = logs.reduce((most, x) => Math.max(most, x), Number.NEGATIVE_INFINITY)
  const likelihood = logs.map((x) => Math.exp(x - top))
  const half = (kernel.length - 1) / 2
  return likelihood.map((_, k) => {
    const from = Math.max(0, k - half)
    const to = Math.min(likelihood.length - 1, k + half)
    let sum = 0
    let weights = 0
    for (let at = from; at <= to; at++) {
      const weight = kernel[at - k + half] ?? 0
      sum += weight * (likelihood[at] ?? 0)
      weights += weight
    }
    return Math.log(sum / weights)
  })
}

function addRater(posterior: Float64Array, logs: Float64Array, weight: number) {
  for (let k = 0; k < posterior.length; k++) posterior[k] = (posterior[k] ?? 0) + weight * (logs[k] ?? 0)
}

function chancesOf(logs: Float64Array, points: Float64Array, cuts: readonly number[]): LevelChances {
  const top = logs.reduce((most, x) => Math.max(most, x), Number.NEGATIVE_INFINITY)
  const mass = logs.map((x) => Math.exp(x - top))
  const total = mass.reduce((sum, x) => sum + x, 0)
  // Each point stands for its surroundings up to half a step away, which a cut may divide.
  const above = (cut: number, at: number) => Math.min(1, Math.max(0, (at - cut) / STEP + 0.5))
  const atLeast = [
    1,
    ...cuts.map((cut) => mass.reduce((sum, x, k) => sum + x * above(cut, points[k] ?? 0), 0) / total),
  ]
  const exactly = atLeast.map((chance, k) => chance - (atLeast[k + 1] ?? 0))
  const mostLikely = exactly.reduce((best, chance, k) => (chance > (exactly[best] ?? 0) ? k : best), 0)
  return { atLeast, exactly, mostLikely }
}

function checkModel({ difficulty, discrimination, sd, cuts, raterSd }: LevelModel) {
  if (difficulty.length === 0 || !difficulty.every(Number.isFinite))
    throw new Invalid('Give a difficulty for every indicator, and at least one indicator.')
  if (!(discrimination > 0) || !(sd > 0) || !(raterSd >= 0))
    throw new Invalid(
      'Discrimination and the spread of persons must be above 0, and the spread of raters at least 0.',
    )
  if (cuts.length === 0 || cuts.some((cut, k) => !(cut > (cuts[k - 1] ?? Number.NEGATIVE_INFINITY))))
    throw new Invalid('Give at least one cut between two levels, each higher than the one before.')
}
