/** Calibration: how difficult the answers to each item are, from the answers of many persons. */
import { Invalid } from '#errors.ts'
import { factorize, inverseFactored, solveFactored } from '../cholesky.ts'
import { type Estimate, reason, value } from '../estimate.ts'
import type { Ratings } from '../matrix.ts'
import { type Counts, countAnswers } from './answers.ts'
import { conditionalSlope } from './conditional.ts'
import type { PartialCreditItem } from './item.ts'
import { marginalSlope } from './marginal.ts'
import {
  type CalibrationModel,
  designWithSd,
  itemsFrom,
  type Layout,
  layoutOf,
  stepsOf,
  sumsOf,
  times,
  toFree,
  transposed,
} from './parameters.ts'

export interface CalibrationOptions {
  /**
   * `marginal` (the default): persons come from a normal distribution with mean 0. `conditional`: given their totals, so that
   * nothing is assumed about the persons; the mean of all steps is then 0.
   */
  readonly method?: 'marginal' | 'conditional'
  /** `partial-credit` (the default): every item has steps of its own. `rating-scale`: items differ in difficulty only. */
  readonly model?: CalibrationModel
}

export interface Step {
  /** In logits: where the answers on either side are equally likely. */
  readonly at: Estimate
  readonly error: Estimate
}

export interface Calibration {
  readonly items: PartialCreditItem[]
  /** For each item, its steps from the lowest; a reason where an answer that nobody gave leaves one open. */
  readonly steps: Step[][]
  /** Marginal only: the standard deviation of the persons, and its error. */
  readonly sd: { readonly value: number; readonly error: number } | null
  readonly logLikelihood: number
  readonly converged: boolean
  readonly iterations: number
}

export type ReportIteration = (progress: { readonly iterations: number; readonly change: number }) => void

interface Found {
  readonly logLikelihood: number
  readonly gradient: Float64Array
  readonly matrix: Float64Array
}

const MOST_ITERATIONS = 100
const SETTLED = 1e-9
const MOST_PARAMETERS = 800
const MOST_WORK = 2e10

/**
 * Calibrates items with ordered answers under the partial credit or the rating scale model. Persons in rows, items in columns,
 * answers whole numbers from 0, null or NaN where there is none: a missing answer is left out, not counted as 0.
 * @throws Invalid for input that cannot be used, and for sizes that would take minutes
 */
export function calibrate(
  answers: Ratings,
  options: CalibrationOptions = {},
  report: ReportIteration = () => {},
): Calibration {
  const { method = 'marginal', model = 'partial-credit' } = options
  const counts = countAnswers(answers)
  const layout = layoutOf(counts, model)
  checkSize(counts, layout, method)
  const marginal = method === 'marginal'
  const problem = { counts, layout, marginal }
  const climb = maximize(problem, report)
  const sums = sumsOf(layout, climb.parameters)
  if (!marginal) centre(layout, sums)
  const items = itemsFrom(layout, counts, sums)
  const covariance = covarianceOf(problem, climb)
  return {
    items,
    steps: items.map((item, i) => withErrors(stepsOf(item, i), i, layout, covariance)),
    sd: marginal ? sdFrom(climb, covariance) : null,
    logLikelihood: climb.found.logLikelihood,
    converged: climb.converged,
    iterations: climb.iterations,
  }
}

function sdFrom({ parameters }: Climb, covariance: Float64Array) {
  const sd = Math.exp(parameters.at(-1) as number)
  return { value: sd, error: sd * Math.sqrt(covariance.at(-1) as number) }
}

interface Problem {
  readonly counts: Counts
  readonly layout: Layout
  readonly marginal: boolean
}

function checkSize({ groups }: Counts, { places, free }: Layout, method: string) {
  const work = groups.reduce((sum, { items, totals }) => {
    const each = method === 'conditional' ? totals.length ** 2 / 6 : 160
    return sum + items.length ** 2 * each + places.length ** 2 * totals.length
  }, 0)
  if (free <= MOST_PARAMETERS && work <= MOST_WORK) return
  throw new Invalid(
    method === 'conditional'
      ? 'That is too much for conditional estimation. Use the marginal method, fewer items, or persons who answered the same items.'
      : `That is too much to calibrate at once (${free} parameters). Calibrate fewer items at a time.`,
  )
}

/** In the free parameters, with the logarithm of the standard deviation as the last where it is one. */
function slopeAt({ counts, layout, marginal }: Problem, parameters: Float64Array): Found {
  const sums = sumsOf(layout, parameters)
  if (marginal) {
    const found = marginalSlope(counts, layout, sums, Math.exp(parameters[layout.free] as number))
    return { ...found, ...toFree(designWithSd(layout), found.gradient, found.matrix) }
  }
  const found = conditionalSlope(counts, layout, sums)
  const free = toFree(layout.design, found.gradient, found.matrix)
  const along = shiftOf(layout)
  const tie = 1 / along.length
  along.forEach((x, a) => {
    along.forEach((y, b) => {
      free.matrix[a * along.length + b] = (free.matrix[a * along.length + b] as number) + tie * x * y
    })
  })
  return { logLikelihood: found.logLikelihood, ...free }
}

