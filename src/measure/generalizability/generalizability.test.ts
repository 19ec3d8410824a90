import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Invalid } from '#errors.ts'
import type { Estimate } from '../estimate.ts'
import { agreementNumbers, reliabilityNumbers, severityNumbers, sharedDigits } from '../fixtures/expected.ts'
import { momentComponents, type VarianceComponents } from '../variance/moments.ts'
import { type PlainRating, ratingList } from '../variance/rating-list.ts'
import { remlComponents } from '../variance/reml.ts'
import { TERMS } from '../variance/terms.ts'
import { simulatePanel } from '../variance/testing/panels.ts'
import { decisionStudy, itemsNeeded, ratersNeeded } from './decision-study.ts'
import { reliabilityInterval } from './reliability-interval.ts'
import { spearmanBrown, timesNeeded } from './spearman-brown.ts'

const known = <T>(estimate: Estimate<T>): T => {
  if (estimate.value === null) assert.fail('reason' in estimate ? estimate.reason : 'nothing')
  return estimate.value
}
const why = (estimate: Estimate<unknown>) => ('reason' in estimate ? estimate.reason : '')

const shroutFleiss = known(
  momentComponents(
    ratingList(
      agreementNumbers.iccShroutFleiss1979.data.flatMap((row, person) =>
        row.map((score, rater) => ({ person, rater, score })),
      ),
    ),
  ),
)

const creativity = known(
  momentComponents(
    ratingList(
      severityNumbers.mfrmCreativity.data_by_judge.flatMap((ratees, rater) =>
        ratees.flatMap((traits, person): PlainRating[] =>
          traits.map((score, item) => ({ person, rater, item, score })),
        ),
      ),
    ),
    TERMS,
  ),
)

test('Spearman and Brown: several raters, and how many are needed (by definition, R 4.2.2)', () => {
  for (const row of reliabilityNumbers.spearmanBrown.rows) {
    if (row.k !== undefined) assert.ok(sharedDigits(known(spearmanBrown(row.r1, row.k)), row.r ?? 0) > 9)
    else assert.ok(Math.abs(known(timesNeeded(row.r1, row.target ?? 0)) - (row.k_needed ?? 0)) < 5e-4)
  }
  assert.match(why(timesNeeded(0, 0.8)), /stay unreliable/)
  assert.match(why(timesNeeded(1, 0.8)), /already perfectly reliable/)
  assert.throws(() => timesNeeded(0.5, 1), Invalid)
  assert.throws(() => spearmanBrown(0.5, 0), Invalid)
})

test('persons by raters: both coefficients for 1, 2, 4 and 8 raters (Shrout and Fleiss 1979, R 4.2.2)', () => {
  for (const { nr, Erho2, Phi } of reliabilityNumbers.gtheorySf.D) {
    const study = decisionStudy(shroutFleiss, { raters: nr })
    assert.ok(sharedDigits(known(study.relative), Erho2) > 9.5)
    assert.ok(sharedDigits(known(study.absolute), Phi) > 9.5)
  }
})

test('persons by judges by traits: more judges help, more traits hardly (creativity ratings, R 4.2.2)', () => {
  const expected = reliabilityNumbers.gtheoryPjiCreativity
  const of = (raters: number, items: number) => known(decisionStudy(creativity, { raters, items }).relative)
  assert.ok(sharedDigits(of(3, 5), expected['Erho2(3,5)']) > 9)
  assert.ok(sharedDigits(of(6, 5), expected['Erho2(6,5)']) > 9)
  assert.ok(sharedDigits(of(3, 10), expected['Erho2(3,10)']) > 9)
  const { absolute } = decisionStudy(creativity, { raters: 3, items: 5 })
  assert.ok(sharedDigits(known(absolute), expected['Phi(3,5)_unclipped']) > 9)
})

const made = (parts: Partial<Record<(typeof TERMS)[number], number>>): VarianceComponents => ({
  components: TERMS.flatMap((term) => {
    const variance = parts[term]
    return variance === undefined ? [] : [{ term, variance, levels: 10 }]
  }),
  merged: [],
  ratings: 100,
  mean: 3,
})

