import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Criterion, Entry, Question, Scorecard } from '../model.ts'
import { emptyEntry } from './card.ts'
import { combine } from './combine.ts'
import { FEWEST_CANDIDATES, panelAgreement, raterStatistics } from './rater.ts'
import { areAlike, ranked, resultOf } from './results.ts'
import { spreadsOf } from './spread.ts'
import { structureOf } from './structure.ts'

const criterion = (id: string, weight: number, must = false): Criterion => ({
  ...{
    id,
    framework: 'f',
    competency: id,
    name: id,
    entryLevel: '2',
    level: '3',
    months: null,
    must,
    weight,
  },
})
const question = (id: string): Question => ({
  ...{
    id: `q${id}`,
    criterion: id,
    kind: 'past',
    text: '',
    probes: [],
    askedBy: null,
    points: 7,
    source: 'own',
  },
  anchors: [
    { from: 1, to: 2, label: 'Not yet', texts: [], level: null },
    { from: 3, to: 5, label: 'Qualified', texts: [], level: '2' },
    { from: 6, to: 7, label: 'Well qualified', texts: [], level: '3' },
  ],
})
const KIT = {
  criteria: [criterion('a', 3, true), criterion('b', 1)],
  questions: ['a', 'b', 'c'].map(question),
}
const TWO = { ...KIT, questions: KIT.questions.slice(0, 2) }

const card = (
  candidateId: string,
  personId: string,
  given: (number | null | Partial<Entry>)[],
): Scorecard => ({
  ...{
    id: `${candidateId}${personId}`,
    candidateId,
    personId,
    startedAt: new Date(0),
    submittedAt: new Date(0),
  },
  sealNumber: 1,
  entries: given.map((one, i) => ({
    ...emptyEntry(KIT.questions[i]?.id ?? ''),
    ...(typeof one === 'object' && one !== null ? one : { rating: one, noResponse: one === null }),
  })),
})
const result = (candidateId: string, cards: Scorecard[]) => {
  const found = resultOf(TWO, { candidateId, cards, consensus: [] })
  assert.ok(found)
  return found
}

test('the worked example of the methods page: two members, weights 3 and 1', () => {
  const { score, interval, criteria, notYet } = combine(TWO, [card('x', 'm', [5, 4]), card('x', 'n', [6, 4])])
  assert.deepEqual(
    criteria.map((one) => Math.round(one.score ?? -1)),
    [75, 50],
  )
  assert.ok(Math.abs((score.value ?? 0) - 68.75) < 1e-9)
  // Alone: 62.5 and 75; sd 8.839; t(.975, 1) 12.706; 68.75 ± 79.4, cut at the ends of the scale.
  assert.deepEqual(interval.value, { lower: 0, upper: 100 })
  assert.deepEqual(notYet, [])
})

test('who does not reach a must stands below everybody who does, however strong elsewhere', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 3, max: 7 }), (low, other) => {
      const strong = result('strong', [card('strong', 'm', [low, 7])])
      const plain = result('plain', [card('plain', 'm', [3, other]), card('plain', 'n', [3, 1])])
      const unknown = result('unknown', [card('unknown', 'm', [null, 7])])
      const order = ranked([strong, unknown, plain]).map(({ candidateId }) => candidateId)
      assert.deepEqual(order, ['plain', 'unknown', 'strong'])
    }),
  )
})

test('intervals that overlap, or that are not there, tell nobody apart', () => {
  const low = result('low', [card('low', 'm', [1, 1]), card('low', 'n', [1, 1])])
  const high = result('high', [card('high', 'm', [7, 7]), card('high', 'n', [7, 7])])
  const one = result('one', [card('one', 'm', [7, 7])])
  const wide = result('wide', [card('wide', 'm', [1, 1]), card('wide', 'n', [7, 7])])
  assert.equal(areAlike(low, high), false)
  assert.equal(areAlike(low, one), true)
  assert.equal(areAlike(wide, high), true)
})

