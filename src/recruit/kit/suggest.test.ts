import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parseFrameworkFile } from '#framework/file.ts'
import { type Framework, indicatorsAt } from '#framework/model.ts'
import { type Criterion, POINTS } from '../model.ts'
import { anchorsFor } from './anchors.ts'
import { suggestQuestion } from './suggest.ts'

const LIBRARY = new URL('../../../library/', import.meta.url)
const FRAMEWORKS = readdirSync(LIBRARY)
  .filter((name) => name.endsWith('.yaml'))
  .flatMap((name) => parseFrameworkFile(readFileSync(new URL(name, LIBRARY), 'utf8')).framework ?? [])

function framework(slug: string): Framework {
  const found = FRAMEWORKS.find((one) => one.slug === slug)
  assert.ok(found)
  return found
}

function criterion({ id }: Framework, competency: string, entryLevel: string | null): Criterion {
  return {
    ...{ id: 'c', framework: id, competency, name: competency, entryLevel, level: entryLevel ?? '1' },
    ...{ months: null, must: false, weight: entryLevel === null ? null : 1 },
  }
}

/** Every level of every competency that has words, on each scale of points. */
const DESCRIBED = FRAMEWORKS.flatMap((one) =>
  one.competencies.flatMap((competency) =>
    one.scale.levels
      .filter(({ key }) => indicatorsAt(competency, key).length > 0)
      .flatMap(({ key }) => POINTS.map((points) => ({ one, competency, level: key, points }))),
  ),
)

test('every competency of the library with levels gets anchors that cover its scale, each with words', () => {
  for (const { one, competency, level, points } of DESCRIBED) {
    const anchors = anchorsFor(one, competency, { entryLevel: level, points })
    const covered = anchors.flatMap(({ from, to }) =>
      Array.from({ length: to - from + 1 }, (_, i) => from + i),
    )
    assert.deepEqual(
      covered,
      Array.from({ length: points }, (_, i) => i + 1),
    )
    for (const { texts } of anchors) assert.ok(texts.length > 0, `${one.slug} ${competency.key} ${level}`)
  }
})

test('the bands are the level below, the level that must be there, and the one beyond', () => {
  const spotlight = framework('spotlight')
  const a2 = spotlight.competencies.find(({ key }) => key === 'a2')
  assert.ok(a2)
  const anchors = anchorsFor(spotlight, a2, { entryLevel: '3', points: 7 })
  assert.deepEqual(
    anchors.map(({ from, to, label, level }) => [from, to, label, level]),
    [
      [1, 2, 'Not yet', '2'],
      [3, 5, 'Qualified', '3'],
      [6, 7, 'Well qualified', '4'],
    ],
  )
  assert.deepEqual(
    anchors[1]?.texts,
    indicatorsAt(a2, '3').map(({ text }) => text),
  )
})

test('at the ends of the scale the bands still tell apart: no behaviour at all below, everything at once above', () => {
  const spotlight = framework('spotlight')
  const [a1] = spotlight.competencies
  assert.ok(a1)
  const [lowest] = anchorsFor(spotlight, a1, { entryLevel: '1', points: 5 })
  assert.equal(lowest?.level, null)
  assert.match(lowest?.texts.join(' ') ?? '', /Gives no example/)
  const highest = anchorsFor(spotlight, a1, { entryLevel: '5', points: 5 }).at(-1)
  assert.equal(highest?.level, '5')
  assert.match(highest?.texts.join(' ') ?? '', /^Shows all of these/)
})

test('a framework asks in its own words; the bank comes next; a competency learned in the job is not asked about', () => {
  const wyoming = framework('wyoming-customer-focus')
  const [competency] = wyoming.competencies
  const bank = [{ id: 'b', kind: 'past' as const, text: 'When did you last say no?', probes: ['And then?'] }]
  const options = { points: 7 as const, bank }
  assert.ok(competency)
  const entry = wyoming.scale.levels[1]?.key ?? ''
  assert.equal(
    suggestQuestion(wyoming, criterion(wyoming, competency.key, entry), options)?.source,
    'framework',
  )
  const door = {
    ...wyoming,
    competencies: [{ ...competency, statements: competency.statements.filter((s) => s.kind !== 'question') }],
  }
  assert.equal(suggestQuestion(door, criterion(door, competency.key, entry), options)?.bankId, 'b')
  const made = suggestQuestion(door, criterion(door, competency.key, entry), { ...options, bank: [] })
  assert.match(made?.text ?? '', new RegExp(competency.name))
  assert.equal(suggestQuestion(door, criterion(door, competency.key, null), options), null)
  assert.equal(suggestQuestion(door, criterion(door, 'gone', entry), options), null)
})
