import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Invalid } from '#errors.ts'
import { seededRandom } from '../distributions/random.ts'
import { agreementNumbers, severityNumbers, sharedDigits } from '../fixtures/expected.ts'
import { designOf } from './design.ts'
import { OFF } from './effects.ts'
import { exactSystem } from './exact-system.ts'
import { layOut } from './layout.ts'
import { reduce } from './mixed-system.ts'
import { crossedEffects } from './predictions.ts'
import { type PlainRating, ratingList } from './rating-list.ts'
import { remlComponents } from './reml.ts'
import { sampledSystem } from './sampled-system.ts'
import type { Term } from './terms.ts'
import { NORMAL_SD, simulateNormalPanel, simulatePanel } from './testing/panels.ts'

const creativity: PlainRating[] = severityNumbers.mfrmCreativity.data_by_judge.flatMap((ratees, rater) =>
  ratees.flatMap((traits, person) => traits.map((score, item) => ({ person, rater, item, score }))),
)

/** Without the cells of the fixture of missing ratings. */
const withGaps: PlainRating[] = agreementNumbers.iccShroutFleiss1979.data.flatMap((row, person) =>
  row.flatMap((score, rater) => {
    const isMissing = agreementNumbers.iccMissing.drop_cells_1based.some(
      ([p, r]) => p === person + 1 && r === rater + 1,
    )
    return isMissing ? [] : [{ person, rater, score }]
  }),
)

function fitted(rows: readonly PlainRating[], terms?: readonly Term[]) {
  const result = remlComponents(ratingList(rows), terms ? { terms } : {})
  assert.ok(result.value, 'reason' in result ? result.reason : '')
  return {
    ...result.value,
    of: (term: Term) => result.value.components.find((c) => c.term === term)?.variance ?? Number.NaN,
  }
}

/** How far two numbers are apart, in units of the second. */
const off = (actual: number, expected: number) => Math.abs(actual - expected) / Math.abs(expected)

test('with gaps: the components and the likelihood of lme4 1.1-31 on Shrout and Fleiss with three cells missing', () => {
  const fit = fitted(withGaps)
  const { p, r, res } = agreementNumbers.iccMissing.varcomp_REML
  assert.ok(
    off(fit.of('person'), p) < 1e-6 && off(fit.of('rater'), r) < 1e-6 && off(fit.of('residual'), res) < 1e-6,
  )
  assert.ok(Math.abs((fit.criterion ?? 0) - agreementNumbers.iccMissing.REMLcrit) < 1e-8)
})

test('a complete table gives the components of the analysis of variance', () => {
  const complete = agreementNumbers.iccShroutFleiss1979.data.flatMap((row, person) =>
    row.map((score, rater) => ({ person, rater, score })),
  )
  const fit = fitted(complete)
  const { p, r, res } = agreementNumbers.iccShroutFleiss1979.varcomp_REML
  for (const [term, wanted] of [
    ['person', p],
    ['rater', r],
    ['residual', res],
  ] as const)
    assert.ok(sharedDigits(fit.of(term), wanted) > 8.5, term)
})

test('with halo, and with person × item: the components of lme4 1.1-31 on the creativity ratings, a rater variance at zero', () => {
  const halo = fitted(creativity)
  // lmer(x ~ 1 + (1|p) + (1|j) + (1|i) + (1|p:j)), bobyqa to 1e-10
  assert.ok(Math.abs((halo.criterion ?? 0) - 387.889563764) < 1e-7)
  assert.equal(halo.of('rater'), 0)
  assert.ok(
    off(halo.of('person'), 0.541587371576) < 1e-6 && off(halo.of('person:rater'), 1.236380857851) < 1e-6,
  )
  // … + (1|p:i)
  const both = fitted(creativity, ['person', 'rater', 'item', 'person:rater', 'person:item'])
  assert.ok(Math.abs((both.criterion ?? 0) - 385.228639428) < 1e-7)
  assert.ok(
    off(both.of('person:item'), 0.300529128217) < 1e-6 && off(both.of('residual'), 1.242857169167) < 1e-6,
  )
})

