/** Where a fit begins: raters and items alike, persons by their mean rating, steps by how often each category is used. */
import type { Design } from './design.ts'
import { type Moments, ratingAt } from './expected-rating.ts'
import type { Scale, State } from './state.ts'

const REACH = 4
const ENTRIES = 400
const SMALLEST_SD = 0.3

export function startFor(design: Design, scale: Scale, raterSd: number): State {
  const cumulative = startOfSteps(scale)
  const person = startOfPersons(design, measuresByMean(scale.top, cumulative), scale.top)
  const { mean, sd } = describe(design, person)
  const state = {
    person,
    spread: new Float64Array(design.persons).fill(sd),
    rater: new Float64Array(design.raters),
    item: new Float64Array(design.items),
    cumulative,
    mean,
    sd: Math.max(SMALLEST_SD, sd),
    raterSd,
  }
  startOthers(design, state)
  return state
}

/** Raters and items one Newton step each on their own, from the persons' start. */
function startOthers(design: Design, { person, rater, item, cumulative }: State) {
  const raterWeight = new Float64Array(design.raters)
  const itemWeight = new Float64Array(design.items)
  const at: Moments = { mean: 0, variance: 0 }
  for (let p = 0; p < design.persons; p++) {
    ratingAt(person[p] as number, cumulative, at)
    const endPair = design.pairFrom[p + 1] as number
    for (let q = design.pairFrom[p] as number; q < endPair; q++) {
      const r = design.pairRater[q] as number
      const end = design.cellFrom[q + 1] as number
      for (let j = design.cellFrom[q] as number; j < end; j++) {
        const i = design.item[j] as number
        const rest = at.mean - (design.score[j] as number)
        rater[r] = (rater[r] as number) + rest
        item[i] = (item[i] as number) + rest
        raterWeight[r] = (raterWeight[r] as number) + at.variance
        itemWeight[i] = (itemWeight[i] as number) + at.variance
      }
    }
  }
  divide(rater, raterWeight)
  divide(item, itemWeight)
}

function divide(sums: Float64Array, weight: Float64Array) {
  for (let i = 0; i < sums.length; i++) {
    const step = (weight[i] as number) > 0 ? (sums[i] as number) / (weight[i] as number) : 0
    sums[i] = Math.max(-1.5, Math.min(1.5, step))
  }
}

/**
 * T as if all measures were one: what is linear in the category belongs to that measure, so the line from the lowest to the
 * highest category is taken out.
 */
function startOfSteps({ top, counts }: Scale): Float64Array {
  const first = Math.log(counts[0] as number)
  const slope = (Math.log(counts[top] as number) - first) / top
  return counts.map((count, k) =>
    count > 0 ? first + k * slope - Math.log(count) : Number.POSITIVE_INFINITY,
  )
}

/** For mean ratings from 0 to `top` in equal steps, the measure at which they are expected, within ±4. */
function measuresByMean(top: number, cumulative: Float64Array): Float64Array {
  const measures = new Float64Array(ENTRIES + 1)
  let at = -REACH
  for (let entry = 0; entry <= ENTRIES; entry++) {
    while (at < REACH && expectedAt(at, cumulative) < (entry * top) / ENTRIES) at += 0.02
    measures[entry] = at
  }
  return measures
}

function expectedAt(measure: number, cumulative: Float64Array): number {
  let sum = 0
  let weighted = 0
  cumulative.forEach((t, k) => {
    const chance = Math.exp(k * measure - t)
    sum += chance
    weighted += k * chance
  })
  return weighted / sum
}

function startOfPersons({ persons, pairFrom, cellFrom, score }: Design, measures: Float64Array, top: number) {
  const start = new Float64Array(persons)
  for (let p = 0; p < persons; p++) {
    const from = cellFrom[pairFrom[p] as number] as number
    const end = cellFrom[pairFrom[p + 1] as number] as number
    let total = 0
    for (let j = from; j < end; j++) total += score[j] as number
    if (end > from) start[p] = measures[Math.round((total / (end - from) / top) * ENTRIES)] as number
  }
  return start
}

function describe({ pairFrom }: Design, person: Float64Array): { mean: number; sd: number } {
  const rated = person.filter((_, p) => pairFrom[p] !== pairFrom[p + 1])
  const mean = rated.reduce((sum, x) => sum + x, 0) / rated.length
  return { mean, sd: Math.sqrt(rated.reduce((sum, x) => sum + (x - mean) ** 2, 0) / rated.length) }
}
