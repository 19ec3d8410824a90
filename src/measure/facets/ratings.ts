/**
 * Ratings as the many-facet model takes them: one rating a row, each by a rater, of a person, on an item. A rating that
 * was not given (not observed, no answer) is simply not there.
 */
import { Invalid } from '#errors.ts'
import type { RatingList } from '../variance/rating-list.ts'

export interface FacetRatings extends RatingList {
  /** Scores are whole numbers from 0 to `categories` − 1: a scale from 1 to 5 has 5, and its 1 is 0 here. */
  readonly categories: number
}

/** Ratings on a scale from `lowest` to `highest`, as the model takes them: counted from 0. */
export function facetRatings(
  ratings: RatingList,
  { lowest, highest }: { readonly lowest: number; readonly highest: number },
): FacetRatings {
  return {
    ...ratings,
    categories: highest - lowest + 1,
    score: Float64Array.from(ratings.score, (x) => x - lowest),
  }
}

const MOST_RATINGS = 20_000_000
/** Raters × items: the size of a table that the fit keeps. */
const MOST_BORDER = 20_000_000
/** Powers of exp(measure) up to the highest category have to stay within double precision. */
const MOST_CATEGORIES = 11

/**
 * Says what is wrong with ratings, if anything is.
 * @throws Invalid for no ratings, lists of different lengths, numbers out of range, more than 20 million ratings, more
 *   than 20 million raters × items, and scales of fewer than 2 or more than 11 categories.
 */
export function checkRatings(ratings: FacetRatings): void {
  checkSizes(ratings)
  const { categories, person, rater, item, score } = ratings
  const facets = [
    { name: 'person', ids: person, count: ratings.persons },
    { name: 'rater', ids: rater, count: ratings.raters },
    { name: 'item', ids: item, count: ratings.items },
  ]
  for (const { name, ids, count } of facets) {
    const wrong = firstOutside(ids, count)
    if (wrong >= 0)
      throw new Invalid(
        `Rating ${wrong + 1} names ${name} ${ids[wrong]}, but ${name}s are numbered from 0 to ${count - 1}. Correct the number, or the count of ${name}s.`,
      )
  }
  const wrong = firstOutside(score, categories)
  if (wrong >= 0)
    throw new Invalid(
      `Rating ${wrong + 1} is ${score[wrong]}. Ratings are whole numbers from 0 to ${categories - 1}; leave out the ones that are missing.`,
    )
}

function checkSizes({ persons, raters, items, categories, person, rater, item, score }: FacetRatings) {
  const count = person.length
  if (count === 0) throw new Invalid('There are no ratings. Give at least one.')
  if (rater.length !== count || item.length !== count || score.length !== count)
    throw new Invalid(
      'Persons, raters, items and scores are lists of different lengths. Give one of each for every rating.',
    )
  if (count > MOST_RATINGS)
    throw new Invalid(
      `There are ${count} ratings; at most ${MOST_RATINGS} fit. Draw a sample of the persons.`,
    )
  if (persons > MOST_RATINGS || raters * items > MOST_BORDER)
    throw new Invalid(
      `${persons} persons and ${raters} raters × ${items} items are more than fit (${MOST_RATINGS} persons, ${MOST_BORDER} raters × items). Split the data, or number persons, raters and items without gaps.`,
    )
  if (!(Number.isInteger(categories) && categories >= 2 && categories <= MOST_CATEGORIES))
    throw new Invalid(
      `A scale has 2 to ${MOST_CATEGORIES} categories, not ${categories}. Join neighbouring categories if there are more.`,
    )
}

/** The first number that is not a whole number from 0 to `count` − 1; −1 when all are. */
function firstOutside(numbers: RatingList['item'] | RatingList['score'], count: number): number {
  for (let i = 0; i < numbers.length; i++) {
    const x = numbers[i] as number
    if (!(x >= 0 && x < count) || x !== Math.floor(x)) return i
  }
  return -1
}
