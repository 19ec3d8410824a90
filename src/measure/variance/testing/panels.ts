/** Simulated panels: ratings from 0 to 4 by the rating scale model, with raters who are severe and who have a halo. */
import { normalFrom, seededRandom } from '../../distributions/random.ts'
import { type RatingList, ratingList } from '../rating-list.ts'

export interface PanelDesign {
  seed: number
  persons: number
  raters: number
  /** Raters a person, drawn at random. */
  ratersEach: number
  items: number
  /** Items each rater rates a person on: all of them unless said otherwise, else drawn at random. */
  itemsEach?: number
  /** Standard deviation of the halo of each rater × person, in logits. */
  haloSd: number
}

export interface SimulatedPanel {
  ratings: RatingList
  /** Of each person: the mean rating over all raters there might be, halo and items. */
  truth: Float64Array
}

const STEPS = [-2, -0.7, 0.6, 2.1]
const PERSONS = { mean: 0.5, sd: 1.2 }
const SEVERITY_SD = 0.6

export function simulatePanel(design: PanelDesign): SimulatedPanel {
  const random = seededRandom(design.seed)
  const normal = normalFrom(random)
  const severity = centred(Float64Array.from({ length: design.raters }, () => SEVERITY_SD * normal()))
  const difficulty = Float64Array.from({ length: design.items }, (_, i) =>
    design.items === 1 ? 0 : -1 + (2 * i) / (design.items - 1),
  )
  const itemsEach = design.itemsEach ?? design.items
  const length = design.persons * design.ratersEach * itemsEach
  const columns = () => new Int32Array(length)
  const ratings = { person: columns(), rater: columns(), item: columns(), score: columns() }
  const theta = new Float64Array(design.persons)
  let j = 0
  for (let p = 0; p < design.persons; p++) {
    theta[p] = PERSONS.mean + PERSONS.sd * normal()
    for (const r of drawn(design.ratersEach, design.raters, random)) {
      const level = (theta[p] ?? 0) - (severity[r] ?? 0) + design.haloSd * normal()
      for (const i of itemsEach === design.items
        ? difficulty.keys()
        : drawn(itemsEach, design.items, random)) {
        ratings.person[j] = p
        ratings.rater[j] = r
        ratings.item[j] = i
        ratings.score[j++] = drawRating(level - (difficulty[i] ?? 0), random())
      }
    }
  }
  const { persons, raters, items } = design
  return {
    ratings: { persons, raters, items, ...ratings },
    truth: theta.map(expectedOver(difficulty, design.haloSd)),
  }
}

function centred(list: Float64Array): Float64Array {
  const mean = list.reduce((sum, x) => sum + x, 0) / list.length
  return list.map((x) => x - mean)
}

function drawn(count: number, from: number, random: () => number): number[] {
  const list: number[] = []
  while (list.length < count) {
    const next = Math.floor(random() * from)
    if (!list.includes(next)) list.push(next)
  }
  return list
}

const weights = new Float64Array(STEPS.length + 1)

/** Chances of the ratings, not yet divided by their sum. */
function weigh(x: number): number {
  let sum = 1
  let log = 0
  weights[0] = 1
  STEPS.forEach((step, k) => {
    log += x - step
    weights[k + 1] = Math.exp(log)
    sum += weights[k + 1] ?? 0
  })
  return sum
}

function drawRating(x: number, uniform: number): number {
  let left = uniform * weigh(x)
  for (let k = 0; k < STEPS.length; k++) {
    left -= weights[k] ?? 0
    if (left < 0) return k
  }
  return STEPS.length
}

function expected(x: number): number {
  const sum = weigh(x)
  return weights.reduce((total, weight, k) => total + (k * weight) / sum, 0)
}

/** The mean rating of a person at θ by a rater drawn at random; read off a table of steps of 0.05. */
function expectedOver(difficulty: Float64Array, haloSd: number): (theta: number) => number {
  const sd = Math.hypot(SEVERITY_SD, haloSd)
  const at = (theta: number) => {
    let total = 0
    let mass = 0
    for (let z = -4.5; z <= 4.5; z += 0.3) {
      const weight = Math.exp((-z * z) / 2)
      mass += weight
      for (const d of difficulty) total += (weight * expected(theta + z * sd - d)) / difficulty.length
    }
    return total / mass
  }
  const table = Float64Array.from({ length: 281 }, (_, k) => at(-6.5 + 0.05 * k))
  return (theta) => {
    const place = Math.min(Math.max((theta + 6.5) / 0.05, 0), table.length - 2)
    const k = Math.floor(place)
    return (table[k] ?? 0) + (place - k) * ((table[k + 1] ?? 0) - (table[k] ?? 0))
  }
}

export interface NormalDesign {
  persons: number
  raters: number
  ratersEach: number
  items: number
  random: () => number
}

/** Standard deviations of each part; all normal. */
export const NORMAL_SD = { person: 0.7, rater: 0.35, item: 0.35, halo: 0.4, chance: 0.75 }

/** Ratings that are exactly what the mixed model says. The truth is each person's level on the items at hand. */
export function simulateNormalPanel({
  persons,
  raters,
  ratersEach,
  items,
  random,
}: NormalDesign): SimulatedPanel {
  const normal = normalFrom(random)
  const effects = (count: number, sd: number) => Array.from({ length: count }, () => sd * normal())
  const ofPersons = effects(persons, NORMAL_SD.person)
  const ofRaters = effects(raters, NORMAL_SD.rater)
  const ofItems = effects(items, NORMAL_SD.item)
  const rows = ofPersons.flatMap((level, person) =>
    drawn(ratersEach, raters, random).flatMap((rater) => {
      const seen = 3 + level + (ofRaters[rater] ?? 0) + NORMAL_SD.halo * normal()
      return ofItems.map((x, item) => ({
        person,
        rater,
        item,
        score: seen + x + NORMAL_SD.chance * normal(),
      }))
    }),
  )
  const centre = 3 + ofItems.reduce((sum, x) => sum + x, 0) / items
  return {
    ratings: { ...ratingList(rows), persons, raters },
    truth: Float64Array.from(ofPersons, (x) => centre + x),
  }
}
