/** Ratings drawn from the many-facet Rasch model itself: the truth is known. Used by tests and by the bench. */
import { normalFrom, seededRandom } from '../../distributions/random.ts'
import type { FacetRatings } from '../ratings.ts'

export interface SimulatedDesign {
  readonly persons: number
  readonly raters: number
  readonly items: number
  /** How many raters see each person, and on how many items each of them rates the person. */
  readonly ratersPerPerson: number
  readonly itemsPerRater: number
  readonly seed: number
  /** Raters of a person come from a window of 40 neighbours, all but one in twenty. */
  readonly neighbours?: boolean
}

export interface Simulated {
  readonly ratings: FacetRatings
  readonly person: Float64Array
  readonly rater: Float64Array
  readonly item: Float64Array
  readonly steps: readonly number[]
}

const STEPS = [-2, -0.7, 0.6, 2.1]
const WINDOW = 40

/** Persons N(0.5, 1.2), severities N(0, 0.6) centred, items evenly from −1 to 1, five categories; their steps sum to 0. */
export function simulate(design: SimulatedDesign): Simulated {
  const random = seededRandom(design.seed)
  const normal = normalFrom(random)
  const person = Float64Array.from({ length: design.persons }, () => 0.5 + 1.2 * normal())
  const drawn = Float64Array.from({ length: design.raters }, () => 0.6 * normal())
  const mean = drawn.reduce((sum, x) => sum + x, 0) / drawn.length
  const rater = drawn.map((x) => x - mean)
  const item = Float64Array.from(
    { length: design.items },
    (_, i) => -1 + (2 * i) / Math.max(1, design.items - 1),
  )
  const ratings = emptyFor(design)
  let j = 0
  for (let p = 0; p < design.persons; p++)
    for (const r of ratersOf(p, design, random))
      for (const i of someOf(design.items, design.itemsPerRater, random)) {
        ratings.person[j] = p
        ratings.rater[j] = r
        ratings.item[j] = i
        ratings.score[j++] = drawScore((person[p] ?? 0) - (rater[r] ?? 0) - (item[i] ?? 0), random)
      }
  return { ratings, person, rater, item, steps: STEPS }
}

function emptyFor({ persons, raters, items, ratersPerPerson, itemsPerRater }: SimulatedDesign) {
  const count = persons * ratersPerPerson * itemsPerRater
  const ids = () => new Int32Array(count)
  const score = new Uint8Array(count)
  return { persons, raters, items, categories: 5, person: ids(), rater: ids(), item: ids(), score }
}

function ratersOf(p: number, design: SimulatedDesign, random: () => number): number[] {
  const { raters, ratersPerPerson, persons, neighbours = false } = design
  const start = Math.floor((p / persons) * raters)
  const chosen = new Set<number>()
  while (chosen.size < ratersPerPerson) {
    const near = neighbours && random() < 0.95
    chosen.add(near ? (start + Math.floor(random() * WINDOW)) % raters : Math.floor(random() * raters))
  }
  return [...chosen].sort((a, b) => a - b)
}

function someOf(count: number, size: number, random: () => number): Set<number> {
  const chosen = new Set<number>()
  while (chosen.size < size) chosen.add(Math.floor(random() * count))
  return chosen
}

function drawScore(measure: number, random: () => number): number {
  const weights = [1]
  for (const step of STEPS) weights.push((weights.at(-1) ?? 1) * Math.exp(measure - step))
  let rest = random() * weights.reduce((sum, w) => sum + w, 0)
  return Math.max(
    0,
    weights.findIndex((w) => {
      rest -= w
      return rest < 0
    }),
  )
}
