/** Where a fit begins: raters and items alike, persons by their mean rating, steps by how often each category is used. */
import type { Design } from './design.ts'
import type { Scale, State } from './state.ts'

const REACH = 4
const ENTRIES = 400
const SMALLEST_SD = 0.3

export function startFor(design: Design, scale: Scale, raterSd: number): State {
  const cumulative = startOfSteps(scale)
  const person = startOfPersons(design, measuresByMean(scale.top, cumulative), scale.top)
  const { mean, sd } = describe(design, person)
  return {
    person,
    spread: new Float64Array(design.persons).fill(sd),
    rater: new Float64Array(design.raters),
    item: new Float64Array(design.items),
    cumulative,
    mean,
    sd: Math.max(SMALLEST_SD, sd),
    raterSd,
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
