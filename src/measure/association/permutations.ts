/** How likely chance gives a score of Kendall's, counted over every way to match two orders with the ties that they have. */

/** One person's place in each order. */
export type Pair = readonly [number, number]

/** Steps of counting that take about a hundredth of a second. */
const MOST_STEPS = 6e5

interface Design {
  /** How many people share each value of the first order, from the lowest. */
  groups: number[]
  /** And of the second. */
  sizes: number[]
  pairs: number
}

function designOf(pairs: readonly Pair[]): Design {
  const counts = (at: 0 | 1) =>
    [...Map.groupBy(pairs, (pair) => pair[at])].toSorted(([a], [b]) => a - b).map(([, those]) => those.length)
  // The order with fewer values is the one whose use is counted: the count grows with its values.
  const [first, second] = [counts(0), counts(1)]
  const [groups, sizes] = first.length >= second.length ? [first, second] : [second, first]
  return { groups, sizes, pairs: (pairs.length * (pairs.length - 1)) / 2 }
}

/** Whether counting everything takes no time that anybody would notice. */
export function isSmallEnough(pairs: readonly Pair[]): boolean {
  const { groups, sizes, pairs: most } = designOf(pairs)
  const states = sizes.reduce((all, size) => all * (size + 1), 1)
  const ways = groups.reduce((all, size) => all + waysToFill(size, sizes.length), 0) / groups.length
  return states * ways * Math.min(most, 2 * pairs.length) < MOST_STEPS
}

/** In how many ways so many people can be spread over so many values: (size + values − 1) over (values − 1). */
function waysToFill(size: number, values: number): number {
  let ways = 1
  for (let i = 1; i < values; i++) ways *= (size + i) / i
  return ways
}

/** The share of all ways to match the two orders whose score is as far from 0 as this one, or further. */
export function exactTail(pairs: readonly Pair[], score: number): number {
  const { groups, sizes, pairs: most } = designOf(pairs)
  const none = new Float64Array(2 * most + 1)
  none[most] = 1
  let states = new Map<string, State>([['', { used: sizes.map(() => 0), ways: none }]])
  for (const group of groups) states = afterGroup(states, group, sizes)
  const [last] = states.values()
  let [far, all] = [0, 0]
  for (const [place, ways] of (last?.ways ?? []).entries()) {
    all += ways
    if (Math.abs(place - most) >= Math.abs(score)) far += ways
  }
  return far / all
}

/** How many of each value of the second order are used up, and in how many ways each score, from the lowest, has come about. */
interface State {
  used: number[]
  ways: Float64Array
}

/** Everybody who shares the next value of the first order is given values of the second, in every way. */
function afterGroup(states: Map<string, State>, group: number, sizes: readonly number[]): Map<string, State> {
  const next = new Map<string, State>()
  for (const { used, ways } of states.values())
    for (const taken of fillings(group, sizes, used)) {
      const now = used.map((count, value) => count + (taken[value] ?? 0))
      const key = now.join()
      const state = next.get(key) ?? { used: now, ways: new Float64Array(ways.length) }
      addShifted(state.ways, ways, { by: gainOf(used, taken), times: arrangements(taken) })
      next.set(key, state)
    }
  return next
}

/** What stood at a score comes to stand so much further on, so many times. Nothing is ever moved over an end. */
function addShifted(
  to: Float64Array,
  from: Float64Array,
  { by, times }: { by: number; times: number },
): void {
  const end = from.length - Math.max(0, by)
  for (let i = Math.max(0, -by); i < end; i++) to[i + by] = (to[i + by] ?? 0) + (from[i] ?? 0) * times
}

/** Every way to take so many from what is left of each value. */
function* fillings(
  group: number,
  sizes: readonly number[],
  used: readonly number[],
  value = 0,
): Generator<number[]> {
  const left = (sizes[value] ?? 0) - (used[value] ?? 0)
  if (value === sizes.length - 1) {
    if (group <= left) yield [group]
    return
  }
  for (let count = 0; count <= Math.min(group, left); count++)
    for (const rest of fillings(group - count, sizes, used, value + 1)) yield [count, ...rest]
}

/** What the newcomers add: one for each earlier person with a lower value, less one for each with a higher. */
function gainOf(used: readonly number[], taken: readonly number[]): number {
  let gain = 0
  for (const [value, count] of taken.entries())
    for (const [other, before] of used.entries()) gain += Math.sign(value - other) * count * before
  return gain
}

/** In how many orders the group's people can hold these values: a multinomial coefficient. */
function arrangements(taken: readonly number[]): number {
  let ways = 1
  let placed = 0
  for (const count of taken) for (let i = 1; i <= count; i++) ways *= ++placed / i
  return ways
}
