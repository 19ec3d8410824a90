/** Adds the ratings of a person to the gradient and, where it is asked for, to the matrix. */
import type { Design } from './design.ts'
import { findMeans, findMoments } from './moments.ts'
import type { Scale, State } from './state.ts'
import { type Model, ROW, type Workspace } from './workspace.ts'

/** Gradient and matrix, all but what follows from eliminating the person. The chances have been found. */
export function addPerson({ design, scale }: Model, { spread }: State, work: Workspace, p: number): void {
  const { expecting } = work
  const cells = cellsOf(design, p)
  const personVariance = work.onePoint ? 0 : (spread[p] as number) ** 2
  if (!work.onePoint) findMoments(expecting, cells, personVariance)
  addRatings(work, design, p)
  for (let k = 1; k < scale.top; k += 4) addSteps(work, design, p, k)
  keepSteps(work, scale, p)
  addStepSums(work, scale, cells)
  if (p % work.stride !== 0) return
  addItems(work, design, scale.free, p)
  addStepPairs(work, scale.free, cells, personVariance)
}

/** The gradient alone. */
export function addGradient({ design, scale }: Model, work: Workspace, p: number): void {
  const cells = cellsOf(design, p)
  findMeans(work.expecting, cells)
  addResiduals(work, design, p)
  addStepSums(work, scale, cells)
}

function cellsOf({ pairFrom, cellFrom }: Design, p: number): number {
  return (cellFrom[pairFrom[p + 1] as number] as number) - (cellFrom[pairFrom[p] as number] as number)
}

/** Raters and items: their gradient and weights. */
function addRatings(
  { expecting, sweep, table }: Workspace,
  { pairFrom, pairRater, cellFrom, item, score }: Design,
  p: number,
) {
  const { gradient, folded } = sweep
  const { raters, cellWeight, pairWeight } = folded
  const { rows, width } = table
  const { mean, variance } = expecting
  const endPair = pairFrom[p + 1] as number
  let expected = 0
  let information = 0
  for (let q = pairFrom[p] as number, c = 0; q < endPair; q++) {
    const row = (pairRater[q] as number) * width
    const end = cellFrom[q + 1] as number
    let residual = 0
    let weight = 0
    for (let j = cellFrom[q] as number; j < end; j++, c++) {
      const i = item[j] as number
      const rest = (score[j] as number) - (mean[c] as number)
      const spread = variance[c] as number
      residual += rest
      weight += spread
      expected += mean[c] as number
      cellWeight[j] = spread
      gradient[raters + i] = (gradient[raters + i] as number) - rest
    }
    information += weight
    pairWeight[q] = weight
    rows[row + ROW.weight] = (rows[row + ROW.weight] as number) + weight
    rows[row + ROW.gradient] = (rows[row + ROW.gradient] as number) - residual
  }
  sweep.expected[p] = expected
  folded.personVariance[p] = information
}

/** Categories k to k + 3: what they have in common with raters and the person. */
function addSteps({ expecting, table }: Workspace, design: Design, p: number, k: number) {
  const { pairFrom, pairRater, cellFrom } = design
  const { rows } = table
  const { chance, width, mean, within, hanging } = expecting
  hanging.fill(0, k - 1, k + 3)
  const endPair = pairFrom[p + 1] as number
  let at = k - 1
  let c = 0
  for (let q = pairFrom[p] as number; q < endPair; q++) {
    let first = 0
    let second = 0
    let third = 0
    let fourth = 0
    for (
      let left = (cellFrom[q + 1] as number) - (cellFrom[q] as number);
      left > 0;
      left--, c++, at += width
    ) {
      const share = within[c] as number
      const away = (k - (mean[c] as number)) * share
      first += (chance[at] as number) * away
      second += (chance[at + 1] as number) * (away + share)
      third += (chance[at + 2] as number) * (away + 2 * share)
      fourth += (chance[at + 3] as number) * (away + 3 * share)
    }
    const place = (pairRater[q] as number) * table.width + ROW.step + k - 1
    rows[place] = (rows[place] as number) + first
    rows[place + 1] = (rows[place + 1] as number) + second
    rows[place + 2] = (rows[place + 2] as number) + third
    rows[place + 3] = (rows[place + 3] as number) + fourth
    hanging[k - 1] = (hanging[k - 1] as number) + first
    hanging[k] = (hanging[k] as number) + second
    hanging[k + 1] = (hanging[k + 1] as number) + third
    hanging[k + 2] = (hanging[k + 2] as number) + fourth
  }
}

