import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Measures } from './extreme-measures.ts'
import { type FacetFit, fitFacets } from './fit.ts'
import type { Progress } from './iterate.ts'
import type { FacetRatings } from './ratings.ts'
import { type Simulated, simulate } from './testing/simulated.ts'

const design = { persons: 4000, raters: 200, items: 25, ratersPerPerson: 5, itemsPerRater: 2, seed: 20 }

/** Slope of the estimates over the truth. */
function slope(truth: ArrayLike<number>, estimates: ArrayLike<number>): number {
  const ids = Array.from(truth, (_, i) => i)
  const mean = (x: ArrayLike<number>) => ids.reduce((sum, i) => sum + (x[i] ?? 0), 0) / ids.length
  const [a, b] = [mean(truth), mean(estimates)]
  const across = ids.reduce((sum, i) => sum + ((truth[i] ?? 0) - a) * ((estimates[i] ?? 0) - b), 0)
  return across / ids.reduce((sum, i) => sum + ((truth[i] ?? 0) - a) ** 2, 0)
}

/** Share of 95 % intervals that hold the truth. */
function coverage(truth: Float64Array, { measure, error }: Measures): number {
  const held = truth.filter((x, i) => Math.abs((measure[i] ?? 0) - x) <= 1.96 * (error[i] ?? 0))
  return held.length / truth.length
}

const stepsOf = ({ steps }: FacetFit) => steps.map((step) => step.value ?? Number.NaN)

function assertBetween(low: number, x: number, high: number, what: string) {
  assert.ok(x >= low && x <= high, `${what} is ${x.toFixed(4)}, not in ${low} to ${high}`)
}

function checkScale({ rater, item, steps }: Simulated, fit: FacetFit) {
  assertBetween(0.97, slope(item, fit.facets.item.measure), 1.03, 'slope of items')
  assertBetween(0.97, slope(steps, stepsOf(fit)), 1.03, 'slope of steps')
  assertBetween(0.9, slope(rater, fit.facets.rater.measure), 1.04, 'slope of severities')
}

test('of 40,000 simulated ratings marginal estimation recovers scale, persons and raters, and its intervals hold what they promise', () => {
  const truth = simulate(design)
  const fit = fitFacets(truth.ratings)
  assert.ok(fit.converged)
  checkScale(truth, fit)
  assertBetween(1.15, fit.distribution?.sd ?? 0, 1.25, 'standard deviation of persons')
  assertBetween(0.93, coverage(truth.person, fit.facets.person), 0.96, 'coverage of persons')
  assertBetween(0.91, coverage(truth.rater, fit.facets.rater), 0.98, 'coverage of raters')
})

test('random severities recover their own standard deviation', () => {
  const truth = simulate({ ...design, seed: 21 })
  const fit = fitFacets(truth.ratings, { raters: 'random' })
  checkScale(truth, fit)
  assertBetween(0.54, fit.raterSd ?? 0, 0.67, 'standard deviation of severities')
  assertBetween(0.91, coverage(truth.rater, fit.facets.rater), 0.98, 'coverage of raters')
})

test('joint estimation stretches the scale when a person has ten ratings, which is why marginal is the default', () => {
  const truth = simulate({ ...design, persons: 2000, seed: 22 })
  const fit = fitFacets(truth.ratings, { method: 'joint' })
  assertBetween(1.1, slope(truth.steps, stepsOf(fit)), 1.22, 'slope of steps')
})

test('the order of the ratings does not matter, and more points of quadrature change nothing of note', () => {
  const { ratings } = simulate({ ...design, persons: 300, raters: 30, seed: 23 })
  const fit = fitFacets(ratings)
  const backwards = fitFacets(reversed(ratings))
  const finer = fitFacets(ratings, { points: 41 })
  fit.facets.rater.measure.forEach((severity, r) => {
    assert.ok(Math.abs(severity - (backwards.facets.rater.measure[r] ?? 0)) < 1e-7)
    assert.ok(Math.abs(severity - (finer.facets.rater.measure[r] ?? 0)) < 1e-6)
  })
})

function reversed(ratings: FacetRatings): FacetRatings {
  const { person, rater, item, score } = ratings
  return {
    ...ratings,
    person: person.toReversed(),
    rater: rater.toReversed(),
    item: item.toReversed(),
    score: score.toReversed(),
  }
}

test('a fit tells how far it has come after every pass', () => {
  const told: Progress[] = []
  const { ratings } = simulate({ ...design, persons: 300, raters: 30, seed: 24 })
  const fit = fitFacets(ratings, {}, (progress) => told.push(progress))
  assert.equal(told.length, fit.passes)
  assert.equal(told.at(-1)?.done, 1)
  assert.ok(told.every(({ done }) => done >= 0 && done <= 1))
})

test('neighbouring raters, linked by one person in twenty, are still brought to one scale', () => {
  const truth = simulate({ ...design, seed: 25, neighbours: true })
  const fit = fitFacets(truth.ratings)
  assert.ok(fit.converged)
  checkScale(truth, fit)
})
