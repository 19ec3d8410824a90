import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Invalid } from '#errors.ts'
import { severityNumbers } from '../fixtures/expected.ts'
import { categoryUse } from './categories.ts'
import { STANDING } from './extremes.ts'
import { fairAverages } from './fair.ts'
import { type FacetFit, fitFacets, measureOf } from './fit.ts'
import { fitStatistics } from './fit-statistics.ts'
import type { FacetRatings } from './ratings.ts'
import { separation } from './separation.ts'
import { creativityRatings, ratingsOf } from './testing/fixtures.ts'

function assertClose(actual: ArrayLike<number>, expected: ArrayLike<number>, within: number, what: string) {
  for (let i = 0; i < expected.length; i++) {
    const off = Math.abs((actual[i] ?? Number.NaN) - (expected[i] ?? Number.NaN))
    assert.ok(off <= within, `${what} ${i}: ${actual[i]} instead of ${expected[i]}`)
  }
}

const stepsOf = ({ steps }: FacetFit) => steps.map((step) => step.value ?? Number.NaN)

/** A few ratings, one string each of persons' rows: categories, "." where there is none; one rater a column. */
function small(rows: string[], categories = 3): FacetRatings {
  const cells = rows.flatMap((row, person) =>
    [...row].flatMap((mark, rater) => (mark === '.' ? [] : [{ person, rater, score: Number(mark) }])),
  )
  return {
    persons: rows.length,
    raters: rows[0]?.length ?? 0,
    items: 1,
    categories,
    person: Int32Array.from(cells, (cell) => cell.person),
    rater: Int32Array.from(cells, (cell) => cell.rater),
    item: new Int32Array(cells.length),
    score: Uint8Array.from(cells, (cell) => cell.score),
  }
}

test('joint estimation of 60 × 6 × 4 ratings is the optimum found in R 4.2.2 (mfrm_60, JML) to 1e-8', () => {
  const expected = severityNumbers.mfrm60.JML
  const fit = fitFacets(ratingsOf('mfrm60.csv'), { method: 'joint' })
  assert.ok(fit.converged)
  assert.ok(Math.abs(fit.logLikelihood + expected.minus_lnL) < 1e-7)
  assertClose(fit.facets.rater.measure, expected.c, 1e-8, 'rater')
  assertClose(fit.facets.item.measure, expected.d, 1e-8, 'item')
  assertClose(stepsOf(fit), expected.steps, 1e-8, 'step')
  assertClose(fit.facets.person.measure, expected.b_1_5, 1e-8, 'person')
})

test('marginal estimation of 60 × 6 × 4 ratings is the optimum found in R 4.2.2 (mfrm_60, MML) to 1e-6', () => {
  const expected = severityNumbers.mfrm60.MML_raters_fixed
  const fit = fitFacets(ratingsOf('mfrm60.csv'))
  assert.equal(fit.method, 'marginal')
  assert.ok(Math.abs(fit.logLikelihood - expected.lnL) < 1e-8)
  assertClose(fit.facets.rater.measure, expected.c, 1e-6, 'rater')
  assertClose(fit.facets.rater.error, expected.SE_c_1_5, 1e-6, 'error of rater')
  assertClose(fit.facets.item.measure, expected.d, 1e-6, 'item')
  assertClose(stepsOf(fit), expected.steps, 1e-6, 'step')
  assertClose(fit.facets.person.measure, expected.EAP_1_5, 1e-6, 'person')
  assertClose(fit.facets.person.error, expected.PSD_1_5, 1e-6, 'spread of person')
  const { mean, sd } = fit.distribution ?? { mean: Number.NaN, sd: Number.NaN }
  assertClose([mean, sd ** 2], [expected.mu, expected.var], 1e-6, 'distribution')
})

