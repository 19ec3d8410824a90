/** How well ratings agree with the model: where they are wilder, or tamer, than severity and chance explain. */
import { type Moments, ratingAt } from './expected-rating.ts'
import { type Facet, STANDING } from './extremes.ts'
import type { FacetFit } from './fit.ts'
import type { FacetRatings } from './ratings.ts'

/** 1 is as expected; above, ratings surprise; below, they are more alike than independent ratings would be. */
export interface FitStatistics {
  /** Weighted by information: Σ residual² / Σ variance. NaN for those who are not ordinary. */
  readonly infit: Float64Array
  /** Not weighted: the mean of residual² / variance; a single surprise far from the measure shows here. */
  readonly outfit: Float64Array
}

interface Sums {
  readonly squares: Float64Array
  readonly variance: Float64Array
  readonly standardized: Float64Array
  readonly count: Float64Array
}

/**
 * Infit and outfit mean squares (Wright and Masters 1982) of persons, raters and items, over the ratings in which none of the
 * three is extreme.
 */
export function fitStatistics(ratings: FacetRatings, fit: FacetFit): Facet<FitStatistics> {
  const sums = {
    person: sumsFor(ratings.persons),
    rater: sumsFor(ratings.raters),
    item: sumsFor(ratings.items),
  }
  const { person, rater, item } = fit.facets
  const expected: Moments = { mean: 0, variance: 0 }
  for (let j = 0; j < ratings.score.length; j++) {
    const p = ratings.person[j] as number
    const r = ratings.rater[j] as number
    const i = ratings.item[j] as number
    if (person.standing[p] !== STANDING.ordinary || rater.standing[r] !== STANDING.ordinary) continue
    if (item.standing[i] !== STANDING.ordinary) continue
    const measure = (person.measure[p] as number) - (rater.measure[r] as number) - (item.measure[i] as number)
    ratingAt(measure, fit.cumulative, expected)
    const square = ((ratings.score[j] as number) - fit.lowest - expected.mean) ** 2
    add(sums.person, p, square, expected.variance)
    add(sums.rater, r, square, expected.variance)
    add(sums.item, i, square, expected.variance)
  }
  return { person: statisticsOf(sums.person), rater: statisticsOf(sums.rater), item: statisticsOf(sums.item) }
}

function sumsFor(length: number): Sums {
  const vector = () => new Float64Array(length)
  return { squares: vector(), variance: vector(), standardized: vector(), count: vector() }
}

function add({ squares, variance, standardized, count }: Sums, id: number, square: number, expected: number) {
  squares[id] = (squares[id] as number) + square
  variance[id] = (variance[id] as number) + expected
  standardized[id] = (standardized[id] as number) + square / expected
  count[id] = (count[id] as number) + 1
}

/** 0 / 0, for those without such ratings, is NaN. */
function statisticsOf({ squares, variance, standardized, count }: Sums): FitStatistics {
  return {
    infit: squares.map((square, id) => square / (variance[id] as number)),
    outfit: standardized.map((sum, id) => sum / (count[id] as number)),
  }
}
