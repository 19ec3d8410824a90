import assert from 'node:assert/strict'
import { test } from 'node:test'
import { activitiesIn } from './split.ts'

const texts = (plain: string) => activitiesIn(plain).map(({ text }) => text)

test('one statement stays whole, even when it is told in several short sentences', () => {
  const told =
    'My tutor drives down a street and sees ten things. I see two. We go round and I try for three.'
  assert.deepEqual(texts(told), [told])
  assert.deepEqual(texts('Calms people, and then tells them what comes next.').length, 1)
})

test('sentences that each tell what I do are activities of their own', () => {
  const told =
    'I calm customers who are upset. I plan the rota for the week. I taught the others how the till works.'
  assert.equal(texts(told).length, 3)
})

test('a job description gives its duties, without headings, dates, addresses and telephone numbers', () => {
  const description = [
    'Key responsibilities:',
    '',
    '• Greets visitors and finds out what they need',
    '• Keeps the diary of the team and settles clashes between',
    '  meetings before anybody notices',
    '2) Passes messages on at once; follows up what was left open by the night shift',
    'Contact',
    'post@example.org, 01234 567 890',
    'Receptionist',
    'March 2019 – present',
  ].join('\n')
  assert.deepEqual(texts(description), [
    'Greets visitors and finds out what they need',
    'Keeps the diary of the team and settles clashes between meetings before anybody notices',
    'Passes messages on at once',
    'follows up what was left open by the night shift',
  ])
})

test('a paragraph of twenty activities is cut into twenty', () => {
  const paragraph = Array.from(
    { length: 20 },
    (_, i) => `Looks after the ${i + 1} oldest residents every day.`,
  )
  assert.equal(activitiesIn(paragraph.join(' ')).length, 20)
})

test('an abbreviation does not end a sentence', () => {
  const long = `${'Deals with all sorts of post, e.g. Letters and parcels that came to the wrong door. '.repeat(6)}`
  assert.ok(texts(long).every((text) => !text.endsWith('e.g.')))
})

test('nothing gives nothing', () => assert.deepEqual(activitiesIn('  \n '), []))
