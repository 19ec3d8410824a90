import assert from 'node:assert/strict'
import { test } from 'node:test'
import { goodnessOf } from './goodness.ts'
import type { KeptReading } from './model.ts'

const KEYS = ['a', 'b', 'c', 'd']

/** A reading that holds `key` with this probability, and level 2 of 3. */
function reading(key: string, probability: number): KeptReading {
  const rest = (1 - probability) / (KEYS.length - 1)
  const others = KEYS.filter((one) => one !== key).map((one) => ({ key: one, probability: rest }))
  const levels = ['1', '2', '3'].map((one) => ({ key: one, probability: one === '2' ? 0.8 : 0.1 }))
  return { competencies: [{ key, probability }, ...others], levels, band: 'likely' }
}

const judged = (competency: string, said: KeptReading, level: string | null = '2') => ({
  ...{ said, alone: reading('d', 0.5), competency, level },
})

test('without judgements nothing is claimed', () => {
  const { judgements, said, calibration, calibrationError, abstention, course } = goodnessOf([])
  assert.equal(judgements, 0)
  assert.equal(said.first.share, null)
  assert.deepEqual([calibration, calibrationError, abstention, course], [[], null, [], []])
})

test('the interval is Wilson’s: 8 of 10 lie between 49.0 and 94.3 per cent', () => {
  const all = Array.from({ length: 10 }, (_, i) => judged(i < 8 ? 'a' : 'b', reading('a', 0.7)))
  const { first, three } = goodnessOf(all).said
  assert.deepEqual([first.right, first.of], [8, 10])
  // Wilson's score interval as given by Newcombe (1998) and every table of it.
  assert.equal(first.low?.toFixed(3), '0.490')
  assert.equal(first.high?.toFixed(3), '0.943')
  assert.equal(three.share, 1)
})

test('what was learnt from corrections is compared with the framework’s own words, ten by ten', () => {
  const all = [
    ...Array.from({ length: 10 }, () => judged('a', reading('b', 0.6))),
    ...Array.from({ length: 14 }, () => judged('a', reading('a', 0.6))),
  ]
  const { course, said, alone } = goodnessOf(all)
  assert.deepEqual(course, [
    { judgements: 10, said: 0, alone: 0 },
    { judgements: 24, said: 1, alone: 0 },
  ])
  assert.equal(said.first.right, 14)
  assert.equal(alone.first.right, 0)
})

test('levels one apart count as near, and judgements without a level are not counted as wrong', () => {
  const all = [
    judged('a', reading('a', 0.9), '3'),
    judged('a', reading('a', 0.9)),
    judged('a', reading('a', 0.9), null),
  ]
  const { level, near } = goodnessOf(all).said
  assert.deepEqual([level.right, level.of, near.right, near.of], [1, 2, 2, 2])
})

test('probabilities that say what happens have no calibration error, and boasts have', () => {
  const honest = Array.from({ length: 100 }, (_, i) => judged(i % 10 < 6 ? 'a' : 'b', reading('a', 0.6)))
  assert.ok((goodnessOf(honest).calibrationError ?? 1) < 1e-9)
  const boasts = Array.from({ length: 100 }, (_, i) => judged(i % 10 < 3 ? 'a' : 'b', reading('a', 0.9)))
  assert.ok(Math.abs((goodnessOf(boasts).calibrationError ?? 0) - 0.6) < 1e-9)
})

test('answering only the surest makes it right more often', () => {
  const all = Array.from({ length: 40 }, (_, i) =>
    judged(i < 20 || i % 2 === 0 ? 'a' : 'b', reading('a', i < 20 ? 0.9 : 0.4)),
  )
  const { abstention } = goodnessOf(all)
  assert.deepEqual(
    abstention.map(({ answered, right }) => [answered, right.share]),
    [
      [0.25, 1],
      [0.5, 1],
      [0.75, 25 / 30],
      [1, 0.75],
    ],
  )
})
