/** Takes a person out of the equations: what hangs on the person comes to hang on each other. */
import type { Design } from './design.ts'
import type { State } from './state.ts'
import { type Model, ROW, type Sweep, type Workspace } from './workspace.ts'

/** Eliminates person p, whose ratings have just been added. */
export function eliminate(model: Model, state: State, work: Workspace, p: number): void {
  const { folded, ownStep, expected } = work.sweep
  const precision = model.marginal ? 1 / state.sd ** 2 : 0
  const variance = 1 / ((folded.personVariance[p] as number) + precision)
  folded.personVariance[p] = variance
  if (work.onePoint) {
    const away = (state.person[p] as number) - state.mean
    const score = (work.posterior.total[p] as number) - (expected[p] as number) - away * precision
    ownStep[p] = score * variance
    state.spread[p] = Math.sqrt(variance)
  } else ownStep[p] = 0
  if (model.marginal) {
    addDistributionGradient(state, work.sweep, p)
    addDistribution(state, work, p)
  }
  gather(work, model, precision, p)
  foldCore(work, variance, ownStep[p] as number)
  foldRatings(work, model.design, p)
}

/** The gradient of the distribution's mean and log standard deviation. */
export function addDistributionGradient(
  { person, spread, mean, sd }: State,
  { gradient }: Sweep,
  p: number,
): void {
  const last = gradient.length - 1
  const precision = 1 / sd ** 2
  const away = (person[p] as number) - mean
  const square = (away * away + (spread[p] as number) ** 2) * precision
  gradient[last - 1] = (gradient[last - 1] as number) + away * precision
  gradient[last] = (gradient[last] as number) + square - 1
}

/**
 * What they have in common with each other and with the person. With one point the persons are not where they belong yet, and
 * the standard deviation is led by itself, as in an EM step.
 */
function addDistribution({ person, spread, mean, sd }: State, { sweep, onePoint }: Workspace, p: number) {
  const { core, coreCore, personSd } = sweep.folded
  const precision = 1 / sd ** 2
  const away = (person[p] as number) - mean
  const variance = (spread[p] as number) ** 2
  const square = (away * away + variance) * precision
  personSd[p] = onePoint ? 0 : 2 * away * precision
  const meanAt = (core - 2) * core + core - 2
  const sdAt = core * core - 1
  coreCore[meanAt] = (coreCore[meanAt] as number) + precision
  coreCore[sdAt - 1] = (coreCore[sdAt - 1] as number) + (personSd[p] as number)
  coreCore[sdAt] = (coreCore[sdAt] as number) + (onePoint ? 2 : 2 * square - 2 * (variance * precision) ** 2)
}

/** How much person p hangs on each parameter of the core. */
function gather({ sweep, hold }: Workspace, { marginal }: Model, precision: number, p: number) {
  const { steps, personStep, personSd } = sweep.folded
  for (let f = 0; f < steps; f++) hold[f] = personStep[p * steps + f] as number
  if (!marginal) return
  hold[steps] = precision
  hold[steps + 1] = personSd[p] as number
}

function foldCore({ sweep, hold }: Workspace, variance: number, step: number) {
  const { raters, items, core, coreLeft } = sweep.folded
  for (let a = 0; a < core; a++) {
    const weight = hold[a] as number
    const place = raters + items + a
    sweep.gradient[place] = (sweep.gradient[place] as number) + step * weight
    for (let b = 0; b <= a; b++)
      coreLeft[a * core + b] = (coreLeft[a * core + b] as number) - variance * weight * (hold[b] as number)
  }
}

function foldRatings(
  { sweep, table }: Workspace,
  { pairFrom, pairRater, cellFrom, item }: Design,
  p: number,
) {
  const { gradient, ownStep } = sweep
  const { raters, pairWeight, cellWeight, personVariance } = sweep.folded
  const { rows, width } = table
  const variance = personVariance[p] as number
  const step = ownStep[p] as number
  const endPair = pairFrom[p + 1] as number
  for (let q = pairFrom[p] as number; q < endPair; q++) {
    const row = (pairRater[q] as number) * width
    const weight = pairWeight[q] as number
    rows[row + ROW.left] = (rows[row + ROW.left] as number) - variance * weight * weight
    rows[row + ROW.gradient] = (rows[row + ROW.gradient] as number) + step * weight
  }
  if (step === 0) return
  const end = cellFrom[endPair] as number
  for (let j = cellFrom[pairFrom[p] as number] as number; j < end; j++) {
    const place = raters + (item[j] as number)
    gradient[place] = (gradient[place] as number) + step * (cellWeight[j] as number)
  }
}
