import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Invalid } from '#errors.ts'
import { unit } from './features.ts'
import { readShipped, type Shipped, writeShipped } from './trained-file.ts'

const head = (classes: string[]) => ({
  classes,
  dense: 4,
  terms: 2,
  weights: Float32Array.from({ length: classes.length * 7 }, (_, i) => i / 10),
})
const SHIPPED: Shipped = {
  trained: {
    backend: 'small',
    competencies: [
      { key: 'a', name: 'First' },
      { key: 'b', name: 'Second' },
    ],
    vocabulary: {
      places: new Map([
        ['one', 0],
        ['one two', 1],
      ]),
      rarity: Float32Array.of(1.5, 2.5),
    },
    centre: { meaning: Float32Array.of(0.25, 0.5), wording: Float32Array.of(0, 1) },
    competencyHead: head(['a', 'b']),
    levelHead: head(['1', '2', '3']),
  },
  examples: [{ text: 'he does one', scored: 'they does one', competencies: ['a'], level: '2' }],
  counts: new Map([['one', 3]]),
  meanings: new Map([
    ['x', unit(Float32Array.of(1, -2))],
    ['y', unit(Float32Array.of(3, 4))],
  ]),
  wordings: new Map([['x', unit(Float32Array.of(0, -1))]]),
}

test('a trained translator comes back as it was written, vectors to within a hundredth', () => {
  const { table, numbers } = writeShipped(SHIPPED)
  const read = readShipped(table, numbers)
  assert.deepEqual({ ...read, meanings: 0, wordings: 0 }, { ...SHIPPED, meanings: 0, wordings: 0 })
  for (const [name, vector] of [...SHIPPED.meanings, ...SHIPPED.wordings])
    for (const [i, value] of vector.entries()) {
      const back = (SHIPPED.wordings.get(name) === vector ? read.wordings : read.meanings).get(name)?.[i] ?? 9
      assert.ok(Math.abs(back - value) < 0.01)
    }
})

test('numbers that do not belong to the table are refused', () => {
  const { table, numbers } = writeShipped(SHIPPED)
  assert.throws(() => readShipped(table, numbers.slice(0, -1)), Invalid)
  assert.throws(() => readShipped('{}', numbers), /Train it again/)
})
