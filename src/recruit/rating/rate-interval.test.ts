import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rateInterval } from './rate-interval.ts'

test('the interval of a share is that of Wilson, and holds for nobody and everybody', () => {
  // 10 of 100: 0.0552 to 0.1744, as R's prop.test(10, 100, correct = FALSE) gives it.
  const { lower, upper } = rateInterval({ selected: 10, applicants: 100 })
  assert.deepEqual([lower.toFixed(4), upper.toFixed(4)], ['0.0552', '0.1744'])
  assert.equal(rateInterval({ selected: 0, applicants: 5 }).lower, 0)
  assert.equal(rateInterval({ selected: 5, applicants: 5 }).upper, 1)
})
