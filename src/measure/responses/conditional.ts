/**
 * Conditional maximum likelihood: items calibrated given each person's total, so that nothing need be assumed about the persons
 * (Andersen 1973; for several answers, Fischer and Ponocny 1994).
 */
import { Invalid } from '#errors.ts'
import type { Counts, Group } from './answers.ts'
import type { Layout } from './parameters.ts'
import { sumsOver, times } from './symmetric.ts'

export interface Slope {
  readonly logLikelihood: number
  /** In T, and the matrix of second derivatives with the sign changed. */
  readonly gradient: Float64Array
  readonly matrix: Float64Array
}

/** Log-likelihood given totals, its gradient and its exact second derivatives. */
export function conditionalSlope({ used, groups }: Counts, layout: Layout, sums: Float64Array): Slope {
  const count = layout.places.length
  const gradient = new Float64Array(count)
  const matrix = new Float64Array(count * count)
  let logLikelihood = 0
  layout.places.forEach(({ item, answer }, a) => {
    const given = used[item]?.[answer] ?? 0
    logLikelihood -= given * (sums[a] as number)
    gradient[a] = -given
  })
  for (const group of groups) logLikelihood += addGroup(group, layout, sums, { gradient, matrix })
  return { logLikelihood, gradient, matrix }
}

interface Into {
  readonly gradient: Float64Array
  readonly matrix: Float64Array
}

/** Persons who answered the same items. Their totals are counted here from the lowest that is possible. */
function addGroup(group: Group, layout: Layout, sums: Float64Array, into: Into): number {
  const { items } = group
  const weights = items.map((item) => weightsOf(item, layout, sums))
  const { all, before, after } = sumsOver(weights)
  const least = items.reduce((sum, item) => sum + (layout.lowest[item] ?? 0), 0)
  const persons = Float64Array.from(all, (_, r) => group.totals[r + least] ?? 0)
  if (!all.every(Number.isFinite))
    throw new Invalid(
      'There are too many items with too different answers for conditional estimation. Use the marginal method.',
    )
  const log = persons.reduce((sum, n, r) => (n > 0 ? sum - n * Math.log(all[r] as number) : sum), 0)
  const chances = items.map((item, i) =>
    chancesGiven(
      {
        item,
        weights: weights[i] as Float64Array,
        others: times(before[i] as Float64Array, after[i] as Float64Array),
      },
      layout,
      all,
    ),
  )
  items.forEach((item, i) => {
    addOwn(item, layout, { persons, chances: chances[i] as Float64Array[] }, into)
    let between = before[i] as Float64Array
    for (let j = i + 1; j < items.length; j++) {
      if (j > i + 1) between = times(between, weights[j - 1] as Float64Array)
      const pair = {
        first: item,
        second: items[j] as number,
        others: times(between, after[j] as Float64Array),
        all,
        persons,
      }
      addPair(pair, layout, sums, into)
    }
  })
  takeProducts({ items, persons, chances }, layout, into)
  return log
}

/** exp(−T) of each answer above the lowest in use, by height; 0 for an answer that nobody gave. */
function weightsOf(item: number, { places, from }: Layout, sums: Float64Array): Float64Array {
  const [first = 0, end = 0] = [from[item], from[item + 1]]
  const weights = new Float64Array((places[end - 1]?.height ?? 0) + 1)
  weights[0] = 1
  for (let a = first; a < end; a++) weights[places[a]?.height ?? 0] = Math.exp(-(sums[a] as number))
  return weights
}

/** For each place of an item, the chance of its answer at each total. */
function chancesGiven(
  { item, weights, others }: { item: number; weights: Float64Array; others: Float64Array },
  { places, from }: Layout,
  all: Float64Array,
): Float64Array[] {
  return places.slice(from[item], from[item + 1]).map(({ height }) => {
    const weight = weights[height] as number
    return all.map((sum, r) => (weight * (others[r - height] ?? 0)) / sum)
  })
}

function addOwn(
  item: number,
  { places, from }: Layout,
  { persons, chances }: { persons: Float64Array; chances: readonly Float64Array[] },
  { gradient, matrix }: Into,
) {
  const first = from[item] ?? 0
  chances.forEach((chance, k) => {
    const expected = persons.reduce((sum, n, r) => sum + n * (chance[r] as number), 0)
    gradient[first + k] = (gradient[first + k] as number) + expected
    const at = (first + k) * (places.length + 1)
    matrix[at] = (matrix[at] as number) + expected
  })
}

interface Pair {
  readonly first: number
  readonly second: number
  /** Sums over all the other items. */
  readonly others: Float64Array
  readonly all: Float64Array
  readonly persons: Float64Array
}

/** How often two answers to two items are expected together. */
function addPair(
  { first, second, others, all, persons }: Pair,
  { places, from }: Layout,
  sums: Float64Array,
  { matrix }: Into,
) {
  const share = persons.map((n, r) => (n > 0 ? n / (all[r] as number) : 0))
  for (let a = from[first] ?? 0; a < (from[first + 1] ?? 0); a++)
    for (let b = from[second] ?? 0; b < (from[second + 1] ?? 0); b++) {
      const height = (places[a]?.height ?? 0) + (places[b]?.height ?? 0)
      let together = 0
      for (let r = 0; r < others.length; r++)
        together += (share[r + height] as number) * (others[r] as number)
      together *= Math.exp(-(sums[a] as number) - (sums[b] as number))
      matrix[a * places.length + b] = (matrix[a * places.length + b] as number) + together
      matrix[b * places.length + a] = (matrix[b * places.length + a] as number) + together
    }
}

/** Covariances are expected products less products of expectations. */
function takeProducts(
  {
    items,
    persons,
    chances,
  }: { items: readonly number[]; persons: Float64Array; chances: readonly (readonly Float64Array[])[] },
  { places, from }: Layout,
  { matrix }: Into,
) {
  const rows = items.flatMap((item, i) =>
    (chances[i] ?? []).map((chance, k) => ({ place: (from[item] ?? 0) + k, chance })),
  )
  const weighted = rows.map(({ chance }) => chance.map((x, r) => x * (persons[r] as number)))
  rows.forEach(({ place }, i) => {
    const left = weighted[i] as Float64Array
    for (const { place: other, chance } of rows) {
      let product = 0
      for (let r = 0; r < left.length; r++) product += (left[r] as number) * (chance[r] as number)
      matrix[place * places.length + other] = (matrix[place * places.length + other] as number) - product
    }
  })
}
