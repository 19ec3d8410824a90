/** How good Translate is, against baselines, and how fast. docs/methods/translate.md says how each figure is made. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Engine, openEngine } from '../src/translate/backends/engine.ts'
import { shippedTranslator } from '../src/translate/backends/shipped-file.ts'
import type { Reading } from '../src/translate/model.ts'
import { type Translator, translatorOf } from '../src/translate/translator.ts'
import { type Accuracy, accuracyOf, calibrationError, firstRight, type Judged } from './accuracy.ts'
import { corpusGroups, spotlight, TEST_GROUP } from './translate-corpus.ts'
import { benchTranslateMemory } from './translate-memory.ts'
import { secondCases, secondFramework } from './translate-second.ts'
import { benchTranslateSpeed } from './translate-speed.ts'
import { withTypos } from './typos.ts'

/** A statement and the answers that are admissible. */
interface Case {
  text: string
  competencies: string[]
  levels: string[]
}

/** Rows to print: the test half under each method, the seeds, calibration, confusions, typos, speed. */
export async function benchTranslate(): Promise<string[][]> {
  const engine = await openEngine('local')
  const lexical = await openEngine('lexical')
  const framework = spotlight()
  const full = await engine.translator(framework)
  const own = translatorOf({
    framework,
    examples: [],
    vectors: full.vectors,
    trained: null,
    backend: engine.backend,
  })
  const near = await nearestOnly(full)
  const words = await lexical.translator(framework)
  const tests = testHalf()
  const methods: [string, Translator, Engine][] = [
    ['trained (what ships)', full, engine],
    ['nearest examples only', near, engine],
    ['own words only', own, engine],
    ['lexical fallback', words, lexical],
  ]
  const rows: string[][] = [HEADINGS]
  for (const [name, translator, by] of methods)
    rows.push(row(`test half, ${name}`, await judge(tests, translator, by)))
  rows.push(row('test half, always the most frequent', majority(tests)))
  const seeds = seedCases()
  if (seeds === null) rows.push(['../shared/seeds is not here, so the seeds are left out'])
  else rows.push(...(await seedRows(seeds, { full, words }, { engine, lexical })))
  const typed = tests.map((one, i) => ({ ...one, text: withTypos(one.text, 2, i) }))
  rows.push(row('test half, two typos each', await judge(typed, full, engine)))
  const judged = await judge(tests, full, engine)
  rows.push([], ['the surest'], ...abstention(judged))
  rows.push([], ['commonest confusions'], ...confusions(judged))
  await lexical.close()
  await engine.close()
  rows.push([], ['another field, known by its own words'], HEADINGS, ...(await secondRows()))
  return [...rows, [], ['speed'], ...(await benchTranslateSpeed()), ...(await benchTranslateMemory())]
}

const HEADINGS = ['', 'n', 'element', 'in three', 'level', 'within one', 'both', 'ECE element', 'ECE level']

function row(name: string, judged: readonly Judged[], { scale } = spotlight()): string[] {
  const order = scale.levels.map(({ key }) => key)
  const a: Accuracy = accuracyOf(judged, order)
  const share = (value: number) => `${(100 * value).toFixed(0)} ${interval(value, a.n)}`
  const shares = [a.first, a.three, a.exact, a.near, a.both].map(share)
  return [name, String(a.n), ...shares, a.competencyError.toFixed(3), a.levelError.toFixed(3)]
}

/** Wilson's 95 % interval, in per cent. */
function interval(share: number, n: number): string {
  const z = 1.96
  const middle = (share + z ** 2 / (2 * n)) / (1 + z ** 2 / n)
  const half = (z / (1 + z ** 2 / n)) * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2))
  return `[${Math.round(100 * Math.max(0, middle - half))}–${Math.round(100 * Math.min(1, middle + half))}]`
}

function testHalf(): Case[] {
  const entries = corpusGroups().get(TEST_GROUP) ?? []
  return entries.map(({ text, labels }) => ({
    text,
    competencies: labels.map(({ competency }) => competency.toLowerCase()),
    levels: labels.map(({ level }) => String(level)),
  }))
}

async function judge(cases: readonly Case[], translator: Translator, engine: Engine): Promise<Judged[]> {
  const prepared = cases.map(({ text }) => engine.prepare(text).scored)
  const vectors = await engine.vectors(prepared)
  return cases.map(({ competencies, levels }, i) => ({
    reading: translator.read(prepared[i] ?? '', vectors[i] ?? null),
    competencies,
    levels,
  }))
}

