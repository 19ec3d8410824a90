import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parseFrameworkFile } from '#framework/file.ts'
import type { JudgedQuestion } from '../fixtures/judged.ts'
import { JUDGED } from '../fixtures/questions.ts'
import { JUDGED_FRESH } from '../fixtures/questions-fresh.ts'
import { JUDGED_LATER } from '../fixtures/questions-later.ts'
import { JUDGED_VOICES } from '../fixtures/questions-voices.ts'
import { QUESTION_FAULTS, questionFaults } from './question-check.ts'
import { JURISDICTIONS, TOPICS } from './rules/topics.ts'
import { suggestQuestion } from './suggest.ts'

const GB = TOPICS.GB ?? []
const METHOD = readFileSync(new URL('../../../docs/methods/interview-kit.md', import.meta.url), 'utf8')

interface Counts {
  right: number
  wrong: number
  missed: number
}

interface Judged {
  is: readonly string[]
  marked: readonly string[]
}

const judgedAndMarked = (questions: readonly JudgedQuestion[]): Judged[] =>
  questions.map((one) => ({ is: one.faults, marked: questionFaults(one, GB).map(({ kind }) => kind) }))

function countsOf(kind: string, judged: readonly Judged[]): Counts {
  const count = (marked: boolean, is: boolean) =>
    judged.filter((one) => one.marked.includes(kind) === marked && one.is.includes(kind) === is).length
  return { right: count(true, true), wrong: count(true, false), missed: count(false, true) }
}

/** "| leading | 21 | 0 | 0 |": rightly marked, wrongly marked, missed. */
function tableOf(judged: readonly Judged[]): string {
  const kinds = QUESTION_FAULTS.filter(
    (kind) => kind !== 'long' || judged.some(({ is }) => is.includes(kind)),
  )
  const counts = kinds.map((kind) => ({ kind, ...countsOf(kind, judged) }))
  const sum = (part: keyof Counts) => counts.reduce((all, one) => all + one[part], 0)
  const all = { kind: 'all', right: sum('right'), wrong: sum('wrong'), missed: sum('missed') }
  return [...counts, all]
    .map(({ kind, right, wrong, missed }) => `| ${kind} | ${right} | ${wrong} | ${missed} |\n`)
    .join('')
}

function alarmsOf(judged: readonly Judged[]): string {
  const clean = judged.filter(({ is }) => is.length === 0)
  const marked = clean.filter((one) => one.marked.length > 0)
  return `${marked.length} of ${clean.length} questions without a fault`
}

test('the checker does on the judged questions as the method says: on those it was made on, on later ones, on fresh ones', () => {
  const made = [...JUDGED, ...JUDGED_VOICES]
  for (const [questions, said] of [
    [made, `made on ${made.length} questions`],
    [JUDGED_LATER, `On ${JUDGED_LATER.length} more`],
    [JUDGED_FRESH, `The last ${JUDGED_FRESH.length} were`],
  ] as const) {
    const judged = judgedAndMarked(questions)
    for (const words of [said, tableOf(judged), alarmsOf(judged)]) assert.ok(METHOD.includes(words), words)
  }
})

test('the longest question that fits is looked through at once', () => {
  const slow = [
    'you know how you do ',
    'a time when you had a ',
    'what do you and your best and ',
    'who are you who are ',
  ]
  const start = process.cpuUsage().user
  for (const words of slow) questionFaults({ text: words.repeat(60).slice(0, 600), kind: 'past' }, GB)
  assert.ok(process.cpuUsage().user - start < 200_000)
})

test('nothing is marked in the questions that Sightline suggests, in any jurisdiction', () => {
  const folder = new URL('../../../library/', import.meta.url)
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
