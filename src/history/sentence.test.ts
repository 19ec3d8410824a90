import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { actsWith, type Happening } from './happening.ts'
import { changeWords, fieldWords, isSayable, plainSentence, valueWords } from './sentence.ts'

type Part = Pick<Happening, 'actor' | 'act' | 'on'>

function part(act: string, name: string | null = 'Spotlight'): Part {
  return {
    actor: { kind: 'person', id: '1', name: 'Ada Byrne' },
    act,
    on: { kind: 'framework', id: '2', name },
  }
}

test('an event is read as a sentence', () => {
  const told: [Part, string][] = [
    [part('framework: published'), 'Ada Byrne published the framework Spotlight'],
    [part('draft: thrown away', 'Old draft'), 'Ada Byrne threw away the draft Old draft'],
    [part('second factor: turned on', null), 'Ada Byrne turned on the second factor'],
    [part('member: removed', 'Bo'), 'Ada Byrne took Bo off the list of those who can sign in'],
    [part('account: signed in', 'Ada Byrne'), 'Ada Byrne signed in'],
    [
      { ...part('person: added', 'Bo'), actor: { kind: 'system', id: null, name: null } },
      'Sightline added the person Bo',
    ],
    [
      { ...part('person: added', null), actor: { kind: 'person', id: '1', name: null } },
      'Somebody whose name was erased added the person',
    ],
    [
      { ...part('draft: started', 'X'), actor: { kind: 'terminal', id: null, name: null } },
      'Somebody at the terminal started the draft X',
    ],
  ]
  for (const [happening, sentence] of told) assert.equal(plainSentence(happening), sentence)
})

test('every act of the product can be read as a sentence', () => {
  const sources = globSync('src/**/*.ts', { exclude: ['**/*.test.ts'] }).map((file) =>
    readFileSync(file, 'utf8'),
  )
  const acts = sources.flatMap((text) =>
    [...text.matchAll(/\bact(?:: | = |: \w+ \? | = \w+ \? )'([^']+: [^']+)'/g)].map(([, act = '']) => act),
  )
  assert.ok(acts.length > 20)
  assert.deepEqual(
    acts.filter((act) => !isSayable(act)),
    [],
    'Give these a phrase in src/history/sentence.ts.',
  )
  assert.ok(!isSayable('thing: went wrong') && !isSayable('Thing'))
})

test('fields and values are read as words; no value is no word', () => {
  assert.equal(fieldWords('reportsTo'), 'Reports to')
  assert.equal(fieldWords('ends_on'), 'Ends on')
  assert.deepEqual([null, true, 0, ['a', 'b'], { from: 1, to: null, open: false }].map(valueWords), [
    '',
    'yes',
    '0',
    'a, b',
    'From: 1; Open: no',
  ])
  assert.deepEqual(changeWords({ title: { before: null, after: 'Adviser' } }), [
    { field: 'Title', before: '', after: 'Adviser' },
  ])
})

test('an act is found by the beginnings of its words, all of them', () => {
  const acts = ['framework: published', 'framework: renewed', 'draft: thrown away']
  assert.deepEqual(actsWith(acts, 'frame'), ['framework: published', 'framework: renewed'])
  assert.deepEqual(actsWith(acts, 'Framework publ'), ['framework: published'])
  assert.deepEqual(actsWith(acts, 'work'), [])
  assert.deepEqual(actsWith(acts, '!?'), acts)
})
