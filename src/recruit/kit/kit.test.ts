import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Invalid } from '#errors.ts'
import type { Anchor, Criterion, Question } from '../model.ts'
import { askersFor } from '../panel.ts'
import { sharesOf } from './criteria.ts'
import { criteriaGiven } from './input.ts'
import { kitFaults, kitMinutes } from './kit.ts'
import { PRACTICE_ANSWERS, practiceFeedback, practiceRatings } from './practice.ts'
import { candidateSheet } from './sheet.ts'
import { topicLines, topicsIn } from './topic-lines.ts'

const ANCHORS: Anchor[] = [
  { from: 1, to: 2, label: 'Not yet', texts: ['Leaves.'], level: '1' },
  { from: 3, to: 5, label: 'Qualified', texts: ['Stays.'], level: '2' },
  { from: 6, to: 7, label: 'Well qualified', texts: ['Brings others.'], level: '3' },
]
const QUESTION: Question = {
  ...{
    id: 'q',
    criterion: 'c',
    kind: 'past',
    text: 'Think of a fire. What did you do?',
    probes: ['And then?'],
  },
  ...{ askedBy: 'p', points: 7, source: 'own', anchors: ANCHORS },
}
const CRITERION: Criterion = {
  ...{ id: 'c', framework: 'f', competency: 'k', name: 'Calm', entryLevel: '2', level: '3', months: 6 },
  ...{ must: true, weight: 3 },
}

/** What stops a kit with this question, who asks p and r. */
function stops(question: Partial<Question>, criteria = [CRITERION]): string[] {
  const kit = { criteria, questions: [{ ...QUESTION, ...question }], asking: ['p', 'r'], topics: [] }
  return kitFaults(kit).flatMap(({ stops: does, says }) => (does ? [says] : []))
}

test('a kit is ready when every criterion has a question that somebody asks, with anchors for three bands', () => {
  assert.deepEqual(stops({}), [])
  assert.match(
    stops({}, [CRITERION, { ...CRITERION, id: 'd', name: 'Care' }]).join(),
    /Nothing asks about Care/,
  )
  assert.match(stops({ anchors: ANCHORS.slice(0, 2) }).join(), /says for 2 of 3 ranges/)
  assert.match(
    stops({ anchors: ANCHORS.map((one) => ({ ...one, texts: one.from === 1 ? [] : one.texts })) }).join(),
    /says for 2 of 3 ranges/,
  )
  assert.match(stops({ anchors: ANCHORS.map((one) => ({ ...one, to: 7 })) }).join(), /gap or overlap/)
  assert.match(stops({ points: 9 }).join(), /do not reach from 1 to 9/)
  assert.match(stops({ askedBy: 'gone' }).join(), /nobody who is on the panel asks/)
  assert.match(stops({ text: 'Have you ever seen a fire?' }).join(), /Yes or no/)
})

test('a long interview is advice and stops nothing; seven questions take 61 minutes', () => {
  const questions = Array.from({ length: 10 }, (_, i) => ({ ...QUESTION, id: String(i) }))
  const faults = kitFaults({ criteria: [CRITERION], questions, asking: ['p', 'r'], topics: [] })
  assert.deepEqual(
    faults.map(({ stops: does }) => does),
    [false],
  )
  assert.match(faults[0]?.says ?? '', /about 82 minutes/)
  assert.equal(kitMinutes(questions.slice(0, 7)), 61)
})

test('a must-have on the first day keeps a weight; what is learned in the job gets none', () => {
  const learned = { ...CRITERION, id: 'l', name: 'Maps', entryLevel: null, must: false, weight: null }
  const fields = (given: Record<string, string>) => {
    try {
      criteriaGiven([CRITERION, learned], given)
      return []
    } catch (error) {
      assert.ok(error instanceof Invalid)
      return Object.keys(error.fields)
    }
  }
  assert.deepEqual(fields({ c: '5' }), [])
  assert.deepEqual(fields({}), ['c'])
  assert.deepEqual(fields({ c: '0' }), ['c'])
  assert.deepEqual(fields({ c: '1', l: '1' }), ['l'])
})

test('the shares of the method’s example add up to one', () => {
  const criteria = [3, 3, 2, 2, 2, 2, 1].map((weight, i) => ({ ...CRITERION, id: String(i), weight }))
  const shares = [...sharesOf(criteria).values()]
  assert.deepEqual(
    shares.map((share) => Math.round(share * 100)),
    [20, 20, 13, 13, 13, 13, 7],
  )
})

test('who stays on the panel keeps their questions; those of who left go to whoever has the fewest', () => {
  const questions = ['a', 'b', 'c', 'd'].map((id, i) => ({
    id,
    askedBy: ['p', 'gone', 'p', null][i] ?? null,
  }))
  assert.deepEqual(
    askersFor(questions, ['p', 'r']).map(({ askedBy }) => askedBy),
    ['p', 'r', 'p', 'r'],
  )
  assert.deepEqual(
    askersFor(questions, []).map(({ askedBy }) => askedBy),
    [null, null, null, null],
  )
})

test('the practice says how far, in which direction and how unevenly, as the method’s example', () => {
  const higher = Object.fromEntries(PRACTICE_ANSWERS.map(({ key, rating }) => [key, Math.min(7, rating + 1)]))
  const { distance, elevation, spread } = practiceFeedback(higher)
  assert.deepEqual(
    [distance, elevation, spread].map((value) => value.toFixed(2)),
    ['0.83', '0.83', '0.37'],
  )
  const exact = Object.fromEntries(PRACTICE_ANSWERS.map(({ key, rating }) => [key, String(rating)]))
  assert.equal(practiceFeedback(practiceRatings(exact)).distance, 0)
  assert.throws(() => practiceRatings({ ...exact, a: '8' }), Invalid)
})

test('topics go into lines and back unchanged; a line without words is refused by its number', () => {
  const topics = [{ says: 'Age plays no part.', words: ['your age', 'how old are you'] }]
  assert.deepEqual(topicsIn(topicLines(topics)), topics)
  assert.throws(() => topicsIn('Age plays no part.'), /./)
})

test('the candidate’s sheet holds questions, and neither probes nor the rating guide', () => {
  const text = JSON.stringify(candidateSheet({ title: 'Adviser', questions: [QUESTION], minutes: 20 }))
  assert.match(text, /Think of a fire/)
  assert.doesNotMatch(text, /And then|Qualified|Brings others/)
})
