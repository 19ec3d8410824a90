/**
 * One pass over all ratings: the log-likelihood, its gradient, and the matrix that says how the parameters hang together once
 * every person has been eliminated. Joint estimation is the special case of one point per person and no distribution.
 */
import type { Rule } from '../quadrature.ts'
import { addGradient, addPerson } from './add-person.ts'
import type { Design } from './design.ts'
import { addDistributionGradient, eliminate } from './eliminate.ts'
import { clear, type Folded, foldedFor } from './fold.ts'
import { type Expecting, expectingFor } from './moments.ts'
import { chancesAtPoint } from './one-point.ts'
import { type Posterior, posteriorFor, setPoints, weigh } from './posterior.ts'
import { clearTable, type RaterTable, raterTable, readGradient, readTable } from './rater-table.ts'
import type { Scale, State } from './state.ts'

/** What stays the same from pass to pass. */
export interface Model {
  readonly design: Design
  readonly scale: Scale
  /** Persons come from a normal distribution (marginal), or are parameters each (joint). */
  readonly marginal: boolean
}

/**
 * What a pass leaves behind. Parameters other than persons stand in one order: raters, items, free T, and with a
 * distribution of persons its mean and the logarithm of its standard deviation.
 */
export interface Sweep {
  logLikelihood: number
  /** What each person would do on their own has been added, as the matrix without persons asks for. */
  readonly gradient: Float64Array
  readonly folded: Folded
  /** With one point: how far each person would go on their own. With more: 0, they are where they belong. */
  readonly ownStep: Float64Array
  /** Sum of the expected ratings of each person. */
  readonly expected: Float64Array
}

/** Room that is reused from pass to pass. */
export interface Workspace {
  readonly sweep: Sweep
  readonly posterior: Posterior
  readonly expecting: Expecting
  /** How much the person at hand hangs on each parameter of the core. */
  readonly hold: Float64Array
  /** Sums of scores. */
  readonly raterTotal: Float64Array
  readonly itemTotal: Float64Array
  /** Number of ratings. */
  readonly itemCount: Float64Array
  readonly table: RaterTable
  /** exp(−difficulty), and exp(−T_k) padded with zeros to a multiple of four after category 0. */
  readonly ease: Float64Array
  readonly growth: Float64Array
  /** In large data every n-th person speaks for the others where steps meet steps: that needs no more digits. */
  readonly stride: number
  /** Whether this pass looks at one point per person. */
  onePoint: boolean
}

const ENOUGH_RATINGS = 200_000

export function workspaceFor({ design, scale, marginal }: Model): Workspace {
  const folded = foldedFor(design, scale, marginal)
  const sweep = {
    logLikelihood: 0,
    gradient: new Float64Array(folded.raters + folded.items + folded.core),
    folded,
    ownStep: new Float64Array(design.persons),
    expected: new Float64Array(design.persons),
  }
  const posterior = posteriorFor(design)
  return {
    sweep,
    posterior,
    expecting: expectingFor(scale, posterior.mostCells),
    hold: new Float64Array(folded.core),
    ...totals(design),
    table: raterTable(design.raters, folded.steps),
    ease: new Float64Array(design.items),
    growth: new Float64Array(1 + 4 * Math.ceil(scale.top / 4)),
    stride: Math.max(1, Math.floor(design.item.length / ENOUGH_RATINGS)),
    onePoint: true,
  }
}

/**
 * Passes over all ratings with the points of `rule` laid around each person. One point: the measures of `state` themselves,
 * which need not be at their best yet. More points: means and spreads of the persons in `state` are updated, and the
 * log-likelihood is the marginal one.
 */
export function passOver(model: Model, state: State, rule: Rule, work: Workspace): Sweep {
  const { design } = model
  const result = work.sweep
  clear(result.folded)
  result.folded.precision = 1 / state.sd ** 2
  prepare(model, state, rule, work)
  for (let p = 0; p < design.persons; p++) {
    if (design.pairFrom[p] === design.pairFrom[p + 1]) continue
    result.logLikelihood +=
      rule.points.length === 1
        ? chancesAtPoint(model, state, work, p)
        : weigh(model, state, rule, { work, p })
    addPerson(model, state, work, p)
    eliminate(model, state, work, p)
  }
  readTable(work.table, result)
  finishSteps(model.scale, result)
  return result
}

/** The same with several points, for the gradient alone; the matrix stays the one of an earlier pass. */
export function passForGradient(model: Model, state: State, rule: Rule, work: Workspace): Sweep {
  const { design } = model
  const result = work.sweep
  prepare(model, state, rule, work)
  for (let p = 0; p < design.persons; p++) {
    if (design.pairFrom[p] === design.pairFrom[p + 1]) continue
    result.logLikelihood += weigh(model, state, rule, { work, p })
    addGradient(model, work, p)
    addDistributionGradient(state, result, p)
  }
  readGradient(work.table, result)
  finishSteps(model.scale, result)
  return result
}

function prepare({ scale }: Model, { rater, item, cumulative }: State, rule: Rule, work: Workspace) {
  const points = rule.points.length
  work.onePoint = points === 1
  if (points > 1) setPoints(work.posterior, points)
  clearTable(work.table, rater)
  for (let i = 0; i < item.length; i++) work.ease[i] = Math.exp(-(item[i] as number))
  for (let k = 0; k <= scale.top; k++) work.growth[k] = Math.exp(-(cumulative[k] as number))
  const { gradient, folded } = work.sweep
  folded.stepSum.fill(0)
  gradient.fill(0)
  work.sweep.logLikelihood =
    -dot(work.raterTotal, rater) - dot(work.itemTotal, item) - usedDot(scale.counts, cumulative)
}

/** A step's gradient: expected uses of its category less the actual ones. */
function finishSteps({ free, counts }: Scale, { gradient, folded }: Sweep) {
  const { raters, items, stepSum } = folded
  for (let f = 0; f < free.length; f++) {
    const place = raters + items + f
    gradient[place] =
      (gradient[place] as number) + (stepSum[f] as number) - (counts[free[f] as number] as number)
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number)
  return sum
}

/** A category that nobody used has an infinite T, which counts for nothing. */
function usedDot(counts: Float64Array, cumulative: Float64Array): number {
  return counts.reduce((sum, count, k) => (count > 0 ? sum + count * (cumulative[k] as number) : sum), 0)
}

function totals({ raters, items, pairRater, cellFrom, item, score }: Design) {
  const raterTotal = new Float64Array(raters)
  const itemTotal = new Float64Array(items)
  const itemCount = new Float64Array(items)
  for (let q = 0; q < pairRater.length; q++) {
    const end = cellFrom[q + 1] as number
    const rater = pairRater[q] as number
    for (let j = cellFrom[q] as number; j < end; j++) {
      const x = score[j] as number
      const i = item[j] as number
      raterTotal[rater] = (raterTotal[rater] as number) + x
      itemTotal[i] = (itemTotal[i] as number) + x
      itemCount[i] = (itemCount[i] as number) + 1
    }
  }
  return { raterTotal, itemTotal, itemCount }
}
