import assert from 'node:assert/strict'
import { test } from 'node:test'
import { spotlight } from '../../bench/translate-corpus.ts'
import type { Reading } from './model.ts'
import { answered, nearTie } from './near-tie.ts'

const SPOTLIGHT = spotlight()

test('two candidates that are close are told apart by one question, and the answer settles it', () => {
  const reading: Reading = {
    competencies: SPOTLIGHT.competencies.map(({ key }) => ({
      key,
      probability: { a2: 0.4, a3: 0.35 }[key] ?? 0.036,
    })),
    levels: [],
    band: 'possible',
    levelBand: 'possible',
  }
  const sorted = {
    ...reading,
    competencies: reading.competencies.toSorted((a, b) => b.probability - a.probability),
  }
  const tie = nearTie(sorted, SPOTLIGHT)
  assert.ok(tie)
  assert.deepEqual(
    tie.answers.map(({ key }) => key),
    ['a2', 'a3'],
  )
  assert.equal(answered(sorted, tie, 'a3').competencies[0]?.key, 'a3')
  assert.deepEqual(answered(sorted, tie, 'b1'), sorted)
  const clear = sorted.competencies.map((one) => ({ ...one, probability: one.key === 'a2' ? 0.8 : 0.025 }))
  assert.equal(nearTie({ ...sorted, competencies: clear }, SPOTLIGHT), null)
})
