import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placesOf } from './answer.ts'

test('words are found whole, whatever their case, and never over each other', () => {
  const text = 'I Notice that noticeboards are noticed before they notice.'
  assert.deepEqual(
    placesOf(text, ['notice']).map(([from, to]) => text.slice(from, to)),
    ['Notice', 'notice'],
  )
  const cue = 'so that it runs by itself, by itself'
  assert.deepEqual(
    placesOf(cue, ['by itself', 'itself', '']).map(([from, to]) => cue.slice(from, to)),
    ['by itself', 'by itself'],
  )
  assert.deepEqual(placesOf('a+b (c)', ['a+b', '(c)']).length, 2)
})
