import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aboutJson, holdsAnything, listed, whoMay } from './about.ts'
import { type ErasurePreview, goes, stays } from './erasure.ts'
import { isSameName, pseudonymFrom } from './model.ts'
import {
  cutOff,
  monthsWords,
  PeriodsForm,
  periodsFrom,
  RETENTION_KINDS,
  RETENTION_RULES,
} from './retention.ts'

test('a pseudonym is short, and longer only where it is taken', () => {
  const chance = '7f3a09c1-0000-4000-8000-000000000000'
  const taken = new Set<string>()
  const next = () => pseudonymFrom(chance, (name) => taken.has(name))
  assert.equal(next(), 'Former colleague 7F3A')
  taken.add(next())
  assert.equal(next(), 'Former colleague 7F3A09')
})

test('a name counts as typed whatever the case and the blanks, and no other name does', () => {
  assert.ok(isSameName('  zoë   BÜLOW ', 'Zoe\u0308 Bülow'))
  assert.ok(!isSameName('Zoe Bülow', 'Zoë Bülow'))
  assert.ok(!isSameName('', 'Zoë Bülow'))
})

test('who can see something is said from the access table itself', () => {
  assert.equal(whoMay(['member']), 'everybody in the organisation')
  assert.equal(whoMay(['owner', 'hr']), 'the owners and HR')
  assert.equal(whoMay('anyone'), 'anybody at all, signed in or not')
  assert.equal(listed(['a', 'b', 'c']), 'a, b and c')
})

test('what is kept counts as nothing only where there is nothing in it', () => {
  for (const nothing of [null, undefined, '', [], {}, { a: null, b: [''] }])
    assert.equal(holdsAnything(nothing), false)
  for (const something of [0, false, 'x', [0], { a: { b: 1 } }, new Date(0)])
    assert.equal(holdsAnything(something), true)
})

test('the file for programs holds every part with who can see it', () => {
  const part = {
    key: 'people',
    title: 'You',
    says: 'Who you are.',
    seenBy: [{ what: 'All', who: 'you' }],
    holds: { name: 'Ada' },
  }
  const about = { person: { id: '1', name: 'Ada' }, organization: 'Ours', at: new Date(0), parts: [part] }
  assert.deepEqual(JSON.parse(JSON.stringify(aboutJson(about))), {
    about: { id: '1', name: 'Ada' },
    organization: 'Ours',
    made: '1970-01-01T00:00:00.000Z',
    parts: [{ key: 'people', title: 'You', seenBy: [{ what: 'All', who: 'you' }], holds: { name: 'Ada' } }],
  })
})

test('what goes and what stays depends on what there is, and each thing that stays has its reason', () => {
  const preview: ErasurePreview = {
    ...{ person: { id: '1', name: 'Ada' }, words: ['Ada'], hasNamesake: false, obstacle: null, wish: null },
    ...{ hasAccount: false, posts: 0, events: 0 },
  }
  assert.doesNotMatch(goes(preview).join('\n'), /account|history/)
  const more = goes({ ...preview, hasAccount: true, posts: 2, events: 1 }).join('\n')
  assert.match(more, /account with its password/)
  assert.match(more, /one event of the history/)
  assert.equal(stays({ ...preview, posts: 1 }).length, stays(preview).length + 1)
  for (const { why } of stays({ ...preview, posts: 3 })) assert.match(why, /\.$/)
})

test('a period reaches back by calendar months, and for ever reaches nowhere', () => {
  const cut = (day: string, months: number | null) =>
    cutOff(new Date(`${day}T12:00:00Z`), months)
      ?.toISOString()
      .slice(0, 10)
  assert.equal(cut('2026-05-31', 3), '2026-02-28')
  assert.equal(cut('2024-03-31', 1), '2024-02-29')
  assert.equal(cut('2026-05-03', 72), '2020-05-03')
  assert.equal(cut('2026-05-03', null), undefined)
  assert.deepEqual([null, 1, 18, 12, 72].map(monthsWords), [
    'for ever',
    '1 month',
    '18 months',
    '1 year',
    '6 years',
  ])
})

test('what the owner decides goes before what Sightline proposes, for ever included', () => {
  const periods = periodsFrom({ mails: 1, history: null })
  assert.equal(periods.mails, 1)
  assert.equal(periods.history, null)
  assert.equal(periods.people, RETENTION_RULES.people.months)
})

test('periods are typed in months; nothing typed is for ever, and anything else is told at its field', () => {
  const typed = Object.fromEntries(RETENTION_KINDS.map((kind) => [kind, '12']))
  assert.equal(PeriodsForm.parse({ ...typed, mails: ' 3 ', jobs: '' }).mails, 3)
  assert.equal(PeriodsForm.parse({ ...typed, jobs: '' }).jobs, null)
  for (const wrong of ['0', '-1', '1.5', 'a year', '601', '9'.repeat(30)]) {
    const { error } = PeriodsForm.safeParse({ ...typed, mails: wrong })
    assert.deepEqual(error?.issues[0]?.path, ['mails'], wrong)
  }
})
