import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseFrameworkFile } from './file.ts'
import { indicatorsAt, statementsOf } from './model.ts'

const BAKERY = `
slug: bakery
title: Bakery
licence: { name: CC BY 4.0 }
language: en
version: "1.0"
scale:
  kind: stage
  levels:
    - { name: Apprentice, cues: [learn] }
    - { name: Master baker }
groups:
  - { code: X, name: Oven }
competencies:
  - code: B1
    name: Baking bread
    group: oven
    aliases: [loaves]
    levels:
      Master Baker:
        - text: Tells by the sound of a loaf whether it is done.
          also: [Selling]
      apprentice:
        - Weighs the flour.
    balance: { overused: [Bakes while nobody buys.] }
    resources:
      - { title: Crust, authors: A. Crumb, year: 1999, text: On heat. }
      - text: The smell of the shop next door.
        ours: true
  - name: Selling
    levels: { apprentice: [], master-baker: [Names every customer.] }
alignments:
  - { from: selling, to: spotlight/b2, type: narrower }
`

function read(text: string) {
  const { framework, faults } = parseFrameworkFile(text)
  assert.deepEqual(faults, [])
  assert.ok(framework)
  return framework
}

test('a file names levels, groups and competencies by code or by name, in any case', () => {
  const framework = read(BAKERY)
  const [bread, selling] = framework.competencies
  assert.ok(bread && selling)
  assert.deepEqual(
    framework.scale.levels.map((level) => level.key),
    ['apprentice', 'master-baker'],
  )
  assert.equal(bread.key, 'b1')
  assert.equal(bread.group, 'x')
  assert.deepEqual(
    indicatorsAt(bread, 'master-baker').map((s) => s.also),
    [['selling']],
  )
  assert.deepEqual(framework.alignments[0]?.to, { framework: 'spotlight', competency: 'b2' })
})

test('indicators are read from the lowest level up, whatever order the file has', () => {
  const texts = read(BAKERY).competencies[0]?.statements.map((s) => s.text)
  assert.deepEqual(texts?.slice(0, 2), [
    'Weighs the flour.',
    'Tells by the sound of a loaf whether it is done.',
  ])
})

test('a book keeps its authors and year apart from what it is good for', () => {
  const [bread] = read(BAKERY).competencies
  const [book, tip] = bread ? statementsOf(bread, 'resource') : []
  assert.deepEqual(book?.publication, {
    title: 'Crust',
    authors: 'A. Crumb',
    publisher: null,
    year: 1999,
    url: null,
  })
  assert.equal(book?.text, 'On heat.')
  assert.equal(tip?.ours, true)
  assert.equal(tip?.publication, null)
})

test('a statement keeps its id when another is written before it, and when it moves to another level', () => {
  const id = (text: string) =>
    read(text).competencies[0]?.statements.find((s) => s.text === 'Weighs the flour.')?.id
  const own = id(BAKERY)
  assert.ok(own)
  assert.equal(id(BAKERY.replace('        - Weighs', '        - Sweeps.\n        - Weighs')), own)
  assert.equal(
    id(
      BAKERY.replace('- Weighs the flour.', '- Sweeps.').replace(
        '          also: [Selling]',
        '        - Weighs the flour.',
      ),
    ),
    own,
  )
})

test('two frameworks with the same words have no id in common', () => {
  const ids = (text: string) => JSON.stringify(read(text)).match(/"id":"[^"]+"/g) ?? []
  const here = ids(BAKERY)
  assert.equal(new Set(here).size, here.length)
  const there = new Set(ids(BAKERY.replace('slug: bakery', 'slug: bakery-two')))
  assert.equal(here.filter((id) => there.has(id)).length, 0)
})

test('whatever is in a file, reading it ends with a framework or a fault', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const { framework, faults } = parseFrameworkFile(text)
      assert.ok(framework !== null || faults.length > 0)
    }),
    { numRuns: 300 },
  )
})

test('a picture or a program is refused in one sentence', () => {
  const { faults } = parseFrameworkFile('\x7fELF\0\0\0title: x')
  assert.deepEqual(
    faults.map((f) => f.message),
    ['This is not a text file.'],
  )
})

test('a file that is nested ten thousand deep is refused, not followed', () => {
  const { framework, faults } = parseFrameworkFile(`slug: ${'['.repeat(10_000)}`)
  assert.equal(framework, null)
  assert.ok(faults.some((f) => f.message.includes('nested too deeply')))
})
