import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SheetInput } from './decision/decision.ts'
import { reasonHints } from './decision/form.ts'
import { TOPICS } from './kit/rules/topics.ts'

test('a sheet that a program sends is read as a form is: what is left out is empty', () => {
  const id = '5D0C0000-0000-4000-8000-000000000001'
  const parsed = SheetInput.parse({
    seen: 3,
    entries: [{ candidate: id, outcome: 'no', place: null, reason: '  A\r\nb ' }],
  })
  assert.deepEqual(parsed, {
    ...{ seen: 3, changes: '' },
    entries: [{ candidate: id.toLowerCase(), outcome: 'no', place: null, reason: 'A\nb', despite: '' }],
  })
})

test('a reason is looked at for qualities and for what must play no part, and not for what the candidate is called', () => {
  const topics = TOPICS.GB ?? []
  const hints = (reason: string) =>
    (reasonHints({ 'reason:c': reason, changes: 'Friendly.' }, topics).get('reason:c') ?? []).map(
      ({ words, says }) => words ?? says,
    )
  assert.deepEqual(hints('She rang him back at six, as promised, before anything was settled.'), [])
  assert.deepEqual(hints('Was friendly and a good communicator.'), ['friendly', 'good communicator'])
  assert.deepEqual(hints('They seemed calm. A native speaker.'), ['calm', 'native speaker'])
  for (const reason of ['She is married.', 'Has children.', 'He is pregnant.'])
    assert.match(hints(reason).join(), /must play no part/)
})
