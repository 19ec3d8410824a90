import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { gapsOf, summaryOf, type Yardstick } from './gap.ts'
import { headlineOf } from './gap-words.ts'
import { BAND_WORDS, bandOf } from './hidden.ts'
import type { Requirement } from './model.ts'

const page = (name: string) =>
  readFileSync(join(import.meta.dirname, `../../docs/methods/${name}.md`), 'utf8')
/** The cells of every table row of a page that has so many. */
const rowsOf = (text: string, columns: number) =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('|--'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .filter((cells) => cells.length === columns)

test('the worked example of docs/methods/gap.md comes out', () => {
  const text = page('gap')
  const [, ...rows] = rowsOf(text, 8)
  assert.equal(rows.length, 5)
  const place = (cell: string | undefined) => (cell ? Number(cell) : null)
  const yardstick: Yardstick = {
    ...{ id: 'f', slug: 'f', title: 'F', language: 'en-GB' },
    scale: { levels: [1, 2, 3, 4, 5].map((n) => ({ key: String(n), number: n, name: null })) },
    competencies: rows.map(([key = '']) => ({ key, code: null, name: key })),
  }
  const asks = rows.map(([key = '', must, level = '', entry = '']): Requirement => {
    const entryLevel = entry === 'none' ? null : entry
    const words = { framework: 'F', competency: key, level, entryLevel, statements: [] }
    return {
      ...{ id: key, framework: 'f', competency: key, level, entryLevel, months: null, importance: 2 },
      ...{ must: must === 'yes', analysis: null, why: null, words },
    }
  })
  const levels = rows.map(([competency = '', , , , can, uses]) => ({
    ...{ framework: 'f', competency, can: place(can), uses: place(uses), stretch: null },
    ...{ firm: true, asOf: new Date('2026-01-01') },
  }))
  const gaps = gapsOf(asks, new Map([['f', yardstick]]), { levels, shared: false })
  assert.deepEqual(
    gaps.map(({ name, standing, firstDay }) => [name, standing, firstDay ?? '–']),
    rows.map(([name, , , , , , standing, firstDay]) => [name, standing, firstDay]),
  )
  assert.ok(text.includes(`**${headlineOf(summaryOf(gaps))}**`))
  const toGo = gaps.map(({ name, missing }) => [name, missing])
  assert.deepEqual(toGo, [
    ['A', 1],
    ['B', null],
    ['C', 0],
    ['D', 0],
    ['E', 4],
  ])
})

test('the bands of docs/methods/hidden-skills.md come out', () => {
  const [, ...rows] = rowsOf(page('hidden-skills'), 3)
  for (const [people = '', yes = '', told] of rows)
    for (const number of yes.match(/\d+/g) ?? []) {
      const band = bandOf(Number(number), Number(people))
      assert.equal(band === null ? 'nothing' : BAND_WORDS[band].toLowerCase(), told, `${number} of ${people}`)
    }
})
