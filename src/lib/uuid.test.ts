import assert from 'node:assert/strict'
import { test } from 'node:test'
import { uuidFromName } from './uuid.ts'

test('a name gives the id that RFC 9562, appendix A.4 prints for it', () => {
  const dns = '6ba7b810-9dad-11d1-80b4-00c04fd430c8'
  assert.equal(uuidFromName(dns, 'www.example.com'), '2ed6657d-e927-568b-95e1-2665a8aea6a2')
})

test('another name or another namespace gives another id', () => {
  const a = uuidFromName('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'a')
  assert.notEqual(a, uuidFromName('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'b'))
  assert.notEqual(a, uuidFromName('6ba7b811-9dad-11d1-80b4-00c04fd430c8', 'a'))
})
