import assert from 'node:assert/strict'
import { test } from 'node:test'
import { safeNext } from './next.ts'

const NEXT: [given: unknown, next: string][] = [
  ['/framework/spotlight?level=3', '/framework/spotlight?level=3'],
  ['/', '/'],
  ['https://evil.example/', '/'],
  ['//evil.example/', '/'],
  ['/\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['/a/..//evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['/sign-in?next=/sign-in', '/'],
  ['/sign-out', '/'],
  [undefined, '/'],
  [['/a', '/b'], '/'],
]

for (const [given, next] of NEXT)
  test(`after signing in, ${JSON.stringify(given)} leads to ${next}`, () => {
    assert.equal(safeNext(given), next)
  })
