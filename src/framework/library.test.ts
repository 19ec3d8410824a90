import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { checkAlignments } from './check.ts'
import { parseFrameworkFile } from './file.ts'
import { printFrameworkFile } from './file-print.ts'
import { frameworkJsonSchema } from './file-schema.ts'
import { type Competency, type Framework, indicatorsAt, type StatementKind, statementsOf } from './model.ts'

const LIBRARY = new URL('../../library/', import.meta.url)
const SEEDS = new URL('../../../shared/seeds/', import.meta.url)
const TRUTH = new URL('../../../shared/fixtures/seeds/', import.meta.url)
const needs = (folder: URL) =>
  existsSync(folder)
    ? false
    : `${folder.pathname.split('/').slice(-4).join('/')} is not here, so nothing is compared with the sources`

const FILES = readdirSync(LIBRARY).filter((name) => name.endsWith('.yaml'))
const PARSED = FILES.map((name) => ({
  name,
  ...parseFrameworkFile(readFileSync(new URL(name, LIBRARY), 'utf8')),
}))
const FRAMEWORKS = PARSED.flatMap(({ framework }) => framework ?? [])

function framework(slug: string): Framework {
  const found = FRAMEWORKS.find((f) => f.slug === slug)
  assert.ok(found, `the library has “${slug}”`)
  return found
}

function only(slug: string): Competency {
  const [competency, ...more] = framework(slug).competencies
  assert.ok(competency && more.length === 0)
  return competency
}

/** How many statements of its source a competency has at each level, from the lowest. */
function counts(competency: Competency, slug: string): number[] {
  return framework(slug).scale.levels.map(
    (level) => indicatorsAt(competency, level.key).filter((s) => !s.ours).length,
  )
}

function size(competency: Competency, kind: StatementKind, ours = false): number {
  return statementsOf(competency, kind).filter((s) => s.ours === ours).length
}

test('the library has neither faults nor warnings, in its files and between them', () => {
  for (const { name, faults } of PARSED) assert.deepEqual(faults, [], name)
  assert.deepEqual(checkAlignments(FRAMEWORKS), [])
  assert.deepEqual(
    FILES,
    FRAMEWORKS.map((f) => `${f.slug}.yaml`),
  )
})

test('every framework names its source, its licence and whose work it restates', () => {
  for (const { slug, source, licence, language } of FRAMEWORKS) {
    assert.ok(source?.title, slug)
    assert.equal(licence.name, 'CC BY 4.0', slug)
    assert.match(licence.attribution ?? '', /^Restates/, slug)
    assert.equal(language, 'en-GB')
  }
})

test('every framework of the library reads back the same from what is printed', () => {
  for (const f of FRAMEWORKS) assert.deepEqual(parseFrameworkFile(printFrameworkFile(f)).framework, f)
})

test('a note on an alignment is shown on both sides, so it names what it speaks of', () => {
  const oneSided =
    /\b(here|there|its|theirs?|the others?|(this|that|these|those) (page|framework|competency|element|source)s?)\b/i
  const notes = FRAMEWORKS.flatMap((f) => f.alignments.map(({ note }) => note ?? ''))
  assert.ok(notes.length > 20 && notes.every((note) => note !== ''))
  assert.deepEqual(
    notes.filter((note) => oneSided.test(note)),
    [],
  )
})

test('every statement is a sentence, every competency has its everyday names, every level its cues', () => {
  for (const { slug, scale, competencies } of FRAMEWORKS) {
    for (const level of scale.levels)
      assert.ok(level.description && level.cues.length >= 10, `${slug} ${level.key}`)
    for (const competency of competencies) {
      assert.ok(
        competency.definition && competency.why && competency.aliases.length >= 10,
        `${slug} ${competency.key}`,
      )
      for (const { text } of competency.statements) assert.match(text, /^\p{Lu}.*[.?]$/u, `${slug}: ${text}`)
    }
  }
})

