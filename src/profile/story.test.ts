import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cellFrom, cellText, PlacingForm } from './placing.ts'
import { type Story, StoryForm, storiesWith, storyName } from './story.ts'
import { hintsFor, type StoryPart } from './story-hints.ts'

const EMPTY = { title: null, situation: null, action: null, result: null, change: null }
const hintsOn = (action: string) =>
  hintsFor({ ...EMPTY, title: 'T', situation: 'S', change: 'C', result: '12 people came.', action })

test('a draft may lack any part but not all of them, and nothing that was typed is changed but its ends', () => {
  const parts = ['title', 'situation', 'action', 'result', 'change'] as const
  fc.assert(
    fc.property(
      fc.constantFrom(...parts),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 100 }),
      (part, text) => {
        const typed = text.replaceAll('\u0000', '').normalize('NFC')
        fc.pre(typed.trim() !== '')
        const read = StoryForm.parse({ [part]: typed })
        for (const other of parts) if (other !== part) assert.equal(read[other], null)
        if (part !== 'title') assert.equal(read[part], typed.replaceAll('\r\n', '\n').trim())
      },
    ),
  )
  const { error } = StoryForm.safeParse({ title: '  ', situation: '\n', setting: 'work' })
  assert.match(error?.issues[0]?.message ?? '', /Write a few words of any part first/)
})

test('what is missing is told part by part, the action with why it matters', () => {
  const hints = hintsFor(EMPTY)
  assert.deepEqual(
    new Set(hints.map(({ part }) => part)),
    new Set<StoryPart>(['title', 'situation', 'action', 'result', 'change']),
  )
  assert.equal(hints[0]?.part, 'action')
  assert.match(hints[0]?.says ?? '', /competency and level are read from it alone/)
  assert.deepEqual(
    hintsFor({
      title: 'T',
      situation: 'S',
      action: 'I asked her what had happened and then rang the crew.',
      result: 'She had water by six.',
      change: 'C',
    }),
    [],
  )
})

test('wording that hides what somebody did is pointed out with the words', () => {
  const told: [string, RegExp | null][] = [
    ['We planned the day and we told everybody where to stand and when.', /What was your part/],
    ['I asked the others, and we planned the day; I told everybody where to stand.', null],
    [
      'I am a good listener and a team player, so it was easy for me to help them.',
      /What did you say or do that shows it/,
    ],
    ['I used my excellent communication skills to solve the matter for the customer.', /what you are like/],
    [
      'I would listen to the customer first. Then I would look for the reason of it.',
      /not what you would do/,
    ],
    ['I let him finish, and I said what I would think in his place, and wrote it down.', null],
    [
      'I always ring people back on the same day, whatever the queue looks like then.',
      /stronger about one day/,
    ],
    ['I rang the crew.', /This is short/],
    ['I asked where the pavement was dry and drew the line on the old map for the crew.', null],
  ]
  for (const [action, says] of told) {
    const hints = hintsOn(action)
    if (says === null) assert.deepEqual(hints, [], action)
    else
      assert.ok(
        hints.some((hint) => says.test(hint.says)),
        action,
      )
  }
  assert.deepEqual(hintsOn('We sat together. We talked for an hour about what we could do.')[0]?.found, [
    'we',
  ])
  const vague = hintsFor({
    title: 'T',
    situation: 'S',
    change: 'C',
    action: 'I asked where the pavement was dry and told the crew.',
    result: 'It all went well.',
  })
  assert.match(vague[0]?.says ?? '', /How could you tell/)
})

test('hints are the same every time, and never throw, whatever is typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (action) => {
      assert.deepEqual(hintsOn(action), hintsOn(action))
    }),
  )
})

test('a story without a title is called by how it begins, cut between letters', () => {
  assert.equal(storyName({ ...EMPTY, action: 'I rang\n the crew.' }), 'I rang the crew.')
  const long = storyName({ ...EMPTY, situation: '🧑‍🚒'.repeat(80) })
  assert.ok(long.endsWith('…'))
  assert.ok(!long.includes('\uFFFD') && long.isWellFormed())
})

test('stories are found by words of any part, whatever the accents and capitals', () => {
  const story: Story = {
    ...{
      ...EMPTY,
      id: '1',
      personId: 'p',
      title: 'Café',
      action: 'I asked Zoë.',
      setting: 'work',
      happened: 'May',
    },
    ...{ madeAt: new Date(0), changedAt: new Date(0), version: 1 },
  }
  assert.equal(storiesWith([story], ['cafe', 'zoe']).length, 1)
  assert.equal(storiesWith([story], ['may']).length, 1)
  assert.equal(storiesWith([story], ['cafe', 'crew']).length, 0)
})

test('a place comes out of a form as it went in; none is asked for kindly', () => {
  const key = fc.stringMatching(/^[\p{Ll}\d][\p{Ll}\d-]{0,20}$/u)
  fc.assert(
    fc.property(key, key, (competency, level) => {
      assert.deepEqual(cellFrom(cellText({ competency, level })), { competency, level })
    }),
  )
  const { error } = PlacingForm.safeParse({ framework: 'spotlight', activity: 'I asked.' })
  assert.equal(error?.issues[0]?.message, 'Choose what the story shows, or leave it.')
})
