import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SOURCE, welcomeDraft } from './fixtures/draft.ts'
import type { Draft, Edit } from './model.ts'
import { readDocument } from './read.ts'
import { repairsOf } from './repairs.ts'
import { replay } from './review.ts'

const joined: Edit = {
  rule: 'broken-line',
  before: ['Greets visitors when they', 'come in.'],
  after: ['Greets visitors when they come in.'],
  lines: [5, 6],
  items: ['a'],
}
const withEdits = (...edits: Edit[]): Draft => ({ ...welcomeDraft(), edits })

test('a join is taken back by writing its lines apart, and no word is lost', () => {
  const [repair] = repairsOf(withEdits(joined))
  assert.ok(repair?.takeBack)
  const draft = replay(SOURCE, withEdits(joined), [repair.takeBack])
  const texts = draft.competencies[0]?.levels[0]?.indicators.map((i) => i.text)
  assert.deepEqual(texts?.slice(0, 2), joined.before)
  assert.equal(draft.ledger.inventedWords, 0)
  assert.equal(repairsOf(draft)[0]?.takeBack, null)
})

test('a cut is taken back by joining what came of it', () => {
  const split = replay(SOURCE, welcomeDraft(), [
    { do: 'rewrite', item: 'b', text: 'Shows the way;\noffers a seat.' },
  ])
  const cut: Edit = {
    rule: 'sentences',
    before: ['Shows the way; offers a seat.'],
    after: ['Shows the way;', 'offers a seat.'],
    lines: [7, 7],
    items: ['b.1', 'b.2'],
  }
  const [repair] = repairsOf({ ...split, edits: [cut] })
  assert.deepEqual(repair?.takeBack, { do: 'merge', items: ['b.1', 'b.2'] })
})

test('where a person has written other words since, nothing is taken back', () => {
  const draft = replay(SOURCE, withEdits(joined), [{ do: 'rewrite', item: 'a', text: 'Welcomes everybody.' }])
  assert.equal(repairsOf(draft)[0]?.takeBack, null)
})

test('a word that was put together at a hyphen is taken apart again, and the ledger counts nothing as invented', () => {
  const text = 'Singing\n\nLevel 1\n- Solves pro-\nblems of breath.\n\nLevel 2\n- Foresees problems.\n'
  const source = { name: null, text }
  const draft = readDocument(source)
  assert.equal(draft.competencies[0]?.levels[0]?.indicators[0]?.text, 'Solves problems of breath.')
  const [repair] = repairsOf(draft)
  assert.ok(repair?.takeBack)
  const back = replay(source, draft, [repair.takeBack])
  const texts = back.competencies[0]?.levels[0]?.indicators.map((item) => item.text)
  assert.deepEqual(texts, ['Solves pro-', 'blems of breath.'])
  for (const { ledger } of [draft, back]) assert.equal(ledger.lostWords + ledger.inventedWords, 0)
})
