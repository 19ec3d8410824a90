import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { loadLibrary } from './actions.ts'
import { searchStatements } from './store/search.ts'

const FILE = `
slug: care
title: Caring
publisher: The almoners
licence: { name: CC BY 4.0 }
language: en-GB
version: 1.0.0
scale:
  kind: bands
  levels:
    - { name: Low, description: Begins, cues: [tries] }
    - { name: High, cues: [leads] }
competencies:
  - name: Listening
    definition: Hearing what is meant.
    aliases: [hearing, attention]
    levels: { low: [Lets others finish.], high: [Hears what is not said.] }
  - name: Answering
    levels:
      low: [Says what happens next.]
      high: [Answers the question behind the question.]
`

let database: TestDatabase

before(async () => {
  database = await openTestDatabase()
  assert.deepEqual(await loadLibrary(database.ctx, [{ name: 'care.yaml', text: FILE }]), {
    loaded: 1,
    unchanged: 0,
  })
})

after(() => database.close())

const search = (words: string) => database.ctx.read((db) => searchStatements(db, words))

test('what stands in quotes is there letter by letter, whatever its case and spaces', async () => {
  const count = async (words: string) => (await search(words)).statements
  assert.equal(await count('answers the question'), 1)
  assert.equal(await count('"ANSWERS  the question"'), 1)
  assert.equal(await count('“answers the question”'), 1, 'curved quotes')
  assert.equal(await count('"answering the question"'), 0, 'another form')
  assert.equal(await count('"answers a question"'), 0, 'another small word')
  assert.equal(await count('"swers the question"'), 0, 'part of a word')
  assert.equal(await count('"answering the question" or "what happens next"'), 1, 'one of two')
  assert.equal(await count('"the question" -"question behind"'), 0, 'left out')
})

test('a competency is found by its everyday names, after all others, and says by which', async () => {
  const { hits } = await search('attention or "what happens next"')
  assert.deepEqual(
    hits.map(({ key, called }) => [key, called]),
    [
      ['answering', []],
      ['listening', [[{ text: 'attention', found: true }]]],
    ],
  )
})

test('a framework is found by its title, its publisher and its levels', async () => {
  const found = async (words: string) => {
    const { frameworks } = await search(words)
    return frameworks
      .find(({ slug }) => slug === 'care')
      ?.levels.map((level) => level.map(({ text }) => text).join(''))
  }
  assert.deepEqual(await found('caring'), [])
  assert.deepEqual(await found('almoner'), [])
  assert.deepEqual(await found('high'), ['High'])
  assert.equal(await found('zeppelin'), undefined)
})

test('a word that nothing has brings up the nearest that is there', async () => {
  const near = async (words: string) => (await search(words)).near
  assert.deepEqual(await near('qestion'), ['question'])
  assert.deepEqual(await near('xylophonist'), [])
})
