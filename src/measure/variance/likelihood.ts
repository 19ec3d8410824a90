/** The climb to the highest restricted likelihood, by Newton steps with the average information. */
import { type Effects, OFF, type Pairs, type Part, type Shrinkage } from './effects.ts'
import { exactSystem, isSmall } from './exact-system.ts'
import { averageInformation, product, type Solution, slopes, type Variances } from './information.ts'
import type { Layout } from './layout.ts'
import { solveDense } from './linear.ts'
import { reduce } from './mixed-system.ts'
import { type Sampling, sampledSystem } from './sampled-system.ts'

/** The scores of a design, and how to solve models of them. */
export interface Task {
  readonly layout: Layout
  readonly pairs: Pairs | null
  readonly sums: Effects
  readonly sampling: Sampling
}

export interface Summit {
  readonly solution: Solution
  /** Of the variances in their order, the residual last. */
  readonly information: Float64Array
  readonly steps: number
}

/** A variance below this share of the residual variance counts as zero. */
export const NOTHING = 1e-7

const MOST_STEPS = 60

/** Null where the equations have no single solution. */
export function solveModel(task: Task, variances: Variances): Solution | null {
  const { layout, pairs, sums, sampling } = task
  const reduced = reduce(layout, pairs, shrinkageOf(variances))
  const system = isSmall(layout) ? exactSystem(reduced) : sampledSystem(reduced, sampling)
  if (system === null) return null
  const effects = system.solve(sums, 'scores')
  const quadratic = product(layout.score, layout.score) - explainedBy(sums, effects)
  return { layout, pairs, variances, system, effects, quadratic }
}

/** −2 × the restricted log-likelihood; null where the determinant is not known. */
export function criterionOf({ layout, variances, system, quadratic }: Solution): number | null {
  if (system.logDeterminant === null) return null
  const free = layout.score.length - 1
  const { residual } = variances
  return free * Math.log(2 * Math.PI * residual) + system.logDeterminant + quadratic / residual
}

/** Twice the rise of the log-likelihood that a step is expected to bring. */
const NO_GAIN = 1e-14

/** Newton steps gain about the square of what the one before gained: after this the next one would not be worth its cost. */
const LAST_GAIN = 0.01

export function climb(task: Task, start: Variances): Summit | null {
  const exact = isSmall(task.layout)
  const lastGain = exact ? NO_GAIN : LAST_GAIN
  let solution = solveModel(task, start)
  let information: Float64Array | null = null
  let gain = Number.POSITIVE_INFINITY
  for (let steps = 0; solution !== null; steps++) {
    const slope = slopes(solution)
    if (information === null || exact || gain > 1) information = averageInformation(solution)
    const step = newtonStep(solution.variances, slope, information)
    if (step === null) return null
    gain = product(step, slope)
    if (steps === MOST_STEPS || gain < NO_GAIN) return { solution, information, steps }
    const next = advance(task, solution, step)
    if (next !== null && (next === solution || gain < lastGain))
      return { solution: next, information, steps: steps + 1 }
    solution = next
  }
  return null
}

const explainedBy = (sums: Effects, effects: Effects) =>
  product(sums.global, effects.global) +
  product(sums.person, effects.person) +
  product(sums.cell, effects.cell) +
  product(sums.pair, effects.pair)

function shrinkageOf({ parts, residual }: Variances): Shrinkage {
  const shrinkage: Record<Part, number> = { rater: OFF, item: OFF, person: OFF, cell: OFF, pair: OFF }
  for (const { part, variance } of parts) shrinkage[part] = residual / variance
  return shrinkage
}

const floorOf = (residual: number) => 0.1 * NOTHING * residual

/** Variances that are as good as zero and would go below it stay where they are. */
function newtonStep(
  variances: Variances,
  slope: Float64Array,
  information: Float64Array,
): Float64Array | null {
  const size = slope.length
  const held = variances.parts.map(
    ({ variance }, k) => variance <= NOTHING * variances.residual && (slope[k] ?? 0) < 0,
  )
  const matrix = information.slice()
  const right = slope.slice()
  held.forEach((isHeld, k) => {
    if (!isHeld) return
    for (let j = 0; j < size; j++) {
      matrix[k * size + j] = 0
      matrix[j * size + k] = 0
    }
    matrix[k * size + k] = information[k * size + k] || 1
    right[k] = 0
  })
  return solveDense(matrix, right)
}

/** As far along the step as the likelihood rises; where it is not known, as far as no variance changes wildly. */
function advance(task: Task, from: Solution, step: Float64Array): Solution | null {
  const before = criterionOf(from)
  for (let length = 1; length > 1e-6; length /= 2) {
    const next = solveModel(task, moved(from.variances, step, length))
    if (next === null || before === null) return next
    if ((criterionOf(next) ?? 0) <= before + 1e-10 * Math.abs(before)) return next
  }
  return from
}

function moved({ parts, residual }: Variances, step: Float64Array, length: number): Variances {
  const to = Math.max(residual / 5, residual + length * (step[parts.length] ?? 0))
  return {
    parts: parts.map(({ part, variance }, k) => ({
      part,
      variance: Math.max(floorOf(to), variance + length * (step[k] ?? 0)),
    })),
    residual: to,
  }
}
