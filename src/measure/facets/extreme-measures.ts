/** Measures for those who were set aside: finite ones, by the convention of taking a total as a little less extreme. */
import { ratingAt } from './expected-rating.ts'
import { type Facet, STANDING } from './extremes.ts'
import type { FacetRatings } from './ratings.ts'

export interface Measures {
  /** In logits; NaN for those without ratings to go by (see `standing`). */
  readonly measure: Float64Array
  /** Standard errors; for persons in marginal estimation, posterior standard deviations. NaN where ratings are too few to tell. */
  readonly error: Float64Array
  /** One of STANDING each: extreme ones have a measure, but one that rests on a convention. */
  readonly standing: Uint8Array
}

/** What the measures of those set aside are worked out from. */
export interface Known {
  readonly ratings: FacetRatings
  readonly lowest: number
  readonly cumulative: Float64Array
  readonly facets: Facet<Measures>
}

/** Score points by which an extreme total is moved inwards, as the programs Winsteps and Facets do. */
const ADJUSTMENT = 0.3
const REACH = 40
const HALVINGS = 60

/**
 * Fills in, in place, the measure and error of everyone whose measure is NaN, from those of the others: the measure at which
 * the total expected is the total seen, moved inwards by 0.3 where it is the lowest or highest possible. Raters first, then
 * items, then persons. Those who meet nobody with a measure keep NaN and are marked as stranded.
 */
export function measureExtremes(known: Known): void {
  for (const facet of ['rater', 'item', 'person'] as const) {
    const { measure, error, standing } = known.facets[facet]
    for (const [id, rows] of rowsOfOpen(known.ratings[facet], measure)) {
      const found = measureFrom(known, facet, rows)
      measure[id] = found.measure
      error[id] = found.error
      if (Number.isNaN(found.measure)) standing[id] = STANDING.stranded
    }
  }
}

/** The ratings of everyone whose measure is open. */
function rowsOfOpen(ids: FacetRatings['item'], measure: Float64Array): Map<number, number[]> {
  const rows = new Map<number, number[]>()
  if (!measure.some(Number.isNaN)) return rows
  for (let j = 0; j < ids.length; j++) {
    const id = ids[j] as number
    if (!Number.isNaN(measure[id])) continue
    const list = rows.get(id)
    if (list) list.push(j)
    else rows.set(id, [j])
  }
  return rows
}

function measureFrom(
  { ratings, lowest, cumulative, facets }: Known,
  facet: keyof Facet<unknown>,
  rows: number[],
) {
  const sign = facet === 'person' ? 1 : -1
  const others: number[] = []
  let total = 0
  for (const j of rows) {
    const other = (name: keyof Facet<unknown>) =>
      name === facet ? 0 : (facets[name].measure[ratings[name][j] as number] as number)
    const rest = other('person') - other('rater') - other('item')
    if (Number.isNaN(rest)) continue
    others.push(rest)
    total += (ratings.score[j] as number) - lowest
  }
  if (others.length === 0) return { measure: Number.NaN, error: Number.NaN }
  const most = others.length * (cumulative.length - 1)
  const goal = Math.min(most - ADJUSTMENT, Math.max(ADJUSTMENT, total))
  const at = whereExpected(others, cumulative, goal)
  const information = others.reduce((sum, rest) => sum + ratingAt(rest + at, cumulative).variance, 0)
  return { measure: sign * at, error: 1 / Math.sqrt(information) }
}

/** What to add to the measures so that the ratings expected sum to `goal`; by halving, since the sum only rises. */
function whereExpected(others: number[], cumulative: Float64Array, goal: number): number {
  let low = -REACH
  let high = REACH
  for (let round = 0; round < HALVINGS; round++) {
    const middle = (low + high) / 2
    const expected = others.reduce((sum, rest) => sum + ratingAt(rest + middle, cumulative).mean, 0)
    if (expected < goal) low = middle
    else high = middle
  }
  return (low + high) / 2
}
