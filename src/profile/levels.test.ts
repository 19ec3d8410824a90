import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  type Curve,
  countLevels,
  levelsFrom,
  type Placed,
  placesIn,
  reached,
  roundThatCounts,
  rungsOf,
} from './levels.ts'
import { ANSWERS, type Answer } from './model.ts'

const LEVELS = ['1', '2', '3', '4', '5']
const RUNGS = LEVELS.map((level) => ({ level, asked: 3 }))
const CURVES: Curve[] = ['uses', 'can', 'stretch']

const placed = fc.record({
  competency: fc.constantFrom('a', 'b', 'c'),
  also: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { maxLength: 2 }),
  level: fc.constantFrom(...LEVELS),
  answer: fc.constantFrom(...ANSWERS),
})
const many = fc.array(placed, { maxLength: 60 })

const levelsOf = (competency: string, all: readonly Placed[]) =>
  levelsFrom(countLevels(competency, RUNGS, all))
/** Not known is below everything that is known. */
const height = (place: number | null) => place ?? -1

/** Answers at one competency: three for each level, from the lowest; null: no answer. */
function ladder(...cells: string[]): Placed[] {
  const letters: Record<string, Answer> = { n: 'now', s: 'seldom', d: 'develop', l: 'later', x: 'not' }
  return cells.flatMap((cell, i) =>
    [...cell].flatMap((letter) => {
      const answer = letters[letter]
      return answer ? [{ competency: 'a', also: [], level: LEVELS[i] ?? '', answer }] : []
    }),
  )
}

test('an answer changes no other competency, except those that the framework gives the statement to as well', () => {
  fc.assert(
    fc.property(many, placed, (all, one) => {
      for (const other of (['a', 'b', 'c'] as const).filter(
        (key) => key !== one.competency && !one.also.includes(key),
      ))
        assert.deepEqual(levelsOf(other, [...all, one]), levelsOf(other, all))
    }),
  )
})

test('what was not answered is never a no: without a no the levels are never lower, and none is known without answers', () => {
  assert.deepEqual(levelsOf('a', []), { uses: null, can: null, stretch: null, firm: false })
  fc.assert(
    fc.property(many, fc.nat(), (all, at) => {
      const noes = all.filter(({ answer }) => answer === 'not' || answer === 'later')
      const dropped = noes[at % Math.max(1, noes.length)]
      const without = all.filter((one) => one !== dropped)
      for (const curve of CURVES) {
        const before = levelsOf('a', all)[curve]
        // None reached becomes not known when a level is left open; every level that was reached stays.
        if (before !== 0) assert.ok(height(levelsOf('a', without)[curve]) >= height(before))
      }
    }),
  )
})

test('that no level is reached is said only when every level was answered', () => {
  assert.equal(levelsOf('a', ladder('', '', '', '', 'xxx')).can, null)
  assert.equal(levelsOf('a', ladder('xxx', 'xxx', 'xxx', 'xxx', 'x')).can, 0)
  fc.assert(
    fc.property(many, (all) => {
      const isEveryLevelAnswered = countLevels('a', RUNGS, all).every(({ answered }) => answered > 0)
      if (levelsOf('a', all).can === 0) assert.ok(isEveryLevelAnswered)
    }),
  )
})

test('the order of the answers never matters', () => {
  fc.assert(
    fc.property(
      many.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([all, mixed]) => assert.deepEqual(levelsOf('a', mixed), levelsOf('a', all)),
    ),
  )
})

test('nobody uses more than they can, or wants less than they can', () => {
  fc.assert(
    fc.property(many, (all) => {
      const { uses, can, stretch } = levelsOf('a', all)
      assert.ok(height(uses) <= height(can) && height(can) <= height(stretch))
    }),
  )
})

