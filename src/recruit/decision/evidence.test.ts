import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Criterion, Question, Scorecard } from '../model.ts'
import { emptyEntry } from '../rating/card.ts'
import { basisOf } from './basis.ts'
import { evidenceOf } from './evidence.ts'

const CRITERION: Criterion = {
  ...{ id: 'a', framework: 'f', competency: 'a', name: 'Listening', entryLevel: '2', level: '3' },
  ...{ months: null, must: false, weight: 1 },
}
const question = (id: string): Question => ({
  ...{ id, criterion: 'a', kind: 'past', text: '', probes: [], askedBy: null, points: 7, source: 'own' },
  anchors: [],
})
const QUESTIONS = ['q', 'r'].map(question)
type Said = { notes?: string; quotes?: string[] }
const card = (personId: string, said: Record<string, Said>): Scorecard => ({
  ...{ id: personId, candidateId: 'c', personId, startedAt: new Date(0), submittedAt: new Date(1) },
  sealNumber: 1,
  entries: QUESTIONS.map(({ id }) => ({
    ...{ ...emptyEntry(id), rating: 4, notes: said[id]?.notes ?? null },
    quotes: (said[id]?.quotes ?? []).map((text) => ({ text, at: '10:05' })),
  })),
})
const heardOf = (cards: Scorecard[]) => {
  const kit = { criteria: [CRITERION], questions: QUESTIONS }
  const basis = basisOf(kit, { candidateId: 'c', cards, consensus: [], missing: [] }, () => 0)
  const [row] = evidenceOf({ ...kit, frameworks: new Map() }, cards, basis)
  return (row?.heard ?? []).map(({ personId, text, isQuote }) => [personId, text, isQuote ? 'quote' : 'note'])
}

test('one member’s quote hides nobody’s notes: of each answer a member’s quotes are shown, or their notes where they quoted nothing', () => {
  const cards = [
    card('m', {
      q: { quotes: ['I rang her back.'], notes: 'Own words above.' },
      r: { notes: 'A second visit.' },
    }),
    card('n', { q: { notes: 'Rang back the same day.' } }),
    card('o', { r: { quotes: ['We wrote it down.', 'And sent it.'] } }),
  ]
  assert.deepEqual(heardOf(cards), [
    ['m', 'I rang her back.', 'quote'],
    ['n', 'Rang back the same day.', 'note'],
    ['m', 'A second visit.', 'note'],
    ['o', 'We wrote it down.', 'quote'],
    ['o', 'And sent it.', 'quote'],
  ])
  assert.deepEqual(heardOf([card('m', {})]), [])
})