/** Of what a person hangs on, what belongs to free categories. */
function keepSteps({ expecting, sweep }: Workspace, { free }: Scale, p: number) {
  const { personStep } = sweep.folded
  for (let f = 0; f < free.length; f++)
    personStep[p * free.length + f] = expecting.hanging[(free[f] as number) - 1] as number
}

/** Items: their weight, and what they have in common with the free categories. */
function addItems(
  { expecting, sweep, stride }: Workspace,
  { pairFrom, cellFrom, item }: Design,
  free: Int32Array,
  p: number,
) {
  const { steps, itemWeight, itemStep } = sweep.folded
  const { chance, width, mean, variance, within } = expecting
  const from = cellFrom[pairFrom[p] as number] as number
  const end = cellFrom[pairFrom[p + 1] as number] as number
  for (let j = from; j < end; j++) {
    const i = item[j] as number
    const c = j - from
    const share = stride * (within[c] as number)
    itemWeight[i] = (itemWeight[i] as number) + stride * (variance[c] as number)
    for (let f = 0; f < steps; f++) {
      const k = free[f] as number
      const here = (chance[c * width + k - 1] as number) * (k - (mean[c] as number))
      itemStep[i * steps + f] = (itemStep[i * steps + f] as number) + share * here
    }
  }
}

/** Free categories with each other. */
function addStepPairs(
  { expecting, sweep, stride }: Workspace,
  free: Int32Array,
  cells: number,
  personVariance: number,
) {
  const { coreCore, core } = sweep.folded
  const { chance, width, mean, within } = expecting
  for (let f = 0; f < free.length; f++)
    for (let g = 0; g <= f; g++) {
      const k = free[f] as number
      const l = free[g] as number
      let sum = 0
      for (let c = 0; c < cells; c++) {
        const here = chance[c * width + k - 1] as number
        const both = here * (chance[c * width + l - 1] as number)
        const share = within[c] as number
        const apart = (k - (mean[c] as number)) * (l - (mean[c] as number)) * share * share
        sum -= both * (1 + personVariance * apart)
        if (f === g) sum += here
      }
      coreCore[f * core + g] = (coreCore[f * core + g] as number) + stride * sum
    }
}

function addResiduals({ expecting, sweep, table }: Workspace, design: Design, p: number) {
  const { pairFrom, pairRater, cellFrom, item, score } = design
  const { gradient, folded } = sweep
  const { mean } = expecting
  const { rows, width } = table
  const endPair = pairFrom[p + 1] as number
  for (let q = pairFrom[p] as number, c = 0; q < endPair; q++) {
    const end = cellFrom[q + 1] as number
    let residual = 0
    for (let j = cellFrom[q] as number; j < end; j++, c++) {
      const place = folded.raters + (item[j] as number)
      const rest = (score[j] as number) - (mean[c] as number)
      residual += rest
      gradient[place] = (gradient[place] as number) - rest
    }
    const at = (pairRater[q] as number) * width + ROW.gradient
    rows[at] = (rows[at] as number) - residual
  }
}

function addStepSums({ expecting, sweep }: Workspace, { free }: Scale, cells: number) {
  const { chance, width } = expecting
  const { stepSum } = sweep.folded
  for (let f = 0; f < free.length; f++) {
    let expected = 0
    for (let c = 0, at = (free[f] as number) - 1; c < cells; c++, at += width)
      expected += chance[at] as number
    stepSum[f] = (stepSum[f] as number) + expected
  }
}