/** The free parameters' way of moving all steps by 1: given totals it changes nothing. */
function shiftOf({ places, design, free }: Layout): Float64Array {
  const rating = free < places.length
  const items = new Set(places.map(({ item }) => item)).size
  return Float64Array.from({ length: free }, (_, b) =>
    rating ? Number(b < items) : (places[b]?.height ?? design.length),
  )
}

interface Climb {
  readonly parameters: Float64Array
  readonly found: Found
  readonly converged: boolean
  readonly iterations: number
}

/** Newton's steps uphill, halved where one would lead down. */
function maximize(problem: Problem, report: ReportIteration): Climb {
  let parameters = startOf(problem)
  let found = slopeAt(problem, parameters)
  for (let iterations = 1; iterations <= MOST_ITERATIONS; iterations++) {
    const step = stepFrom(found)
    const next = firstBetter(problem, parameters, found, step)
    const change = step.reduce((most, x) => Math.max(most, Math.abs(x)), 0)
    report({ iterations, change })
    if (next === null || change < SETTLED) return { parameters, found, converged: change < 1e-6, iterations }
    parameters = next.parameters
    found = next.found
  }
  return { parameters, found, converged: false, iterations: MOST_ITERATIONS }
}

/** Counts as if all persons were alike, which is a little too narrow. */
function startOf({ counts, layout, marginal }: Problem): Float64Array {
  const parameters = new Float64Array(layout.free + (marginal ? 1 : 0))
  if (layout.free < layout.places.length) return parameters
  layout.places.forEach(({ item, answer }, a) => {
    const used = counts.used[item]
    parameters[a] = Math.log((used?.[layout.lowest[item] ?? 0] ?? 1) / (used?.[answer] ?? 1))
  })
  return parameters
}

/** If the matrix is not positive definite so far from the top, its diagonal is raised until it is. */
function stepFrom({ gradient, matrix }: Found): Float64Array {
  const size = gradient.length
  for (let raise = 0; raise < 1e9; raise = Math.max(1e-6, raise * 10)) {
    const factor = matrix.slice()
    for (let a = 0; a < factor.length; a += size + 1) factor[a] = (factor[a] as number) * (1 + raise) + raise
    if (!factorize(factor, size)) continue
    const step = gradient.slice()
    solveFactored(factor, size, step)
    return step
  }
  return new Float64Array(size)
}

function firstBetter(problem: Problem, parameters: Float64Array, found: Found, step: Float64Array) {
  const longest = step.reduce((most, x) => Math.max(most, Math.abs(x)), 0)
  for (let share = Math.min(1, 2 / longest); share > 1e-4; share /= 2) {
    const next = parameters.map((x, a) => x + share * (step[a] as number))
    const there = slopeAt(problem, next)
    if (there.logLikelihood >= found.logLikelihood - 1e-9 * Math.abs(found.logLikelihood))
      return { parameters: next, found: there }
  }
  return null
}

/** Moves all steps so that their mean is 0. */
function centre({ places, from }: Layout, sums: Float64Array) {
  const tops = from.slice(1).map((end) => end - 1)
  const height = tops.reduce((sum, a) => sum + (places[a]?.height ?? 0), 0)
  const mean = tops.reduce((sum, a) => sum + (sums[a] as number), 0) / height
  places.forEach((place, a) => {
    sums[a] = (sums[a] as number) - mean * place.height
  })
}

/** Variances and covariances of T, and at the end of the logarithm of the standard deviation. */
function covarianceOf({ layout, marginal }: Problem, { found }: Climb): Float64Array {
  const size = found.gradient.length
  const factor = found.matrix.slice()
  if (!factorize(factor, size))
    return new Float64Array((layout.places.length + Number(marginal)) ** 2).fill(Number.NaN)
  const inverse = inverseFactored(factor, size)
  const design = marginal ? designWithSd(layout) : centredDesign(layout)
  const rows = layout.places.length + Number(marginal)
  return times(times(design, inverse, size), transposed(design, rows), size)
}

/** T after `centre`, from the free parameters. */
function centredDesign(layout: Layout): Float64Array {
  const { design, free, places } = layout
  const centred = design.slice()
  for (let b = 0; b < free; b++) {
    const column = Float64Array.from(places, (_, a) => design[a * free + b] as number)
    centre(layout, column)
    column.forEach((x, a) => {
      centred[a * free + b] = x
    })
  }
  return centred
}

/** The error of a step is that of the difference between two T. */
function withErrors(
  steps: Estimate[],
  item: number,
  { places, from }: Layout,
  covariance: Float64Array,
): Step[] {
  const size = Math.round(Math.sqrt(covariance.length))
  const [first = 0, end = 0] = [from[item], from[item + 1]]
  const placeOf = (answer: number) => places.slice(first, end).findIndex((place) => place.answer === answer)
  const entry = (a: number, b: number) =>
    a < 0 || b < 0 ? 0 : (covariance[(first + a) * size + first + b] as number)
  return steps.map((at, k) => {
    if (at.value === null) return { at, error: at }
    const [below, above] = [placeOf(k), placeOf(k + 1)]
    const variance = entry(above, above) - 2 * entry(above, below) + entry(below, below)
    const unknown = 'The answers are too few to tell how far the step may be off.'
    return { at, error: variance > 0 ? value(Math.sqrt(variance)) : reason(unknown) }
  })
}
