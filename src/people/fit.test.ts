import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Invalid } from '#errors.ts'
import { fitPost, fitPosts } from './fit.ts'
import type { Post, PostInput } from './model.ts'

const OPEN = { startsOn: null, endsOn: null, leaveFrom: null, leaveUntil: null }
const POST: PostInput = {
  ...{ title: 'Adviser', teamId: null, placeId: null, reportsTo: null, share: null },
  ...{ startsOn: null, endsOn: null },
}
const PERSON = { ...OPEN, startsOn: '2024-01-01', endsOn: '2026-12-31' }
const stored = (days: Partial<Post>): Post => ({ ...POST, id: 'p', personId: 'a', version: 1, ...days })

const at = (field: string) => (error: unknown) => error instanceof Invalid && field in error.fields

test('a post without days of its own has those of the person', () => {
  const { startsOn, endsOn } = fitPost(POST, PERSON)
  assert.deepEqual([startsOn, endsOn], ['2024-01-01', '2026-12-31'])
})

test('a post before the first day or after the last is told at the field', () => {
  assert.throws(() => fitPost({ ...POST, startsOn: '2023-12-31' }, PERSON), at('startsOn'))
  assert.throws(() => fitPost({ ...POST, endsOn: '2027-01-01' }, PERSON), at('endsOn'))
  assert.throws(() => fitPost({ ...POST, startsOn: '2027-01-01' }, PERSON), at('endsOn'))
})

test('posts end with the last day, and begin with a first day that is corrected', () => {
  const after = { ...OPEN, startsOn: '2024-02-01', endsOn: '2025-05-31' }
  const posts = fitPosts(
    [stored({ startsOn: '2024-01-01' }), stored({ startsOn: '2024-03-01', endsOn: '2024-12-31' })],
    PERSON,
    after,
  )
  assert.deepEqual(
    posts.map(({ startsOn, endsOn }) => [startsOn, endsOn]),
    [['2024-02-01', '2025-05-31']],
  )
})

test('days that would leave a post outside are refused with its name', () => {
  const late = stored({ title: 'Lead', startsOn: '2026-06-01' })
  assert.throws(
    () => fitPosts([late], OPEN, { ...OPEN, endsOn: '2026-05-31' }),
    /“Lead” begins on 1 June 2026/,
  )
  assert.throws(() => fitPosts([late], OPEN, { ...OPEN, startsOn: '2026-07-01' }), at('startsOn'))
  const over = stored({ endsOn: '2020-01-01' })
  assert.throws(() => fitPosts([over], OPEN, { ...OPEN, startsOn: '2021-01-01' }), at('startsOn'))
})
