import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Invalid } from '../errors.ts'
import { SOURCE, welcomeDraft } from './fixtures/draft.ts'
import { countLedger } from './ledger.ts'
import type { Draft } from './model.ts'
import { listsOf, placeName } from './places.ts'
import { Operation, replay, type Step, standing } from './review.ts'

const after = (...steps: Step[]) => replay(SOURCE, welcomeDraft(), steps)
const level = (draft: Draft, order: number) =>
  draft.competencies[0]?.levels.find((l) => l.order === order)?.indicators ?? []
const texts = (draft: Draft, order: number) => level(draft, order).map((i) => i.text)
const nothingLost = (draft: Draft) => {
  assert.equal(draft.ledger.lostWords, 0)
  assert.equal(draft.ledger.inventedWords, 0)
  assert.equal(draft.ledger.placedWords, draft.ledger.sourceWords)
}

test('the draft that the tests start from holds every word once', () => nothingLost(welcomeDraft()))

test('a moved item stands in the order of the source and is certain from then on', () => {
  const draft = after({ do: 'move', items: ['c'], to: 'level:c1:0' })
  assert.deepEqual(texts(draft, 0), [
    'Greets visitors when they come in.',
    'Shows the way; offers a seat.',
    'Notices who has waited longest.',
  ])
  assert.deepEqual(texts(draft, 1), [])
  assert.equal(level(draft, 0)[2]?.confidence, 1)
  nothingLost(draft)
})

test('several items move at once, also out of the tray and out of the furniture', () => {
  const draft = after({ do: 'move', items: ['u', 'f'], to: 'section:c1:notes' })
  assert.deepEqual(
    draft.competencies[0]?.sections.notes.map((i) => i.id),
    ['f', 'u'],
  )
  assert.deepEqual([draft.unplaced.length, draft.furniture.length], [0, 0])
  nothingLost(draft)
})

test('a place or an item that the draft does not have is refused in words', () => {
  assert.throws(() => after({ do: 'move', items: ['a'], to: 'level:c1:7' }), Invalid)
  assert.throws(() => after({ do: 'move', items: ['a'], to: 'level:c9:0' }), /Choose another/)
  assert.throws(() => after({ do: 'move', items: ['zz'], to: 'unplaced' }), /not in this draft any more/)
  assert.throws(() => after({ do: 'merge', items: ['a'] }), /no item before/)
})

test('one ticked item joins the one before it; its pieces can be told apart again', () => {
  const draft = after({ do: 'merge', items: ['b'] })
  assert.deepEqual(texts(draft, 0), ['Greets visitors when they come in. Shows the way; offers a seat.'])
  assert.equal(level(draft, 0)[0]?.spans.length, 3)
  nothingLost(draft)
  const apart = after(
    { do: 'merge', items: ['b'] },
    { do: 'rewrite', item: 'a', text: 'Greets visitors when they come in.\nShows the way; offers a seat.' },
  )
  assert.deepEqual(
    level(apart, 0).map((i) => [i.text, i.lines]),
    [
      ['Greets visitors when they come in.', [5, 6]],
      ['Shows the way; offers a seat.', [7, 7]],
    ],
  )
  nothingLost(apart)
})

test('a line break in the words cuts the item, and each piece keeps its own words of the source', () => {
  const draft = after({ do: 'rewrite', item: 'b', text: 'Shows the way;\noffers a seat.' })
  assert.deepEqual(
    level(draft, 0).map((i) => i.id),
    ['a', 'b.1', 'b.2'],
  )
  assert.deepEqual(
    level(draft, 0)
      .slice(1)
      .map((i) => SOURCE.text.slice(...(i.spans[0] ?? [0, 0]))),
    ['Shows the way', 'offers a seat'],
  )
  nothingLost(draft)
})

test('other words are marked as edited, and the words they came from stay accounted for', () => {
  const draft = after({ do: 'rewrite', item: 'c', text: 'Sees who has waited longest and says so.' })
  assert.deepEqual(level(draft, 1)[0]?.flags, ['edited'])
  nothingLost(draft)
})

test('an item named twice in a form moves once', () => {
  const step = Operation.parse({ do: 'move', items: ['a', 'a'], to: 'unplaced' })
  assert.deepEqual(step.do === 'move' && step.items, ['a'])
})

