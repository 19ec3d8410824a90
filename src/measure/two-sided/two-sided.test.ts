import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { normalFrom, seededRandom } from '../distributions/random.ts'
import { sharedDigits } from '../fixtures/expected.ts'
import { twoSidedDirection } from './direction.ts'
import { quadraticTerm } from './quadratic.ts'
import { twoSided } from './summary.ts'
import { twoLines } from './two-lines.ts'

const why = (found: { value: unknown; reason?: string }) =>
  found.reason ?? `a value: ${JSON.stringify(found.value)}`

test('too much and too little do not cancel out', () => {
  const found = twoSided([[-3, 3]])
  assert.equal(found.underuse.value?.mean, 1.5)
  assert.equal(found.overuse.value?.mean, 1.5)
  assert.equal(found.effectiveness.value?.mean, 1)
  assert.deepEqual(found.answers, { tooLittle: 1, right: 0, tooMuch: 1 })
})

test('always right is the highest effectiveness, and misses on either side cost the same', () => {
  assert.equal(
    twoSided([
      [0, 0],
      [0, 0],
    ]).effectiveness.value?.mean,
    4,
  )
  assert.equal(twoSided([[2, 1]]).effectiveness.value?.mean, twoSided([[-2, -1]]).effectiveness.value?.mean)
  assert.equal(twoSided([[-1, 0, 1]], 1).effectiveness.value?.mean, 1 / 3)
})

test('a rater counts once however many questions were answered, and missing answers take no part', () => {
  const found = twoSided([
    [2, 2, 2],
    [0, null, Number.NaN],
    [null, null, null],
  ])
  assert.equal(found.raters, 2)
  assert.equal(found.overuse.value?.mean, 1)
  assert.equal(found.overuse.value?.standardError.value, 1)
  assert.deepEqual(found.answers, { tooLittle: 0, right: 1, tooMuch: 3 })
})

test('underuse, overuse and effectiveness always add up to the reach of the scale', () => {
  const answer = fc.option(fc.integer({ min: -4, max: 4 }), { freq: 5 })
  fc.assert(
    fc.property(
      fc.array(fc.array(answer, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 }),
      (rows) => {
        const { underuse, overuse, effectiveness, raters } = twoSided(rows)
        if (raters === 0) assert.match(why(underuse), /Nobody/)
        else {
          const sum =
            (underuse.value?.mean ?? 0) + (overuse.value?.mean ?? 0) + (effectiveness.value?.mean ?? 0)
          assert.ok(Math.abs(sum - 4) < 1e-12)
        }
      },
    ),
    { seed: 1 },
  )
})

test('one rater has a mean and no error; an answer beyond the scale is refused', () => {
  assert.match(why(twoSided([[1]]).overuse.value?.standardError ?? { value: 0 }), /One rater/)
  assert.throws(() => twoSided([[5]]), /goes from -4 to 4/)
  assert.throws(() => twoSided([[0]], 0), /above 0/)
  assert.throws(() => twoSidedDirection([[2]], 1), /goes from -1 to 1/)
})

test('the direction is asked of raters: seven of eight who lean the same way are p = 0.0703', () => {
  const rows = [
    [2, 1],
    [1, 0],
    [3, -1],
    [1, 1],
    [0, 2],
    [1, null],
    [2, 2],
    [-1, 0],
    [0, 0],
    [-2, 2],
  ]
  const found = twoSidedDirection(rows)
  assert.deepEqual([found.overuse, found.underuse, found.even], [7, 1, 2])
  assert.ok(sharedDigits(found.p.value ?? 0, (2 * 9) / 256) > 14)
  assert.match(why(twoSidedDirection([[0], [0]]).p), /leans/)
  assert.equal(twoSidedDirection([[1], [-1]]).p.value, 1)
})

test('the quadratic term, its interval and turning point are those of lm in R', () => {
  const x = [1, 2, 3, 4, 5, 6, 7, 8]
  const y = [2.1, 3.9, 5.2, 6.1, 6.0, 5.5, 4.1, 2.4]
  const { value } = quadraticTerm(x, y)
  const R = {
    coefficient: -0.316071428571428,
    lower: -0.336838103541503,
    upper: -0.295304753601354,
    p: 2.05598667660451e-7,
    turn: 4.57344632768362,
  }
  assert.ok(sharedDigits(value?.coefficient ?? 0, R.coefficient) > 12)
  assert.ok(sharedDigits(value?.interval.lower ?? 0, R.lower) > 11)
  assert.ok(sharedDigits(value?.interval.upper ?? 0, R.upper) > 11)
  assert.ok(sharedDigits(value?.p ?? 0, R.p) > 9)
  assert.ok(sharedDigits(value?.turningPoint.value ?? 0, R.turn) > 10)
})

test('the lines of the two-lines test have the slopes and HC3 errors of R', () => {
  const x = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
  const y = [1.2, 2.1, 2.8, 4.3, 5.1, 4.7, 4.1, 3.2, 1.9, 1.4]
  const { value } = twoLines(x, y, { at: 5 })
  const R = { below: [1, 0.0575875553449898], above: [-0.7942857142857146, 0.0954306028263148] }
  assert.ok(sharedDigits(value?.below.slope ?? 0, R.below[0] ?? 0) > 12)
  assert.ok(sharedDigits(value?.below.standardError ?? 0, R.below[1] ?? 0) > 12)
  assert.ok(sharedDigits(value?.above.slope ?? 0, R.above[0] ?? 0) > 12)
  assert.ok(sharedDigits(value?.above.standardError ?? 0, R.above[1] ?? 0) > 12)
  assert.equal(value?.turns, true)
})

test('a line that only flattens has a quadratic term but does not turn; one that falls again turns', () => {
  const normal = normalFrom(seededRandom(4))
  const random = seededRandom(5)
  const share = (curve: (x: number) => number) => {
    let [bent, turned] = [0, 0]
    for (let round = 0; round < 100; round++) {
      const x = Array.from({ length: 150 }, () => random())
      const y = x.map((a) => curve(a) + normal() * 0.3)
      if ((quadraticTerm(x, y).value?.p ?? 1) < 0.05) bent++
      if (twoLines(x, y).value?.turns) turned++
    }
    return { bent, turned }
  }
  const flattens = share((x) => 2 * Math.log(0.05 + x))
  assert.ok(flattens.bent > 95 && flattens.turned <= 5, JSON.stringify(flattens))
  const falls = share((x) => 1 - 6 * (x - 0.5) ** 2)
  assert.ok(falls.bent > 95 && falls.turned > 95, JSON.stringify(falls))
})

test('too few cases, equal numbers and lists that do not fit are told', () => {
  assert.match(why(quadraticTerm([1, 2, 3], [1, 2, 3])), /four pairs/)
  assert.match(why(quadraticTerm([1, 1, 1, 1], [1, 2, 3, 4])), /All x are the same/)
  assert.match(why(quadraticTerm([1, 2, 1, 2], [1, 2, 3, 4])), /only two different/)
  assert.match(why(quadraticTerm([1, 2, null, 3, 4, 5], [1, 2, 3, 4, 5, 6])), /value/)
  assert.match(why(twoLines([1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6])), /nowhere to part/)
  assert.match(why(twoLines([1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6], { at: 2 })), /too few cases/)
  assert.throws(() => quadraticTerm([1], [1, 2]), /pair for every person/)
  assert.throws(() => twoLines([1, Number.POSITIVE_INFINITY], [1, 2]), /infinite/)
})
