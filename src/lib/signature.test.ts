import assert from 'node:assert/strict'
import { test } from 'node:test'
import { signed, unsigned } from './signature.ts'

test('what was signed comes back, and nothing that was changed or signed by another secret', () => {
  const value = signed('secret', 'a.b')
  assert.equal(unsigned('secret', value), 'a.b')
  assert.equal(unsigned('other', value), null)
  assert.equal(unsigned('secret', `x${value}`), null)
  assert.equal(unsigned('secret', value.slice(0, -1)), null)
  assert.equal(unsigned('secret', 'no seal'), null)
  assert.equal(unsigned('secret', ''), null)
})
