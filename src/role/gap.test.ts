import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { LevelsOf } from '#profile/model.ts'
import { fitOf, inOrderOfFit } from './fit.ts'
import { type Gap, gapsOf, roomElsewhere, summaryOf, surenessOf, type Yardstick } from './gap.ts'
import {
  firstDayInWords,
  headlineOf,
  monthsInWords,
  standingInWords,
  surenessInWords,
  tallyInWords,
} from './gap-words.ts'
import type { Requirement, Role } from './model.ts'

const NOW = new Date('2026-06-01T10:00:00Z')
const KEYS = ['a', 'b', 'c', 'd']
const FIVE: Yardstick = {
  ...{ id: 'f', slug: 'f', title: 'Five levels', language: 'en-GB' },
  scale: { levels: [1, 2, 3, 4, 5].map((n) => ({ key: String(n), number: n, name: `Level ${n}` })) },
  competencies: KEYS.map((key) => ({ key, code: null, name: key.toUpperCase() })),
}
const YARDSTICKS = new Map([['f', FIVE]])

const needs = (competency: string, level: number, more: Partial<Requirement> = {}): Requirement => ({
  ...{ id: competency, framework: 'f', competency, level: String(level), entryLevel: null, months: null },
  ...{ importance: 2, must: false, analysis: null, why: null },
  words: { framework: 'Five levels', competency, level: String(level), entryLevel: null, statements: [] },
  ...more,
})
const has = (competency: string, can: number | null, uses = can): LevelsOf => ({
  ...{ framework: 'f', competency, uses, can, stretch: can, firm: true, asOf: NOW },
})
const own = (levels: LevelsOf[]) => ({ levels, shared: false })
const only = (gaps: Gap[]): Gap => {
  const [gap] = gaps
  assert.ok(gap && gaps.length === 1)
  return gap
}

test('a level is below, at or above what the role uses; unknown is neither of them, and zero is below', () => {
  const standing = (can: number | null) =>
    only(gapsOf([needs('a', 3)], YARDSTICKS, own([has('a', can)]))).standing
  assert.deepEqual([0, 2, 3, 4, null].map(standing), ['below', 'below', 'at', 'above', 'unknown'])
  assert.equal(only(gapsOf([needs('a', 3)], YARDSTICKS, own([]))).standing, 'unknown')
})

test('of somebody else what they do not share is not shared, which is not unknown', () => {
  const known = { levels: [has('a', null)], shared: true }
  const gaps = gapsOf([needs('a', 3), needs('b', 3, { entryLevel: '2' })], YARDSTICKS, known)
  assert.deepEqual(
    gaps.map(({ standing, firstDay }) => [standing, firstDay]),
    [
      ['unknown', null],
      ['not shared', 'not shared'],
    ],
  )
})

test('the first day and the full level are measured apart', () => {
  const gap = only(gapsOf([needs('a', 4, { entryLevel: '2', months: 6 })], YARDSTICKS, own([has('a', 3)])))
  assert.deepEqual([gap.firstDay, gap.standing, gap.missing], ['above', 'below', 1])
  assert.equal(firstDayInWords(gap), 'Ready')
  assert.equal(standingInWords(gap), '1 level to go')
  assert.equal(firstDayInWords(only(gapsOf([needs('a', 4)], YARDSTICKS, own([])))), 'All learned in the job')
})

test('a level that the framework no longer has is not known, and the agreed words stand in for it', () => {
  const gap = only(gapsOf([needs('a', 9)], YARDSTICKS, own([has('a', 3)])))
  assert.deepEqual([gap.required, gap.standing, gap.missing], [null, 'unknown', null])
  const gone = only(gapsOf([needs('a', 3, { framework: 'gone' })], YARDSTICKS, own([])))
  assert.deepEqual([gone.yardstick, gone.of, gone.standing], [undefined, 0, 'unknown'])
})

test('must-haves come first and are counted alone', () => {
  const asks = [
    needs('a', 3),
    needs('b', 3, { must: true }),
    needs('c', 3, { must: true }),
    needs('d', 3, { must: true }),
  ]
  const gaps = gapsOf(asks, YARDSTICKS, own([has('a', 5), has('b', 1), has('c', 2)]))
  assert.deepEqual(
    gaps.map(({ requirement }) => requirement.competency),
    ['b', 'c', 'd', 'a'],
  )
  assert.equal(headlineOf(summaryOf(gaps)), '2 must-haves not yet, 1 unknown.')
  assert.equal(tallyInWords(summaryOf(gaps).other.full), '1 met')
})

test('above the level means that other roles may use it, those that use most first', () => {
  const gap = only(gapsOf([needs('a', 2)], YARDSTICKS, own([has('a', 4)])))
  const profiles = [
    { roleId: 'low', requirements: [needs('a', 2)] },
    { roleId: 'three', requirements: [needs('a', 3)] },
    { roleId: 'five', requirements: [needs('b', 5), needs('a', 5)] },
  ]
  assert.deepEqual(
    roomElsewhere(gap, profiles).map(({ roleId }) => roleId),
    ['five', 'three'],
  )
})

