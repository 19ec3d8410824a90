import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { seededRandom } from '../distributions/random.ts'
import { kendall, peopleFor } from './kendall.ts'
import type { Pair } from './permutations.ts'

/** Every way to match, one by one: slow, and written without looking at the product. */
function slowChance(pairs: readonly Pair[]): number {
  const ys = pairs.map(([, y]) => y)
  const scoreOf = (order: readonly number[]) => {
    let score = 0
    pairs.forEach(([x], i) => {
      for (let j = 0; j < i; j++)
        score += Math.sign((x - (pairs[j]?.[0] ?? 0)) * ((order[i] ?? 0) - (order[j] ?? 0)))
    })
    return score
  }
  const observed = Math.abs(scoreOf(ys))
  let [far, all] = [0, 0]
  const permute = (left: readonly number[], order: readonly number[]) => {
    if (left.length === 0) {
      all++
      far += Number(Math.abs(scoreOf(order)) >= observed)
    }
    for (const [i, y] of left.entries()) permute(left.toSpliced(i, 1), [...order, y])
  }
  permute(ys, [])
  return far / all
}

const pair = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 }))
const people = fc.array(pair, { minLength: 2, maxLength: 6 })

test('the exact chance is that of counting every way to match the two orders', () => {
  fc.assert(
    fc.property(people, (pairs) => {
      const { chance } = kendall(pairs)
      if (chance.value === null) return
      assert.ok(Math.abs(chance.value - slowChance(pairs)) < 1e-12)
    }),
    { numRuns: 60 },
  )
})

test('known values: without ties as Kendall’s own tables have them, with ties by the definition', () => {
  // n = 5, S = 8: two-sided 10 of 120 (Kendall 1938, Biometrika 30:81).
  const plain: Pair[] = [
    [1, 1],
    [2, 2],
    [3, 3],
    [4, 5],
    [5, 4],
  ]
  const found = kendall(plain)
  assert.equal(found.tau.value, 0.8)
  assert.ok(Math.abs((found.chance.value ?? 0) - 10 / 120) < 1e-12)
  // Ten pairs, of which eight differ in both orders: S = 8; 9 differ in the first order, 8 in the second.
  const tied: Pair[] = [
    [1, 1],
    [2, 1],
    [2, 2],
    [3, 3],
    [4, 3],
  ]
  assert.ok(Math.abs((kendall(tied).tau.value ?? 0) - 7 / Math.sqrt(9 * 8)) < 1e-12)
})

test('the order of the people does not matter, and turning one order round turns the sign', () => {
  fc.assert(
    fc.property(people, fc.array(fc.nat(), { minLength: 6, maxLength: 6 }), (pairs, keys) => {
      const found = kendall(pairs)
      const shuffled = pairs
        .map((one, i) => ({ one, key: keys[i] ?? 0 }))
        .toSorted((a, b) => a.key - b.key)
        .map(({ one }) => one)
      assert.deepEqual(kendall(shuffled), found)
      const turned = kendall(pairs.map(([x, y]): Pair => [x, -y]))
      assert.equal(Math.abs((turned.tau.value ?? 0) + (found.tau.value ?? 0)) < 1e-12, true)
      assert.ok(Math.abs((turned.chance.value ?? 0) - (found.chance.value ?? 0)) < 1e-12)
    }),
  )
})

test('where one of the two is the same for everybody there is no number but a reason', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 2, maxLength: 9 }), (values) => {
      const { tau, interval, chance } = kendall(values.map((x): Pair => [x, 3]))
      assert.deepEqual([tau.value, interval.value, chance.value], [null, null, null])
    }),
  )
})

test('the interval holds the estimate, stays within −1 and 1, and is not given for fewer than five', () => {
  fc.assert(
    fc.property(fc.array(pair, { minLength: 2, maxLength: 14 }), (pairs) => {
      const { tau, interval, n } = kendall(pairs)
      if (tau.value === null) return
      if (n < 5) return assert.equal(interval.value, null)
      assert.ok(interval.value && interval.value.lower >= -1 && interval.value.upper <= 1)
      // A tau of 1 itself lies at the very end, where the scale has none.
      if (Math.abs(tau.value) < 0.9)
        assert.ok(interval.value.lower <= tau.value && tau.value <= interval.value.upper)
    }),
  )
})

test('with many people the approximation is what drawing matches at random gives', () => {
  const random = seededRandom(11)
  const pairs = Array.from({ length: 60 }, (_, i): Pair => [i % 17, Math.floor((i % 17) / 12 + random() * 5)])
  const found = kendall(pairs)
  assert.equal(found.isExact, false)
  const draws = 1500
  let far = 0
  for (let draw = 0; draw < draws; draw++) {
    const ys = pairs.map(([, y]) => ({ y, key: random() })).toSorted((a, b) => a.key - b.key)
    const drawn = kendall(pairs.map(([x], i): Pair => [x, ys[i]?.y ?? 0]))
    far += Number(Math.abs(drawn.tau.value ?? 0) >= Math.abs(found.tau.value ?? 0) - 1e-12)
  }
  assert.ok(far / draws > 0.02, 'a chance that can be seen')
  assert.ok(
    Math.abs((found.chance.value ?? 0) - far / draws) < 0.03,
    `${found.chance.value} and ${far / draws}`,
  )
})

test('how many people it takes grows as the connection gets weaker', () => {
  assert.ok(peopleFor(0.28) < peopleFor(0.14))
  // 4 + 0.437 × ((1.95996 + 0.84162) / 0.28768)²
  assert.equal(peopleFor(0.28), 46)
})
