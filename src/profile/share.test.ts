import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { onlyShared, type RowRef, readRef, refText, rowsInWords, ShareInput, shareState } from './share.ts'

const ref: fc.Arbitrary<RowRef> = fc.oneof(
  fc.record({
    kind: fc.constant('level' as const),
    framework: fc.uuid(),
    competency: fc.stringMatching(/^[a-z0-9-]{1,12}$/),
  }),
  fc.record({
    kind: fc.constantFrom('story' as const, 'evidence' as const, 'activity' as const),
    thing: fc.uuid(),
  }),
)

test('a row is read as it was written, and what is none is none', () => {
  fc.assert(fc.property(ref, (row) => assert.deepEqual(readRef(refText(row)), { ...row })))
  for (const text of [
    '',
    'story',
    'story x',
    'level 5d0c0000-0000-4000-8000-000000000001',
    'wage 5d0c0000-0000-4000-8000-000000000001',
  ])
    assert.equal(readRef(text), null)
})

test('no share shows a row that is not in it, and each that is', () => {
  fc.assert(
    fc.property(fc.uniqueArray(ref, { selector: refText }), fc.array(fc.boolean()), (all, picks) => {
      const chosen = all.filter((_, i) => picks[i] ?? false)
      assert.deepEqual(
        onlyShared(all, chosen, (row) => row),
        chosen,
      )
      assert.deepEqual(
        onlyShared(all, [], (row) => row),
        [],
      )
    }),
  )
})

test('a share ends at the very moment that it says, and at once when it is taken back', () => {
  const at = new Date('2026-05-03T10:00:00Z')
  const before = new Date(at.getTime() - 1)
  assert.equal(shareState({ revokedAt: null, expiresAt: at }, before), 'active')
  assert.equal(shareState({ revokedAt: null, expiresAt: at }, at), 'ended')
  assert.equal(shareState({ revokedAt: before, expiresAt: at }, before), 'taken back')
  assert.equal(shareState({ revokedAt: null, expiresAt: null }, at), 'active')
})

test('a link has to end, somebody has to be named, and at least one row be chosen', () => {
  const row = 'story 5d0c0000-0000-4000-8000-000000000001'
  const good = { rows: [row], people: [], link: true, days: 7, note: ' For the  panel ' }
  assert.equal(ShareInput.parse(good).note, 'For the panel')
  const faultOf = (wrong: object) => ShareInput.safeParse({ ...good, ...wrong }).error?.issues[0]?.path[0]
  assert.equal(faultOf({ days: null }), 'days')
  assert.equal(faultOf({ days: 365 }), 'days')
  assert.equal(faultOf({ link: false }), 'people')
  assert.equal(faultOf({ rows: [] }), 'rows')
  assert.equal(faultOf({ rows: ['salary 1'] }), 'rows')
})

test('rows are counted in words', () => {
  const level: RowRef = { kind: 'level', framework: 'f', competency: 'a1' }
  assert.equal(rowsInWords([level, level, { kind: 'story' as const }]), '2 levels and 1 story')
  assert.equal(rowsInWords([]), 'nothing any more')
})
