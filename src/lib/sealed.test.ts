import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seal, unseal } from './sealed.ts'

test('what is sealed is opened by its secret alone, and not when a sign of it has changed', () => {
  const sealed = seal('secret', 'sk-äöü')
  assert.equal(unseal('secret', sealed), 'sk-äöü')
  assert.equal(unseal('other', sealed), null)
  assert.equal(unseal('secret', `${sealed.slice(0, -2)}zz`), null)
  assert.equal(unseal('secret', ''), null)
  assert.doesNotMatch(sealed, /sk-/)
  assert.notEqual(seal('secret', 'sk-äöü'), sealed)
})
