import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agreementNumbers, agreesAsPrinted } from '../fixtures/expected.ts'
import { categoryCounts } from './category-counts.ts'
import { fleissKappa, gwetAgreement } from './chance-corrected.ts'
import { cohenKappa, crossTable } from './kappa.ts'
import { agreementFromDisagreement } from './weights.ts'

const printed = (actual: number | null | undefined, expected: number) =>
  assert.ok(agreesAsPrinted(actual, expected), `${actual} instead of ${expected}`)

function assertKappa(
  table: number[][],
  group: { unweighted: number[]; linear: number[]; quadratic: number[] },
) {
  for (const weights of ['none', 'linear', 'quadratic'] as const) {
    const [kappa = 0, error = 0] = group[weights === 'none' ? 'unweighted' : weights]
    const found = cohenKappa(table, { weights })
    printed(found.estimate.value, kappa)
    printed(found.standardError.value, error)
  }
}

test('weighted kappa and its standard error are those of Cohen 1968', () => {
  const { p, N, disagreement, kappa, kappa_w, ASE_w } = agreementNumbers.kappaCohen1968
  const weights = agreementFromDisagreement(disagreement)
  printed(cohenKappa(p, { cases: N }).estimate.value, kappa)
  const weighted = cohenKappa(p, { weights, cases: N })
  printed(weighted.estimate.value, kappa_w)
  printed(weighted.standardError.value, ASE_w)
  assert.ok(Math.abs((weighted.interval.value?.lower ?? 0) - (kappa_w - 1.959963984540054 * ASE_w)) < 1e-9)
})

test('weighted kappa with own weights is that of Fleiss and Cohen 1973', () => {
  const { p_colmajor, agreement_weights, kappa, kappa_w } = agreementNumbers.kappaFleissCohen1973
  const table = [0, 1, 2].map((i) => [0, 1, 2].map((j) => p_colmajor[3 * j + i] ?? 0))
  printed(cohenKappa(table, { cases: 200 }).estimate.value, kappa)
  printed(cohenKappa(table, { weights: agreement_weights, cases: 200 }).estimate.value, kappa_w)
})

test('kappa with all three weights and standard errors is that of vcd for couples rating alike', () => {
  assertKappa(agreementNumbers.kappaSexualfun.table_rows_husband, agreementNumbers.kappaSexualfun)
})

test('kappa with all three weights and standard errors is that of vcd for two neurologists', () => {
  const { table, ...group } = agreementNumbers.kappaMspatientsWinnipeg
  assertKappa(table, group)
})

test("Fleiss' kappa of 10 targets by 14 raters is that of the published example", () => {
  const { counts, P, Pe, kappa } = agreementNumbers.fleissKappa10x14
  const found = fleissKappa(counts)
  printed(found.observed.value, P)
  printed(found.expected, Pe)
  printed(found.estimate.value, kappa)
})

test("Gwet's AC1 and AC2 of the 4 × 12 ratings with missing cells are those of the definition", () => {
  const { AC1, pa, pe, AC2_linear, AC2_quadratic } = agreementNumbers.gwet4x12
  const raters = agreementNumbers.kripp4x12.rows_are_raters
  const units = (raters[0] ?? []).map((_, u) => raters.map((row) => row[u] ?? null))
  const counts = categoryCounts(units, [1, 2, 3, 4, 5])
  const found = gwetAgreement(counts)
  printed(found.observed.value, pa)
  printed(found.expected, pe)
  printed(found.estimate.value, AC1)
  printed(gwetAgreement(counts, 'linear').estimate.value, AC2_linear)
  printed(gwetAgreement(counts, 'quadratic').estimate.value, AC2_quadratic)
})

test('where nearly all fall into one category, kappa drops to 0 and AC1 stays high', () => {
  const table = [
    [96, 2],
    [2, 0],
  ]
  const pairs = [...Array(96).fill([0, 0]), ...Array(2).fill([0, 1]), ...Array(2).fill([1, 0])]
  assert.ok((cohenKappa(table).estimate.value ?? 1) < 0)
  assert.ok((gwetAgreement(categoryCounts(pairs, [0, 1])).estimate.value ?? 0) > 0.95)
})

test('one category for everything has a reason instead of a number', () => {
  const why = (estimate: { value: number | null; reason?: string }) => estimate.reason ?? `${estimate.value}`
  const table = [
    [5, 0],
    [0, 0],
  ]
  assert.match(why(cohenKappa(table).estimate), /single category/)
  assert.match(why(cohenKappa(table).standardError), /single category/)
  assert.match(
    why(
      fleissKappa([
        [3, 0],
        [3, 0],
      ]).estimate,
    ),
    /one category/,
  )
  assert.equal(
    gwetAgreement([
      [3, 0],
      [3, 0],
    ]).estimate.value,
    1,
  )
  assert.match(why(gwetAgreement([[3], [3]]).estimate), /one category/)
  assert.match(
    why(
      gwetAgreement([
        [1, 0],
        [0, 1],
      ]).estimate,
    ),
    /rated twice/,
  )
})

test('a category of the scale that nobody used counts for AC2 and for quadratic weights', () => {
  const pairs = [
    [1, 2],
    [2, 2],
    [3, 3],
    [1, 1],
    [3, 2],
  ]
  const narrow = gwetAgreement(categoryCounts(pairs, [1, 2, 3]), 'quadratic').estimate.value
  const wide = gwetAgreement(categoryCounts(pairs, [1, 2, 3, 4, 5]), 'quadratic').estimate.value
  assert.ok((wide ?? 0) > (narrow ?? 1))
})

test('two lists of ratings become a table; cases that one rater left out are not counted', () => {
  const first = [1, 2, 3, null, 2]
  const second = [1, 3, 3, 2, Number.NaN]
  assert.deepEqual(crossTable(first, second, [1, 2, 3]), [
    [1, 0, 0],
    [0, 0, 1],
    [0, 0, 1],
  ])
  assert.equal(cohenKappa(crossTable(first, second, [1, 2, 3])).cases, 3)
})

test('tables, weights and categories that do not fit are refused with what to do', () => {
  assert.throws(() => cohenKappa([[1, 2]]), /one row and one column for every category/)
  assert.throws(
    () =>
      cohenKappa([
        [0, 0],
        [0, 0],
      ]),
    /Give at least one/,
  )
  assert.throws(
    () =>
      cohenKappa([
        [1, null],
        [0, 1],
      ]),
    /Write 0/,
  )
  assert.throws(
    () =>
      cohenKappa(
        [
          [1, 0],
          [0, 1],
        ],
        { weights: [[1]] },
      ),
    /2 categories/,
  )
  assert.throws(
    () =>
      cohenKappa(
        [
          [1, 0],
          [0, 1],
        ],
        {
          weights: [
            [1, 2],
            [0, 1],
          ],
        },
      ),
    /between 0 and 1/,
  )
  assert.throws(() => crossTable([1], [1, 2], [1, 2]), /same cases in the same order/)
  assert.throws(() => crossTable([1, 9], [1, 2], [1, 2]), /Case 2/)
  assert.throws(() => categoryCounts([[1, 9]], [1, 2]), /none of the categories 1, 2/)
  assert.throws(() => categoryCounts([[1, 1]], [1, 1]), /each once/)
  assert.throws(
    () =>
      fleissKappa([
        [2, 0],
        [1, 0],
      ]),
    /same number of ratings/,
  )
  assert.throws(
    () =>
      agreementFromDisagreement([
        [0, 0],
        [0, 0],
      ]),
    /disagreement above 0/,
  )
})