test('predictions are those of lme4 1.1-31 (ranef) on the creativity ratings', () => {
  const fit = crossedEffects(ratingList(creativity), {
    terms: ['person', 'rater', 'item', 'person:rater', 'person:item'],
  })
  const ranef = [
    -0.0782661486317, 0.6522179052645, -0.2608871621057, -0.4739450111588, 0.4391600562114, -0.5652555178958,
    0.2869758783164,
  ]
  ranef.forEach((wanted, p) => {
    assert.ok(off(fit.value?.predictions.person[p] ?? 0, wanted) < 2e-6)
  })
  assert.ok(sharedDigits(fit.value?.predictions.mean ?? 0, 4.8380952381) > 9)
})

/**
 * lmer(x ~ 1 + (1|p) + (1|r) + (1|i)) of lme4 1.1-31 on the same ratings (bobyqa to 1e-10; for the larger one nloptwrap to 1e-9,
 * which took it three minutes); the first five persons of ranef.
 */
const LME4 = [
  {
    persons: 1_000,
    raters: 200,
    components: { person: 0.515863107, rater: 0.129831321, item: 0.134109867, residual: 0.600700638 },
    ranef: [-1.517979802, -0.316560855, -0.580228324, 0.886091344, -0.327746632],
    within: 1e-6,
  },
  {
    persons: 10_000,
    raters: 2_000,
    components: { person: 0.515677499, rater: 0.123772632, item: 0.137241568, residual: 0.608140191 },
    ranef: [0.792022248, 0.643178556, 0.708941803, -0.426087013, 0.965066522],
    within: 1e-3,
  },
] as const

for (const { persons, raters, components, ranef, within } of LME4)
  test(`${persons * 10} sparse ratings: components and predictions are those of lme4 to ${within}`, () => {
    const { ratings } = simulatePanel({
      seed: 7,
      persons,
      raters,
      ratersEach: 5,
      items: 25,
      itemsEach: 2,
      haloSd: 0,
    })
    const fit = crossedEffects(ratings, { terms: ['person', 'rater', 'item'] })
    for (const { term, variance } of fit.value?.components.components ?? [])
      assert.ok(off(variance, components[term as keyof typeof components]) < within, `${term} ${variance}`)
    ranef.forEach((wanted, p) => {
      assert.ok(Math.abs((fit.value?.predictions.person[p] ?? 0) - wanted) < within)
    })
  })

test('for many raters the sampled solution comes within a thousandth of the exact one, standard errors within two hundredths', () => {
  const { ratings } = simulatePanel({
    seed: 3,
    persons: 1500,
    raters: 300,
    ratersEach: 5,
    items: 10,
    itemsEach: 3,
    haloSd: 0.5,
  })
  const layout = layOut(ratings)
  const { sums } = designOf(layout, ['person'])
  const reduced = reduce(layout, null, { rater: 4.5, item: 4.5, person: 1.2, cell: 4, pair: OFF })
  const exact = exactSystem(reduced)
  let turn = 0
  const signs = Array.from({ length: 12 }, () =>
    Float64Array.from({ length: 311 }, () => {
      turn = (turn * 1103515245 + 12345) % 2147483648
      return turn < 1073741824 ? 1 : -1
    }),
  )
  const sampled = sampledSystem(reduced, { signs, memory: new Map() })
  assert.ok(exact)
  const [wanted, actual] = [exact.solve(sums, 'scores'), sampled.solve(sums, 'scores')]
  wanted.person.forEach((x, p) => {
    assert.ok(Math.abs(x - (actual.person[p] ?? 0)) < 1e-3)
  })
  const traces = { exact: exact.traces(), sampled: sampled.traces() }
  for (const part of ['rater', 'item', 'person', 'cell'] as const)
    assert.ok(
      off(traces.sampled[part], traces.exact[part]) < 5e-3,
      `${part} ${traces.sampled[part]} ${traces.exact[part]}`,
    )
  const errors = { exact: exact.scoreVariances(), sampled: sampled.scoreVariances() }
  errors.exact.forEach((variance, p) => {
    assert.ok(off(Math.sqrt(errors.sampled[p] ?? 0), Math.sqrt(variance)) < 0.02)
  })
})

