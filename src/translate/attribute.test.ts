import assert from 'node:assert/strict'
import { test } from 'node:test'
import { libraryFrameworks, spotlight } from '../../bench/translate-corpus.ts'
import { attributeIn, questionAbout } from './attribute.ts'

const LIBRARY = libraryFrameworks()
const SPOTLIGHT = spotlight()
const found = (text: string) => attributeIn(text, SPOTLIGHT, LIBRARY)

test('a quality is told from an activity, and stands for what frameworks say it stands for', () => {
  assert.deepEqual(found('Empathy')?.competencies, ['a2', 'a3'])
  assert.equal(found('Empathy')?.saidBy, 'Customer-Focus Attributes')
  assert.deepEqual(found('resilience.')?.competencies, ['c3'])
  assert.deepEqual(found('excellent communication skills')?.competencies, ['b2'])
  assert.deepEqual(found('good listener') ? 'quality' : 'activity', 'quality')
  assert.deepEqual(found('team player')?.competencies, ['c2'])
  assert.ok(found('Strong interpersonal skills'))
})

test('what somebody does is no quality, however short', () => {
  const activities = [
    'calms upset customers',
    'shows empathy to people who have lost somebody',
    'plans the day',
    'teaches',
  ]
  for (const text of activities) assert.equal(found(text), null, text)
})

test('the question asks for something that can be seen', () => {
  const empathy = found('Empathy')
  assert.ok(empathy)
  assert.match(questionAbout(empathy), /What do you do when .*“Empathy”/)
})
