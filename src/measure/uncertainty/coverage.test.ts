/** Whether intervals hold what they promise: simulated panels, where the truth is known. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seededRandom } from '../distributions/random.ts'
import { crossedEffects, type Predictions } from '../variance/predictions.ts'
import type { Term } from '../variance/terms.ts'
import { simulateNormalPanel, simulatePanel } from '../variance/testing/panels.ts'
import { levelChances, scoreInterval, scoreOfPerson } from './score.ts'

const PANEL = { persons: 2000, raters: 2000, items: 25 }

function scores(ratings: Parameters<typeof crossedEffects>[0], terms?: readonly Term[]): Predictions {
  const fit = crossedEffects(ratings, terms ? { terms } : {})
  return fit.value?.predictions ?? assert.fail('reason' in fit ? fit.reason : '')
}

function covered(predictions: Predictions, truth: Float64Array): number {
  let inside = 0
  truth.forEach((level, p) => {
    const { lower, upper } = scoreInterval(scoreOfPerson(predictions, p))
    if (lower <= level && level <= upper) inside++
  })
  return inside / truth.length
}

for (const haloSd of [0, 0.4, 0.8])
  for (const ratersEach of [3, 8, 10])
    test(`95 % intervals hold the truth in 93 to 97 of 100 cases: halo ${haloSd}, ${ratersEach} raters a person`, () => {
      const { ratings, truth } = simulatePanel({
        ...PANEL,
        seed: 10 * ratersEach + haloSd,
        ratersEach,
        haloSd,
      })
      const share = covered(scores(ratings), truth)
      assert.ok(share >= 0.93 && share <= 0.97, `${share}`)
    })

test('answers taken for independent evidence give intervals that miss the truth about half of the time', () => {
  const { ratings, truth } = simulatePanel({ ...PANEL, seed: 5, ratersEach: 8, haloSd: 0.8 })
  assert.ok(covered(scores(ratings, ['person', 'rater', 'item']), truth) < 0.6)
})

test('a chance of 70 % for a level comes true in about 70 of 100 cases', () => {
  const { ratings, truth } = simulatePanel({ ...PANEL, seed: 6, ratersEach: 4, haloSd: 0.8 })
  const predictions = scores(ratings)
  const cuts = [0.5, 1.5, 2.5, 3.5]
  const bins = Array.from({ length: 10 }, () => ({ promised: 0, kept: 0, count: 0 }))
  truth.forEach((level, p) => {
    levelChances(scoreOfPerson(predictions, p), cuts).atLeast.forEach((chance, k) => {
      const bin = bins[Math.min(9, Math.floor(10 * chance))]
      if (!bin || k === 0) return
      bin.promised += chance
      bin.kept += level >= (cuts[k - 1] ?? 0) ? 1 : 0
      bin.count++
    })
  })
  for (const { promised, kept, count } of bins) {
    assert.ok(count > 50)
    const slack = 3.3 * Math.sqrt(0.25 / count) + 0.02
    assert.ok(Math.abs(promised - kept) / count < slack, `${promised / count} promised, ${kept / count} kept`)
  }
})

for (const [persons, raters] of [
  [15, 6],
  [10, 30],
] as const)
  test(`small panels too: ${persons} persons, ${raters} raters, three a person`, () => {
    const random = seededRandom(persons)
    let inside = 0
    for (let panel = 0; panel < 120; panel++) {
      const { ratings, truth } = simulateNormalPanel({ persons, raters, ratersEach: 3, items: 5, random })
      inside += covered(scores(ratings), truth) / 120
    }
    assert.ok(inside >= 0.93 && inside <= 0.97, `${inside}`)
  })