test('the tray is emptied into the notes, and a removed competency goes back into the tray', () => {
  const kept = after({ do: 'keep-as-notes', competency: 'c1' })
  assert.equal(kept.unplaced.length, 0)
  assert.deepEqual(
    kept.competencies[0]?.sections.notes.map((i) => i.id),
    ['u'],
  )
  const removed = after({ do: 'remove-competency', competency: 'c1' })
  assert.deepEqual(
    removed.unplaced.map((i) => i.id),
    ['d', 'a', 'b', 'c', 'u'],
  )
  nothingLost(removed)
})

test('levels can be named, added and turned round', () => {
  const flipped = after({ do: 'flip-levels', competency: 'c1' })
  assert.deepEqual(
    flipped.competencies[0]?.levels.map((l) => l.number),
    [2, 1],
  )
  const named = after(
    { do: 'name-level', competency: 'c1', order: 1, number: null, name: 'Attentive' },
    { do: 'add-level', competency: 'c1' },
  )
  assert.deepEqual(
    named.competencies[0]?.levels.map((l) => [l.order, l.number, l.name]),
    [
      [0, 1, null],
      [1, null, 'Attentive'],
      [2, 2, null],
    ],
  )
  assert.throws(
    () => after({ do: 'name-level', competency: 'c1', order: 1, number: null, name: '' }),
    Invalid,
  )
})

test('undo takes back the last step that stands, one after the other, and then nothing', () => {
  const move: Step = { do: 'move', items: ['a'], to: 'unplaced' }
  const title: Step = { do: 'name-framework', title: 'Reception' }
  assert.deepEqual(standing([move, title, { do: 'undo' }]), [move])
  assert.deepEqual(standing([move, { do: 'undo' }, { do: 'undo' }, title]), [title])
  assert.deepEqual(replay(SOURCE, welcomeDraft(), [move, { do: 'undo' }]), welcomeDraft())
})

test('forms become operations: numbers may be left out, names may not', () => {
  const parsed = Operation.parse({
    do: 'name-level',
    competency: 'c1',
    order: '0',
    number: '',
    name: 'First',
  })
  assert.deepEqual(parsed, { do: 'name-level', competency: 'c1', order: 0, number: null, name: 'First' })
  assert.equal(Operation.safeParse({ do: 'move', items: [], to: 'unplaced' }).success, false)
  assert.equal(Operation.safeParse({ do: 'move', items: ['a'], to: 'level:c1:x' }).success, false)
  assert.equal(Operation.safeParse({ do: 'add-competency', name: '  ' }).success, false)
})

test('whatever a reviewer does, in whatever order, no word is lost or told twice', () => {
  const anyStep = fc.record({
    kind: fc.constantFrom('move', 'merge', 'notes', 'confirm', 'cut', 'remove', 'add', 'flip'),
    pick: fc.nat(),
    where: fc.nat(),
  })
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 25 }), (choices) => {
      let draft = welcomeDraft()
      const steps: Step[] = []
      for (const choice of choices) {
        const step = stepFrom(draft, choice)
        const next = tryStep(draft, step)
        if (next !== draft) steps.push(step)
        draft = next
      }
      nothingLost(draft)
      assert.deepEqual(replay(SOURCE, welcomeDraft(), steps), draft)
      assert.deepEqual(countLedger(SOURCE, draft), draft.ledger)
    }),
    { numRuns: 200 },
  )
})

function stepFrom(draft: Draft, { kind, pick, where }: { kind: string; pick: number; where: number }): Step {
  const lists = listsOf(draft)
  const items = lists.flatMap((l) => l.items)
  const item = items[pick % items.length]
  const to = placeName(lists[where % lists.length]?.place ?? { in: 'unplaced' })
  const id = item?.id ?? ''
  if (kind === 'move')
    return {
      do: 'move',
      items: [id, items[where % items.length]?.id ?? id].filter((x, i, all) => all.indexOf(x) === i),
      to,
    }
  if (kind === 'cut')
    return { do: 'rewrite', item: id, text: (item?.text ?? 'x').split(' ').join(where % 2 ? ' ' : '\n') }
  if (kind === 'remove') return { do: 'remove-competency', competency: draft.competencies[0]?.id ?? '' }
  if (kind === 'add') return { do: 'add-competency', name: 'Another' }
  if (kind === 'flip') return { do: 'flip-levels', competency: draft.competencies[0]?.id ?? '' }
  return { do: kind as 'merge' | 'notes' | 'confirm', items: [id] }
}

function tryStep(draft: Draft, step: Step): Draft {
  try {
    return replay(SOURCE, draft, [step])
  } catch (error) {
    if (error instanceof Invalid) return draft
    throw error
  }
}
