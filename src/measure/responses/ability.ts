/** Where a person stands, from the answers they gave to calibrated items. */
import { Invalid } from '#errors.ts'
import { answering, answerSlope, highestAnswer, type Item, lowestAnswer } from './item.ts'
import { type Prior, pointsOf, posteriorFrom } from './posterior.ts'

export interface Ability {
  /** In logits, on the scale of the items. */
  readonly theta: number
  /** Standard error; for `eap` the posterior standard deviation. */
  readonly error: number
  /** The answers were all the lowest, or all the highest: a likelihood has no end there, and a convention takes over. */
  readonly extreme: boolean
}

export interface AbilityOfTotal extends Ability {
  /** The sum of the answers. */
  readonly total: number
}

/**
 * `mle`: most likely value; an extreme total is moved inwards by 0.3 points first, as the program Winsteps does. `wle`: the
 * same with most of its lean taken out (Warm 1989); finite at the extremes. `eap`: mean of the posterior, given where persons
 * come from; drawn to the middle, and with the smallest error on average.
 */
export type AbilityMethod =
  | { readonly method: 'mle' }
  | { readonly method: 'wle' }
  | { readonly method: 'eap'; readonly prior: Prior }

/** Score points by which an extreme total is moved inwards. */
const ADJUSTMENT = 0.3
const REACH = 40
const HALVINGS = 100

/**
 * Ability from one person's answers, null (or NaN) where there is none.
 * @throws Invalid when there is no answer at all, or one that the item does not have
 */
export function abilityFrom(
  items: readonly Item[],
  answers: readonly (number | null)[],
  how: AbilityMethod,
): Ability {
  const given = givenAnswers(items, answers)
  const total = given.reduce((sum, { answer }) => sum + answer, 0)
  const { least, most } = rangeOf(given.map(({ item }) => item))
  const extreme = total === least || total === most
  if (how.method === 'eap') {
    const points = pointsOf(how.prior)
    const logs = points.map(({ theta }) =>
      given.reduce((sum, { item, answer }) => sum + Math.log(answering(item, theta).chances[answer] ?? 0), 0),
    )
    const best = Math.max(...logs)
    return {
      ...posteriorFrom(
        points,
        logs.map((log) => Math.exp(log - best)),
      ),
      extreme,
    }
  }
  const scored = given.map(({ item, answer }) => ({
    item,
    answer: how.method === 'mle' && extreme ? inwards(answer, item, given.length) : answer,
  }))
  return { ...likeliest(scored, how.method === 'wle'), extreme }
}

/**
 * Ability for every total from the lowest to the highest, for persons who answered all of the items. With partial-credit items the total
 * says all there is; with graded ones it says most of it for `eap`, and the other methods need the answers (`abilityFrom`).
 * @throws Invalid for `mle` or `wle` with graded items, and for no items
 */
export function abilityByTotal(items: readonly Item[], how: AbilityMethod): AbilityOfTotal[] {
  if (items.length === 0) throw new Invalid('There are no items. Give at least one.')
  if (how.method === 'eap') return eapByTotal(items, how.prior)
  const scored = items.map((item) => {
    if (item.model === 'graded')
      throw new Invalid(
        'For graded items the total does not settle a likelihood estimate. Use the answers, or eap.',
      )
    return { item, answer: 0 }
  })
  const { least, most } = rangeOf(items)
  return Array.from({ length: most - least + 1 }, (_, above) => {
    const total = least + above
    const goal =
      how.method === 'mle' ? Math.min(most - ADJUSTMENT, Math.max(least + ADJUSTMENT, total)) : total
    const shares = scored.map(({ item }, i) => ({ item, answer: i === 0 ? goal : 0 }))
    return { total, ...likeliest(shares, how.method === 'wle'), extreme: total === least || total === most }
  })
}

function rangeOf(items: readonly Item[]) {
  return {
    least: items.reduce((sum, item) => sum + lowestAnswer(item), 0),
    most: items.reduce((sum, item) => sum + highestAnswer(item), 0),
  }
}

interface Scored {
  readonly item: Item
  /** Of partial-credit items only the sum counts, so a fraction does no harm. */
  readonly answer: number
}

function givenAnswers(items: readonly Item[], answers: readonly (number | null)[]): Scored[] {
  if (answers.length !== items.length)
    throw new Invalid(
      `There are ${items.length} items but ${answers.length} answers. Give null where an answer is missing.`,
    )
  const given = items.flatMap((item, i) => {
    const answer = answers[i] ?? Number.NaN
    if (Number.isNaN(answer)) return []
    if (!Number.isInteger(answer) || answer < 0 || answer > highestAnswer(item))
      throw new Invalid(
        `Answer ${i + 1} is ${answer}; the item has answers from 0 to ${highestAnswer(item)}.`,
      )
    if (item.model === 'partial-credit' && !Number.isFinite(item.cumulative[answer]))
      throw new Invalid(
        `Nobody gave answer ${answer} to item ${i + 1} when it was calibrated. Calibrate again with this answer.`,
      )
    return [{ item, answer }]
  })
  if (given.length === 0) throw new Invalid('No item has been answered. Ask at least one.')
  return given
}

/** An extreme answer moved inwards by its share of 0.3 points. */
function inwards(answer: number, item: Item, count: number): number {
  return answer === lowestAnswer(item) ? answer + ADJUSTMENT / count : answer - ADJUSTMENT / count
}

/** The zero of the (weighted) likelihood's slope, which falls from above 0 to below; by halving. */
function likeliest(scored: readonly Scored[], weighted: boolean): { theta: number; error: number } {
  let low = -REACH
  let high = REACH
  for (let round = 0; round < HALVINGS && high - low > 1e-14 * Math.max(1, Math.abs(low)); round++) {
    const middle = (low + high) / 2
    if (slopeAt(scored, middle, weighted) > 0) low = middle
    else high = middle
  }
  const theta = (low + high) / 2
  const information = scored.reduce((sum, { item }) => sum + answering(item, theta).information, 0)
  return { theta, error: 1 / Math.sqrt(information) }
}

function slopeAt(scored: readonly Scored[], theta: number, weighted: boolean): number {
  let slope = 0
  let information = 0
  let lean = 0
  for (const { item, answer } of scored) {
    const at = answering(item, theta)
    slope += answerSlope(item, theta, answer)
    information += at.information
    lean += at.lean
  }
  return weighted && information > 0 ? slope + lean / (2 * information) : slope
}

/** How likely each total is at each point, item by item (Lord and Wingersky 1984), and what follows for θ. */
function eapByTotal(items: readonly Item[], prior: Prior): AbilityOfTotal[] {
  const points = pointsOf(prior)
  const chances = points.map(({ theta }) => totalChances(items, theta))
  const { least, most } = rangeOf(items)
  return Array.from({ length: most - least + 1 }, (_, above) => ({
    total: least + above,
    ...posteriorFrom(
      points,
      chances.map((at) => at[least + above] ?? 0),
    ),
    extreme: above === 0 || least + above === most,
  }))
}

function totalChances(items: readonly Item[], theta: number): number[] {
  let totals = [1]
  for (const item of items) {
    const { chances } = answering(item, theta)
    const next = new Array<number>(totals.length + chances.length - 1).fill(0)
    totals.forEach((so, total) => {
      chances.forEach((chance, k) => {
        next[total + k] = (next[total + k] ?? 0) + so * chance
      })
    })
    totals = next
  }
  return totals
}
