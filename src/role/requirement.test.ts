import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareProfiles } from './compare.ts'
import { proposedPosts, sameTitle, titlesWithoutRole } from './holder.ts'
import type { Requirement } from './model.ts'
import { inOrder, learningWords, levelFaults, profileAdvice, RequirementInput } from './requirement.ts'
import { monthsIn, monthsWords, tenureSpread } from './tenure.ts'

const SCALE = {
  scale: {
    kind: 'proficiency' as const,
    levels: ['1', '2', '3'].map((key) => ({
      ...{ id: key, key, number: Number(key), name: null, description: null, cues: [] },
    })),
  },
}

function requirement(change: Partial<Requirement> = {}): Requirement {
  const level = change.level ?? '3'
  const entryLevel = change.entryLevel === undefined ? '1' : change.entryLevel
  return {
    ...{
      id: 'r',
      framework: 'f',
      competency: 'a',
      months: 6,
      importance: 2,
      must: false,
      analysis: null,
      why: null,
    },
    ...change,
    ...{ level, entryLevel },
    words: {
      ...{ framework: 'Words', competency: `Competency ${change.competency ?? 'a'}`, statements: [] },
      ...{ level: `Level ${level}`, entryLevel: entryLevel && `Level ${entryLevel}` },
    },
  }
}

test('nobody has to bring more than the job uses, and levels that are gone are told at their field', () => {
  assert.deepEqual(levelFaults(SCALE, { level: '2', entryLevel: '2' }), {})
  assert.deepEqual(levelFaults(SCALE, { level: '2', entryLevel: null }), {})
  assert.match(levelFaults(SCALE, { level: '2', entryLevel: '3' }).entryLevel ?? '', /more than the job uses/)
  assert.match(levelFaults(SCALE, { level: '9', entryLevel: null }).level ?? '', /no such level/)
})

test('an empty box is nothing said, not zero months', () => {
  const typed = { level: '2', entryLevel: '', months: '', importance: '3', why: ' ' }
  assert.deepEqual(RequirementInput.parse(typed), {
    ...{ level: '2', entryLevel: null, months: null, importance: 3, must: false, why: null },
  })
  assert.equal(RequirementInput.parse({ ...typed, months: '0' }).months, 0)
  assert.equal(RequirementInput.safeParse({ ...typed, months: '1.5' }).success, false)
  assert.equal(RequirementInput.safeParse({ ...typed, importance: '4' }).success, false)
})

test('must-haves stand first, whatever their importance, and are never mixed into it', () => {
  const must = requirement({ competency: 'm', importance: 1, must: true })
  const essential = requirement({ competency: 'e', importance: 3 })
  assert.deepEqual(
    inOrder([requirement(), essential, must]).map(({ competency }) => competency),
    ['m', 'e', 'a'],
  )
})

test('what one brings and what one learns is said in words', () => {
  assert.equal(learningWords(requirement()), 'Level 1 on the first day, the rest in the job, within 6 months')
  assert.equal(learningWords(requirement({ entryLevel: null, months: null })), 'All learned in the job')
  assert.equal(learningWords(requirement({ entryLevel: '3' })), 'All of it on the first day')
})

test('two versions are compared in words, and the same asks for the same', () => {
  const before = { requirements: [requirement(), requirement({ competency: 'b' })] }
  assert.deepEqual(compareProfiles(before, before), [])
  const after = {
    requirements: [
      requirement({ level: '2', must: true, entryLevel: null, months: null, importance: 3, why: 'New work' }),
      requirement({ competency: 'c' }),
    ],
  }
  assert.deepEqual(compareProfiles(before, after), [
    {
      kind: 'changed',
      competency: 'Competency a (Words)',
      says: [
        'The job uses Level 2 at most; it was Level 3.',
        'Nothing is needed on the first day any more; it was Level 1.',
        'Time to the full level: not said; it was 6 months.',
        'It is now a must-have.',
        'It is now essential; it was important.',
        'The reason is now: New work',
      ],
    },
    { kind: 'added', competency: 'Competency c (Words)', says: ['Now needed at Level 3.'] },
    {
      kind: 'dropped',
      competency: 'Competency b (Words)',
      says: ['No longer asked for; it was needed at Level 3.'],
    },
  ])
})

test('a profile of too many competencies, or of must-haves only, is questioned and not forbidden', () => {
  const many = (count: number, change: Partial<Requirement> = {}) => ({
    requirements: Array.from({ length: count }, (_, i) => requirement({ competency: String(i), ...change })),
  })
  assert.deepEqual(profileAdvice(many(8)), [])
  assert.match(profileAdvice(many(13)).join(' '), /There are 13 competencies/)
  assert.match(profileAdvice(many(5, { must: true })).join(' '), /More than half are must-haves/)
  assert.match(profileAdvice(many(1, { must: true, entryLevel: null })).join(' '), /is learned in the job/)
})

test('time in the job is counted in whole months, and not known is not none', () => {
  assert.equal(monthsIn('2025-01-15', '2026-03-14'), 13)
  assert.equal(monthsIn('2025-01-15', '2026-03-15'), 14)
  assert.equal(monthsIn('2026-05-01', '2026-03-15'), 0)
  assert.equal(monthsIn(null, '2026-03-15'), null)
  assert.equal(monthsWords(27), '2 years 3 months')
  assert.equal(monthsWords(0), 'less than a month')
})

test('the proposal spreads over the time in the job, newest and longest included', () => {
  const people = [3, 17, null, 92, 8, 14, 21].map((months, i) => ({ id: i, months }))
  assert.deepEqual(
    tenureSpread(people).map(({ months }) => months),
    [3, 14, 17, 92],
  )
  assert.deepEqual(
    tenureSpread(people.slice(0, 3)).map(({ months }) => months),
    [3, 17],
  )
  assert.equal(tenureSpread([{ months: null }, { months: 4 }]).length, 2)
})

test('posts are proposed by their title, whatever its case and marks, and only where they are free', () => {
  assert.ok(sameTitle('Team Leader, Calls', 'team leader – calls'))
  assert.ok(!sameTitle('Customer Adviser', 'Senior Customer Adviser'))
  const post = (postId: string, title: string, role: { id: string; title: string } | null = null) => ({
    ...{ postId, personId: postId, name: postId, title, team: null, startsOn: null, role },
  })
  const posts = [
    post('1', 'Adviser'),
    post('2', 'adviser'),
    post('3', 'Adviser', { id: 'r', title: 'R' }),
    post('4', 'Clerk'),
  ]
  assert.deepEqual(
    proposedPosts('Adviser', posts).map(({ postId }) => postId),
    ['1', '2'],
  )
  assert.deepEqual(titlesWithoutRole(posts, ['Clerk']), [{ title: 'Adviser', posts: 2 }])
})
