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
  const first = withCategories(ratings)
  for (const facet of FACETS) mark(first, facet, standing[facet], () => true)
  for (let left = first; ; ) {
    const keep = kept(left.ratings, standing, drop)
    if (keep === null) return { ...left, standing }
    left = withCategories(only(left.ratings, keep))
    for (const facet of FACETS)
      mark(left, facet, standing[facet], (was) => drop[facet] && was === STANDING.ordinary)
  }
}

function withCategories(ratings: FacetRatings): Omit<Usable, 'standing'> {
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

/** Marks each element that has ratings and that `open` lets be marked as ordinary, lowest or highest. */
function mark(
  { ratings, lowest, highest }: Omit<Usable, 'standing'>,
  facet: (typeof FACETS)[number],
  standing: Uint8Array,
  open: (was: number) => boolean,
) {
  const { low, high } = rangeOf(ratings[facet], ratings.score, standing.length)
  for (let id = 0; id < standing.length; id++) {
    const was = standing[id] as number
    if (low[id] === NOTHING) {
      if (was === STANDING.ordinary) standing[id] = STANDING.stranded
    } else if (open(was)) {
      const above = low[id] === highest ? STANDING.highest : STANDING.ordinary
      standing[id] = high[id] === lowest ? STANDING.lowest : above
    }
  }
}

const NOTHING = 255

/** The lowest and the highest rating of each. */
function rangeOf(ids: FacetRatings['item'], score: FacetRatings['score'], count: number) {
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

/** Which ratings stay, or null when all do. */
function kept({ person, rater, item }: FacetRatings, standing: Facet<Uint8Array>, drop: Facet<boolean>) {
  const keep = new Uint8Array(person.length)
  let count = 0
  for (let j = 0; j < keep.length; j++) {
    const extreme =
      (drop.person && standing.person[person[j] as number] !== STANDING.ordinary) ||
      (drop.rater && standing.rater[rater[j] as number] !== STANDING.ordinary) ||
      (drop.item && standing.item[item[j] as number] !== STANDING.ordinary)
    if (extreme) continue
    keep[j] = 1
    count++
  }
  return count === keep.length ? null : keep
}

function only(ratings: FacetRatings, keep: Uint8Array): FacetRatings {
  const count = keep.reduce((sum, stays) => sum + stays, 0)
  return {
    ...ratings,
    person: pick(ratings.person, keep, new Int32Array(count)),
    rater: pick(ratings.rater, keep, new Int32Array(count)),
    item: pick(ratings.item, keep, new Int32Array(count)),
    score: pick(ratings.score, keep, new Uint8Array(count)),
  }
}

type Numbers = FacetRatings['item'] | FacetRatings['score']

function pick<T extends Numbers>(from: Numbers, keep: Uint8Array, into: T): T {
  for (let j = 0, place = 0; j < keep.length; j++) if (keep[j] === 1) into[place++] = from[j] as number
  return into
}
