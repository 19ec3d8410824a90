/** How right the wording checker is on its corpus and on the library, and how fast. */
import { readLibrary } from '../src/framework/commands/files.ts'
import { checkWording } from '../src/role/wording/check.ts'
import { HELD, SEEN } from '../src/role/wording/fixtures/corpus.ts'
import { type Example, examplesIn, ratesOf, scoreOf } from '../src/role/wording/fixtures/score.ts'
import { MARK_KINDS } from '../src/role/wording/mark.ts'
import { cpuTime } from './cpu.ts'

const percent = (share: number) => (Number.isNaN(share) ? '–' : `${(100 * share).toFixed(1)} %`)

export async function benchWording(): Promise<string[][]> {
  const held = examplesIn(HELD)
  return [
    ['corpus', 'sentences', 'marks', 'precision', 'recall'],
    row('looked at while the lists were made', examplesIn(SEEN)),
    row('held back', held),
    ...MARK_KINDS.filter((kind) => kind !== 'long').map((kind) => row(`  ${kind}`, ofKind(held, kind))),
    await libraryRow(),
    speedRow(held),
  ]
}

function row(name: string, examples: Example[]): string[] {
  const score = scoreOf(examples)
  const { precision, recall } = ratesOf(score)
  return [
    name,
    String(examples.length),
    String(score.right + score.missed),
    percent(precision),
    percent(recall),
  ]
}

/** Sentences in which this kind, and no other, should be marked. */
function ofKind(examples: Example[], kind: string): Example[] {
  return examples.filter(({ expected }) => expected.length > 0 && expected.every((one) => one.kind === kind))
}

async function libraryRow(): Promise<string[]> {
  const frameworks = (await readLibrary()).flatMap(({ framework }) => framework ?? [])
  const texts = frameworks.flatMap(({ competencies }) =>
    competencies.flatMap(({ statements }) => statements.map(({ text }) => text)),
  )
  const marked = texts.filter((text) => checkWording(text).marks.length > 0).length
  return [
    'statements of the library',
    String(texts.length),
    '',
    `${percent(marked / texts.length)} marked`,
    '',
  ]
}

function speedRow(examples: Example[]): string[] {
  const text = examples
    .map((one) => one.text)
    .join('\n')
    .repeat(6)
    .slice(0, 30_000)
  const ms = cpuTime(() => checkWording(text))
  return ['30,000 characters', '', '', `${ms.toFixed(0)} ms CPU`, '']
}
