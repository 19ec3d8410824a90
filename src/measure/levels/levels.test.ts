import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Invalid } from '#errors.ts'
import type { Estimate } from '../estimate.ts'
import type { IndicatorAnswers, Indicators } from './answers.ts'
import { levelModel } from './model.ts'
import { levelByCompensation, levelByShareMet, withMustHaves } from './rules.ts'
import { studyLevels } from './testing/simulation.ts'

/** Two indicators at each of the levels 2 to 4. */
const six: Indicators = { levels: 4, level: [2, 2, 3, 3, 4, 4] }
const why = (estimate: Estimate<unknown>) => ('reason' in estimate ? estimate.reason : '')

/** One rater's answers: + met, − not met, ? not observed. */
const said = (...raters: string[]): IndicatorAnswers =>
  raters.map((marks) => [...marks].map((mark) => (mark === '?' ? null : mark === '+')))

test('by the rule "all met", the first gap ends the climb', () => {
  assert.equal(levelByShareMet(six, said('++++++')).value, 4)
  assert.equal(levelByShareMet(six, said('++++--')).value, 3)
  assert.equal(levelByShareMet(six, said('+-++++')).value, 1)
  assert.equal(levelByShareMet(six, said('------')).value, 1)
})

test('what nobody observed is not counted against anyone, but a level of which nothing was seen is not reached', () => {
  assert.equal(levelByShareMet(six, said('+?++++')).value, 4)
  assert.equal(levelByShareMet(six, said('++??++')).value, 2)
  assert.match(why(levelByShareMet(six, said('??????'))), /No indicator was observed/)
  assert.match(why(levelByCompensation(six, [])), /No indicator was observed/)
})

test('an indicator is met when more than half of those who observed it say so', () => {
  assert.equal(levelByShareMet(six, said('++----', '+-----', '++----')).value, 2)
  assert.equal(levelByShareMet(six, said('++----', '+-----')).value, 1)
  assert.equal(levelByShareMet(six, said('++----', '+?----')).value, 2)
})

test('three of four indicators are 75 %', () => {
  const four: Indicators = { levels: 2, level: [2, 2, 2, 2] }
  assert.equal(levelByShareMet(four, said('+++-'), 0.75).value, 2)
  assert.equal(levelByShareMet(four, said('++--'), 0.75).value, 1)
})

test('by compensation, strength above makes up for a gap below', () => {
  assert.equal(levelByCompensation(six, said('+-++++')).value, 4)
  assert.equal(levelByCompensation(six, said('++++--')).value, 3)
  assert.equal(levelByCompensation(six, said('++-----'.slice(0, 6))).value, 2)
  assert.equal(levelByCompensation(six, said('------')).value, 1)
})

test('by compensation, a level that nobody observed counts as its neighbours do', () => {
  assert.equal(levelByCompensation(six, said('++??++')).value, 4)
  assert.equal(levelByCompensation(six, said('++??--')).value, 3)
  assert.equal(levelByCompensation(six, said('++++??')).value, 4)
})

test('a must-have holds the level back, however strong the rest is', () => {
  const gated: Indicators = { ...six, mustHave: [false, true, false, true, false, false] }
  assert.deepEqual(withMustHaves(4, gated, said('++++++')), { level: 4, notMet: [], notObserved: [] })
  assert.deepEqual(withMustHaves(4, gated, said('+++-++')), { level: 2, notMet: [3], notObserved: [] })
  assert.deepEqual(withMustHaves(4, gated, said('+-+?++')), { level: 1, notMet: [1], notObserved: [3] })
  assert.deepEqual(withMustHaves(2, gated, said('+++-++')), { level: 2, notMet: [], notObserved: [] })
})

test('lists that do not fit are refused', () => {
  assert.throws(() => levelByShareMet(six, said('+++')), Invalid)
  assert.throws(() => levelByShareMet({ levels: 3, level: [2, 4] }, said('++')), Invalid)
  assert.throws(() => levelByCompensation({ levels: 3, level: [1, 2] }, said('++')), Invalid)
  assert.throws(() => withMustHaves(2, { ...six, mustHave: [true] }, said('++++++')), Invalid)
})

const model = {
  difficulty: [-1, -1, 0, 0, 1, 1],
  discrimination: 2,
  mean: 0,
  sd: 1,
  cuts: [-1, 0, 1],
  raterSd: 0.5,
}

