import assert from 'node:assert/strict'
import { test } from 'node:test'
import { trainingEntries } from '../../bench/translate-corpus.ts'
import { namesQuality } from './attribute.ts'
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

test('a paragraph of activities on one line is taken apart, whoever does them', () => {
  assert.deepEqual(
    texts(
      'Answers the phones. Books rooms, and keeps the diary up to date. Deals with callers who complain.',
    ),
    [
      'Answers the phones.',
      'Books rooms, and keeps the diary up to date.',
      'Deals with callers who complain.',
    ],
  )
  const alike = [
    'She greets visitors at the desk. She books rooms for the team. She calms callers who complain.',
    'The clerk answers the phones. The clerk books the rooms. The porter carries the bags.',
    'Answering the phones. Booking rooms for meetings. Calming callers.',
    'Answered the phones. Booked rooms for meetings. Calmed callers who complained.',
    'I answer the phones all day. I book rooms for the team. I calm callers who complain.',
    'We answer the phones together. I book rooms for the team. I calm callers who complain.',
    'Answer the phones. Book rooms for meetings. Deal with complaints.',
  ]
  for (const text of alike) assert.equal(texts(text).length, 3, text)
})

test('one thing told in two sentences stays whole', () => {
  const whole = [
    'Customers get angry at the till. I calm them before it spreads.',
    'I gave two families the same seats. Now I check the plan twice.',
    'He was shouting at everybody. I asked him to sit down with me.',
    'Nothing in that room gets past Denise; she had him moved before anyone looked up.',
  ]
  for (const text of whole) assert.deepEqual(texts(text), [text])
})

test('lines of a CV are cut at semicolons and at bullets, short as they may be', () => {
  assert.deepEqual(texts('Till work; stock checks; staff rotas; complaints'), [
    'Till work',
    'stock checks',
    'staff rotas',
    'complaints',
  ])
  assert.deepEqual(texts('• Served customers • Trained two starters • Closed up at night'), [
    'Served customers',
    'Trained two starters',
    'Closed up at night',
  ])
  assert.deepEqual(texts('Receptionist 2019–2022 • Welcomed guests | Kept the register'), [
    'Receptionist 2019–2022',
    'Welcomed guests',
    'Kept the register',
  ])
})

test('headings are no activities, and what follows them is what it is', () => {
  const pasted = [
    'JOB DESCRIPTION',
    'Job title: Customer Adviser',
    'About us: we are a family firm with 30 years of trading',
    'Main duties and responsibilities:',
    'Answer calls about bills',
    'Sort out wrong bills with the finance team',
    'Requirements: empathy, excellent communicator',
    'What we offer',
    '25 days of holiday and a pension',
    'Person specification',
    '- team player',
    '- empathy',
    'Able to work under pressure',
    'Interests:',
    'Coaches a football team of girls',
  ].join('\n')
  assert.deepEqual(texts(pasted), [
    'Answer calls about bills',
    'Sort out wrong bills with the finance team',
    'empathy',
    'excellent communicator',
    'team player',
    'empathy',
    'Able to work under pressure',
    'Coaches a football team of girls',
  ])
})

test('qualities in a list are never dropped, however short', () => {
  assert.deepEqual(texts('- empathy\n- team player\n- Excel'), ['empathy', 'team player', 'Excel'])
  assert.deepEqual(texts('empathy\npatient\nhard-working'), ['empathy', 'patient', 'hard-working'])
  assert.deepEqual(texts('Empathy, patience and tact'), ['Empathy', 'patience', 'tact'])
  for (const text of texts('- empathy\nteam player')) assert.ok(namesQuality(text), text)
})

test('hardly a statement of the corpus is cut in two', () => {
  const all = trainingEntries()
  const cut = all.filter(({ text }) => activitiesIn(text).length !== 1)
  assert.ok(cut.length <= all.length / 50, `${cut.length} of ${all.length}`)
})

test('an abbreviation does not end a sentence', () => {
  const long = `${'Deals with all sorts of post, e.g. Letters and parcels that came to the wrong door. '.repeat(6)}`
  assert.ok(texts(long).every((text) => !text.endsWith('e.g.')))
})

test('nothing gives nothing', () => assert.deepEqual(activitiesIn('  \n '), []))