test('Spotlight has nine elements in three sets, five levels and the 43 examples of its source', () => {
  const { groups, scale, competencies } = framework('spotlight')
  assert.deepEqual(
    groups.map((g) => `${g.code} ${g.name}`),
    ['A Shaping awareness', 'B Interacting and relating', 'C Coordinating'],
  )
  assert.deepEqual(
    scale.levels.map((l) => l.name),
    [
      'Familiarisation',
      'Automatic fluency',
      'Proficient problem-solving',
      'Creative solution-sharing',
      'Expert system-shaping',
    ],
  )
  assert.deepEqual(
    competencies.map((c) => [c.code, ...counts(c, 'spotlight')]),
    [
      ['A1', 0, 1, 1, 1, 0],
      ['A2', 1, 4, 2, 0, 0],
      ['A3', 1, 1, 1, 1, 1],
      ['B1', 2, 1, 1, 0, 0],
      ['B2', 0, 3, 2, 1, 2],
      ['B3', 1, 2, 0, 0, 3],
      ['C1', 0, 1, 2, 0, 0],
      ['C2', 0, 1, 0, 1, 1],
      ['C3', 0, 2, 0, 1, 1],
    ],
  )
  assert.equal(competencies.flatMap((c) => c.statements).filter((s) => !s.ours).length, 43)
})

test('the twelve examples that Spotlight gives to A2 and A3 together belong to both', () => {
  const joint = framework('spotlight').competencies.flatMap((c) =>
    c.statements.flatMap((s) => s.also.map((other) => [c.key, other].sort().join())),
  )
  assert.deepEqual(
    joint,
    Array.from({ length: 12 }, () => 'a2,a3'),
  )
})

test('the attributes hold the same 43 examples at the same levels, and lead to their elements', () => {
  const spotlight = framework('spotlight')
  const attributes = framework('customer-focus-attributes')
  const placed = (f: Framework, ours: boolean) =>
    f.competencies
      .flatMap((c) =>
        c.statements
          .filter((s) => s.ours === ours && s.kind !== 'question')
          .map((s) => `${s.level} ${s.text}`),
      )
      .sort()
  assert.deepEqual(placed(attributes, false), placed(spotlight, false))
  const added = new Set(placed(spotlight, true))
  assert.deepEqual(
    placed(attributes, true).filter((one) => !added.has(one)),
    [],
  )
  for (const attribute of attributes.competencies) {
    const elements = attributes.alignments
      .filter((a) => a.from === attribute.key && a.to.framework === 'spotlight')
      .map((a) => a.to.competency)
    for (const { text, kind } of attribute.statements) {
      if (kind === 'question') continue
      const home = spotlight.competencies.find((c) => c.statements.some((s) => s.text === text))
      assert.ok(home && elements.includes(home.key), text)
    }
  }
})

test('Wyoming has 6, 7, 20, 9 and 9 behaviours, eight activities, five books, and what it lacks from us', () => {
  const competency = only('wyoming-customer-focus')
  assert.deepEqual(counts(competency, 'wyoming-customer-focus'), [6, 7, 20, 9, 9])
  assert.equal(size(competency, 'activity'), 8)
  const books = statementsOf(competency, 'resource').filter((s) => !s.ours)
  assert.deepEqual(
    books.map((s) => s.publication?.year),
    [2001, 2000, 1999, 1998, 1998],
  )
  const ours = (['course', 'resource', 'question'] as const).map((kind) => size(competency, kind, true))
  assert.deepEqual(ours, [4, 3, 6])
  assert.equal(size(competency, 'course') + size(competency, 'question'), 0)
})

test('the balanced page has 8 statements of too little, 4 of right, 4 of too much, the map and no levels', () => {
  const competency = only('balanced-customer-focus')
  assert.deepEqual(
    (['underused', 'skilled', 'overused', 'note'] as const).map((kind) => size(competency, kind)),
    [8, 4, 4, 1],
  )
  assert.deepEqual(framework('balanced-customer-focus').scale.levels, [])
})

