import assert from 'node:assert/strict'
import { test } from 'node:test'
import { trainingEntries } from '../../bench/translate-corpus.ts'
import { notDone } from './not-done.ts'

const NOT_DONE = [
  'I do not deal with customers',
  'never have to calm anybody',
  'I never have to calm anyone down.',
  "I don't handle complaints",
  'I don’t speak to the public at all',
  'We never get complaints',
  "I've never had to teach anyone",
  'There is no need to reassure anybody in my work',
  'no need to plan anything',
  'No contact with clients',
  'Not my job to sort out arguments',
  'In my job I never see customers',
  "Doesn't work with other teams",
  'I am not responsible for staff',
  "I'm not involved in training",
  'I dont do training',
  'I cannot calm people down',
  'I have not supervised anybody',
  'Nobody asks me for advice',
  'They do not need to explain anything',
  'My job does not involve meeting people',
]

const DONE = [
  'I never leave a visitor waiting',
  'Does not promise what cannot be kept',
  "Doesn't let it show when somebody is rude",
  'I never raise my voice, whatever they call me',
  'I do not take sides when neighbours argue',
  "I don't deal with complaints by letter, I ring people up",
  'Never talks about what is seen in the rooms',
  'No customer leaves without an answer',
  'Nobody goes home before the till is right',
  "If they don't understand I say it another way",
  "I can't calm people down yet, so I watch how Jo does it",
  'Not afraid to ask',
  "Don't wait to be told; I look what needs doing",
  'Explains why it cannot be done today',
  'Never too busy to help',
]

test('what somebody does not do is told from what they do', () => {
  assert.deepEqual(
    NOT_DONE.filter((text) => notDone(text) === null),
    [],
  )
  assert.deepEqual(
    DONE.filter((text) => notDone(text) !== null),
    [],
  )
})

test('the corpus tells of what is done', () => {
  assert.deepEqual(
    trainingEntries().flatMap(({ text }) => notDone(text) ?? []),
    [],
  )
})