test('the number of raters needed is the first that reaches the aim', () => {
  const parts = made({ person: 0.5, rater: 0.2, item: 0.1, 'person:rater': 0.3, residual: 0.6 })
  for (const coefficient of ['relative', 'absolute'] as const) {
    const raters = known(ratersNeeded(parts, { target: 0.8, coefficient }, { items: 4 }))
    const at = (count: number) => known(decisionStudy(parts, { raters: count, items: 4 })[coefficient])
    assert.ok(at(raters) >= 0.8 && at(raters - 1) < 0.8)
  }
  const items = known(itemsNeeded(parts, { target: 0.6 }, { raters: 6 }))
  assert.ok(known(decisionStudy(parts, { raters: 6, items }).absolute) >= 0.6)
})

test('an aim out of reach says so, with the limit', () => {
  const parts = made({ person: 0.5, item: 0.5, 'person:rater': 0.3, residual: 0.6 })
  assert.match(
    why(ratersNeeded(parts, { target: 0.9 }, { items: 1 })),
    /However many raters there are, .* below 0\.50/,
  )
  assert.match(
    why(itemsNeeded(parts, { target: 0.9, coefficient: 'relative' }, { raters: 1 })),
    /below 0\.62/,
  )
})

test('items that are the very ones that count are no source of error', () => {
  const parts = made({ person: 0.5, item: 0.5, 'person:item': 0.4, 'person:rater': 0.3, residual: 0.6 })
  const [sampled, fixed] = (['sampled', 'fixed'] as const).map((itemsAre) =>
    known(decisionStudy(parts, { raters: 5, items: 4, itemsAre }).absolute),
  )
  assert.ok(Math.abs((sampled ?? 0) - 0.5 / (0.5 + 0.06 + 0.1 + 0.03 + 0.125)) < 1e-12)
  assert.ok(Math.abs((fixed ?? 0) - 0.6 / (0.6 + 0.06 + 0.03)) < 1e-12)
})

test('what the ratings cannot say is said', () => {
  assert.match(
    why(decisionStudy(shroutFleiss, { raters: 2, items: 3 }).absolute),
    /taken apart without items/,
  )
  assert.match(
    why(decisionStudy(made({ 'person:rater': 1, residual: 1 }), { raters: 2 }).relative),
    /does not tell the persons apart/,
  )
  assert.match(
    why(decisionStudy(made({ person: -0.1, residual: 1 }), { raters: 2 }).relative),
    /No variance between persons/,
  )
  assert.match(
    why(decisionStudy(made({ person: 1, 'person:rater': -2, residual: 1 }), { raters: 2 }).relativeError),
    /no error variance/,
  )
  assert.throws(() => decisionStudy(shroutFleiss, { raters: 0 }), Invalid)
  assert.throws(() => ratersNeeded(shroutFleiss, { target: 1.2 }), Invalid)
})

test('intervals of a reliability hold the true one in about 95 of 100 samples', () => {
  const design = { raters: 40, ratersEach: 4, items: 4, haloSd: 0.5 }
  const truth = known(
    decisionStudy(
      known(remlComponents(simulatePanel({ ...design, seed: 1, persons: 6000, raters: 3000 }).ratings)),
      { raters: 4, items: 4 },
    ).absolute,
  )
  const samples = 80
  let inside = 0
  for (let seed = 0; seed < samples; seed++) {
    const fit = known(remlComponents(simulatePanel({ ...design, seed: 1000 + seed, persons: 80 }).ratings))
    const { lower, upper } = known(reliabilityInterval(fit, { raters: 4, items: 4 }))
    if (lower <= truth && truth <= upper) inside++
  }
  assert.ok(inside / samples >= 0.88, `${inside} of ${samples}`)
})

test('a reliability of 0 has no interval', () => {
  const constant = ratingList([
    { person: 0, rater: 0, score: 1 },
    { person: 0, rater: 1, score: 3 },
    { person: 1, rater: 0, score: 3 },
    { person: 1, rater: 1, score: 1 },
    { person: 2, rater: 0, score: 2 },
    { person: 2, rater: 1, score: 2.5 },
  ])
  const fit = known(remlComponents(constant))
  assert.equal(reliabilityInterval(fit, { raters: 2 }).value, null)
})
