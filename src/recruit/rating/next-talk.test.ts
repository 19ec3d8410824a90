import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Question } from '../model.ts'
import { emptyEntry } from './card.ts'
import { nextTalk, type Talk } from './next-talk.ts'

const question: Question = {
  ...{ id: 'q', criterion: 'c', kind: 'past', text: 'What did you do?', probes: [], askedBy: null },
  ...{ points: 7, source: 'own', anchors: [] },
}
const talk = (name: string, ratings: number[], more: Partial<Talk> = {}): Talk => ({
  candidate: { id: name, name, withdrawnAt: null, erasedAt: null },
  cards: ratings.map((rating, i) => ({ personId: `p${i}`, entries: [{ ...emptyEntry('q'), rating }] })),
  ...{ consensus: [], isWhole: true, ...more },
})
const next = (sights: Talk[], now = 'now') => nextTalk({ questions: [question], sights }, now)?.name

test('whom the panel talks about next is who was rated most differently, of those nobody has talked about', () => {
  const all = [talk('Alike', [4, 4]), talk('Apart', [2, 6]), talk('Near', [4, 5])]
  assert.equal(next(all), 'Apart')
  assert.equal(next(all, 'Apart'), 'Near')
  assert.equal(next([talk('First', [3, 5]), talk('Second', [4, 6])]), 'First')
  const gone = { ...talk('Gone', [1, 7]).candidate, withdrawnAt: new Date(0) }
  const none = [
    talk('Talked', [1, 7], { consensus: [{ question: 'q' }] }),
    talk('Rated on', [1, 7], { isWhole: false }),
    talk('Gone', [1, 7], { candidate: gone }),
  ]
  assert.equal(next(none), undefined)
  assert.equal(next([...none, ...all], 'Apart'), 'Near')
})
