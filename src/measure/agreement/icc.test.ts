import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Invalid } from '#errors.ts'
import { normalFrom, seededRandom } from '../distributions/random.ts'
import { agreementNumbers, agreesAsPrinted, readNumbers } from '../fixtures/expected.ts'
import { ICC_FORMS, type IccForm, icc } from './icc.ts'

const { iccShroutFleiss1979, iccMissing, icc5000x5 } = agreementNumbers
const printed = (actual: number | null | undefined, expected: number) =>
  assert.ok(agreesAsPrinted(actual, expected), `${actual} instead of ${expected}`)
const short = (form: IccForm) => form.replace(/\((\d),(.)\)/, (_, n, k) => n + (k === 'k' ? 'k' : ''))

test('the six coefficients of Shrout and Fleiss 1979 are those of the paper and of psych', () => {
  const { data, MS, CI95, F } = iccShroutFleiss1979
  const table = icc(data)
  const squares = table.meanSquares.value
  printed(squares?.between, MS.BMS)
  printed(squares?.within, MS.WMS)
  printed(squares?.raters, MS.JMS)
  printed(squares?.error, MS.EMS)
  const numbers = iccShroutFleiss1979 as unknown as Record<string, number>
  for (const form of ICC_FORMS) {
    const { estimate, interval, test } = table.forms[form]
    printed(estimate.value, numbers[short(form)] ?? 0)
    const [lower = 0, upper = 0] = (CI95 as Record<string, number[]>)[short(form)] ?? []
    printed(interval.value?.lower, lower)
    printed(interval.value?.upper, upper)
    const [f = 0, df1, df2, p = 0] = form.includes('(1') ? F.ICC1 : F.ICC2_3
    printed(test.value?.f, f)
    assert.deepEqual([test.value?.df1, test.value?.df2], [df1, df2])
    printed(test.value?.p, p)
  }
})

test('the six coefficients of 5,000 targets by 5 raters are those of the definition', () => {
  const table = icc(readNumbers(icc5000x5.file))
  const numbers = icc5000x5 as unknown as Record<string, number>
  for (const form of ICC_FORMS) printed(table.forms[form].estimate.value, numbers[short(form)] ?? 0)
})

test('missing cells: coefficients come from variance components, as lme4 has them', () => {
  const rows: (number | null)[][] = iccShroutFleiss1979.data.map((row) => [...row])
  for (const [i = 0, j = 0] of iccMissing.drop_cells_1based) (rows[i - 1] ?? [])[j - 1] = null
  const table = icc(rows)
  const numbers = iccMissing as unknown as Record<string, number>
  for (const form of ICC_FORMS) {
    const { estimate, test } = table.forms[form]
    assert.ok(Math.abs((estimate.value ?? 0) - (numbers[short(form)] ?? 0)) < 1e-5, form)
    assert.match(reasonOf(test), /no F test/)
  }
})

test('intervals from a table with gaps hold the truth about as often as they say', () => {
  const random = seededRandom(3)
  const normal = normalFrom(random)
  const held = { 'ICC(2,1)': 0, 'ICC(3,k)': 0 }
  const rounds = 150
  for (let round = 0; round < rounds; round++) {
    const severities = Array.from({ length: 6 }, () => normal() * 0.5)
    const rows = Array.from({ length: 30 }, () => {
      const level = normal()
      return severities.map((severity) => (random() < 0.2 ? null : level + severity + normal()))
    })
    const { forms } = icc(rows)
    for (const [form, truth] of [
      ['ICC(2,1)', 1 / 2.25],
      ['ICC(3,k)', 6 / 7],
    ] as const) {
      const { value } = forms[form].interval
      if (value !== null && value.lower <= truth && truth <= value.upper) held[form]++
    }
  }
  for (const count of Object.values(held)) assert.ok(count / rounds > 0.9 && count / rounds <= 1, `${count}`)
})

