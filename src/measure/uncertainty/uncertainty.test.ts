import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Invalid } from '#errors.ts'
import type { Estimate } from '../estimate.ts'
import { reliabilityNumbers, sharedDigits } from '../fixtures/expected.ts'
import { kelleyEstimate, minimalDetectableChange, reliableChange, standardError } from './classical.ts'
import { levelChances, scoreDifference, scoreInterval, scoreOfPerson, scoreReliability } from './score.ts'

const expected = reliabilityNumbers.semMdc
const why = (estimate: Estimate<unknown>) => ('reason' in estimate ? estimate.reason : '')

test('error, detectable change, true score and reliable change follow the definitions (base R 4.2.2)', () => {
  const error = standardError(expected.sd, expected.rel)
  assert.equal(error.value, expected.sem)
  assert.ok(sharedDigits(minimalDetectableChange(0.4), expected.mdc95) > 9)
  assert.ok(sharedDigits(minimalDetectableChange(0.4, 0.9), expected.mdc90) > 9)
  const kelley = kelleyEstimate({ score: 3.6, mean: 3.2, sd: expected.sd, reliability: expected.rel })
  assert.ok(sharedDigits(kelley.value?.estimate ?? 0, expected['kelley_x3.6_mean3.2']) > 14)
  assert.ok(sharedDigits(kelley.value?.error ?? 0, expected.see) > 9)
  assert.ok(sharedDigits(reliableChange(3.6, 4.5, 0.4).value ?? 0, expected['rci_3.6_to_4.5']) > 9)
})

test('one level up, as seen by one manager, is within the error of the rating', () => {
  const error = standardError(0.8, 0.5).value ?? 0
  assert.ok(Math.abs(minimalDetectableChange(error) - 1.568) < 1e-3)
})

test('a reliability that cannot be gives a reason', () => {
  assert.match(why(standardError(1, 0)), /say nothing about persons/)
  assert.match(why(standardError(1, -0.2)), /say nothing about persons/)
  assert.match(why(standardError(1, 1.2)), /above 1/)
  assert.match(why(kelleyEstimate({ score: 1, mean: 2, sd: 1, reliability: Number.NaN })), /not known/)
  assert.match(why(reliableChange(1, 2, 0)), /any change is a change/)
  assert.throws(() => standardError(-1, 0.5), Invalid)
  assert.throws(() => minimalDetectableChange(0.4, 1), Invalid)
})

test('an interval widens with confidence and with uncertain errors', () => {
  assert.deepEqual(scoreInterval({ score: 3, error: 0 }), { lower: 3, upper: 3 })
  const width = (freedom: number, confidence?: number) => {
    const { lower, upper } = scoreInterval({ score: 3, error: 1, freedom }, confidence)
    return (upper - lower) / 2
  }
  assert.ok(sharedDigits(width(Number.POSITIVE_INFINITY), 1.959963984540054) > 12)
  assert.ok(sharedDigits(width(4), 2.776445105197799) > 10)
  assert.ok(width(4, 0.9) < width(4))
  assert.throws(() => scoreInterval({ score: 3, error: 1 }, 0), Invalid)
})

test('the chances of all levels add up to 1, and the likeliest is where the score lies', () => {
  const { atLeast, exactly, mostLikely } = levelChances({ score: 3.1, error: 0.45 }, [1.5, 2.5, 3.5, 4.5])
  assert.equal(atLeast.length, 5)
  assert.equal(atLeast[0], 1)
  assert.ok(Math.abs(exactly.reduce((sum, x) => sum + x, 0) - 1) < 1e-12)
  assert.equal(mostLikely, 2)
  // P(N(3.1, 0.45) ≥ 2.5) and ≥ 3.5: 1 − Φ(−4/3), 1 − Φ(8/9)
  assert.ok(Math.abs((atLeast[2] ?? 0) - 0.9087887803) < 1e-9)
  assert.ok(Math.abs((atLeast[3] ?? 0) - 0.1870314) < 1e-6)
})

test('a score without error has one level for certain, from the cut upwards', () => {
  assert.deepEqual(levelChances({ score: 2.5, error: 0 }, [1.5, 2.5, 3.5]).exactly, [0, 0, 1, 0])
  assert.throws(() => levelChances({ score: 2, error: 1 }, [2.5, 1.5]), Invalid)
  assert.throws(() => levelChances({ score: 2, error: 1 }, []), Invalid)
  assert.throws(() => levelChances({ score: 2, error: Number.NaN }, [2.5]), Invalid)
})

test('two persons differ when they are further apart than both errors explain', () => {
  const near = scoreDifference({ score: 3, error: 0.3 }, { score: 3.8, error: 0.4 })
  assert.ok(Math.abs(near.error - 0.5) < 1e-12 && !near.distinct)
  const far = scoreDifference({ score: 3, error: 0.3 }, { score: 4, error: 0.4 })
  assert.ok(far.distinct && far.lower > 0)
  assert.ok(Math.abs(far.detectable - 0.98) < 1e-3)
})

test("a score's reliability is the share of doubt that the ratings took away", () => {
  assert.ok(Math.abs((scoreReliability({ error: 0.4 }, 0.64).value ?? 0) - 0.75) < 1e-12)
  assert.equal(scoreReliability({ error: 2 }, 1).value, 0)
  assert.match(why(scoreReliability({ error: 1 }, 0)), /cannot be told apart/)
})

test('a score is read off the predictions person by person', () => {
  const list = (x: number) => Float64Array.of(x)
  const predictions = {
    mean: 3,
    score: list(3.2),
    scoreError: list(0.4),
    scoreFreedom: list(9),
    person: list(0.2),
    rater: list(0),
    raterError: list(0),
    item: list(0),
  }
  assert.deepEqual(scoreOfPerson(predictions, 0), { score: 3.2, error: 0.4, freedom: 9 })
  assert.throws(() => scoreOfPerson(predictions, 1), Invalid)
})