test('standard errors of components are those that repeated samples show', () => {
  const random = seededRandom(11)
  const runs = Array.from({ length: 100 }, () => {
    const { ratings } = simulateNormalPanel({ persons: 60, raters: 12, ratersEach: 4, items: 4, random })
    const fit = remlComponents(ratings).value ?? assert.fail()
    const at = fit.components.length - 1
    return {
      person: fit.components[0]?.variance ?? 0,
      error: Math.sqrt(fit.covariance[0] ?? 0),
      rest: fit.components[at]?.variance ?? 0,
      errorOfRest: Math.sqrt(fit.covariance.at(-1) ?? 0),
    }
  })
  const mean = (list: number[]) => list.reduce((sum, x) => sum + x, 0) / list.length
  const spread = (list: number[]) => Math.sqrt(mean(list.map((x) => (x - mean(list)) ** 2)))
  const shown = [spread(runs.map((run) => run.person)), spread(runs.map((run) => run.rest))]
  const claimed = [mean(runs.map((run) => run.error)), mean(runs.map((run) => run.errorOfRest))]
  shown.forEach((x, k) => {
    assert.ok(Math.abs((claimed[k] ?? 0) / x - 1) < 0.25, `${claimed[k]} claimed, ${x} shown`)
  })
  assert.ok(Math.abs(mean(runs.map((run) => run.person)) - NORMAL_SD.person ** 2) < 0.04)
  assert.ok(Math.abs(mean(runs.map((run) => run.rest)) - NORMAL_SD.chance ** 2) < 0.02)
})

test('a person whom nobody rated stands at the mean, with the widest error', () => {
  const list = ratingList(withGaps)
  const fit = crossedEffects({ ...list, persons: 7 })
  const { score, scoreError, mean } = fit.value?.predictions ?? assert.fail()
  assert.ok(Math.abs((score[6] ?? 0) - mean) < 1e-12)
  assert.equal(Math.max(...scoreError), scoreError[6])
  const moments = crossedEffects({ ...list, persons: 7 }, { method: 'moments' })
  assert.ok(Number.isFinite(moments.value?.predictions.scoreError[6]))
})

test('whatever was rated by whom, there is a finite result or a reason', () => {
  const rating = fc.record({
    person: fc.integer({ min: 0, max: 3 }),
    rater: fc.integer({ min: 0, max: 3 }),
    item: fc.integer({ min: 0, max: 2 }),
    score: fc.integer({ min: 1, max: 3 }),
  })
  const terms = fc.subarray<Term>(['person', 'rater', 'item', 'person:rater', 'person:item'])
  fc.assert(
    fc.property(fc.array(rating, { minLength: 1, maxLength: 25 }), terms, (rows, asked) => {
      for (const method of ['reml', 'moments'] as const) {
        const fit = crossedEffects(ratingList(rows), { method, terms: asked })
        if (fit.value === null) {
          assert.ok('reason' in fit && fit.reason.endsWith('.'))
          continue
        }
        const { components, predictions } = fit.value
        const { score, scoreError, scoreFreedom, rater, raterError, item, mean } = predictions
        const numbers = [
          mean,
          ...score,
          ...scoreError,
          ...(rater ?? []),
          ...(raterError ?? []),
          ...(item ?? []),
          ...components.components.map((c) => c.variance),
        ]
        assert.ok(numbers.every(Number.isFinite), `${method} ${asked}: ${numbers}`)
        assert.ok(scoreFreedom.every((df) => df > 0))
      }
    }),
    { numRuns: 150 },
  )
})

test('what cannot be fitted says why, and is never NaN', () => {
  const additive = [0, 1, 2, 3].flatMap((person) =>
    [0, 1, 2].map((rater) => ({ person, rater, score: person + 2 * rater })),
  )
  for (const result of [
    remlComponents(ratingList(additive)),
    crossedEffects(ratingList(additive), { method: 'moments' }),
  ]) {
    assert.equal(result.value, null)
    assert.match('reason' in result ? result.reason : '', /Nothing is left over/)
  }
  assert.throws(() => remlComponents(ratingList(withGaps), { terms: ['person', 'rater:item'] }), Invalid)
  for (const rows of [withGaps.filter((r) => r.rater === 0), withGaps.filter((r) => r.person === 0)]) {
    const fit = crossedEffects(ratingList(rows))
    if (fit.value) for (const x of fit.value.predictions.scoreError) assert.ok(Number.isFinite(x))
  }
})
