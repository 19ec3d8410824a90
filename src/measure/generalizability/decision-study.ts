/**
 * Decision studies: how reliable a person's mean would be with other numbers of raters and questions (Cronbach, Gleser, Nanda and
 * Rajaratnam 1972; Brennan 2001, Generalizability Theory).
 */
import { Invalid } from '#errors.ts'
import { type Estimate, reason, value } from '../estimate.ts'
import type { VarianceComponents } from '../variance/moments.ts'
import type { Term } from '../variance/terms.ts'

export interface Panel {
  /** Raters a person; every rater rates on all items. */
  readonly raters: number
  /** Questions or indicators; 1 unless said otherwise. */
  readonly items?: number
  /**
   * Whether the items stand for others that might have been asked (`sampled`, the default) or are the very ones that count
   * (`fixed`), such as the indicators of a framework.
   */
  readonly itemsAre?: 'sampled' | 'fixed'
}

export interface DecisionStudy {
  /** Eρ²: for ranking persons who are rated by the same raters. */
  readonly relative: Estimate
  /** Φ: for levels, where it matters how severe the raters are that one happens to get. */
  readonly absolute: Estimate
  /** Standard errors of a person's mean, in levels. */
  readonly relativeError: Estimate
  readonly absoluteError: Estimate
}

const NO_ITEMS =
  'The ratings were taken apart without items. Include the items to see what their number changes, or leave it at 1.'
const NO_PERSONS = 'This design does not tell the persons apart from those who rated them.'

/**
 * Reliability and error of means over a panel like this. Components below zero enter as they are, as in the analysis of variance.
 * No result, with the reason, where no variance between persons was found or the design cannot tell persons from raters.
 * @throws Invalid when there is not at least one rater and one item.
 */
export function decisionStudy(components: VarianceComponents, panel: Panel): DecisionStudy {
  checkPanel(panel)
  const parts = partsOf(components, panel)
  if (parts === null) {
    const none = reason(knowsPersons(components) ? NO_ITEMS : NO_PERSONS)
    return { relative: none, absolute: none, relativeError: none, absoluteError: none }
  }
  const { universe, relative, absolute } = parts
  return {
    relative: share(universe, relative),
    absolute: share(universe, absolute),
    relativeError: root(relative),
    absoluteError: root(absolute),
  }
}

/** Which coefficient is to reach the target. */
export type Coefficient = 'relative' | 'absolute'

export interface Aim {
  readonly target: number
  /** `absolute` unless said otherwise. */
  readonly coefficient?: Coefficient
}

/**
 * The fewest raters with which the coefficient reaches the target, at the panel's number of items.
 * No result, with the reason, where no number of raters does. @throws Invalid when the target is not between 0 and 1.
 */
export function ratersNeeded(
  components: VarianceComponents,
  aim: Aim,
  panel: Omit<Panel, 'raters'> = {},
): Estimate {
  return fewest(aim, 'raters', (raters) => decisionStudy(components, { ...panel, raters }))
}

/** The fewest items, at the panel's number of raters. As `ratersNeeded`. */
export function itemsNeeded(components: VarianceComponents, aim: Aim, panel: Omit<Panel, 'items'>): Estimate {
  return fewest(aim, 'items', (items) => decisionStudy(components, { ...panel, items }))
}

/** The variance of universe scores, and of the errors for ranking and for levels. */
interface Parts {
  universe: number
  relative: number
  absolute: number
}

/** Null where the ratings cannot say. */
function partsOf(
  components: VarianceComponents,
  { raters, items = 1, itemsAre = 'sampled' }: Panel,
): Parts | null {
  const of = (term: Term) => components.components.find((component) => component.term === term)?.variance ?? 0
  if (!knowsPersons(components)) return null
  if (items !== 1 && !knowsItems(components)) return null
  const overItems = of('person:item') / items
  const universe = of('person') + (itemsAre === 'fixed' ? overItems : 0)
  const relative =
    of('person:rater') / raters + (itemsAre === 'sampled' ? overItems : 0) + of('residual') / (raters * items)
  const ofItems = itemsAre === 'sampled' ? of('item') / items : 0
  const absolute = relative + of('rater') / raters + ofItems + of('rater:item') / (raters * items)
  return { universe, relative, absolute }
}

const knowsPersons = ({ components }: VarianceComponents) => components.some(({ term }) => term === 'person')

/** With one question, or one rating a cell, the residual holds what belongs to persons and raters. */
const knowsItems = ({ components }: VarianceComponents) =>
  components.some(({ term }) => term === 'person:rater' || term === 'item' || term === 'person:item')

function checkPanel({ raters, items = 1 }: Panel) {
  if (!(raters > 0) || !(items > 0))
    throw new Invalid(
      `A panel of ${raters} raters and ${items} items cannot be reckoned. Give at least one of each.`,
    )
}

function share(universe: number, error: number): Estimate {
  if (!(universe > 0))
    return reason('No variance between persons was found, so their means cannot be told apart.')
  if (!(universe + error > 0)) return reason('The components below zero leave no variance to divide up.')
  return value(universe / (universe + error))
}

const root = (variance: number): Estimate =>
  variance >= 0 ? value(Math.sqrt(variance)) : reason('The components below zero leave no error variance.')

const MOST = 2 ** 30

/** By doubling and halving: both coefficients only rise with the numbers, unless components are below zero. */
function fewest(
  { target, coefficient = 'absolute' }: Aim,
  name: string,
  study: (count: number) => DecisionStudy,
): Estimate {
  if (!(target > 0 && target < 1))
    throw new Invalid(`A reliability of ${target} cannot be aimed at. Give a number between 0 and 1.`)
  const first = study(1)[coefficient]
  if (first.value === null) return first
  const reaches = (count: number) => (study(count)[coefficient].value ?? 0) >= target
  let enough = 1
  while (enough < MOST && !reaches(enough)) enough *= 2
  if (enough >= MOST) {
    const limit = (study(MOST)[coefficient].value ?? 0).toFixed(2)
    return reason(`However many ${name} there are, the reliability stays at or below ${limit}.`)
  }
  let few = enough / 2
  while (enough - few > 1) {
    const middle = Math.floor((few + enough) / 2)
    if (reaches(middle)) enough = middle
    else few = middle
  }
  return value(enough)
}
