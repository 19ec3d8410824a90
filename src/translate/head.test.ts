import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { calibrationError } from '../../bench/accuracy.ts'
import { ask, fitHead, type Lesson, logSoftmax } from './head.ts'
import { minimise } from './lbfgs.ts'

/** Numbers between 0 and 1, the same ones every time (Park and Miller). */
function chance(): () => number {
  let state = 12345
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}

/** Two classes whose odds are exp(2x): what logistic regression assumes, so that it must come out calibrated. */
function synthetic(count: number): Lesson[] {
  const next = chance()
  return Array.from({ length: count }, () => {
    const x = 4 * next() - 2
    const first = next() < 1 / (1 + Math.exp(-2 * x))
    return {
      features: { dense: Float32Array.of(x, 1), terms: [], weights: [] },
      target: first ? [1, 0] : [0, 1],
      weight: 1,
    }
  })
}

test('a head finds the weights that made the data', () => {
  const head = fitHead(['a', 'b'], synthetic(4000), { dense: 2, terms: 0 }, 1000)
  const slope = (head.weights[0] ?? 0) - (head.weights[3] ?? 0)
  assert.ok(Math.abs(slope - 2) < 0.15, `slope ${slope}`)
})

test('a head is as sure as it is right, on data that it has not seen', () => {
  const all = synthetic(6000)
  const head = fitHead(['a', 'b'], all.slice(0, 3000), { dense: 2, terms: 0 }, 1000)
  const judged = all.slice(3000).map(({ features, target }) => {
    const [a = 0] = ask(head, features).map(Math.exp)
    return { sure: Math.max(a, 1 - a), right: a > 0.5 === (target[0] === 1) }
  })
  assert.ok(calibrationError(judged) < 0.04)
  const hasty = judged.map(({ sure, right }) => ({ sure: Math.min(1, sure + 0.15), right }))
  assert.ok(calibrationError(hasty) > 0.08, 'the measure notices haste')
})

test('terms are learnt as dense features are', () => {
  const lesson = (term: number, target: number[]): Lesson => ({
    features: { dense: new Float32Array(), terms: [term], weights: [1] },
    target,
    weight: 1,
  })
  const head = fitHead(['a', 'b'], [lesson(0, [1, 0]), lesson(1, [0, 1])], { dense: 0, terms: 2 }, 10)
  const [a = 0] = ask(head, lesson(0, []).features).map(Math.exp)
  assert.ok(a > 0.8)
})

test('the minimum of a bowl is found from anywhere', () => {
  const bowl = (at: Float64Array) => ({
    value: at.reduce((sum, x, i) => sum + (i + 1) * (x - i) ** 2, 0),
    slope: at.map((x, i) => 2 * (i + 1) * (x - i)),
  })
  const lowest = minimise(bowl, Float64Array.of(50, -20, 7), 100)
  for (const [i, x] of lowest.entries()) assert.ok(Math.abs(x - i) < 1e-2, `${i}: ${x}`)
})

test('probabilities add up to one, whatever the scores', () => {
  const scores = fc.array(fc.double({ min: -500, max: 500, noNaN: true }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(scores, (some) => {
      const sum = logSoftmax(some).reduce((total, log) => total + Math.exp(log), 0)
      assert.ok(Math.abs(sum - 1) < 1e-9)
    }),
  )
})
