import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Invalid } from '#errors.ts'
import { distributionNumbers, sharedDigits } from '../fixtures/expected.ts'
import {
  betaQuantile,
  chiSquaredQuantile,
  chiSquaredUpper,
  fQuantile,
  fUpper,
  studentQuantile,
  studentUpper,
} from './continuous.ts'
import { binomialTails, hypergeometricProbability } from './discrete.ts'
import { logGamma } from './gamma.ts'
import { gammaTails } from './incomplete-gamma.ts'
import { normalDensity, normalLower, normalQuantile, normalUpper } from './normal.ts'

const { specialFunctions, fiftyDigits } = distributionNumbers
const close = (actual: number, expected: number, digits: number) =>
  assert.ok(
    sharedDigits(actual, expected) >= digits,
    `${actual} and ${expected} share ${sharedDigits(actual, expected).toFixed(1)} digits, ${digits} wanted`,
  )

test('special functions: tails and quantiles are those of R', () => {
  close(fUpper(11.027248, 5, 15), specialFunctions['pf_upper(11.0272480,5,15)'], 13)
  close(fQuantile(0.975, 5, 15), specialFunctions['qf(.975,5,15)'], 14)
  close(chiSquaredUpper(30.8, 19), specialFunctions['pchisq_upper(30.8,19)'], 14)
  close(
    hypergeometricProbability(12, { group: 40, all: 120, drawn: 60 }),
    specialFunctions['dhyper(12;40,80,60)'],
    13,
  )
  close(fUpper(60, 5, 1000), specialFunctions['pf_upper(60,5,1000)'], 13)
})

test('tails are right to 13 digits however small, against fifty-digit arithmetic', () => {
  for (const [x = 0, expected = 0] of fiftyDigits.logGamma) close(logGamma(x), expected, 13)
  for (const [x = 0, expected = 0] of fiftyDigits.normalUpper) close(normalUpper(x), expected, 14)
  for (const [f = 0, df1 = 0, df2 = 0, expected = 0] of fiftyDigits.fUpper)
    close(fUpper(f, df1, df2), expected, 13)
  for (const [t = 0, df = 0, expected = 0] of fiftyDigits.studentUpper)
    close(studentUpper(t, df), expected, 13)
  for (const [shape = 0, x = 0, lower = 0, upper = 0] of fiftyDigits.gammaTails) {
    close(gammaTails(shape, x).lower, lower, 13)
    close(gammaTails(shape, x).upper, upper, 13)
  }
})

test('a quantile leads back to its probability, in the middle and far out', () => {
  const df = fc.double({ min: 0.4, max: 3000, noNaN: true })
  const probability = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true })
  fc.assert(
    fc.property(probability, df, df, (p, df1, df2) => {
      close(1 - fUpper(fQuantile(p, df1, df2), df1, df2), p, 9)
      close(1 - chiSquaredUpper(chiSquaredQuantile(p, df1), df1), p, 9)
      close(1 - studentUpper(studentQuantile(p, df1), df1), p, 9)
      close(normalLower(normalQuantile(p)), p, 13)
    }),
    { numRuns: 300, seed: 5 },
  )
  for (const p of [1e-300, 1e-100, 1e-20, 1e-9]) close(normalLower(normalQuantile(p)), p, 12)
  close(normalQuantile(0.975), 1.959963984540054, 15)
  close(fQuantile(0.975, 4999, 19996), 1.0445041564043436, 14)
  close(fQuantile(1e-10, 5, 15), 5.898261806356396e-5, 14)
  close(betaQuantile(0.025, 3.5, 7.5), 0.09269459393815316, 13)
})

test('the ends of a distribution are infinite or zero, never NaN', () => {
  assert.equal(normalQuantile(0), Number.NEGATIVE_INFINITY)
  assert.equal(normalQuantile(1), Number.POSITIVE_INFINITY)
  assert.equal(studentQuantile(0, 3), Number.NEGATIVE_INFINITY)
  assert.equal(fQuantile(0, 2, 3), 0)
  assert.equal(chiSquaredQuantile(1, 3), Number.POSITIVE_INFINITY)
  assert.equal(betaQuantile(1, 2, 2), 1)
  assert.equal(fUpper(Number.POSITIVE_INFINITY, 2, 3), 0)
  assert.equal(fUpper(0, 2, 3), 1)
  assert.equal(normalUpper(Number.POSITIVE_INFINITY), 0)
  assert.equal(normalDensity(40), 0)
})

test('exact counts: tails of the binomial and the hypergeometric add up', () => {
  close(binomialTails(7, 10, 0.5).atLeast, 176 / 1024, 15)
  close(binomialTails(7, 10, 0.5).atMost, 968 / 1024, 15)
  assert.deepEqual(binomialTails(0, 4, 0.3).atLeast, 1)
  const people = { group: 7, all: 20, drawn: 9 }
  const all = Array.from({ length: 10 }, (_, x) => hypergeometricProbability(x, people))
  close(
    all.reduce((a, b) => a + b, 0),
    1,
    14,
  )
  close(hypergeometricProbability(0, people), 715 / 167960, 14)
  assert.equal(hypergeometricProbability(8, people), 0)
})

test('what is no probability, no count or no degrees of freedom is refused with a sentence', () => {
  assert.throws(() => normalQuantile(1.2), Invalid)
  assert.throws(() => fQuantile(0.5, 0, 3), /degrees of freedom must be a number above 0/)
  assert.throws(() => studentUpper(1, Number.NaN), Invalid)
  assert.throws(() => binomialTails(5, 4, 0.5), /not above the total/)
  assert.throws(() => hypergeometricProbability(1, { group: 9, all: 8, drawn: 1 }), Invalid)
})
