/** The parts into which the variance of ratings is taken apart. */

/** In the order in which tables show them. "person:rater" is the halo: how one rater sees one person on everything. */
export const TERMS = [
  'person',
  'rater',
  'item',
  'person:rater',
  'person:item',
  'rater:item',
  'residual',
] as const
export type Term = (typeof TERMS)[number]

/** Which facets a term varies with: 1 person, 2 rater, 4 item, and their sums. The residual varies with each rating. */
export type Facets = number

export const FACETS: Record<Term, Facets> = {
  person: 1,
  rater: 2,
  item: 4,
  'person:rater': 3,
  'person:item': 5,
  'rater:item': 6,
  residual: 7,
}

export const termOf = (facets: Facets): Term => TERMS.find((term) => FACETS[term] === facets) ?? 'residual'

/** How much of the variance of one rating a term makes up. Ratings are in levels, so this is in squared levels. */
export interface Component {
  readonly term: Term
  /** By the method of moments it may be negative: kept for averages and formulas, shown as 0. */
  readonly variance: number
  /** How many persons, raters, … the estimate rests on; for the residual, how many ratings. */
  readonly levels: number
}

/** A term that this design cannot tell from another one; the other's component holds both. */
export interface Merged {
  readonly term: Term
  /** `mean` where the term has one level only, so that it is part of every rating alike. */
  readonly into: Term | 'mean'
}
