import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parseFrameworkFile } from '#framework/file.ts'
import { JUDGED, JUDGED_LATER } from './fixtures/questions.ts'
import { QUESTION_FAULTS, questionFaults } from './question-check.ts'
import { JURISDICTIONS, TOPICS } from './rules/topics.ts'
import { suggestQuestion } from './suggest.ts'

const GB = TOPICS.GB ?? []
const METHOD = readFileSync(new URL('../../docs/methods/interview-kit.md', import.meta.url), 'utf8')

/** "| leading | 21 | 0 | 0 |": rightly marked, wrongly marked, missed. */
function rowOf(kind: (typeof QUESTION_FAULTS)[number], questions: typeof JUDGED): string {
  const judged = questions.map((one) => ({
    marked: questionFaults(one, GB).some((fault) => fault.kind === kind),
    is: one.faults.includes(kind),
  }))
  const count = (marked: boolean, is: boolean) =>
    judged.filter((one) => one.marked === marked && one.is === is).length
  return `| ${kind} | ${count(true, true)} | ${count(true, false)} | ${count(false, true)} |`
}

test('the checker does on the judged questions as the method says, on those it was made on and on later ones', () => {
  assert.ok(METHOD.includes(`made on ${JUDGED.length} questions`), String(JUDGED.length))
  assert.ok(METHOD.includes(`On ${JUDGED_LATER.length} more`), String(JUDGED_LATER.length))
  for (const kind of QUESTION_FAULTS) assert.ok(METHOD.includes(rowOf(kind, JUDGED)), rowOf(kind, JUDGED))
  for (const kind of QUESTION_FAULTS.filter((one) => one !== 'long'))
    assert.ok(METHOD.includes(rowOf(kind, JUDGED_LATER)), rowOf(kind, JUDGED_LATER))
  const clean = JUDGED_LATER.filter(({ faults }) => faults.length === 0)
  const alarms = clean.filter((one) => questionFaults(one, GB).length > 0)
  assert.ok(METHOD.includes(`${alarms.length} of ${clean.length} questions without a fault`))
})

test('nothing is marked in the questions that Sightline suggests, in any jurisdiction', () => {
  const folder = new URL('../../library/', import.meta.url)
  const frameworks = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => parseFrameworkFile(readFileSync(new URL(name, folder), 'utf8')).framework ?? [])
  const made = frameworks.flatMap((framework) =>
    framework.competencies.flatMap((competency) => {
      const bare = { ...competency, statements: competency.statements.filter((s) => s.kind !== 'question') }
      return [competency, bare].flatMap((one) =>
        framework.scale.levels.slice(0, 2).flatMap(({ key: level }) => {
          const criterion = {
            ...{ id: 'c', framework: framework.id, competency: one.key, name: one.name, entryLevel: level },
            ...{ level, months: null, must: false, weight: 1 },
          }
          const asked = { ...framework, competencies: [one] }
          return suggestQuestion(asked, criterion, { points: 7, bank: [] }) ?? []
        }),
      )
    }),
  )
  assert.ok(made.length > 80, String(made.length))
  for (const { code } of JURISDICTIONS)
    for (const question of made)
      assert.deepEqual(questionFaults(question, TOPICS[code] ?? []), [], `${code}: ${question.text}`)
})

test('a topic that the organisation added is found by its words, with the rest of a word and words between', () => {
  const topics = [{ words: ['your … motor*'], says: 'No.' }]
  const words = (text: string) => questionFaults({ text, kind: 'past' }, topics).map((fault) => fault.words)
  assert.deepEqual(words('Tell us about your own new motorcycle.'), ['your own new motorcycle'])
  assert.deepEqual(words('Tell us about motorcycles.'), [])
})