/** The examples as they are, without what was learnt from them. */
async function nearestOnly({ framework, vectors, backend }: Translator): Promise<Translator> {
  const shipped = await shippedTranslator()
  return translatorOf({ framework, examples: shipped?.examples ?? [], vectors, trained: null, backend })
}

function majority(cases: readonly Case[]): Judged[] {
  const { competencies, scale } = spotlight()
  const rank = (keys: string[], of: (one: Case) => string[]) =>
    keys
      .map((key) => ({
        key,
        probability: cases.filter((one) => of(one).includes(key)).length / cases.length,
      }))
      .sort((a, b) => b.probability - a.probability)
  const reading: Reading = {
    competencies: rank(
      competencies.map(({ key }) => key),
      (one) => one.competencies,
    ),
    levels: rank(
      scale.levels.map(({ key }) => key),
      (one) => one.levels,
    ),
    band: 'unsure',
    levelBand: 'unsure',
  }
  return cases.map(({ competencies, levels }) => ({ reading, competencies, levels }))
}

interface SeedFile {
  competencies: {
    notes: { items: { text: string }[] }
    levels: { number: number; items: { text: string }[] }[]
  }[]
}

/** The published statements; null where they are not at hand. They are other people's and not part of the repository. */
function seedCases(): Case[] | null {
  const path = join(import.meta.dirname, '../../shared/fixtures/seeds/000.expected.json')
  if (!existsSync(path)) return null
  const { competencies } = JSON.parse(readFileSync(path, 'utf8')) as SeedFile
  return competencies.flatMap(({ notes, levels }) =>
    levels.flatMap(({ number, items }) =>
      items.map(({ text }) => ({
        text,
        competencies: notes.items.map((note) => note.text.slice(0, 2).toLowerCase()),
        levels: [String(number)],
      })),
    ),
  )
}

interface Two<T> {
  full: T
  words: T
}

/** Each seed is read without the library's restatement of it, which stands in the same place among the statements. */
async function seedRows(
  seeds: readonly Case[],
  { full, words }: Two<Translator>,
  { engine, lexical }: { engine: Engine; lexical: Engine },
): Promise<string[][]> {
  const bare = {
    ...full.framework,
    competencies: full.framework.competencies.map((c) => ({ ...c, statements: [] })),
  }
  const shipped = await shippedTranslator()
  const without = translatorOf({
    ...{ framework: bare, examples: shipped?.examples ?? [], vectors: full.vectors },
    ...{ trained: shipped?.trained ?? null, backend: engine.backend },
  })
  const plain = translatorOf({
    framework: bare,
    examples: [],
    vectors: null,
    trained: null,
    backend: words.backend,
  })
  return [
    row('seeds, trained', await judge(seeds, full, engine)),
    row('seeds, statements not among the nearest', await judge(seeds, without, engine)),
    row('seeds, lexical without statements', await judge(seeds, plain, lexical)),
  ]
}

/** Sixteen competencies of a hospital laboratory; nothing has learnt from it. */
async function secondRows(): Promise<string[][]> {
  const rows: string[][] = []
  for (const backend of ['local', 'lexical'] as const) {
    const engine = await openEngine(backend)
    const framework = secondFramework()
    const judged = await judge(secondCases(), await engine.translator(framework), engine)
    rows.push(row(backend === 'local' ? 'with the sentence model' : 'lexical fallback', judged, framework))
    await engine.close()
  }
  return rows
}

const sure = ({ reading }: Judged) => reading.competencies[0]?.probability ?? 0

function abstention(judged: readonly Judged[]): string[][] {
  const sorted = judged.toSorted((a, b) => sure(b) - sure(a))
  return [0.25, 0.5, 0.75, 1].map((part) => {
    const some = sorted.slice(0, Math.round(part * sorted.length))
    const right = some.filter(firstRight).length / Math.max(1, some.length)
    const error = calibrationError(some.map((one) => ({ sure: sure(one), right: firstRight(one) })))
    const last = some.at(-1)
    return [
      `${100 * part} %`,
      `from ${last ? sure(last).toFixed(2) : '–'}`,
      `${Math.round(100 * right)} % right`,
      `ECE ${error.toFixed(3)}`,
    ]
  })
}

function confusions(judged: readonly Judged[]): string[][] {
  const counts = new Map<string, number>()
  for (const one of judged.filter((each) => !firstRight(each))) {
    const pair = `${one.competencies[0]?.toUpperCase()} read as ${one.reading.competencies[0]?.key.toUpperCase()}`
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  const sorted = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 10)
  return sorted.map(([pair, count]) => [pair, String(count)])
}
