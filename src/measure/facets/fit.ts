/**
 * The many-facet Rasch model (Linacre 1989): how able persons are, how severe raters, how difficult items, and how far apart
 * the categories of the scale, all on one scale of logits, from ratings in which no rater sees everybody.
 */
import { type Estimate, reason, value } from '../estimate.ts'
import { gaussHermite } from '../quadrature.ts'
import { connectedSubsets, refuseDisconnected, type Subset } from './connected.ts'
import { type Design, layOut } from './design.ts'
import { type Measures, measureExtremes } from './extreme-measures.ts'
import { type Facet, STANDING, setExtremesAside, type Usable } from './extremes.ts'
import { itemGroups, refuseConfounded } from './item-groups.ts'
import { iterate, type Report, type Search, searchFor } from './iterate.ts'
import { checkRatings, type FacetRatings } from './ratings.ts'
import { jointErrors, marginalErrors } from './standard-errors.ts'
import { startFor } from './start.ts'
import { scaleOf } from './state.ts'
import { passOver } from './sweep.ts'

export interface FacetOptions {
  /**
   * `marginal` (the default): persons come from a normal distribution, which is estimated (Bock and Aitkin 1981). `joint`:
   * each person is a parameter, as in the program Facets; with few ratings a person it stretches the scale.
   */
  readonly method?: 'marginal' | 'joint'
  /**
   * Marginal only. `fixed` (the default): each severity is a parameter. `random`: severities come from a normal distribution
   * as well and are drawn towards 0, the more the fewer ratings there are; for many raters with few ratings each.
   */
  readonly raters?: 'fixed' | 'random'
  /** Marginal only: points of quadrature per person, 2 to 64; by default 5 to 21, fewer the more ratings there are. */
  readonly points?: number
  /**
   * The fit ends when no measure is more than about this many logits from where it is going; 10⁻⁶ by default,
   * 10⁻⁹ for up to 200,000 ratings.
   */
  readonly tolerance?: number
  /**
   * What to do when groups of raters share no person. `refuse` is the default. `assume-alike` (marginal only) takes it for
   * granted that the persons of each group are alike on average; nothing in the ratings can confirm that.
   */
  readonly disconnected?: 'refuse' | 'assume-alike'
}

export interface FacetFit {
  readonly method: 'marginal' | 'joint'
  /** Persons: more is better. Raters: more is more severe, mean 0. Items: more is more difficult, mean 0. */
  readonly facets: Facet<Measures>
  /** Step k: from category k to k + 1, where both are as likely; mean 0. Steps need not rise. */
  readonly steps: Estimate[]
  /** Sums of steps up to each category from `lowest` to `highest`; infinite for a category that nobody used. */
  readonly cumulative: Float64Array
  /** The lowest and the highest category in use. */
  readonly lowest: number
  readonly highest: number
  /** Marginal only: the distribution of persons; a standard deviation of 0.05 means that no differences were found. */
  readonly distribution: { readonly mean: number; readonly sd: number } | null
  /** Random raters only: the standard deviation of severities. */
  readonly raterSd: number | null
  readonly logLikelihood: number
  readonly converged: boolean
  readonly passes: number
  /** More than one only where `assume-alike` was asked for. */
  readonly subsets: readonly Subset[]
}

const SMALL = 200_000
const START_RATER_SD = 0.5

/**
 * Fits the many-facet Rasch model with one set of steps for all items (rating scale). A missing rating is simply not there.
 * Persons, raters and items who only ever meet the lowest or the highest category are set aside where no finite measure fits
 * them, and get one afterwards as if their total were 0.3 points less extreme; `standing` marks them.
 * @param report told after every pass; a fit of a million ratings takes some seconds
 * @throws Invalid for input that cannot be used, all ratings the same, and designs that are not connected
 */
