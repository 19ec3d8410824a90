import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Entry } from '../model.ts'
import type { CardField } from './card.ts'
import {
  arrival,
  cardField,
  EntryInput,
  emptyEntry,
  entriesFrom,
  fieldsOf,
  quotesFrom,
  quotesText,
  sealedContent,
} from './card.ts'

const ID = '5d0c0000-0000-4000-8000-000000000001'
const words = fc.option(fc.stringMatching(/^[a-z]{1,12}( [a-z]{1,12})?$/), { nil: null })
const verdict = fc.constantFrom<Pick<Entry, 'rating' | 'noResponse' | 'skipped'>>(
  { rating: 4, noResponse: false, skipped: null },
  { rating: null, noResponse: true, skipped: null },
  { rating: null, noResponse: false, skipped: 'no time' },
  { rating: null, noResponse: false, skipped: null },
)
const quote = fc
  .tuple(fc.constantFrom('', '9:05', '14:30'), fc.stringMatching(/^[a-z]{2,12}$/))
  .map(([at, text]) => ({ at, text }))
const entry: fc.Arbitrary<Entry> = fc
  .tuple(
    verdict,
    words,
    words,
    fc.array(quote, { maxLength: 3 }),
    fc.option(fc.nat(120), { nil: null }),
    fc.nat(9),
  )
  .map(([said, notes, extraProbe, quotes, months, revision]) => ({
    ...{ question: ID, ...said, notes, extraProbe, quotes, level: null, months, revision },
  }))

test('an answer comes through the form as it is', () => {
  fc.assert(
    fc.property(entry, (one) => {
      const fields = Object.fromEntries(
        Object.entries(fieldsOf(one)).map(([field, value]) => [cardField(field as CardField, ID), value]),
      )
      const [read] = entriesFrom(fields, [{ id: ID }])
      assert.deepEqual(EntryInput.parse(read), one)
      assert.equal(arrival(one, EntryInput.parse(read)), 'there')
    }),
  )
})

test('nothing old overwrites: a change is taken only when it was made to what stands', () => {
  fc.assert(
    fc.property(entry, fc.nat(9), (now, revision) => {
      const fate = arrival(now, { ...now, notes: `${now.notes} and more`, revision })
      assert.equal(fate, revision === now.revision ? 'take' : 'stale')
    }),
  )
})

test('a quote keeps its time, and a line without one is a quote as well', () => {
  const lines = '14:05 I rang her back.\n\n  She laughed  '
  assert.deepEqual(quotesFrom(lines), [
    { at: '14:05', text: 'I rang her back.' },
    { at: '', text: 'She laughed' },
  ])
  assert.equal(quotesText(quotesFrom(lines)), '14:05 I rang her back.\nShe laughed')
})

test('a quote keeps a line separator that was pasted with it, and a line of blanks holds nobody up', () => {
  assert.deepEqual(quotesFrom('9:05 One\u2028two'), [{ at: '9:05', text: 'One\u2028two' }])
  const before = process.cpuUsage().user
  const [quote] = quotesFrom(`a${' '.repeat(400_000)}b`)
  assert.equal(quote?.text.length, 400_002)
  assert.ok(process.cpuUsage().user - before < 1_000_000, 'In a second.')
})

test('a rating and its absence shut each other out', () => {
  const both = { ...emptyEntry(ID), rating: 3, noResponse: true }
  assert.match(EntryInput.safeParse(both).error?.issues[0]?.message ?? '', /shut each other out/)
})

test('of a card the numbers are sealed as they are, and the words by seals alone', () => {
  const one = { ...emptyEntry(ID), rating: 4, notes: 'Calm.', quotes: [{ at: '9:05', text: 'Yes.' }] }
  const { body, texts } = sealedContent({ candidateId: 'c', entries: [one] })
  assert.deepEqual(texts, { [`${ID} notes`]: 'Calm.', [`${ID} quote 1`]: '9:05 Yes.' })
  assert.doesNotMatch(JSON.stringify(body), /Calm|Yes/)
})
