import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Candidate, Stage } from '../model.ts'
import { candidateFilterFrom, listedOf, PAGE } from './listed.ts'

const one = (name: string, stage: Stage = 'applied', some: Partial<Candidate> = {}): Candidate => ({
  ...{ id: name, vacancyId: 'v', name, email: null, letter: null, accommodation: null, notice: '', stage },
  ...{ appliedAt: new Date(0), withdrawnAt: null, erasedAt: null, personId: null, ...some },
})
const MANY = [
  ...Array.from({ length: 2 * PAGE }, (_, i) => one(`Applicant ${i + 1}`)),
  ...['Mere Kāretu', 'Søren Łukasz', 'Ada O’Neill'].map((name) => one(name, 'invited')),
  one('Gone', 'applied', { withdrawnAt: new Date(1) }),
]
const names = (q: string, page = 1) =>
  listedOf(MANY, { q, page }).groups.flatMap(({ those }) => those.map(({ name }) => name))

test('every candidate stands on exactly one page, and a caption counts those on the others too', () => {
  const pages = [1, 2, 3].map((page) => listedOf(MANY, { q: '', page }))
  const all = pages.flatMap(({ groups }) => groups.flatMap(({ those }) => those.map(({ id }) => id)))
  assert.deepEqual(all.toSorted(), MANY.map(({ id }) => id).toSorted())
  assert.deepEqual(
    pages.map(({ groups }) => groups.map(({ title, all, those }) => [title, all, those.length])),
    [
      [['Applied', 2 * PAGE, PAGE]],
      [['Applied', 2 * PAGE, PAGE]],
      [
        ['Invited', 3, 3],
        ['Withdrawn or erased', 1, 1],
      ],
    ],
  )
})

test('a name is found by the beginnings of its words, without marks, and a page beyond the last is the last', () => {
  assert.deepEqual(names('kar'), ['Mere Kāretu'])
  assert.deepEqual(names('lukasz sor'), ['Søren Łukasz'])
  assert.deepEqual(names('neill'), ['Ada O’Neill'])
  assert.deepEqual(names('plicant'), [])
  assert.equal(listedOf(MANY, { q: '', page: 99 }).page, 3)
  assert.deepEqual(listedOf([], { q: '', page: 2 }), { groups: [], found: 0, page: 1, pages: 1 })
})

test('what an address cannot mean counts as nothing', () => {
  for (const page of ['0', '-1', '1.5', 'x', '', '12345678'])
    assert.equal(candidateFilterFrom({ page }).page, 1)
  assert.deepEqual(candidateFilterFrom({ q: 'a'.repeat(300), page: '3' }), { q: 'a'.repeat(200), page: 3 })
})
