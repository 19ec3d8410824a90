/** What we add to the library's frameworks, so that every level has words. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parseFrameworkFile } from './file.ts'
import { indicatorsAt } from './model.ts'

const LIBRARY = new URL('../../library/', import.meta.url)
const FRAMEWORKS = readdirSync(LIBRARY)
  .filter((name) => name.endsWith('.yaml'))
  .flatMap((name) => parseFrameworkFile(readFileSync(new URL(name, LIBRARY), 'utf8')).framework ?? [])
const [SPOTLIGHT] = FRAMEWORKS.filter(({ slug }) => slug === 'spotlight')
assert.ok(SPOTLIGHT)

test('every element of Spotlight has at least three statements of its own at every level', () => {
  const { scale, competencies } = SPOTLIGHT
  for (const competency of competencies)
    for (const { key } of scale.levels)
      assert.ok(indicatorsAt(competency, key).length >= 3, `${competency.code} at ${key}`)
})

test('what we add to Spotlight is one behaviour in six to eighteen words, and no two are alike', () => {
  const own = SPOTLIGHT.competencies.flatMap((c) =>
    c.statements.filter((s) => s.ours && s.kind === 'indicator'),
  )
  for (const { text } of own) {
    const words = text.split(' ').length
    assert.ok(words >= 6 && words <= 18, `${words} words: ${text}`)
  }
  assert.equal(new Set(own.map(({ text }) => text)).size, own.length)
})

test('every competency with levels has a question to open an interview with', () => {
  const silent = FRAMEWORKS.flatMap(({ slug, scale, competencies }) =>
    scale.levels.length === 0
      ? []
      : competencies.flatMap((c) =>
          c.statements.some((s) => s.kind === 'question') ? [] : `${slug} ${c.key}`,
        ),
  )
  assert.deepEqual(silent, [])
})

test('nothing that people may be rated by is left without words: every competency has each of its levels', () => {
  const bare = FRAMEWORKS.flatMap(({ slug, scale, competencies }) =>
    competencies.flatMap((c) =>
      scale.levels.flatMap(({ key }) =>
        indicatorsAt(c, key).length === 0 ? [`${slug} ${c.key} ${key}`] : [],
      ),
    ),
  )
  assert.deepEqual(bare, [])
})
