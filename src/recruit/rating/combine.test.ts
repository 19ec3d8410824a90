import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Criterion, Question } from '../model.ts'
import { combine, type MemberRatings } from './combine.ts'

const criterion = (id: string, weight: number | null, must = false): Criterion => ({
  ...{ id, framework: 'f', competency: id, name: id.toUpperCase(), entryLevel: weight === null ? null : '2' },
  ...{ level: '3', months: null, must, weight },
})
const question = (id: string, of: string, points: Question['points'] = 7): Question => ({
  ...{ id, criterion: of, kind: 'past', text: '', probes: [], askedBy: null, points, source: 'own' },
  anchors: [
    { from: 1, to: 2, label: 'Not yet', texts: [], level: null },
    { from: 3, to: 5, label: 'Qualified', texts: [], level: '2' },
    { from: 6, to: 7, label: 'Well qualified', texts: [], level: '3' },
  ],
})
const KIT = {
  criteria: [criterion('a', 3, true), criterion('b', 1), criterion('learned', null, true)],
  questions: [question('qa', 'a'), question('qb', 'b')],
}
const member = (personId: string, qa: number | null, qb: number | null): MemberRatings => ({
  personId,
  entries: [
    { question: 'qa', rating: qa, noResponse: false },
    { question: 'qb', rating: qb, noResponse: qb === null },
  ],
})

const rating = fc.option(fc.integer({ min: 1, max: 7 }), { nil: null })
const panel = fc.array(fc.tuple(rating, rating), { minLength: 1, maxLength: 5 })
const membersOf = (all: (readonly [number | null, number | null])[]) =>
  all.map(([qa, qb], i) => member(`m${i}`, qa, qb))

test('two members, worked by hand: weights 3 and 1, ratings 5 and 6 of seven', () => {
  const { score, interval, criteria } = combine(KIT, [member('m', 5, 3), member('n', 6, 5)])
  // a: (66.67 + 83.33) / 2 = 75; b: (33.33 + 66.67) / 2 = 50; (3 · 75 + 50) / 4 = 68.75
  assert.ok(Math.abs((score.value ?? 0) - 68.75) < 1e-9)
  // each alone: 58.33 and 79.17; sd 14.73; t(.975, 1) = 12.706; half = 132.4, cut at the ends of the scale
  assert.deepEqual(interval.value, { lower: 0, upper: 100 })
  assert.deepEqual(
    criteria.map(({ gate }) => gate),
    ['yes', null],
  )
})

test('what nobody rated is not known: no number, only what it would be at the lowest and at the highest', () => {
  const { score, bounds, interval } = combine(KIT, [member('m', 7, null), member('n', 7, null)])
  assert.equal(score.value, null)
  assert.equal(interval.value, null)
  assert.deepEqual(bounds, { lower: 75, upper: 100 })
})

test('a must-have is never made up for by strength elsewhere, and one that is learned in the job holds nobody back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 }), rating, (low, qb) => {
      const { notYet } = combine(KIT, [member('m', low, qb), member('n', low, 7)])
      assert.deepEqual(notYet, ['a'])
    }),
  )
  assert.deepEqual(combine(KIT, [member('m', null, 7)]).unknown, ['a'])
})

test('neither the order of members nor the scale of weights changes anything, and scores stay on their scale', () => {
  fc.assert(
    fc.property(panel, fc.integer({ min: 2, max: 20 }), (all, times) => {
      const members = membersOf(all)
      const result = combine(KIT, members)
      const turned = combine(KIT, members.toReversed())
      const heavier = KIT.criteria.map((one) => ({
        ...one,
        weight: one.weight === null ? null : one.weight * times,
      }))
      const scaled = combine({ ...KIT, criteria: heavier }, members)
      for (const other of [turned, scaled]) {
        assert.ok(Math.abs((other.score.value ?? -1) - (result.score.value ?? -1)) < 1e-9)
        assert.deepEqual(other.notYet, result.notYet)
      }
      const { lower, upper } = result.bounds
      assert.ok(lower >= -1e-9 && upper <= 100 + 1e-9)
      const { value: interval } = result.interval
      if (interval) assert.ok(interval.lower <= (result.score.value ?? -1) + 1e-9)
      if (result.score.value !== null)
        assert.ok(result.score.value >= lower - 1e-9 && result.score.value <= upper + 1e-9)
    }),
  )
})

test('a member who could not rate never lowers what the others saw', () => {
  fc.assert(
    fc.property(panel, (all) => {
      const members = membersOf(all)
      const more = combine(KIT, [...members, member('late', null, null)])
      const before = combine(KIT, members)
      assert.deepEqual(more.score, before.score)
      assert.deepEqual(more.notYet, before.notYet)
    }),
  )
})

/** Two questions about a, on seven and on five points, and one about b on nine. */
const MORE = {
  ...KIT,
  questions: [question('a1', 'a'), question('a2', 'a', 5), question('b1', 'b', 9)],
}
const given = (personId: string, ratings: (number | null)[]): MemberRatings => ({
  personId,
  entries: ratings.map((one, i) => ({
    ...{ question: MORE.questions[i]?.id ?? '', rating: one, noResponse: one === null },
  })),
})
const near = (actual: number | undefined, expected: number) =>
  assert.ok(Math.abs((actual ?? Number.NaN) - expected) < 1e-9, `${actual} instead of ${expected}`)

test('four members, three scales and two gaps, worked by hand', () => {
  const { score, interval, criteria, bounds } = combine(MORE, [
    given('m', [5, 3, 7]),
    given('n', [6, 2, 4]),
    given('o', [4, null, 6]),
    given('p', [7, null, null]),
  ])
  // a: (66.67 + 83.33 + 50 + 100 + 50 + 25) / 6 = 62.5; b: (75 + 37.5 + 62.5) / 3 = 58.33; (3 · 62.5 + 58.33) / 4 = 61.4583
  near(score.value ?? undefined, 61.458333333333336)
  assert.deepEqual(
    criteria.map(({ rated, of }) => [rated, of]),
    [
      [6, 8],
      [3, 4],
    ],
  )
  // Alone m gives 62.5, n 50 and o 53.125, and p has left b open: sd 6.505206; t(.975, 2) = 4.302653; half = 16.159828.
  near(interval.value?.lower, 61.458333333333336 - 16.159828164802306)
  near(interval.value?.upper, 61.458333333333336 + 16.159828164802306)
  near(bounds.lower, 61.458333333333336)
})

test('five members who give the same are as sure as whole points let them be, question by question', () => {
  const five = ['m', 'n', 'o', 'p', 'q'].map((id) => given(id, [4, 3, 5]))
  // (0.75² × (16.67² + 25²) / 4 + 0.25² × 12.5²) / 12 = 11.393229; t(.975, 4) = 2.776445; half = 4.191095.
  const { interval } = combine(MORE, five)
  near(interval.value?.lower, 50 - 4.191095003597383)
  near(interval.value?.upper, 50 + 4.191095003597383)
})

test('a must-have is reached at the first point of its middle range, and only when each of its questions is', () => {
  const gate = (...ratings: (number | null)[][]) =>
    combine(
      MORE,
      ratings.map((one, i) => given(`m${i}`, one)),
    ).criteria[0]?.gate
  assert.equal(gate([3, 3, 1]), 'yes')
  assert.equal(gate([2, 3, 1], [4, 3, 1]), 'yes')
  assert.equal(gate([2, 3, 1], [3, 3, 1]), 'not yet')
  assert.equal(gate([7, 2, 9]), 'not yet')
  assert.equal(gate([7, null, 9]), 'yes')
})