test('a level from few answers is a first hint, and one of two years ago is to be answered again', () => {
  const gap = (more: Partial<LevelsOf>) =>
    only(gapsOf([needs('a', 3)], YARDSTICKS, own([{ ...has('a', 3), ...more }])))
  assert.equal(surenessOf(gap({}), NOW), 'sure')
  assert.equal(surenessInWords(gap({ firm: false }), NOW), 'Few answers, June 2026: a first hint')
  const old = new Date('2024-05-20T10:00:00Z')
  assert.equal(surenessInWords(gap({ asOf: old }), NOW), 'From May 2024, 2 years ago: time to answer again')
  assert.equal(surenessInWords(gap({ can: null }), NOW), null)
})

test('months are said as months for two years, then as years', () => {
  assert.deepEqual([null, 0, 1, 18, 24, 45].map(monthsInWords), [
    ...[null, 'at once', '1 month', '18 months', '2 years', '4 years'],
  ])
})

const place = fc.option(fc.integer({ min: 0, max: 5 }), { nil: null })
const asks = fc.tuple(
  ...KEYS.map((key) =>
    fc
      .record({ level: fc.integer({ min: 1, max: 5 }), must: fc.boolean() })
      .map(({ level, must }) => needs(key, level, { must })),
  ),
)
const levels = fc.tuple(...KEYS.map((key) => place.map((can) => has(key, can))))

test('property: what is unknown stays unknown, whatever else is known', () => {
  fc.assert(
    fc.property(asks, levels, (requirements, known) => {
      for (const gap of gapsOf(requirements, YARDSTICKS, own(known)))
        assert.equal(gap.can === null, gap.standing === 'unknown')
    }),
  )
})

test('property: raising one level changes no other standing, and never makes its own worse', () => {
  const order = ['below', 'at', 'above']
  fc.assert(
    fc.property(asks, levels, fc.integer({ min: 0, max: 3 }), (requirements, known, which) => {
      const raised = known.map((one, i) =>
        i === which && one.can !== null ? has(one.competency, one.can + 1) : one,
      )
      const by = (all: LevelsOf[]) =>
        new Map(gapsOf(requirements, YARDSTICKS, own(all)).map((gap) => [gap.requirement.competency, gap]))
      const [before, after] = [by(known), by(raised)]
      for (const [key, gap] of before) {
        const next = after.get(key)
        if (key !== KEYS[which]) assert.deepEqual(next, gap)
        else if (gap.can !== null)
          assert.ok(order.indexOf(next?.standing ?? '') >= order.indexOf(gap.standing))
      }
    }),
  )
})

test('property: no strength elsewhere changes what is said of the must-haves', () => {
  fc.assert(
    fc.property(asks, levels, (requirements, known) => {
      const musts = new Set(requirements.filter(({ must }) => must).map(({ competency }) => competency))
      const strong = known.map((one) => (musts.has(one.competency) ? one : has(one.competency, 5)))
      const said = (all: LevelsOf[]) => {
        const summary = summaryOf(gapsOf(requirements, YARDSTICKS, own(all)))
        return [headlineOf(summary), summary.must]
      }
      assert.deepEqual(said(strong), said([...known]))
    }),
  )
})

const role = (title: string): Role => ({
  ...{ id: title, title, purpose: null, teamId: null, madeAt: NOW, closedAt: null, version: 1, madeBy: null },
})

test('roles are listed by must-haves, then by what is unknown, then by the way; what is all unknown comes last', () => {
  const fit = (title: string, requirements: Requirement[], known: LevelsOf[]) =>
    fitOf(role(title), gapsOf(requirements, YARDSTICKS, own(known)))
  const must = (key: string, level: number) => needs(key, level, { must: true })
  const known = [has('a', 3), has('b', 1), has('d', 5)]
  const fits = [
    fit('Nothing known', [must('c', 1)], []),
    fit('One to go, strong elsewhere', [must('a', 3), must('b', 2), needs('d', 1)], known),
    fit('Some unknown', [must('a', 3), must('c', 1)], known),
    fit('Two to go', [must('a', 4), must('b', 2)], known),
    fit('Met, a long way', [must('a', 3), needs('b', 5)], known),
    fit('Met', [must('a', 3), needs('b', 2)], known),
  ]
  assert.deepEqual(
    inOrderOfFit(fits).map(({ role: { title }, kind }) => `${kind}: ${title}`),
    [
      'met: Met',
      'met: Met, a long way',
      'open: Some unknown',
      'not yet: One to go, strong elsewhere',
      'not yet: Two to go',
      'nothing known: Nothing known',
    ],
  )
})
