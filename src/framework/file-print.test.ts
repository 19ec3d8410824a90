import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseFrameworkFile } from './file.ts'
import { BALANCE, LISTS } from './file-content.ts'
import { printFrameworkFile } from './file-print.ts'
import {
  frameworkIdOf,
  identify,
  itemKey,
  levelKey,
  type NewFramework,
  type NewStatement,
} from './identify.ts'
import { ALIGNMENT_TYPES, SCALE_KINDS } from './model.ts'

function record<T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> {
  return fc.record<T>(model, { noNullPrototype: true }) as fc.Arbitrary<T>
}

const words = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.lorem({ maxCount: 30 }),
    fc.constantFrom('01', 'yes', '- a', 'a: b', '# no', '1.0', '"', '~', '*a'),
  )
  .map((text) => text.trim())
  .filter((text) => text !== '' && !text.includes('\0'))
const maybe = (arbitrary: fc.Arbitrary<string>) => fc.option(arbitrary, { nil: null })
const url = fc.constantFrom('https://example.org/a?b=c#d', 'http://example.org')

const publication = record({
  title: words,
  authors: maybe(words),
  publisher: maybe(words),
  year: fc.option(fc.integer({ min: 1450, max: 2100 }), { nil: null }),
  url: maybe(url),
})

interface Shape {
  levels: string[]
  competencies: string[]
}

function statementOf(kind: NewStatement['kind'], level: string | null, { competencies }: Shape, own: number) {
  const others = competencies.filter((_, i) => i !== own)
  const saying = {
    kind: fc.constant(kind),
    level: fc.constant(level),
    ours: fc.boolean(),
    also:
      others.length === 0
        ? fc.constant<string[]>([])
        : fc.uniqueArray(fc.constantFrom(...others), { maxLength: 2 }),
  }
  const plain = record({ ...saying, text: words, publication: fc.constant(null) })
  const book = record({ ...saying, text: fc.oneof(words, fc.constant('')), publication })
  return kind === 'resource' ? fc.oneof(plain, book) : plain
}

function statementsFor(shape: Shape, own: number): fc.Arbitrary<NewStatement[]> {
  const many = (kind: NewStatement['kind'], level: string | null, minLength = 0) =>
    fc.array(statementOf(kind, level, shape, own), { minLength, maxLength: 2 })
  const kinds = [...BALANCE, ...LISTS.map(([kind]) => kind)]
  // The first competency describes every level, since a level that nobody describes is a fault.
  const lists = [
    ...shape.levels.map((level) => many('indicator', level, own === 0 ? 1 : 0)),
    ...kinds.map((kind) => many(kind, null)),
  ]
  return fc.tuple(...lists).map((all) => all.flat())
}

const anyFramework: fc.Arbitrary<NewFramework> = record({
  levels: fc.array(
    record({ name: maybe(words), description: maybe(words), cues: fc.array(words, { maxLength: 3 }) }),
    { maxLength: 4 },
  ),
  numbered: fc.boolean(),
  groups: fc.array(record({ coded: fc.boolean(), name: words, definition: maybe(words) }), {
    maxLength: 2,
  }),
  competencies: fc.array(
    record({
      coded: fc.boolean(),
      name: words,
      definition: maybe(words),
      why: maybe(words),
      aliases: fc.array(words, { maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
}).chain(({ levels, numbered, groups, competencies }) => {
  const unlike = (name: string, i: number) => `${name} n${i}`
  const itsLevels = levels.map((level, i) => {
    const name = numbered ? level.name && unlike(level.name, i) : unlike(level.name ?? '', i).trim()
    const number = numbered ? i * 2 : null
    return { ...level, key: levelKey({ number, name }), number, name }
  })
  const itsGroups = groups.map(({ coded, name, definition }, i) =>
    entry({ code: coded ? `G${i}` : null, name: unlike(name, i) }, { definition }),
  )
  const entries = competencies.map(({ coded, name, definition, why, aliases }, i) =>
    entry({ code: coded ? `0${i}` : null, name: unlike(name, i) }, { definition, why, aliases }),
  )
  const shape = { levels: itsLevels.map((l) => l.key), competencies: entries.map((c) => c.key) }
  return record({
    slug: fc.constantFrom('a', 'try-2', '日本'),
    title: words,
    summary: maybe(words),
    publisher: maybe(words),
    source: fc.option(record({ title: words, url: maybe(url), note: maybe(words) }), { nil: null }),
    licence: record({ name: words, url: maybe(url), attribution: maybe(words) }),
    language: fc.constantFrom('en', 'en-GB', 'mi', 'zh-Hant'),
    version: words,
    scale: record({ kind: fc.constantFrom(...SCALE_KINDS), levels: fc.constant(itsLevels) }),
    groups: fc.constant(itsGroups),
    competencies: fc.tuple(
      ...entries.map((competency, i) =>
        fc
          .record({
            group: fc.constantFrom(null, ...itsGroups.map((g) => g.key)),
            statements: statementsFor(shape, i),
          })
          .map((rest) => ({ ...competency, ...rest })),
      ),
    ),
    alignments: fc.uniqueArray(
      record({
        from: fc.constantFrom(...shape.competencies),
        to: record({
          framework: fc.constantFrom('other', 'other-2'),
          competency: fc.constantFrom('x', 'y1'),
        }),
        type: fc.constantFrom(...ALIGNMENT_TYPES),
        note: maybe(words),
      }),
      { maxLength: 3, selector: (a) => `${a.from} ${a.to.framework} ${a.to.competency} ${a.type}` },
    ),
  })
})

function entry<T>({ code, name }: { code: string | null; name: string }, rest: T) {
  return { key: itemKey({ code, name }), code, name, ...rest }
}

test('a framework that is written to a file and read again is the same framework', () => {
  fc.assert(
    fc.property(anyFramework, (draft) => {
      const framework = identify(draft)
      assert.equal(framework.id, frameworkIdOf(draft.slug))
      const { framework: again, faults } = parseFrameworkFile(printFrameworkFile(framework))
      assert.deepEqual(
        faults.filter((f) => f.severity === 'fault'),
        [],
      )
      assert.deepEqual(again, framework)
    }),
    { numRuns: 200 },
  )
})