test('the creativity ratings of Linacre, as recalled, give the measures, errors, fit and fair averages of R 4.2.2', () => {
  const expected = severityNumbers.mfrmCreativity.JML
  const ratings = creativityRatings()
  const fit = fitFacets(ratings, { method: 'joint' })
  const { person, rater, item } = fit.facets
  const mean = person.measure.reduce((sum, b) => sum + b, 0) / 7
  assert.ok(Math.abs(-2 * fit.logLikelihood - expected.minus2lnL) < 1e-6)
  assertClose(
    person.measure.map((b) => b - mean),
    expected.b,
    1e-8,
    'ratee',
  )
  assertClose(
    rater.measure.map((c) => c - mean),
    expected.c,
    1e-8,
    'judge',
  )
  assertClose(item.measure, expected.d, 1e-8, 'trait')
  assertClose(stepsOf(fit), expected.steps, 1e-8, 'step')
  assertClose(person.error, expected.se_model.b, 1e-8, 'error of ratee')
  assertClose(rater.error, expected.se_model.c, 1e-7, 'error of judge')
  const statistics = fitStatistics(ratings, fit)
  assertClose(statistics.person.infit, expected.infit_b, 1e-8, 'infit of ratee')
  assertClose(statistics.person.outfit, expected.outfit_b, 1e-8, 'outfit of ratee')
  assertClose(statistics.rater.infit, expected.infit_c, 1e-8, 'infit of judge')
  const fair = fairAverages(fit)
  assertClose(
    fair.person.map((x) => x + 1),
    expected.fair_b,
    1e-8,
    'fair average of ratee',
  )
  assertClose(
    fair.rater.map((x) => x + 1),
    expected.fair_c,
    1e-8,
    'fair average of judge',
  )
  assertClose(
    fair.item.map((x) => x + 1),
    expected.fair_d,
    1e-8,
    'fair average of trait',
  )
})

test('disordered steps of the creativity ratings are told, category by category, and not mended', () => {
  const ratings = creativityRatings()
  const use = categoryUse(ratings, fitFacets(ratings, { method: 'joint' }))
  assert.deepEqual(
    use.map((category) => category.count),
    severityNumbers.mfrmCreativity.totals.categories_1_9,
  )
  assert.deepEqual(
    use.map((category) => category.ordered),
    [true, true, false, true, false, true, false, true, false],
  )
  assert.equal(use[0]?.step.value, null)
})

test('raters who share no person are refused, with the raters of each group named (mfrm_60_disconnected)', () => {
  const refused = (error: unknown) =>
    error instanceof Invalid && /raters 1, 2, 4 and 5; group 2: raters 3 and 6;/.test(error.message)
  assert.throws(() => fitFacets(ratingsOf('mfrm60_disconnected.csv')), refused)
  assert.throws(() => fitFacets(ratingsOf('mfrm60_disconnected.csv'), { method: 'joint' }), refused)
  assert.throws(
    () => fitFacets(ratingsOf('mfrm60_disconnected.csv'), { method: 'joint', disconnected: 'assume-alike' }),
    refused,
  )
})

test('asked to take separate groups as alike, the fit is the one of R 4.2.2 and says which groups there are', () => {
  const expected = severityNumbers.mfrm60Disconnected.MML_raters_fixed
  const fit = fitFacets(ratingsOf('mfrm60_disconnected.csv'), { disconnected: 'assume-alike' })
  assertClose(fit.facets.rater.measure, expected.c, 1e-6, 'rater')
  assertClose(fit.facets.rater.error, expected.SE_c_1_5, 1e-6, 'error of rater')
  assert.ok(Math.abs(fit.logLikelihood - expected.lnL) < 1e-8)
  assert.deepEqual(
    fit.subsets.map((subset) => subset.raters.map((r) => r + 1)),
    [
      [1, 2, 4, 5],
      [3, 6],
    ],
  )
})

test('a person with nothing but the highest category gets a finite measure, marked as extreme', () => {
  const rows = ['0121', '1102', '2222', '1021', '0110', '2112', '1220']
  for (const method of ['joint', 'marginal'] as const) {
    const { facets } = fitFacets(small(rows), { method })
    const top = facets.person.measure[2] ?? Number.NaN
    assert.equal(facets.person.standing[2], STANDING.highest)
    assert.ok(Number.isFinite(top))
    assert.ok(facets.person.measure.every((b, p) => p === 2 || b < top))
    assert.ok((facets.person.error[2] ?? 0) > (facets.person.error[0] ?? 0))
  }
})