test('two members who happen to give the same do not make a certainty', () => {
  const { interval } = combine(TWO, [card('x', 'm', [4, 4]), card('x', 'n', [4, 4])])
  // Rounding alone: (0.75² + 0.25²) × 16.67² / 12 = 14.47; 50 ± 12.706 × √(14.47 / 2).
  assert.ok(Math.abs((interval.value?.lower ?? 0) - (50 - 12.7062 * Math.sqrt(14.4676 / 2))) < 1e-2)
})

test('what the panel agreed counts in its own combination, and what each gave stays in the other', () => {
  const cards = [card('x', 'm', [2, 4]), card('x', 'n', [6, 4])]
  const agreed = {
    id: '1',
    candidateId: 'x',
    question: 'qa',
    rating: 6,
    level: null,
    months: null,
    reason: 'r',
  }
  const made = { madeBy: 'm', madeAt: new Date(0), sealNumber: 3 }
  const found = resultOf(TWO, { candidateId: 'x', cards, consensus: [{ ...agreed, ...made }] })
  // a: (1 + 5) / 2 of 6 is 50; agreed 5 of 6 is 83.33; b stays 50.
  assert.ok(Math.abs((found?.alone.score.value ?? 0) - 50) < 1e-9)
  assert.ok(Math.abs((found?.together?.score.value ?? 0) - 75) < 1e-9)
})

test('talking makes nobody more certain: the interval of what was agreed is as wide as that of what was given alone', () => {
  const given = [4, 5, 5, 3, 4].map((rating, i) => card('x', `m${i}`, [rating, 4]))
  const agreed = ['qa', 'qb'].map((question, i) => ({
    ...{ id: question, candidateId: 'x', question, rating: 4, level: null, months: null, reason: 'r' },
    ...{ madeBy: 'm', madeAt: new Date(0), sealNumber: 9 + i },
  }))
  const found = resultOf(TWO, { candidateId: 'x', cards: given, consensus: agreed })
  const { alone, together } = found ?? {}
  const width = (one: typeof together) =>
    (one?.interval.value?.upper ?? Number.NaN) - (one?.interval.value?.lower ?? Number.NaN)
  // Of 3 · a + b over 4 in points of 100: 50, 62.5, 62.5, 37.5, 50 have the deviation 10.4583; t(.975, 4) is 2.776445.
  const expected = 2 * 2.776445105198 * (10.4582503316759 / Math.sqrt(5))
  assert.ok(Math.abs(width(alone) - expected) < 1e-9, String(width(alone)))
  assert.ok(Math.abs(width(together) - expected) < 1e-9, String(width(together)))
  assert.equal(together?.score.value, 50)
})

test('the largest difference stands on top, and before it what some could not rate at all', () => {
  const cards = [card('x', 'm', [4, 2, 5]), card('x', 'n', [4, 6, null])]
  const spreads = spreadsOf(KIT.questions, cards)
  assert.deepEqual(
    spreads.map((one) => [one.question.id, one.spread]),
    [
      ['qc', null],
      ['qb', 4],
      ['qa', 0],
    ],
  )
  // r_wg of 2 and 6: variance 8 against 4 by chance.
  assert.equal(spreads[1]?.agreement.value, -1)
})

test('interviews are alike as far as every question was asked, without more, and rated', () => {
  const skipped = { skipped: 'The time was up.', rating: null }
  const cards = [
    card('x', 'm', [4, 4, 4]),
    card('x', 'n', [4, null, { rating: 4, extraProbe: 'And your manager?' }]),
    card('y', 'm', [4, skipped, { rating: null }]),
  ]
  const { same, of, deviations, fewerMembers } = structureOf(KIT.questions, cards)
  assert.deepEqual([same, of], [6, 9])
  assert.deepEqual(
    deviations.map(({ kind, says }) => [kind, says]),
    [
      ['extra probe', 'And your manager?'],
      ['not asked', 'The time was up.'],
      ['not rated', null],
    ],
  )
  assert.deepEqual(fewerMembers, ['y'])
})

