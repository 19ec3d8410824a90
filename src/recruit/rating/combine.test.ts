import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Criterion, Question } from '../model.ts'
import { combine, type MemberRatings } from './combine.ts'

const criterion = (id: string, weight: number | null, must = false): Criterion => ({
  ...{ id, framework: 'f', competency: id, name: id.toUpperCase(), entryLevel: weight === null ? null : '2' },
  ...{ level: '3', months: null, must, weight },
})
const question = (id: string, of: string): Question => ({
  ...{ id, criterion: of, kind: 'past', text: '', probes: [], askedBy: null, points: 7, source: 'own' },
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