test('gaps that leave targets and raters entangled have a reason', () => {
  const apart = [
    [3, null, null],
    [null, 4, null],
    [null, null, 5],
    [null, null, 2],
  ]
  assert.match(reasonOf(icc(apart).forms['ICC(2,1)'].estimate), /told apart/)
})

test('a rater or target without any rating is left out, and nothing else', () => {
  const { data } = iccShroutFleiss1979
  const empty = [...data.map((row) => [...row, null]), [null, null, null, null, Number.NaN]]
  assert.deepEqual(icc(empty), icc(data))
})

test('one target, one rater and ratings that are all the same have a reason instead of a number', () => {
  const why = (rows: (number | null)[][]) => reasonOf(icc(rows).forms['ICC(2,1)'].estimate)
  assert.match(why([[1, 2, 3]]), /At least two targets/)
  assert.match(why([[1], [2]]), /second rater/)
  assert.match(
    why([
      [3, 3],
      [3, 3],
    ]),
    /All ratings are the same/,
  )
  assert.match(why([[null, null]]), /At least two targets/)
})

test('targets whose means are equal have coefficients below 0 or a reason, never NaN', () => {
  const { forms } = icc([
    [1, 2, 3],
    [2, 3, 1],
    [3, 1, 2],
  ])
  assert.equal(forms['ICC(1,1)'].estimate.value, -0.5)
  assert.match(reasonOf(forms['ICC(1,k)'].estimate), /nothing to divide/)
  assert.match(reasonOf(forms['ICC(3,1)'].interval), /do not differ/)
})

test('raters who agree perfectly reach 1', () => {
  const { forms } = icc([
    [1, 1],
    [4, 4],
    [5, 5],
  ])
  for (const form of ICC_FORMS) {
    assert.equal(forms[form].estimate.value, 1)
    assert.match(reasonOf(forms[form].interval), /agree perfectly/)
  }
})

test('no table gives NaN or infinity, and ICC(3) does not see severity', () => {
  const cell: fc.Arbitrary<number | null> = fc.option(fc.integer({ min: 1, max: 5 }), { freq: 9 })
  const tables = fc
    .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 4 }))
    .chain(([n, k]) =>
      fc.array(fc.array(cell, { minLength: k, maxLength: k }), { minLength: n, maxLength: n }),
    )
  fc.assert(
    fc.property(tables, (rows) => {
      const { forms } = icc(rows)
      const severe = icc(rows.map((row) => row.map((x, j) => (x === null ? null : x + 10 * j)))).forms
      for (const form of ICC_FORMS) {
        const { estimate, interval, test } = forms[form]
        for (const x of [estimate.value, interval.value?.lower, interval.value?.upper, test.value?.p])
          assert.ok(x === null || x === undefined || Number.isFinite(x), `${form} ${x}`)
      }
      if (rows.flat().includes(null)) return
      const [one, other] = [forms['ICC(3,1)'].estimate.value, severe['ICC(3,1)'].estimate.value]
      if (one !== null && other !== null) assert.ok(Math.abs(one - other) < 1e-5)
    }),
    { numRuns: 300, seed: 11 },
  )
})

test('a crooked table is refused with what to do', () => {
  assert.throws(() => icc([]), /There are no ratings/)
  assert.throws(() => icc([[1, 2], [1]]), /Row 2 has 1 ratings and the first row has 2/)
  assert.throws(() => icc([[1, Number.POSITIVE_INFINITY]]), /row 1 is infinite/)
  assert.throws(() => icc({ rows: 2, columns: 2, values: new Float64Array(3) }), /Make the three agree/)
  assert.throws(() => icc({ rows: 10_000, columns: 10_000, values: new Float64Array(0) }), /20,000,000/)
  assert.throws(
    () =>
      icc(
        [
          [1, 2],
          [3, 4],
        ],
        { confidence: 95 },
      ),
    Invalid,
  )
})

const reasonOf = (estimate: { value: unknown } | { value: null; reason: string }) =>
  'reason' in estimate ? estimate.reason : `a value: ${JSON.stringify(estimate.value)}`
