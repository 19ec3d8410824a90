import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agreementNumbers, agreesAsPrinted } from '../fixtures/expected.ts'
import {
  averageDeviation,
  awg,
  LEANING_VARIANCE,
  rwg,
  rwgFromVariance,
  rwgOfItems,
  uniformVariance,
} from './within-group.ts'

const FIVE = { low: 1, high: 5 }

test('r_wg, a_wg and AD of six small groups are those of the definitions', () => {
  const close = (actual: number | null, expected: number) =>
    assert.ok(agreesAsPrinted(actual, expected), `${actual} instead of ${expected}`)
  for (const group of agreementNumbers.rwg.cases) {
    close(rwg(group.x, uniformVariance(5)).value, group.rwg)
    close(averageDeviation(group.x).value, group.ad)
    if (group.awg === null) assert.equal(awg(group.x, FIVE).estimate.value, null)
    else close(awg(group.x, FIVE).estimate.value, group.awg)
  }
})

test('the variances that chance gives on five points are those of James, Demaree and Wolf', () => {
  const { uniform, slight_skew, moderate_skew, heavy_skew, triangular } =
    agreementNumbers.rwg.null_variances_5pt
  assert.equal(uniformVariance(5), uniform)
  assert.deepEqual(LEANING_VARIANCE, {
    slightSkew: slight_skew,
    moderateSkew: moderate_skew,
    heavySkew: heavy_skew,
    triangular,
  })
})

test('r_wg(J) is that of the definition, and beyond chance it says that there is no agreement', () => {
  for (const { J, meanvar, rwgj } of agreementNumbers.rwg.rwgj) {
    const found = rwgFromVariance(J, meanvar, 2)
    if (typeof rwgj === 'number') assert.ok(agreesAsPrinted(found.value, rwgj))
    else assert.match(found.value === null ? found.reason : '', /no agreement/)
  }
})

test('r_wg(J) of raters by items uses the mean of the items’ variances, leaving out what is missing', () => {
  const table = [
    [4, 3, 5],
    [4, 4, null],
    [5, 3, 4],
  ]
  const mean = (1 / 3 + 1 / 3 + 1 / 2) / 3
  assert.equal(rwgOfItems(table, 2).value, rwgFromVariance(3, mean, 2).value)
  const alone = rwgOfItems(
    [
      [4, 3],
      [4, null],
    ],
    2,
  )
  assert.match(alone.value === null ? alone.reason : '', /Leave it out/)
})

test('a_wg says when the mean lies too near an end of the scale to be trusted', () => {
  assert.equal(awg([4, 4, 5, 4], FIVE).nearEnd, true)
  assert.equal(awg([1, 1, 1, 5], FIVE).nearEnd, false)
  assert.equal(awg([2, 3, 4, 3, 2], FIVE).nearEnd, false)
  assert.equal(awg([1, 1, 1, 2], FIVE).nearEnd, true)
})

test('one rater has no agreement, and missing ratings are no ratings', () => {
  for (const found of [rwg([4, null], 2), awg([4, Number.NaN], FIVE).estimate, averageDeviation([4])])
    assert.match(found.value === null ? found.reason : '', /second rater/)
  assert.deepEqual(rwg([4, null, 5], 2), rwg([4, 5], 2))
})

test('a rating off the scale, a variance of 0 and a scale of one point are refused', () => {
  assert.throws(() => awg([4, 6], FIVE), /off the scale from 1 to 5/)
  assert.throws(() => rwg([4, 5], 0), /must be above 0/)
  assert.throws(() => uniformVariance(1), /at least two/)
  assert.throws(() => averageDeviation([1, Number.POSITIVE_INFINITY]), /infinite/)
})
