/** Ratings one by one: who was rated, by whom, on what, and how. What the variance methods take. */
import { Invalid } from '#errors.ts'

/** Ids are whole numbers from 0 up to below their count, one entry a rating in each array. */
export interface RatingList {
  readonly persons: number
  readonly raters: number
  /** 1 where there is no such facet. */
  readonly items: number
  readonly person: Int32Array
  readonly rater: Int32Array
  readonly item: Int32Array | Uint16Array | Uint8Array
  /** A rating that was not given has no entry at all. */
  readonly score: Float64Array | Float32Array | Int32Array | Uint8Array
}

/** One rating in plain form. `item` is 0 where there is one question only. */
export interface PlainRating {
  readonly person: number
  readonly rater: number
  readonly item?: number
  readonly score: number
}

const MOST_RATINGS = 20_000_000
const MOST_LEVELS = 20_000_000

/** Plain rows as typed arrays; the counts are the highest id plus one. @throws Invalid when an id is not a whole number from 0. */
export function ratingList(rows: readonly PlainRating[]): RatingList {
  const column = (of: (row: PlainRating) => number) => ids(rows.map(of))
  const person = column((row) => row.person)
  const rater = column((row) => row.rater)
  const item = column((row) => row.item ?? 0)
  const score = Float64Array.from(rows, (row) => row.score)
  return { persons: count(person), raters: count(rater), items: count(item), person, rater, item, score }
}

/**
 * @throws Invalid when there are no ratings, when arrays differ in length, when an id is out of range, when a score is not a
 *   number, and over twenty million ratings, persons, raters or items.
 */
export function checkRatings(ratings: RatingList): void {
  checkSizes(ratings)
  checkIds('person', ratings.person, ratings.persons)
  checkIds('rater', ratings.rater, ratings.raters)
  checkIds('item', ratings.item, ratings.items)
  const { score } = ratings
  for (let j = 0; j < score.length; j++)
    if (!Number.isFinite(score[j]))
      throw new Invalid(
        `Rating ${j + 1} is ${score[j]}. Leave out what was not rated; every score is a number.`,
      )
}

function checkSizes(ratings: RatingList) {
  const { length } = ratings.score
  if (length === 0) throw new Invalid('There are no ratings. Give at least one.')
  if (length > MOST_RATINGS)
    throw new Invalid(
      `${length} ratings are more than the ${MOST_RATINGS.toLocaleString('en-GB')} that fit at once. Split them, or draw a sample of persons.`,
    )
  for (const name of ['person', 'rater', 'item'] as const)
    if (ratings[name].length !== length)
      throw new Invalid(
        `There are ${length} scores but ${ratings[name].length} ids of ${name}s. Give one of each a rating.`,
      )
  for (const name of ['persons', 'raters', 'items'] as const) {
    const levels = ratings[name]
    if (!Number.isInteger(levels) || levels < 1 || levels > MOST_LEVELS)
      throw new Invalid(
        `The number of ${name} is ${levels}. Give a whole number from 1 to ${MOST_LEVELS.toLocaleString('en-GB')}.`,
      )
  }
}

function checkIds(name: string, list: Int32Array | Uint16Array | Uint8Array, levels: number) {
  for (let j = 0; j < list.length; j++) {
    const id = list[j] ?? -1
    if (id < 0 || id >= levels)
      throw new Invalid(
        `Rating ${j + 1} names ${name} ${id}, but there are ${levels}, numbered from 0. Correct the id.`,
      )
  }
}

function ids(values: number[]): Int32Array {
  const wrong = values.findIndex((id) => !Number.isInteger(id) || id < 0 || id > MOST_LEVELS)
  if (wrong >= 0)
    throw new Invalid(
      `Rating ${wrong + 1} has the id ${values[wrong]}. Number persons, raters and items from 0.`,
    )
  return Int32Array.from(values)
}

const count = (list: Int32Array) => list.reduce((most, id) => Math.max(most, id + 1), 1)
