/** How far estimates may be off. */
import { factorize, inverseFactored } from '../cholesky.ts'
import type { Rule } from '../quadrature.ts'
import type { Facet } from './extremes.ts'
import type { Search } from './iterate.ts'
import { multiply, systemFrom } from './solve.ts'
import type { State } from './state.ts'
import { passForGradient } from './sweep.ts'

/** Up to this many severities, difficulties and T, what they have in common is worked out in full. */
const MOST_PARAMETERS = 200
/** Up to this many parameters × ratings × points, from the gradient itself, to all digits. */
const MOST_WORK = 20_000_000
const NUDGE = 1e-4

/** Joint: 1 / √information with all else held, as the program Facets gives it. */
export function jointErrors({ state, work }: Search): Facet<Float64Array> {
  const { raterWeight, itemWeight } = work.sweep.folded
  return { person: state.spread, rater: raterWeight.map(oneOverRoot), item: itemWeight.map(oneOverRoot) }
}

/**
 * Marginal: from the second derivatives of the log-likelihood in everything but the persons, severities and difficulties held
 * at mean 0. With more than 200 parameters, from each rater's own second derivative with persons eliminated (within 2 % in
 * simulations), and each item's with persons held (4 % too small). Persons: posterior standard deviations, all else taken as known.
 */
export function marginalErrors(search: Search, rule: Rule): Facet<Float64Array> {
  const { model, state, work } = search
  const { raters, raterWeight, raterLeft, itemWeight } = work.sweep.folded
  const length = work.sweep.gradient.length
  if (length > MOST_PARAMETERS) {
    const pull = 1 / state.raterSd ** 2
    const left = raterWeight.map((weight, r) => (weight > 0 ? weight + (raterLeft[r] as number) + pull : 0))
    return { person: state.spread, rater: left.map(oneOverRoot), item: itemWeight.map(oneOverRoot) }
  }
  const exact = length * model.design.item.length * rule.points.length <= MOST_WORK
  const information = exact ? byNudges(search, rule) : byProducts(search)
  const rater = { from: 0, weight: raterWeight }
  const item = { from: raters, weight: work.itemCount }
  hold(information, length, rater)
  hold(information, length, item)
  const whole = factorize(information, length)
  const inverse = inverseFactored(information, length)
  const errorsOf = (facet: Place) =>
    heldVariances(inverse, length, facet).map((x) => (whole ? Math.sqrt(Math.max(0, x)) : Number.NaN))
  return { person: state.spread, rater: errorsOf(rater), item: errorsOf(item) }
}

const oneOverRoot = (x: number) => (x > 0 ? 1 / Math.sqrt(x) : Number.NaN)

/** The matrix from what a nudge to each parameter does to the gradient, the points staying where they are. */
function byNudges({ model, state, work }: Search, rule: Rule): Float64Array {
  const length = work.sweep.gradient.length
  const information = new Float64Array(length * length)
  for (let a = 0; a < length; a++)
    for (const by of [NUDGE, -NUDGE]) {
      const { gradient } = passForGradient(model, nudged(state, model.scale.free, a, by), rule, work)
      for (let b = 0; b < length; b++) {
        const half = (gradient[b] as number) / (-4 * by)
        information[a * length + b] = (information[a * length + b] as number) + half
        information[b * length + a] = (information[b * length + a] as number) + half
      }
    }
  for (let r = 0; r < state.rater.length; r++)
    information[r * (length + 1)] = (information[r * (length + 1)] as number) + 1 / state.raterSd ** 2
  return information
}

/** A copy of the state with parameter `a` of the gradient's order changed. */
function nudged(state: State, free: Int32Array, a: number, by: number): State {
  const copy: State = {
    ...state,
    person: state.person.slice(),
    spread: state.spread.slice(),
    rater: state.rater.slice(),
    item: state.item.slice(),
    cumulative: state.cumulative.slice(),
  }
  const items = a - state.rater.length
  const steps = items - state.item.length
  const step = free[steps]
  if (items < 0) copy.rater[a] = (copy.rater[a] as number) + by
  else if (steps < 0) copy.item[items] = (copy.item[items] as number) + by
  else if (step !== undefined) copy.cumulative[step] = (copy.cumulative[step] as number) + by
  else if (steps === free.length) copy.mean += by
  else copy.sd *= Math.exp(by)
  return copy
}

/** The matrix of the fit itself, column by column. */
function byProducts({ model, state, work, system }: Search): Float64Array {
  const length = work.sweep.gradient.length
  const made = system ?? systemFrom(model.design, work.sweep.folded, state.raterSd)
  const free = { ...made, raterHold: 0, itemHold: 0 }
  const information = new Float64Array(length * length)
  const unit = new Float64Array(length)
  for (let a = 0; a < length; a++) {
    unit.fill(0)
    unit[a] = 1
    multiply(free, unit, information.subarray(a * length, (a + 1) * length))
  }
  return information
}

/** Where a facet begins among the parameters; those without weight have no ratings. */
interface Place {
  readonly from: number
  readonly weight: Float64Array
}

const ratedOf = ({ weight }: Place) => [...weight.keys()].filter((i) => (weight[i] as number) > 0)

/** Ties the mean of a facet to 0, without which the matrix has no inverse; those without ratings stand alone. */
function hold(information: Float64Array, length: number, place: Place) {
  const { from, weight } = place
  const rated = ratedOf(place)
  const sum = rated.reduce((all, i) => all + (information[(from + i) * (length + 1)] as number), 0)
  const strength = sum / rated.length ** 2
  for (const a of rated)
    for (const b of rated) {
      const at = (from + a) * length + from + b
      information[at] = (information[at] as number) + strength
    }
  for (let i = 0; i < weight.length; i++) if (weight[i] === 0) information[(from + i) * (length + 1)] = 1
}

/** Variances when the facet's mean is 0 exactly: what goes with the mean is taken out. */
function heldVariances(inverse: Float64Array, length: number, place: Place): Float64Array {
  const rated = ratedOf(place)
  const withMean = new Float64Array(place.weight.length)
  for (const a of rated)
    for (const b of rated)
      withMean[a] = (withMean[a] as number) + (inverse[(place.from + a) * length + place.from + b] as number)
  const whole = withMean.reduce((sum, x) => sum + x, 0)
  return withMean.map((x, i) =>
    place.weight[i] === 0
      ? Number.NaN
      : (inverse[(place.from + i) * (length + 1)] as number) - (x * x) / whole,
  )
}
