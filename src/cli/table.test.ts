import assert from 'node:assert/strict'
import { test } from 'node:test'
import { table } from './table.ts'

test('columns are as wide as their widest cell, and the last one breaks', () => {
  const rows = [
    ['a', 'one two three four five'],
    ['long', 'six'],
  ]
  assert.deepEqual(table(rows, 26), ['a     one two three four', '      five', 'long  six'])
})

test('a column that is too wide still leaves room for the last one', () => {
  assert.deepEqual(table([['x'.repeat(30), 'some words here']], 20), [`${'x'.repeat(30)}  some words here`])
})

test('nothing gives no lines', () => {
  assert.deepEqual(table([], 40), [])
})
