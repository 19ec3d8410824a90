import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Invalid } from '#errors.ts'
import type { Criterion, Question, Scorecard } from '../model.ts'
import { emptyEntry } from '../rating/card.ts'
import type { Consensus } from '../rating/consensus.ts'
import { hintsFor } from './check.ts'
import { draftOf, leftOutOf, quotesOf } from './draft.ts'
import { checkFeedback } from './feedback.ts'

const CRITERION: Criterion = {
  ...{ id: 'c', framework: 'f', competency: 'listening', name: 'Listening', entryLevel: '2', level: '3' },
  ...{ months: null, must: false, weight: 1 },
}
const QUESTION: Question = {
  ...{ id: 'q', criterion: 'c', kind: 'past', text: '', probes: [], askedBy: null, points: 7, source: 'own' },
  anchors: [
    { from: 1, to: 2, label: 'Not yet', texts: ['low'], level: null },
    { from: 3, to: 5, label: 'Qualified', texts: ['middle'], level: '2' },
    { from: 6, to: 7, label: 'Well qualified', texts: ['high'], level: '3' },
  ],
}
const card = (personId: string, rating: number | null): Scorecard => ({
  ...{ id: personId, candidateId: 'x', personId, startedAt: new Date(0), submittedAt: new Date(0) },
  sealNumber: 1,
  entries: [
    {
      ...{ ...emptyEntry('q'), rating, noResponse: rating === null, notes: 'Ours alone.' },
      quotes: [{ text: 'I rang her back.', at: '10:05' }],
    },
  ],
})
const agreed = (rating: number | null, sealNumber: number): Consensus => ({
  ...{ id: String(sealNumber), candidateId: 'x', question: 'q', rating, level: null, months: null },
  ...{ reason: 'Heard again.', madeBy: 'm', madeAt: new Date(0), sealNumber },
})
const part = (ratings: (number | null)[], consensus: Consensus[] = []) => {
  const cards = ratings.map((rating, i) => card(`m${i}`, rating))
  const source = { criteria: [CRITERION], questions: [QUESTION], cards, consensus }
  const [found] = draftOf(source, { name: 'Mere', title: 'Adviser', isHired: false }).parts
  assert.ok(found)
  return [found.shown, found.next]
}

test('the letter says what was shown in the words of the range, and what the next one looks like', () => {
  assert.deepEqual(part([4, 5]), ['middle', 'high'])
  assert.deepEqual(part([7, 6]), ['high', ''])
  // A mean of 5.5 has not reached the range that begins at 6.
  assert.deepEqual(part([5, 6]), ['middle', 'high'])
})

test('of the lowest range nothing is quoted, and no response is no low rating', () => {
  const [little, next] = part([1, 2])
  assert.match(little ?? '', /^In the interview we heard only a little/)
  assert.equal(next, 'middle')
  assert.match(part([null, null])[0] ?? '', /^You had no example at hand/)
  assert.deepEqual(part([null, 4]), ['middle', 'high'])
})

test('of a level with many statements a draft claims the first four, some of every question, and shows the others to choose from', () => {
  const texts = (name: string, count: number) => Array.from({ length: count }, (_, i) => `${name} ${i + 1}`)
  const asked = (id: string, names: string, count: number): Question => ({
    ...{ ...QUESTION, id },
    anchors: QUESTION.anchors.map((anchor, i) => ({ ...anchor, texts: texts(names[i] ?? '', count) })),
  })
  const questions = [asked('q', 'abc', 20), asked('r', 'def', 3)]
  const entries = questions.map(({ id }) => ({ ...emptyEntry(id), rating: 4 }))
  const cards = [{ ...card('m', 4), entries }]
  const source = { criteria: [CRITERION], questions, cards, consensus: [] }
  const [found] = draftOf(source, { name: 'Mere', title: 'Adviser', isHired: false }).parts
  assert.equal(found?.shown, 'b 1\ne 1\nb 2\ne 2')
  assert.equal(found?.next, 'c 1\nf 1\nc 2\nf 2')
  const guide = leftOutOf(source).get('c')
  assert.deepEqual([guide?.shown.length, guide?.next.length], [23, 23])
  assert.deepEqual(leftOutOf({ ...source, questions: [QUESTION] }).get('c'), { shown: [], next: [] })
})

test('a part of more than five lines is marked, with how many it has', () => {
  const lines = (count: number) => Array.from({ length: count }, () => 'Rings back.').join('\n')
  const marks = (shown: string, next: string) => {
    const parts = [{ criterion: 'c', heading: 'Listening', shown, next, quotes: [] }]
    const hints = hintsFor({ opening: 'Dear Mere', parts, closing: '' })
    return [hints.get('shown:c') ?? [], hints.get('next:c') ?? []].map(
      (all) => /It has \d+ lines/.exec(all.join())?.[0],
    )
  }
  assert.deepEqual(marks(lines(5), lines(5)), [undefined, undefined])
  assert.deepEqual(marks(lines(6), lines(20)), ['It has 6 lines', 'It has 20 lines'])
})

test('what was agreed last holds, and “cannot be rated” is no range', () => {
  assert.deepEqual(part([2, 2], [agreed(4, 3), agreed(7, 4)]), ['high', ''])
  assert.match(part([7, 7], [agreed(7, 3), agreed(null, 4)])[0] ?? '', /^You had no example/)
})

test('what the candidate said stands once, without times and without notes', () => {
  const source = {
    criteria: [CRITERION],
    questions: [QUESTION],
    cards: [card('m', 4), card('n', 5)],
    consensus: [],
  }
  assert.deepEqual([...quotesOf(source)], [['c', ['I rang her back.']]])
})

test('a letter has a beginning, and no part of it is longer than can be read', () => {
  const letter = (opening: string, shown: string) => ({
    ...{ opening, closing: '', version: 0 },
    parts: [{ criterion: 'c', shown, next: '', quotes: [] }],
  })
  const fields = (opening: string, shown: string) => {
    try {
      checkFeedback(letter(opening, shown))
      return []
    } catch (error) {
      assert.ok(error instanceof Invalid)
      return Object.keys(error.fields)
    }
  }
  assert.deepEqual(fields('Dear Mere', 'x'.repeat(4000)), [])
  assert.deepEqual(fields('Dear Mere', 'x'.repeat(4001)), ['shown:c'])
  assert.deepEqual(fields('', ''), ['opening'])
})