export function fitFacets(
  ratings: FacetRatings,
  options: FacetOptions = {},
  report: Report = () => {},
): FacetFit {
  checkRatings(ratings)
  const { method = 'marginal', raters = 'fixed' } = options
  const joint = method === 'joint'
  const random = !joint && raters === 'random'
  const usable = setExtremesAside(ratings, { person: joint, rater: !random, item: true })
  const design = layOut(usable.ratings, usable.lowest)
  const subsets = checkConnected(design, !joint && options.disconnected === 'assume-alike')
  const scale = scaleOf(usable.used, usable.lowest, usable.highest)
  const state = startFor(design, scale, random ? START_RATER_SD : Number.POSITIVE_INFINITY)
  const search = searchFor({ design, scale, marginal: !joint }, state, report)
  const converged = joint ? iterate(search, ONE, toleranceOf(search, options)) : fitMarginal(search, options)
  if (design.item.length <= SMALL)
    passOver(search.model, state, joint ? ONE : ruleFor(search, options), search.work)
  const { logLikelihood } = search.work.sweep
  const errors = joint ? jointErrors(search) : marginalErrors(search, ruleFor(search, options))
  const facets = facetsOf(search, usable, errors)
  measureExtremes({ ratings, lowest: usable.lowest, cumulative: state.cumulative, facets })
  return {
    method,
    facets,
    steps: stepsOf(state.cumulative, usable, ratings.categories),
    cumulative: state.cumulative,
    lowest: usable.lowest,
    highest: usable.highest,
    distribution: joint ? null : { mean: state.mean, sd: state.sd },
    raterSd: random ? state.raterSd : null,
    logLikelihood,
    converged,
    passes: search.passes,
    subsets,
  }
}

const ONE = gaussHermite(1)
/** With one point a start within this many logits is good enough to lay several points. */
const START = 1.2

function fitMarginal(search: Search, options: FacetOptions): boolean {
  const tolerance = toleranceOf(search, options)
  iterate(search, ONE, START, tolerance)
  return iterate(search, ruleFor(search, options), tolerance)
}

function ruleFor({ model }: Search, { points }: FacetOptions) {
  const ratings = model.design.item.length
  const usual = ratings <= SMALL / 10 ? 21 : ratings <= SMALL ? 9 : 5
  return gaussHermite(Math.min(64, Math.max(2, Math.round(points ?? usual))))
}

function toleranceOf({ model }: Search, { tolerance }: FacetOptions): number {
  return Math.max(1e-12, tolerance ?? (model.design.item.length <= SMALL ? 1e-9 : 1e-6))
}

function checkConnected(design: Design, alike: boolean): Subset[] {
  const subsets = connectedSubsets(design)
  if (!alike) refuseDisconnected(subsets)
  if (subsets.length === 1) refuseConfounded(itemGroups(design))
  return subsets
}

/** What has been estimated; NaN for those without ratings in the fit. */
function facetsOf(
  { model, state, work }: Search,
  { standing }: Usable,
  error: Facet<Float64Array>,
): Facet<Measures> {
  const { pairFrom } = model.design
  const { raterWeight } = work.sweep.folded
  const only = (numbers: Float64Array, isIn: (id: number) => boolean) =>
    numbers.map((x, id) => (isIn(id) ? x : Number.NaN))
  const part = (facet: keyof Facet<unknown>, measure: Float64Array, isIn: (id: number) => boolean) => ({
    measure: only(measure, isIn),
    error: only(error[facet], isIn),
    standing: standing[facet],
  })
  return {
    person: part('person', state.person, (p) => pairFrom[p] !== pairFrom[p + 1]),
    rater: part('rater', state.rater, (r) => raterWeight[r] !== 0),
    item: part('item', state.item, (i) => work.itemCount[i] !== 0),
  }
}

function stepsOf(cumulative: Float64Array, { lowest }: Usable, categories: number): Estimate[] {
  const at = (category: number) => cumulative[category - lowest] ?? Number.POSITIVE_INFINITY
  return Array.from({ length: categories - 1 }, (_, k) => {
    const unused = [k, k + 1].find((category) => !Number.isFinite(at(category)))
    if (unused === undefined) return value(at(k + 1) - at(k))
    return reason(
      `Nobody used category ${unused} (counted from 0), so the steps into and out of it are unknown.`,
    )
  })
}

/** The measure of one person, rater or item, or why there is none. */
export function measureOf({ measure, standing }: Measures, id: number): Estimate {
  const known = measure[id]
  if (known !== undefined && Number.isFinite(known)) return value(known)
  return reason(
    standing[id] === STANDING.unrated
      ? 'There are no ratings.'
      : 'All ratings are with others who only gave or got the lowest or the highest rating, so there is nothing to compare with.',
  )
}
