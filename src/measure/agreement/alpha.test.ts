import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { seededRandom } from '../distributions/random.ts'
import { agreementNumbers, agreesAsPrinted, readNumbers, sharedDigits } from '../fixtures/expected.ts'
import { krippendorffAlpha, type Metric } from './alpha.ts'
import { bootstrapInterval } from './bootstrap.ts'

const METRICS = ['nominal', 'ordinal', 'interval', 'ratio'] as const
type Rows = (number | null)[][]

const turned = (raters: Rows): Rows =>
  (raters[0] ?? []).map((_, unit) => raters.map((row) => row[unit] ?? null))
const alphaOf = (units: Rows, metric: Metric) => krippendorffAlpha(units, metric).estimate.value ?? Number.NaN

function assertAll(raters: Rows, expected: Partial<Record<Metric, number>>) {
  for (const metric of METRICS) {
    const wanted = expected[metric]
    if (wanted === undefined) continue
    const actual = alphaOf(turned(raters), metric)
    assert.ok(agreesAsPrinted(actual, wanted), `${metric}: ${actual} instead of ${wanted}`)
  }
}

test('alpha of 4 observers and 12 units is that of Hayes and Krippendorff', () => {
  const { rows_are_raters, n_pairable, ...expected } = agreementNumbers.kripp4x12
  assertAll(rows_are_raters, expected)
  assert.equal(krippendorffAlpha(turned(rows_are_raters), 'nominal').ratings, n_pairable)
  assert.equal(krippendorffAlpha(turned(rows_are_raters), 'nominal').units, 11)
})

test('alpha of 3 observers and 15 units is that of the published worked example', () => {
  const { rows_are_raters, ...expected } = agreementNumbers.kripp3x15
  assertAll(rows_are_raters, expected)
})

test('alpha of complete ratings by three raters is that of the definition, which a well-known R package misses', () => {
  const { rows_are_raters, ...expected } = agreementNumbers.krippComplete3x6
  assertAll(rows_are_raters, expected)
})

test('alpha of 1,000 units with 30 % missing, and of 5,000 units, is that of the definition', () => {
  const { kripp1000x5Missing, kripp5000x5 } = agreementNumbers
  const missing = readNumbers(kripp1000x5Missing.file)
  assertAll(turned(missing), { nominal: kripp1000x5Missing.nominal, ordinal: kripp1000x5Missing.ordinal })
  assertAll(turned(readNumbers(kripp5000x5.file)), { ordinal: kripp5000x5.ordinal })
})

test('alpha from sums equals alpha from all pairs, for few and for many different values', () => {
  const cells = fc.oneof(
    fc.constant(null),
    fc.integer({ min: 0, max: 4 }),
    fc.integer({ min: 0, max: 9000 }).map((x) => x / 64),
  )
  const units = fc.array(fc.array(cells, { minLength: 4, maxLength: 4 }), { minLength: 2, maxLength: 9 })
  fc.assert(
    fc.property(units, fc.constantFrom(...METRICS), (rows, metric) => {
      const { value } = krippendorffAlpha(rows, metric).estimate
      const slow = byPairs(rows, metric)
      if (value === null) assert.ok(slow === null)
      else
        assert.ok(
          slow !== null && Math.abs(value - slow) < 1e-11 * Math.max(1, Math.abs(slow)),
          `${value} ${slow}`,
        )
    }),
    { numRuns: 500, seed: 3 },
  )
})

test('alpha does not depend on the order of raters or units, nor interval alpha on where the scale begins', () => {
  const { rows_are_raters } = agreementNumbers.kripp4x12
  const units = turned(rows_are_raters)
  const mixed = units.toReversed().map((row) => row.toReversed())
  for (const metric of METRICS) assert.equal(alphaOf(mixed, metric), alphaOf(units, metric))
  const moved = units.map((row) => row.map((x) => (x === null ? null : x + 1_000_000)))
  assert.ok(sharedDigits(alphaOf(moved, 'interval'), alphaOf(units, 'interval')) > 15)
})

test('alpha has a reason instead of a number when nothing varies or nothing can be paired', () => {
  const why = (units: Rows) => {
    const { estimate } = krippendorffAlpha(units, 'ordinal')
    return estimate.value === null ? estimate.reason : ''
  }
  assert.match(
    why([
      [3, 3],
      [3, null],
    ]),
    /no variation/,
  )
  assert.match(
    why([
      [3, null],
      [null, 2],
    ]),
    /nothing to compare/,
  )
  assert.match(why([[3]]), /second rater/)
})

