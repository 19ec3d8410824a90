/**
 * One pass over all ratings: the log-likelihood, its gradient, and the matrix that says how the parameters hang together once
 * every person has been eliminated. Joint estimation is the special case of one point per person and no distribution.
 */
import type { Rule } from '../quadrature.ts'
import { addGradient, addPerson } from './add-person.ts'
import { addDistributionGradient, eliminate } from './eliminate.ts'
import { clear } from './fold.ts'
import { chancesAtPoint } from './one-point.ts'
import { weigh } from './posterior.ts'
import { clearTable, fetchRows, readGradient, readTable } from './rater-table.ts'
import type { Scale, State } from './state.ts'
import { type Model, type Sweep, setPoints, type Workspace } from './workspace.ts'

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
    fetchRows(work.table, design, p)
    if (design.pairFrom[p] === design.pairFrom[p + 1]) continue
    result.logLikelihood +=
      rule.points.length === 1
        ? chancesAtPoint(model, state, work, p)
        : weigh(model, state, rule, { work, p })
    addPerson(model, state, work, p)
    eliminate(model, state, work, p)
  }
  readTable(work.table, model.scale.free, result)
  finishSteps(model.scale, result)
  return result
}

/** The same with several points, for the gradient alone; the matrix stays the one of an earlier pass. */
export function passForGradient(model: Model, state: State, rule: Rule, work: Workspace): Sweep {
  const { design } = model
  const result = work.sweep
  prepare(model, state, rule, work)
  for (let p = 0; p < design.persons; p++) {
    fetchRows(work.table, design, p)
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