test('of a member who is always one point lower it is said, once enough candidates were rated', () => {
  const levels = [3, 5, 6]
  const cards = levels.flatMap((level, i) => [
    card(`c${i}`, 'strict', [level - 1, level, level - 1]),
    card(`c${i}`, 'other', [level, level + 1, level]),
  ])
  const [strict] = raterStatistics(KIT.questions, cards)
  assert.ok(Math.abs((strict?.leaning.value?.mean ?? 0) + 100 / 6) < 1e-9)
  assert.ok(Math.abs((strict?.withinShare.value ?? 0) - 1) < 1e-9)
  const [few] = raterStatistics(KIT.questions, cards.slice(0, 4))
  assert.equal(few?.leaning.value, null)
})

test('how a member leans has the interval of Student over candidates, and how far they keep answers apart needs three of them', () => {
  // Differences in points of 100, candidate by candidate: −16.67, 0 and 16.67: sd 16.67; t(.975, 2) = 4.302653; half 41.402295.
  const cards = [3, 4, 5].flatMap((rating, i) => [
    card(`c${i}`, 'm', [rating, rating]),
    card(`c${i}`, 'other', [4, 4]),
  ])
  const [member] = raterStatistics(KIT.questions, cards)
  const { lower = Number.NaN, upper = Number.NaN } = member?.leaning.value?.interval ?? {}
  assert.ok(Math.abs(lower + 41.4022952) < 1e-6 && Math.abs(upper - 41.4022952) < 1e-6, `${lower}, ${upper}`)
  // Of each candidate two answers were rated: too few to say how far apart they were kept.
  assert.equal(member?.withinShare.value, null)
  const third = [3, 4, 5].flatMap((rating, i) => [
    card(`d${i}`, 'm', [rating, rating, rating]),
    card(`d${i}`, 'other', [2, 4, 6]),
  ])
  assert.equal(raterStatistics(KIT.questions, third.slice(0, 4))[0]?.withinShare.value, null)
  assert.equal(raterStatistics(KIT.questions, third)[0]?.withinShare.value, 0)
  const few = [...third.slice(0, 4), ...cards.slice(4)]
  assert.equal(raterStatistics(KIT.questions, few)[0]?.withinShare.value, null)
})

test('differences are compared as shares of their own scale', () => {
  const [seven, five]: Question[] = [question('a'), { ...question('b'), points: 5 }]
  assert.ok(seven && five)
  const spreads = spreadsOf([seven, five], [card('x', 'm', [2, 2]), card('x', 'n', [6, 5])])
  // 4 of 6 steps, and 3 of 4.
  assert.deepEqual(
    spreads.map(({ question: { id }, share }) => [id, share]),
    [
      ['qb', 3 / 4],
      ['qa', 4 / 6],
    ],
  )
})

test('an answer with two things out of the ordinary is one answer', () => {
  const both = { rating: null, skipped: 'The time was up.', extraProbe: 'And your manager?' }
  const { same, of, deviations } = structureOf(KIT.questions, [card('x', 'm', [4, both, 4])])
  assert.deepEqual([same, of, deviations.length], [2, 3, 2])
})

test('agreement about candidates needs several of them; the same order with the same numbers is 1', () => {
  const few = Array.from({ length: FEWEST_CANDIDATES - 1 }, (_, i) => [i, i])
  assert.equal(panelAgreement(few).estimate.value, null)
  assert.ok(
    Math.abs(
      (panelAgreement([
        [10, 10],
        [50, 50],
        [70, 70],
      ]).estimate.value ?? 0) - 1,
    ) < 1e-9,
  )
  assert.equal(panelAgreement([[10], [50], [70]]).estimate.value, null)
})
