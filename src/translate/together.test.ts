import assert from 'node:assert/strict'
import { test } from 'node:test'
import { spotlight } from '../../bench/translate-corpus.ts'
import type { Answer } from './answer.ts'
import type { Band } from './model.ts'
import { together } from './together.ts'
import type { Translated } from './translated.ts'

const SPOTLIGHT = spotlight()

function answer(
  competency: string,
  level: string,
  band: Band = 'likely',
  levelBand: Band = 'likely',
): Answer {
  const reading = {
    competencies: [{ key: competency, probability: 1 }],
    levels: [{ key: level, probability: 1 }],
    band,
    levelBand,
  }
  const one: Translated = {
    ...{
      text: 'x',
      backend: 'b',
      instead: null,
      framework: SPOTLIGHT,
      reading,
      corrections: [],
      notices: [],
    },
    ...{ reasons: { nearest: [], cues: [], words: [] }, attribute: null, tie: null, higher: null },
  }
  return { text: 'x', through: [one] }
}

test('activities are gathered by competency and level, in the order of the framework and of the page', () => {
  const all = together([answer('c1', '2'), answer('a2', '3'), answer('a2', '3'), answer('a2', '1')])
  assert.deepEqual(
    all?.rows.map(({ competency, cells }) => [competency, cells.map(({ activities }) => activities)]),
    [
      ['a2', [[4], [], [2, 3], [], []]],
      ['c1', [[], [1], [], [], []]],
    ],
  )
  assert.equal(all?.left, 0)
})

test('what is not sure of competency or level counts for nothing', () => {
  const all = together([
    answer('a2', '3', 'unsure'),
    answer('a2', '3', 'likely', 'unsure'),
    answer('a2', '3'),
  ])
  assert.deepEqual([all?.rows.length, all?.rows[0]?.cells[2]?.activities, all?.left], [1, [3], 2])
  assert.equal(together([]), null)
})
