/**
 * Persons, raters and items that only ever meet the lowest rating, or only the highest: no finite measure fits them best.
 * They are set aside, the others are estimated, and they get a measure afterwards that is marked as extreme.
 */
import { Invalid } from '#errors.ts'
import type { FacetRatings } from './ratings.ts'

/** How an element of a facet stands; the numbers are what `standing` arrays hold. */
export const STANDING = { ordinary: 0, lowest: 1, highest: 2, unrated: 3, stranded: 4 } as const

export interface Facet<T> {
  readonly person: T
  readonly rater: T
  readonly item: T
}

export interface Usable {
  /** The ratings that are left, with the numbers of persons, raters and items unchanged. */
  readonly ratings: FacetRatings
  readonly standing: Facet<Uint8Array>
  /** How often each category is used in what is left. */
  readonly used: Float64Array
  readonly lowest: number
  readonly highest: number
}

const FACETS = ['person', 'rater', 'item'] as const

/**
 * Sets aside what is extreme in the facets named, again and again until nothing more is: without an extreme rater another
 * person may become extreme. Persons, raters and items without any rating are `unrated`; those whose ratings have all gone
 * with extreme others are `stranded`: what measure they get rests on those others alone.
 * @throws Invalid when nothing is left, as when all ratings are the same.
 */
export function setExtremesAside(ratings: FacetRatings, drop: Facet<boolean>): Usable {
  const standing = {
    person: new Uint8Array(ratings.persons).fill(STANDING.unrated),
    rater: new Uint8Array(ratings.raters).fill(STANDING.unrated),
    item: new Uint8Array(ratings.items).fill(STANDING.unrated),
  }
  let left = withCategories(ratings)
  let ranges = rangesOf(left.ratings)
  for (const facet of FACETS) markAll(standing[facet], ranges[facet], left)
  for (;;) {
    const gone = FACETS.some((facet) => drop[facet] && hasExtreme(standing[facet], ranges[facet]))
    if (!gone) return { ...left, standing }
    left = withCategories(without(left.ratings, standing, drop))
    ranges = rangesOf(left.ratings)
    for (const facet of FACETS) markAgain(standing[facet], ranges[facet], left, drop[facet])
  }
}

type Left = Omit<Usable, 'standing'>

function withCategories(ratings: FacetRatings): Left {
  const used = new Float64Array(ratings.categories)
  for (let j = 0; j < ratings.score.length; j++) {
    const x = ratings.score[j] as number
    used[x] = (used[x] as number) + 1
  }
  const lowest = used.findIndex((count) => count > 0)
  const highest = used.findLastIndex((count) => count > 0)
  if (lowest === highest)
    throw new Invalid(
      'All ratings are the same, or all that remain once those who only gave or got the lowest or highest rating are set aside. There is nothing to compare: gather more ratings, or show the ratings as they are.',
    )
  return { ratings, used, lowest, highest }
}

const NOTHING = 255

/** The lowest and the highest rating of each; the lowest is 255 where there is none. */
interface Range {
  readonly low: Uint8Array
  readonly high: Uint8Array
}

function rangesOf(ratings: FacetRatings): Facet<Range> {
  const { persons, raters, items, score } = ratings
  return {
    person: rangeOf(ratings.person, score, persons),
    rater: rangeOf(ratings.rater, score, raters),
    item: rangeOf(ratings.item, score, items),
  }
}

function rangeOf(ids: FacetRatings['item'], score: FacetRatings['score'], count: number): Range {
  const low = new Uint8Array(count).fill(NOTHING)
  const high = new Uint8Array(count)
  for (let j = 0; j < ids.length; j++) {
    const id = ids[j] as number
    const x = score[j] as number
    if (x < (low[id] as number)) low[id] = x
    if (x > (high[id] as number)) high[id] = x
  }
  return { low, high }
}

function standingOf({ low, high }: Range, id: number, { lowest, highest }: Left): number {
  if (high[id] === lowest) return STANDING.lowest
  return low[id] === highest ? STANDING.highest : STANDING.ordinary
}

function markAll(standing: Uint8Array, range: Range, left: Left) {
  for (let id = 0; id < standing.length; id++)
    if (range.low[id] !== NOTHING) standing[id] = standingOf(range, id, left)
}

/** Who was ordinary may be no longer; only where extremes are dropped. */
function markAgain(standing: Uint8Array, range: Range, left: Left, drop: boolean) {
  for (let id = 0; id < standing.length; id++) {
    if (standing[id] !== STANDING.ordinary) continue
    if (range.low[id] === NOTHING) standing[id] = STANDING.stranded
    else if (drop) standing[id] = standingOf(range, id, left)
  }
}

/** Whether somebody who is not ordinary still has ratings. */
function hasExtreme(standing: Uint8Array, { low }: Range): boolean {
  for (let id = 0; id < standing.length; id++)
    if (standing[id] !== STANDING.ordinary && low[id] !== NOTHING) return true
  return false
}

/** The ratings in which nobody of the facets named is extreme. */
function without(ratings: FacetRatings, standing: Facet<Uint8Array>, drop: Facet<boolean>): FacetRatings {
  const keep = new Uint8Array(ratings.score.length).fill(1)
  for (const facet of FACETS) if (drop[facet]) strike(keep, ratings[facet], standing[facet])
  let count = 0
  for (let j = 0; j < keep.length; j++) count += keep[j] as number
  return {
    ...ratings,
    person: pick(ratings.person, keep, new Int32Array(count)),
    rater: pick(ratings.rater, keep, new Int32Array(count)),
    item: pick(ratings.item, keep, new Int32Array(count)),
    score: pick(ratings.score, keep, new Uint8Array(count)),
  }
}

function strike(keep: Uint8Array, ids: FacetRatings['item'], standing: Uint8Array) {
  for (let j = 0; j < keep.length; j++) if (standing[ids[j] as number] !== STANDING.ordinary) keep[j] = 0
}

type Numbers = FacetRatings['item'] | FacetRatings['score']

function pick<T extends Numbers>(from: Numbers, keep: Uint8Array, into: T): T {
  for (let j = 0, place = 0; j < keep.length; j++) if (keep[j] === 1) into[place++] = from[j] as number
  return into
}