test('a rater who only ever gives the lowest category is set aside, measured afterwards and marked; random raters are not', () => {
  const rows = ['1210', '1120', '2120', '1020', '0110', '2210', '1210']
  const fixed = fitFacets(small(rows))
  assert.equal(fixed.facets.rater.standing[3], STANDING.lowest)
  assert.ok((fixed.facets.rater.measure[3] ?? 0) > 2)
  const free = fitFacets(small(rows, 3), { raters: 'random' })
  const drawn = free.facets.rater.measure[3] ?? Number.NaN
  assert.ok(drawn > 0 && drawn < (fixed.facets.rater.measure[3] ?? 0))
  assert.ok((free.raterSd ?? 0) > 0)
})

test('a category that nobody used has no steps, and says so; the others keep theirs', () => {
  const rows = ['0122', '1124', '2242', '1021', '0410', '2112', '1240']
  const { steps, lowest, highest } = fitFacets(small(rows, 6))
  assert.deepEqual([lowest, highest], [0, 4])
  assert.deepEqual(
    steps.map((step) => step.value === null),
    [false, false, true, true, true],
  )
  const third = steps[2]
  assert.match(third && 'reason' in third ? third.reason : '', /Nobody used category 3/)
})

test('persons and raters without ratings have no measure but a reason', () => {
  const rows = ['01.2', '11.2', '....', '10.1', '01.0', '21.2', '12.0']
  const { facets } = fitFacets(small(rows))
  assert.deepEqual(measureOf(facets.person, 2), { value: null, reason: 'There are no ratings.' })
  assert.deepEqual(measureOf(facets.rater, 2), { value: null, reason: 'There are no ratings.' })
  assert.notEqual(measureOf(facets.person, 0).value, null)
})

test('items that are rated by different raters each cannot be told from their severity, and are named', () => {
  const pairs = [0, 1, 2, 3, 4, 5].flatMap((person) => [0, 1].map((rater) => ({ person, rater })))
  const ratings = {
    persons: 6,
    raters: 2,
    items: 2,
    categories: 3,
    person: Int32Array.from(pairs, (pair) => pair.person),
    rater: Int32Array.from(pairs, (pair) => pair.rater),
    item: Int32Array.from(pairs, (pair) => pair.rater),
    score: Uint8Array.from([0, 1, 1, 2, 1, 0, 2, 1, 0, 2, 1, 1]),
  }
  assert.throws(() => fitFacets(ratings), /item 1; item 2;/)
  const swapped = { ...ratings, item: ratings.item.map((item, j) => (j < 2 ? 1 - item : item)) }
  assert.ok(fitFacets(swapped).converged)
})

test('input that cannot be used is refused with what to do', () => {
  const good = small(['012', '120', '201'])
  const refused = (change: Partial<FacetRatings>, says: RegExp) =>
    assert.throws(
      () => fitFacets({ ...good, ...change }),
      (error) => error instanceof Invalid && says.test(error.message),
    )
  refused(
    {
      person: new Int32Array(0),
      rater: new Int32Array(0),
      item: new Int32Array(0),
      score: new Uint8Array(0),
    },
    /no ratings/,
  )
  refused({ raters: 2 }, /names rater 2, but raters are numbered from 0 to 1/)
  refused({ score: Uint8Array.from(good.score, () => 1) }, /All ratings are the same/)
  refused({ score: new Float64Array(9).fill(Number.NaN) }, /leave out the ones that are missing/)
  refused({ categories: 2 }, /Rating 3 is 2/)
  refused({ categories: 40 }, /2 to 11 categories/)
  refused({ raters: 10_000, items: 10_000 }, /more than fit/)
})

test('separation tells a facet with real differences from one without', () => {
  const { facets } = fitFacets(ratingsOf('mfrm60.csv'), { method: 'joint' })
  const raters = separation(facets.rater).value
  assert.ok(raters !== null && raters.reliability > 0.9 && raters.strata > 3)
  const alike = {
    measure: new Float64Array([0, 0.1, -0.1]),
    error: new Float64Array(3).fill(0.5),
    standing: new Uint8Array(3),
  }
  assert.match(JSON.stringify(separation(alike)), /no more than their errors/)
  assert.equal(separation({ ...alike, standing: new Uint8Array(3).fill(STANDING.highest) }).value, null)
})