test('PUB has 9, 7, 5 and 5 statements in its four stages', () => {
  assert.deepEqual(counts(only('pub-service'), 'pub-service'), [9, 7, 5, 5])
  assert.equal(only('pub-service').code, '01')
  assert.deepEqual(
    framework('pub-service').scale.levels.map((l) => l.name),
    ['Foundation', 'Intermediate', 'Advanced', 'Leadership'],
  )
})

test('the recruiters’ bands are three for service orientation and the top one for communication', () => {
  const { competencies } = framework('recruiter-bands')
  assert.deepEqual(
    competencies.map((c) => counts(c, 'recruiter-bands')),
    [
      [1, 1, 1],
      [0, 0, 1],
    ],
  )
  assert.ok(competencies.every((c) => size(c, 'question', true) >= 2 && size(c, 'note') === 0))
})

interface TruthItems {
  count: number
}
interface TruthLevel extends TruthItems {
  number: number | null
  name: string | null
}
interface TruthCompetency
  extends Partial<Record<'underuse' | 'skilled' | 'overuse' | 'activities' | 'books', TruthItems>> {
  name: string
  group: string | null
  levels?: TruthLevel[]
}

function truth(seed: string): TruthCompetency[] {
  return JSON.parse(readFileSync(new URL(`${seed}.expected.json`, TRUTH), 'utf8')).competencies
}

test('counts, names and groups are those of the sources', { skip: needs(TRUTH) }, () => {
  const attributes = framework('customer-focus-attributes')
  assert.deepEqual(
    attributes.competencies.map((c) => [
      c.name,
      attributes.groups.find((g) => g.key === c.group)?.name,
      counts(c, attributes.slug),
    ]),
    truth('000').map((c) => [c.name, c.group, c.levels?.map((l) => l.count)]),
  )
  const [wyoming] = truth('001')
  assert.deepEqual(
    counts(only('wyoming-customer-focus'), 'wyoming-customer-focus'),
    wyoming?.levels?.map((l) => l.count).reverse(),
  )
  assert.deepEqual([wyoming?.activities?.count, wyoming?.books?.count], [8, 5])
  const [balanced] = truth('002')
  assert.deepEqual([balanced?.underuse?.count, balanced?.skilled?.count, balanced?.overuse?.count], [8, 4, 4])
  const [pub] = truth('003')
  assert.equal(only('pub-service').name, pub?.name)
  assert.deepEqual(
    counts(only('pub-service'), 'pub-service'),
    pub?.levels?.map((l) => l.count),
  )
  assert.deepEqual(
    truth('004').map((c) => c.levels?.map((l) => l.count)),
    [[1, 1, 1], [1]],
  )
})

/** Everything in a framework that is a sentence of somebody's, without names and titles, which are facts. */
function sentences({ summary, scale, groups, competencies, alignments }: Framework): string[] {
  const texts = [
    summary,
    ...scale.levels.flatMap((l) => [l.description, ...l.cues]),
    ...groups.map((g) => g.definition),
    ...competencies.flatMap((c) => [c.definition, c.why, ...c.aliases, ...c.statements.map((s) => s.text)]),
    ...alignments.map((a) => a.note),
  ]
  return texts.filter((text) => text !== null)
}

function runs(text: string, length: number): string[] {
  const words =
    text
      .toLowerCase()
      .replace(/[’']/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return words.slice(length - 1).map((_, i) => words.slice(i, i + length).join(' '))
}

test('no sentence of the library has five words in a row that a source has too', {
  skip: needs(SEEDS),
}, () => {
  const theirs = new Set(
    readdirSync(SEEDS).flatMap((name) => runs(readFileSync(new URL(name, SEEDS), 'utf8'), 5)),
  )
  assert.ok(theirs.size > 2000)
  const copied = FRAMEWORKS.flatMap((f) =>
    sentences(f).flatMap((text) => runs(text, 5).filter((run) => theirs.has(run))),
  )
  assert.deepEqual(copied, [])
})

test('the JSON Schema is the one that the code makes; “npx sightline framework schema” renews it', () => {
  assert.equal(readFileSync(new URL('framework.schema.json', LIBRARY), 'utf8'), frameworkJsonSchema())
})