test('the ratio metric refuses what is no amount, and too many different amounts', () => {
  assert.throws(
    () =>
      krippendorffAlpha(
        [
          [-1, 2],
          [3, 3],
        ],
        'ratio',
      ),
    /Use the interval metric/,
  )
  const many = Array.from({ length: 3000 }, (_, i) => [i, i + 0.5])
  assert.throws(() => krippendorffAlpha(many, 'ratio'), /Round them/)
  assert.equal(
    krippendorffAlpha(
      [
        [0, 0],
        [1, 1],
      ],
      'ratio',
    ).estimate.value,
    1,
  )
})

test('the bootstrap interval holds alpha, is repeatable, and shrinks as units are added', () => {
  const data = readNumbers('icc5000x5.csv')
  const drawn = (units: Rows) =>
    bootstrapInterval(units, (m) => krippendorffAlpha(m, 'ordinal').estimate, {
      random: seededRandom(1),
      draws: 400,
    })
  const few = drawn(data.slice(0, 60))
  const more = drawn(data.slice(0, 600))
  assert.deepEqual(drawn(data.slice(0, 60)), few)
  const width = ({ interval }: typeof few) => (interval.value?.upper ?? 0) - (interval.value?.lower ?? 0)
  assert.ok(Math.abs(width(few) / width(more) - Math.sqrt(10)) < 0.6, `${width(few)} ${width(more)}`)
  const alpha = alphaOf(data.slice(0, 600), 'ordinal')
  assert.ok((more.interval.value?.lower ?? 1) < alpha && alpha < (more.interval.value?.upper ?? 0))
})

test('the bootstrap interval of alpha holds the truth about as often as it says', () => {
  const data = readNumbers('icc5000x5.csv')
  const truth = alphaOf(data, 'interval')
  const random = seededRandom(8)
  const held = Array.from({ length: 250 }, () => {
    const sample = Array.from({ length: 50 }, () => data[Math.floor(random() * data.length)] ?? [])
    const statistic = (m: Parameters<typeof krippendorffAlpha>[0]) =>
      krippendorffAlpha(m, 'interval').estimate
    const { value } = bootstrapInterval(sample, statistic, { random, draws: 200 }).interval
    return value !== null && value.lower <= truth && truth <= value.upper
  }).filter(Boolean).length
  assert.ok(held / 250 > 0.89 && held / 250 < 0.98, `${held / 250}`)
})

test('the bootstrap says when too many draws have nothing to compute', () => {
  const nearlyConstant: Rows = [
    [3, 3],
    [3, 3],
    [3, 4],
  ]
  const { interval } = bootstrapInterval(nearlyConstant, (m) => krippendorffAlpha(m, 'ordinal').estimate, {
    random: seededRandom(1),
  })
  assert.match(interval.value === null ? interval.reason : '', /too few targets/)
  assert.throws(
    () => bootstrapInterval(nearlyConstant, () => ({ value: 1 }), { random: seededRandom(1), draws: 3 }),
    /whole number of times/,
  )
})

/** Straight from the definition, pair by pair. */
function byPairs(rows: Rows, metric: Metric): number | null {
  const units = rows.map((row) => row.filter((x) => x !== null)).filter((row) => row.length > 1)
  const all = units.flat()
  const apart = (a: number, b: number) => {
    if (metric === 'nominal') return a === b ? 0 : 1
    if (metric === 'interval') return (a - b) ** 2
    if (metric === 'ratio') return a === b ? 0 : ((a - b) / (a + b)) ** 2
    const [low, high] = [Math.min(a, b), Math.max(a, b)]
    const between = all.filter((x) => x >= low && x <= high).length
    const ends = all.filter((x) => x === low).length + all.filter((x) => x === high).length
    return low === high ? 0 : (between - ends / 2) ** 2
  }
  const pairs = (list: number[]) =>
    list.reduce((sum, a) => sum + list.reduce((s, b) => s + apart(a, b), 0), 0)
  const expected = pairs(all)
  if (expected === 0) return null
  const observed = units.reduce((sum, unit) => sum + pairs(unit) / (unit.length - 1), 0)
  return 1 - ((all.length - 1) * observed) / expected
}
