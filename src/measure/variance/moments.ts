/** Variance components by the method of moments (Henderson 1953, Biometrics 9:226, method 1). */
import { type Estimate, reason, value } from '../estimate.ts'
import { crossingsOf } from './crossings.ts'
import { type Design, designOf } from './design.ts'
import { layOut } from './layout.ts'
import { explained, type Levels } from './levels.ts'
import { solveDense } from './linear.ts'
import { checkRatings, type RatingList } from './rating-list.ts'
import { type Component, type Merged, TERMS, type Term, termOf } from './terms.ts'

/** How the variance of one rating is made up. */
export interface VarianceComponents {
  /** In the order of `TERMS`. The residual is always there; a term that was not asked for is in it. */
  readonly components: readonly Component[]
  readonly merged: readonly Merged[]
  readonly ratings: number
  /** Of all ratings. */
  readonly mean: number
}

/** What the ratings of a cycle are taken apart into unless told otherwise. */
export const USUAL_TERMS: readonly Term[] = ['person', 'rater', 'item', 'person:rater']

/**
 * Variance components of ratings by raters of persons on items, in any design: complete or with gaps, crossed or nested, balanced
 * or not. In a complete design the result is the one of the analysis of variance. O(ratings) time, no iteration.
 * Missing ratings have no entry. A component may come out negative; terms that the design cannot tell apart are merged.
 * No result, with the reason: fewer than three ratings, nothing left for the residual, no variation, an unsolvable design.
 * @throws Invalid when an id is out of range or a score is not a number.
 */
export function momentComponents(
  ratings: RatingList,
  terms: readonly Term[] = USUAL_TERMS,
): Estimate<VarianceComponents> {
  checkRatings(ratings)
  return momentsOf(designOf(layOut(ratings), terms))
}

/** The same for a design that is laid out already. */
export function momentsOf(design: Design): Estimate<VarianceComponents> {
  const { layout, facets } = design
  const ratings = layout.score.length
  if (ratings < 3) return reason('Variance cannot be taken apart with fewer than three ratings.')
  const total = sumOfSquares(layout.score)
  if (total <= ratings * (1e-13 * layout.centre) ** 2)
    return reason('All ratings are the same, so there is no variance to take apart.')
  const solved = solveMoments(design, total)
  if (solved === null)
    return reason(
      'Who rated whom does not allow these parts of the variance to be told apart. Ask for fewer.',
    )
  const components = [
    ...facets.map((f, k) => ({ term: termOf(f), variance: solved[k] ?? 0, levels: design.levels(f).count })),
    { term: 'residual' as const, variance: solved[facets.length] ?? 0, levels: ratings },
  ]
  return value({ components: inOrder(components), merged: design.merged, ratings, mean: layout.centre })
}

function sumOfSquares(scores: Float64Array): number {
  let sum = 0
  for (let j = 0; j < scores.length; j++) sum += (scores[j] ?? 0) ** 2
  return sum
}

const inOrder = (components: Component[]) =>
  components.sort((a, b) => TERMS.indexOf(a.term) - TERMS.indexOf(b.term))

/**
 * Each sum of squares is set equal to its expectation, which is linear in the components: one equation a term, one for the
 * total. The mean has been taken off the scores, and its own share is taken off the coefficients.
 */
function solveMoments(design: Design, total: number): Float64Array | null {
  const { layout, facets, levels } = design
  const crossing = crossingsOf(design)
  const unknowns = facets.length + 1
  const a = new Float64Array(unknowns * unknowns)
  const b = new Float64Array(unknowns)
  const ratings = layout.score.length
  facets.forEach((row, i) => {
    b[i] = explained(levels(row))
    facets.forEach((column, k) => {
      a[i * unknowns + k] = crossing(row, column) - meanShare(levels(column), ratings)
    })
    a[i * unknowns + facets.length] = levels(row).count - 1
  })
  facets.forEach((column, k) => {
    a[facets.length * unknowns + k] = ratings - meanShare(levels(column), ratings)
  })
  a[unknowns * unknowns - 1] = ratings - 1
  b[facets.length] = total
  return solveDense(a, b)
}

const meanShare = ({ size }: Levels, ratings: number) => sumOfSquares(size) / ratings
