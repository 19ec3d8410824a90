import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openClass, stemOf, symbolsOf } from './classes.ts'
import { ownLanguage, START, symbolId } from './language.ts'
import { areCompanions, governs } from './pairs.ts'
import { wordsOf } from './words.ts'

test('Word classes come from the lists first, then from endings', () => {
  assert.equal(openClass('negotiate'), 'verb')
  assert.equal(openClass('support'), 'noun-verb')
  assert.equal(openClass('colleagues'), 'noun-s')
  assert.equal(openClass('planning'), 'noun-mass')
  assert.equal(openClass('resolving'), 'ing')
  assert.equal(openClass('carried'), 'past')
  assert.equal(openClass('glitzification'), 'noun-mass')
  assert.equal(openClass('zealously'), 'adverb-ly')
  assert.equal(openClass('long-distance'), 'adjective')
})

test('Inflected words share a stem', () => {
  assert.equal(stemOf('policies'), stemOf('policy'))
  assert.equal(stemOf('planned'), stemOf('plans'))
  assert.equal(stemOf('issues'), stemOf('issue'))
})

test('Brackets, commas, genitives and short forms are symbols of their own', () => {
  assert.deepEqual(symbolsOf('(e.g.', 'e.g').symbols, ['(', 'eg'])
  assert.deepEqual(symbolsOf('waivers),', 'waivers').symbols, ['noun-s', ')', ','])
  assert.deepEqual(symbolsOf('team’s', "team's").symbols, ['genitive'])
  assert.deepEqual(symbolsOf('ISO', 'ISO').symbols, ['acronym'])
})

test('A noun follows an article more often than an article follows an article', () => {
  const language = ownLanguage()
  const [the, noun] = [symbolId('the'), symbolId('noun')]
  assert.ok(language.follows(the, noun) > language.follows(the, the) + 2)
  assert.ok(language.follows(START, symbolId('verb')) > language.follows(START, symbolId('of')) + 2)
})

test('Words that keep company are found in any form, with the function words they ask for', () => {
  assert.ok(areCompanions(stemOf('resolves'), stemOf('complaints')))
  assert.ok(!areCompanions(stemOf('complaints'), stemOf('ladder')))
  assert.ok(governs(stemOf('responsible'), 'for'))
  assert.ok(!governs(stemOf('responsible'), 'into'))
})

test('A full stop ends a sentence, an abbreviation does not', () => {
  const stops = wordsOf('Sort it (e.g. by date) etc. and file it.', 0).map((word) => word.stop)
  assert.deepEqual(stops, [false, false, false, false, false, false, false, false, true])
})