test('the model gives each level a chance; they add up to 1, and more met means a higher level', () => {
  const decide = levelModel(model)
  const chances = (marks: string) => decide(said(marks)).value ?? assert.fail()
  const { exactly, atLeast } = chances('++++--')
  assert.ok(Math.abs(exactly.reduce((sum, x) => sum + x, 0) - 1) < 1e-12)
  assert.equal(atLeast[0], 1)
  const expected = ['------', '++----', '++++--', '++++++'].map((marks) =>
    chances(marks).exactly.reduce((sum, x, k) => sum + k * x, 0),
  )
  assert.deepEqual(
    expected,
    expected.toSorted((a, b) => a - b),
  )
  assert.deepEqual(
    ['------', '++----', '++++--', '++++++'].map((marks) => chances(marks).mostLikely),
    [0, 1, 2, 3],
  )
})

test('the posterior is the one that numerical integration over person and rater gives', () => {
  const { atLeast } = levelModel(model)(said('+++-?-')).value ?? assert.fail()
  assert.ok(Math.abs((atLeast[2] ?? 0) - byIntegration([true, true, true, false, null, false])) < 2e-3)
})

/** Chance of θ ≥ 0 by brute force on a fine grid. */
function byIntegration(answers: (boolean | null)[]): number {
  let [above, all] = [0, 0]
  for (let theta = -6; theta <= 6; theta += 0.02)
    for (let s = -2.5; s <= 2.5; s += 0.02) {
      let weight = Math.exp(-(theta ** 2) / 2 - s ** 2 / (2 * 0.25))
      answers.forEach((met, i) => {
        const chance = 1 / (1 + Math.exp(-2 * (theta - (model.difficulty[i] ?? 0) - s)))
        if (met !== null) weight *= met ? chance : 1 - chance
      })
      all += weight
      if (theta > -1e-9) above += Math.abs(theta) < 1e-9 ? weight / 2 : weight
    }
  return above / all
}

test('one rater with many answers is surer than before, but never as sure as many raters', () => {
  const sureness = (raterSd: number, ...marks: string[]) =>
    Math.max(...(levelModel({ ...model, raterSd })(said(...marks)).value?.exactly ?? []))
  assert.ok(sureness(0, '++++--') > sureness(0.7, '++++--'))
  assert.ok(sureness(0.7, '++++--', '++++--', '++++--') > sureness(0.7, '++++--'))
})

test('without an answer the model gives a reason, and impossible models are refused', () => {
  assert.match(why(levelModel(model)(said('??????'))), /No indicator was observed/)
  assert.throws(() => levelModel(model)(said('+')), Invalid)
  assert.throws(() => levelModel({ ...model, sd: 0 }), Invalid)
  assert.throws(() => levelModel({ ...model, cuts: [1, 0] }), Invalid)
  assert.throws(() => levelModel({ ...model, difficulty: [] }), Invalid)
})

/** docs/methods/measure/level-rules.md: 100,000 persons a row; share right, share more than one level off, mean error. */
const TABLE = [
  {
    indicators: 3,
    raters: 1,
    rules: {
      'all met': [0.407, 0.126, -0.58],
      compensatory: [0.548, 0.03, 0],
      'model, discounted': [0.562, 0.02, 0],
      model: [0.561, 0.021, 0],
    },
  },
  {
    indicators: 6,
    raters: 5,
    rules: {
      'all met': [0.465, 0.032, -0.55],
      '75 % met': [0.651, 0.004, -0.28],
      compensatory: [0.781, 0, 0.01],
      'model, discounted': [0.791, 0, 0],
      model: [0.792, 0, 0],
    },
  },
] as const

for (const { indicators, raters, rules } of TABLE)
  test(`rules and their errors, ${indicators} indicators a level and ${raters} raters: as the page says`, () => {
    const found = studyLevels({ indicators, raters, banks: 120, personsEach: 20, seed: 1 })
    for (const [name, expected] of Object.entries<readonly number[]>(rules))
      expected.forEach((wanted, k) => {
        const actual = found[name]?.[k] ?? Number.NaN
        assert.ok(Math.abs(actual - wanted) < (k === 2 ? 0.08 : 0.04), `${name}: ${actual}, not ${wanted}`)
      })
    assert.ok((found.model?.[0] ?? 0) > (found['all met']?.[0] ?? 1) + 0.1)
  })
