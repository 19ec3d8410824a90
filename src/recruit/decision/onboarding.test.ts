import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseFrameworkFile } from '#framework/file.ts'
import { indicatorsAt, levelLabel } from '#framework/model.ts'
import type { Criterion } from '../model.ts'
import type { DecisionBasis } from './decision.ts'
import { goalsOf } from './onboarding.ts'

const FILE = new URL('../../../library/spotlight.yaml', import.meta.url)
const framework = parseFrameworkFile(readFileSync(FILE, 'utf8')).framework ?? assert.fail()
const FRAMEWORKS = new Map([[framework.id, framework]])
const LEVELS = framework.scale.levels.map(({ key }) => key)
const [competency = assert.fail()] = framework.competencies

const criterion = (id: string, more: Partial<Criterion> = {}): Criterion => ({
  ...{ id, framework: framework.id, competency: competency.key, name: id, entryLevel: '1', level: '3' },
  ...{ months: 6, must: false, weight: 1, ...more },
})
const basis = (levels: Record<string, string | null>): DecisionBasis => ({
  ...{ members: ['m'], missing: [], alone: null, together: null },
  criteria: Object.entries(levels).map(([id, level]) => ({
    ...{ criterion: id, alone: null, together: null, spread: null, level, gate: null },
    ...{ levels: level === null ? null : { from: level, to: level }, months: { from: 2, to: 4 } },
  })),
})

test('what lies below the full level is a goal, with the next step in the framework’s words; what is reached is none', () => {
  const criteria = [criterion('low'), criterion('there'), criterion('above')]
  const goals = goalsOf(criteria, basis({ low: '1', there: '3', above: '4' }), FRAMEWORKS)
  assert.deepEqual(
    goals.map(({ name, kind, now, next, target }) => [name, kind, now?.key, next.key, target.key]),
    [['low', 'gap', '1', '2', '3']],
  )
  assert.deepEqual(
    goals[0]?.next.statements,
    indicatorsAt(competency, '2').map(({ text }) => text),
  )
  assert.deepEqual([goals[0]?.estimated, goals[0]?.expected], [{ from: 2, to: 4 }, 6])
})

test('what was not asked for on the first day is learned, and nobody pretends to know where somebody stands in it', () => {
  const learned = criterion('learned', { weight: null, entryLevel: null })
  const [goal] = goalsOf([learned], basis({}), FRAMEWORKS)
  assert.deepEqual([goal?.kind, goal?.now, goal?.next.key], ['learned', null, '3'])
  const [unsaid] = goalsOf([criterion('unsaid')], basis({ unsaid: null }), FRAMEWORKS)
  assert.deepEqual([unsaid?.kind, unsaid?.now, unsaid?.next.key], ['gap', null, '3'])
})

test('must-haves stand first, and what a framework that is gone asked for is left out', () => {
  const criteria = [criterion('a'), criterion('b', { must: true }), criterion('c', { framework: 'gone' })]
  const goals = goalsOf(criteria, null, FRAMEWORKS)
  assert.deepEqual(
    goals.map(({ name }) => name),
    ['b', 'a'],
  )
})

test('the next step is always above where somebody stands and never beyond the full level', () => {
  const level = fc.constantFrom(...LEVELS)
  fc.assert(
    fc.property(level, fc.option(level), (full, now) => {
      const goals = goalsOf([criterion('x', { level: full })], basis({ x: now }), FRAMEWORKS)
      const at = (key: string | undefined) => LEVELS.indexOf(key ?? '')
      if (now !== null && at(now) >= at(full)) return assert.deepEqual(goals, [])
      const [goal] = goals
      assert.ok(goal)
      assert.ok(at(goal.next.key) > at(now ?? undefined) && at(goal.next.key) <= at(full))
      const found = framework.scale.levels[at(full)]
      assert.equal(goal.target.label, found && levelLabel(found))
    }),
  )
})
