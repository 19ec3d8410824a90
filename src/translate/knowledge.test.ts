import assert from 'node:assert/strict'
import { test } from 'node:test'
import { spotlight } from '../../bench/translate-corpus.ts'
import { knowledgeFrom, knowledgeOf } from './knowledge.ts'

const SPOTLIGHT = spotlight()

test('a statement speaks for its level and for every competency that it is given to', () => {
  const both = knowledgeOf(SPOTLIGHT).filter(
    ({ kind, competencies }) => kind === 'statement' && competencies.length > 1,
  )
  assert.equal(both.length, 12)
  assert.ok(both.every(({ competencies }) => competencies.includes('a2') && competencies.includes('a3')))
})

test('without everyday names, statements are known under the name of their competency too', () => {
  const competencies = SPOTLIGHT.competencies.map((competency) => ({ ...competency, aliases: [] }))
  const named = knowledgeOf({ ...SPOTLIGHT, competencies }).filter(({ text }) =>
    text.startsWith('Judging impacts: '),
  )
  assert.ok(named.length > 3)
  assert.ok(named.every(({ level }) => level === null))
  assert.ok(knowledgeOf(SPOTLIGHT).every(({ text }) => !text.startsWith('Judging impacts: ')))
})

test('an example keeps what the framework has, and goes when nothing is left of it', () => {
  const example = { text: 'He waits', competencies: ['a2', 'gone'], level: '9' }
  const [known] = knowledgeFrom([example], SPOTLIGHT)
  assert.deepEqual([known?.competencies, known?.level, known?.scored], [['a2'], null, 'They waits'])
  assert.deepEqual(knowledgeFrom([{ ...example, competencies: ['gone'] }], SPOTLIGHT), [])
})
