/** Variance components by restricted maximum likelihood (Patterson and Thompson 1971, Biometrika 58:545). */
import { Invalid } from '#errors.ts'
import { seededRandom } from '../distributions/random.ts'
import { type Estimate, reason, value } from '../estimate.ts'
import { type Design, designOf } from './design.ts'
import { type Part, pairsOf, partOf } from './effects.ts'
import { isSmall } from './exact-system.ts'
import type { Variances } from './information.ts'
import { layOut } from './layout.ts'
import { climb, criterionOf, NOTHING, type Summit, type Task } from './likelihood.ts'
import { solveDense } from './linear.ts'
import { momentsOf, USUAL_TERMS, type VarianceComponents } from './moments.ts'
import { checkRatings, type RatingList } from './rating-list.ts'
import { FACETS, type Term } from './terms.ts'

export interface RestrictedLikelihood extends VarianceComponents {
  /** Covariances of the components' estimates, row after row in their order; 0 for a component that is 0. */
  readonly covariance: Float64Array
  /** −2 × the restricted log-likelihood at its highest; null for large designs, where it is not reckoned. */
  readonly criterion: number | null
  /** Not so with more than 400 raters and items together or 50,000 ratings: sums of error variances are sampled (repeatably). */
  readonly exact: boolean
  readonly steps: number
}

/** What a fit leaves for predictions. */
export interface Fit {
  readonly task: Task
  readonly summit: Summit
  readonly result: RestrictedLikelihood
  /** Of the variances in the order of the solution, the residual last. */
  readonly covariance: Float64Array
}

export interface RemlOptions {
  readonly terms?: readonly Term[]
  /** Uniform numbers in [0, 1) for large designs; a fixed sequence if none is given. */
  readonly random?: () => number
}

/**
 * Variance components of ratings in any connected or unconnected, crossed or partly nested design, by restricted maximum
 * likelihood: never negative, and efficient where some have many ratings and others few. Terms as in `momentComponents`, except
 * rater × item. Missing ratings have no entry. No result, with the reason: as for moments, and where nothing is left over.
 * @throws Invalid when an id is out of range, a score is not a number, or rater × item is asked for.
 */
export function remlComponents(
  ratings: RatingList,
  options: RemlOptions = {},
): Estimate<RestrictedLikelihood> {
  const fit = fitModel(ratings, options)
  return fit.value === null ? fit : value(fit.value.result)
}

export function fitModel(ratings: RatingList, { terms = USUAL_TERMS, random }: RemlOptions): Estimate<Fit> {
  if (terms.includes('rater:item'))
    throw new Invalid(
      'Rater × item cannot be fitted by likelihood. Leave it out, or use the method of moments.',
    )
  checkRatings(ratings)
  const design = designOf(layOut(ratings), terms)
  const moments = momentsOf(design)
  if (moments.value === null) return moments
  const start = startFrom(moments.value)
  if (start === null)
    return reason(
      'Nothing is left over once persons, raters and items are known: there is no error to reckon with.',
    )
  const task = taskOf(design, random ?? seededRandom(1))
  const summit = climb(task, start)
  if (summit === null)
    return reason(
      'Who rated whom does not allow these parts of the variance to be told apart. Ask for fewer.',
    )
  return value(resultOf(task, summit, moments.value))
}

/** Sampled traces are the mean of so many probes; more where there are few raters, whose chance errors do not cancel out. */
const probesFor = (raters: number) => Math.max(2, Math.min(12, Math.ceil(4000 / raters)))

function taskOf({ layout, facets, levels, sums }: Design, random: () => number): Task {
  const pairs = facets.includes(FACETS['person:item']) ? pairsOf(layout, levels(FACETS['person:item'])) : null
  const size = layout.raters + layout.items + 1
  const probes = isSmall(layout) ? 0 : probesFor(layout.raters)
  const signs = Array.from({ length: probes }, () =>
    Float64Array.from({ length: size }, () => (random() < 0.5 ? -1 : 1)),
  )
  const sampling = { signs, memory: new Map<string, Float64Array>() }
  return { layout, pairs, sums: pairs ? { ...sums, pair: pairs.sums } : sums, sampling }
}

function startFrom({ components }: VarianceComponents): Variances | null {
  const residual = components.find(({ term }) => term === 'residual')?.variance ?? 0
  const total = components.reduce((sum, { variance }) => sum + Math.abs(variance), 0)
  if (!(residual > 1e-10 * total)) return null
  const parts = components.flatMap(({ term, variance }) => {
    const part = partOf(FACETS[term])
    return part ? [{ part, variance: Math.max(variance, 0.01 * residual) }] : []
  })
  return { parts, residual }
}

function resultOf(task: Task, summit: Summit, moments: VarianceComponents): Fit {
  const { parts, residual } = summit.solution.variances
  const found = new Map<Part | undefined, number>(parts.map(({ part, variance }) => [part, variance]))
  found.set(undefined, residual)
  const isZero = (variance: number) => variance <= NOTHING * residual
  const components = moments.components.map(({ term, levels }) => {
    const variance = found.get(partOf(FACETS[term])) ?? 0
    return { term, levels, variance: isZero(variance) ? 0 : variance }
  })
  const covariance = inverted(summit.information, [...parts.map(({ variance }) => isZero(variance)), false])
  const criterion = criterionOf(summit.solution)
  const result = {
    ...moments,
    components,
    covariance,
    criterion,
    exact: isSmall(task.layout),
    steps: summit.steps,
  }
  return { task, summit, result, covariance }
}

/** The inverse among the rows that are not left out; zero for those. */
function inverted(information: Float64Array, leftOut: boolean[]): Float64Array {
  const size = leftOut.length
  const inverse = new Float64Array(size * size)
  const matrix = information.map((x, at) => {
    const [i, j] = [Math.floor(at / size), at % size]
    if (leftOut[i] || leftOut[j]) return i === j ? 1 : 0
    return x
  })
  for (let k = 0; k < size; k++) {
    if (leftOut[k]) continue
    const unit = new Float64Array(size)
    unit[k] = 1
    const column = solveDense(matrix, unit) ?? unit.fill(Number.NaN)
    column.forEach((x, j) => {
      inverse[j * size + k] = leftOut[j] ? 0 : x
    })
  }
  return inverse
}