test('a yes never lowers a level', () => {
  const yes: Record<Curve, Answer[]> = {
    uses: ['now'],
    can: ['now', 'seldom'],
    stretch: ['now', 'seldom', 'develop'],
  }
  fc.assert(
    fc.property(many, placed, fc.constantFrom(...CURVES), fc.nat(), (all, one, curve, pick) => {
      const answer = yes[curve][pick % yes[curve].length] ?? 'now'
      const more = levelsOf('a', [...all, { ...one, answer }])
      assert.ok(height(more[curve]) >= height(levelsOf('a', all)[curve]))
    }),
  )
})

test('a no that turns into a yes never lowers a level', () => {
  fc.assert(
    fc.property(many, fc.nat(), (all, at) => {
      const before = levelsOf('a', all)
      const turned = levelsOf(
        'a',
        all.map((one, i) => (i === at % Math.max(1, all.length) ? { ...one, answer: 'now' as const } : one)),
      )
      for (const curve of CURVES) assert.ok(height(turned[curve]) >= height(before[curve]))
    }),
  )
})

test('a level is firm when two answers say so and no level above it is left open', () => {
  const firm = (...cells: string[]) => reached(countLevels('a', RUNGS, ladder(...cells)), 'can').firm
  assert.equal(firm('nnn', 'nnn', 'nn', 'xx', 'xx'), true)
  assert.equal(firm('nnn', 'nnn', 'nx', 'xx', 'xx'), false, 'one yes alone')
  assert.equal(firm('nnn', 'nnn', 'nn', 'xx', ''), false, 'the highest level might be reached as well')
  assert.equal(firm('nnn', 'nnn', 'nn', 'x', 'xx'), false, 'one answer settles no level')
  assert.equal(firm('xxx', 'xxx', 'xxx', 'xxx', 'xxx'), true, 'none is reached, and that is sure')
})

test('a level that the framework does not describe is not open, and a level with one statement is settled by it', () => {
  const rungs = [3, 3, 1, 0, 0].map((asked, i) => ({ level: LEVELS[i] ?? '', asked }))
  const answers = ladder('nnn', 'nnn', 'x')
  assert.deepEqual(reached(countLevels('a', rungs, answers), 'can'), { place: 2, firm: true })
})

test('a statement that the framework gives to several competencies is asked of each', () => {
  const statement = (id: string, also: string[], level: string | null) => ({
    ...{ id, kind: 'indicator' as const, level, text: id, ours: false, also, publication: null },
  })
  const competency = (key: string, statements: ReturnType<typeof statement>[]) => ({
    ...{
      id: key,
      key,
      code: null,
      name: key,
      group: null,
      definition: null,
      why: null,
      aliases: [],
      statements,
    },
  })
  const places = placesIn({
    competencies: [
      competency('a', [
        statement('one', ['b'], '1'),
        statement('two', [], '2'),
        statement('three', [], null),
      ]),
      competency('b', [statement('four', [], '1')]),
    ],
  })
  assert.deepEqual(rungsOf('a', ['1', '2'], places), [
    { level: '1', asked: 1 },
    { level: '2', asked: 1 },
  ])
  assert.deepEqual(rungsOf('b', ['1', '2'], places), [
    { level: '1', asked: 2 },
    { level: '2', asked: 0 },
  ])
})

test('a round that has just begun takes nothing away: it speaks for a competency once half of it is answered', () => {
  const full = { name: 'last year', placed: ladder('nnn', 'nnn', 'nnn', 'xxx', 'xxx') }
  const begun = { name: 'now', placed: ladder('nnn', 'xxx') }
  const more = { name: 'now', placed: ladder('nnn', 'nnn', 'nn') }
  assert.equal(roundThatCounts('a', 15, [begun, full])?.name, 'last year')
  assert.equal(roundThatCounts('a', 15, [more, full])?.name, 'now')
  assert.equal(roundThatCounts('a', 15, [begun])?.name, 'now')
  assert.equal(roundThatCounts('b', 15, [begun, full]), undefined)
})
