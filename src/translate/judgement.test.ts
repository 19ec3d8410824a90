import assert from 'node:assert/strict'
import { test } from 'node:test'
import { examplesFrom, JudgementForm, sameWords } from './judgement.ts'

const kept = (text: string, competency = 'a') => ({ text, competency, level: '1' })

test('an example counts once, however it is written, and the newest wins', () => {
  const examples = examplesFrom([
    kept('Calms people down!', 'b'),
    kept('calms  people down'),
    kept('Listens.'),
  ])
  assert.deepEqual(
    examples.map(({ text, competencies }) => [text, competencies]),
    [
      ['Calms people down!', ['b']],
      ['Listens.', ['a']],
    ],
  )
  assert.equal(sameWords('“Ça va?”'), sameWords('ça VA'))
})

test('no cell has more examples than its cap', () => {
  const many = Array.from({ length: 30 }, (_, i) => kept(`Does thing ${i}`, i % 2 === 0 ? 'a' : 'b'))
  const examples = examplesFrom(many, 5)
  assert.equal(examples.length, 10)
  assert.equal(examples.filter(({ competencies }) => competencies[0] === 'a').length, 5)
})

test('a form says what is missing, and an empty level is none', () => {
  const form = { framework: 'f', text: ' calms people ', competency: 'a', level: '', keep: 'yes' }
  assert.deepEqual(JudgementForm.parse(form), {
    ...{ framework: 'f', text: 'calms people', competency: 'a', level: null, keep: true, propose: false },
  })
  const wrong = JudgementForm.safeParse({ ...form, competency: '', text: ' ' })
  assert.deepEqual(
    wrong.error?.issues.map(({ message }) => message),
    ['Write what somebody does.', 'Choose a competency.'],
  )
})
