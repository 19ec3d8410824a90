import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { readLibrary } from '#framework/commands/files.ts'
import { checkWording } from './check.ts'
import { HELD, SEEN } from './fixtures/corpus.ts'
import { examplesIn, ratesOf, scoreOf } from './fixtures/score.ts'
import { gradeOf } from './reading-age.ts'

const PAGE = readFileSync(join(import.meta.dirname, '../../../docs/methods/wording.md'), 'utf8').replace(
  /\s+/g,
  ' ',
)
const says = (words: string) =>
  assert.ok(PAGE.includes(words), `docs/methods/wording.md should say “${words}”`)
const percent = (share: number) => `${(100 * share).toFixed(1)} %`

test('the page on wording tells the precision and recall that the checker has', () => {
  for (const [name, part] of [
    ['looked at while the lists were made', SEEN],
    ['held back', HELD],
  ] as const) {
    const examples = examplesIn(part)
    const score = scoreOf(examples)
    const { precision, recall } = ratesOf(score)
    const marks = score.right + score.missed
    says(`| ${name} | ${examples.length} | ${marks} | ${percent(precision)} | ${percent(recall)} |`)
  }
})

test('the page on wording tells how many statements of the library are marked', async () => {
  const frameworks = (await readLibrary()).flatMap(({ framework }) => framework ?? [])
  const texts = frameworks.flatMap(({ competencies }) => competencies.flatMap(({ statements }) => statements))
  const marked = texts.filter(({ text }) => checkWording(text).marks.length > 0).length
  says(`${marked} of ${texts.length} are marked (${percent(marked / texts.length)})`)
})

test('the worked grades of the page on wording come out of the formula', () => {
  says(`= ${gradeOf({ words: 6, sentences: 1, syllables: 6 }).toFixed(2).replace('-', '−')}`)
  says(`= ${gradeOf({ words: 100, sentences: 5, syllables: 150 }).toFixed(2)}`)
})
