/** Fair averages: what a person would have been given by raters and on items of average severity and difficulty. */
import { ratingAt } from './expected-rating.ts'
import type { Facet } from './extremes.ts'
import type { FacetFit } from './fit.ts'

/**
 * For each person, rater and item the rating to expect at their own measure when all the others stand at their mean, in
 * points of the scale counted from 0 (Linacre, the program Facets, "fair average"). NaN where there is no measure.
 */
export function fairAverages({ facets, cumulative, lowest }: FacetFit): Facet<Float64Array> {
  const mean = {
    person: meanOf(facets.person.measure),
    rater: meanOf(facets.rater.measure),
    item: meanOf(facets.item.measure),
  }
  const expected = (measure: number) =>
    Number.isNaN(measure) ? measure : lowest + ratingAt(measure, cumulative).mean
  return {
    person: facets.person.measure.map((b) => expected(b - mean.rater - mean.item)),
    rater: facets.rater.measure.map((c) => expected(mean.person - c - mean.item)),
    item: facets.item.measure.map((d) => expected(mean.person - mean.rater - d)),
  }
}

function meanOf(measures: Float64Array): number {
  let sum = 0
  let count = 0
  for (const measure of measures) {
    if (Number.isNaN(measure)) continue
    sum += measure
    count++
  }
  return count === 0 ? 0 : sum / count
}
