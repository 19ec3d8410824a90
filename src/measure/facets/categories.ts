/** How the categories of the scale are used: what a scale is revised by. */
import { type Estimate, finite, reason } from '../estimate.ts'
import type { FacetFit } from './fit.ts'
import type { FacetRatings } from './ratings.ts'

export interface CategoryUse {
  /** Counted from 0. */
  readonly category: number
  readonly count: number
  /** Mean of person − rater − item over its ratings; should rise from category to category. */
  readonly averageMeasure: Estimate
  /** The step into it from the category below. */
  readonly step: Estimate
  /** False where this step is lower than the one before: the category below is never the likeliest. */
  readonly ordered: boolean
}

/** Every category of the scale, used or not, from the lowest. Disordered steps are told, not mended. */
export function categoryUse(ratings: FacetRatings, fit: FacetFit): CategoryUse[] {
  const count = new Float64Array(ratings.categories)
  const sum = new Float64Array(ratings.categories)
  const { person, rater, item } = fit.facets
  for (let j = 0; j < ratings.score.length; j++) {
    const measure =
      (person.measure[ratings.person[j] as number] as number) -
      (rater.measure[ratings.rater[j] as number] as number) -
      (item.measure[ratings.item[j] as number] as number)
    if (Number.isNaN(measure)) continue
    const k = ratings.score[j] as number
    count[k] = (count[k] as number) + 1
    sum[k] = (sum[k] as number) + measure
  }
  return Array.from(count, (used, category) => {
    const step = fit.steps[category - 1] ?? reason('The lowest category has no step into it.')
    const before = fit.steps[category - 2]
    return {
      category,
      count: used,
      averageMeasure: finite(
        (sum[category] as number) / used,
        `Nobody used category ${category} (counted from 0).`,
      ),
      step,
      ordered: !(step.value !== null && before && before.value !== null && step.value < before.value),
    }
  })
}
