import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Detail } from './model.ts'
import { type Erasure, namingWords, redact, withoutWords, wordsToSearch } from './redact.ts'

const ADA = 'a'
const erasure: Erasure = {
  personId: ADA,
  pseudonym: 'Former colleague 7F3A',
  words: ['ada.byrne@example.org', 'Ada Byrne'],
  shared: [],
}
const by = (actorId: string | null, subject = 'thing x', also: string[] = []) => {
  const [subjectKind = '', subjectId = ''] = subject.split(' ')
  return { actorId, subjectKind, subjectId, also }
}

test('in their own acts only the name of the person goes', () => {
  const detail: Detail = {
    actor: 'Ada Byrne',
    names: ['Spotlight'],
    changes: { title: { before: null, after: 'Spotlight' } },
  }
  assert.deepEqual(redact(by(ADA), detail, erasure), { ...detail, actor: 'Former colleague 7F3A' })
})

test('in acts on the person every value goes, and their name; who did it stays', () => {
  const detail: Detail = {
    actor: 'Bo Chen',
    names: ['Ada Byrne'],
    changes: {
      salary: { before: 1, after: 'more' },
      email: { before: null, after: 'ada.byrne@example.org' },
    },
    note: { reason: 'moved away', steps: ['a', { deep: 'b' }], no: null },
  }
  assert.deepEqual(redact(by('b', `person ${ADA}`), detail, erasure), {
    actor: 'Bo Chen',
    names: ['Former colleague 7F3A'],
    changes: {
      salary: { before: '(erased)', after: '(erased)' },
      email: { before: null, after: '(erased)' },
    },
    note: { reason: '(erased)', steps: '(erased)', no: null },
  })
})

test('in acts on others their name goes wherever it stands as a whole, and nothing else', () => {
  const changes = {
    reportsTo: { before: 'ada  byrne', after: 'Bo Chen' },
    note: { before: null, after: 'Ada Byrneson' },
  }
  const detail: Detail = { actor: 'Bo Chen', names: ['Cy Dunn', 'Ada Byrne', null], changes }
  assert.deepEqual(redact(by('b', 'person c', [`person ${ADA}`, 'team t']), detail, erasure), {
    actor: 'Bo Chen',
    names: ['Cy Dunn', 'Former colleague 7F3A', null],
    changes: {
      reportsTo: { before: 'Former colleague 7F3A', after: 'Bo Chen' },
      note: { before: null, after: 'Ada Byrneson' },
    },
  })
})

test('a namesake keeps their name', () => {
  const shared = { ...erasure, shared: ['Ada Byrne'] }
  const other: Detail = {
    actor: 'Ada Byrne',
    names: ['Ada Byrne'],
    changes: { email: { before: null, after: 'ada.byrne@example.org' } },
  }
  assert.deepEqual(redact(by('z', 'person y'), other, shared), {
    ...other,
    changes: { email: { before: null, after: 'Former colleague 7F3A' } },
  })
  assert.deepEqual(redact(by(ADA), { actor: 'Ada Byrne', note: { about: 'Ada Byrne' } }, shared), {
    actor: 'Former colleague 7F3A',
    note: { about: 'Former colleague 7F3A' },
  })
  assert.deepEqual(wordsToSearch(shared), ['ada.byrne@example.org'])
})

test('words with signs of their own are found as they stand', () => {
  assert.equal(
    withoutWords('Seán O’Neill (m.) met SEÁN O’NEILL (m.).', ['Seán O’Neill (m.)'], 'X'),
    'X met X.',
  )
  assert.equal(withoutWords('a+b@x.org, aab@x.org', ['a+b@x.org'], 'X'), 'X, aab@x.org')
})

test('earlier names and addresses are learnt from the events on the person', () => {
  const details: Detail[] = [
    {
      names: ['Ada King'],
      changes: {
        name: { before: 'Ada King', after: 'Ada Byrne' },
        title: { before: null, after: 'Adviser' },
      },
    },
    { names: ['Ada Byrne'], changes: { contact: { before: 'ada@old.example', after: null } } },
  ]
  assert.deepEqual(namingWords(details), ['ada@old.example', 'Ada Byrne', 'Ada King'])
})
