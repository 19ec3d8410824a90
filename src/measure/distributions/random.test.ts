import assert from 'node:assert/strict'
import { test } from 'node:test'
import { normalFrom, seededRandom } from './random.ts'

const draws = (count: number, draw: () => number) => Array.from({ length: count }, draw)
const mean = (numbers: number[]) => numbers.reduce((sum, x) => sum + x, 0) / numbers.length

test('the same seed gives the same numbers, another seed others', () => {
  assert.deepEqual(draws(5, seededRandom(7)), draws(5, seededRandom(7)))
  assert.notDeepEqual(draws(5, seededRandom(7)), draws(5, seededRandom(8)))
  assert.notDeepEqual(draws(5, seededRandom(7)), draws(5, seededRandom(7.5)))
})

test('uniform numbers fill [0, 1) evenly and do not follow from one another', () => {
  const numbers = draws(100_000, seededRandom(1))
  const counts = new Array<number>(20).fill(0)
  for (const x of numbers) counts[Math.floor(x * 20)] = (counts[Math.floor(x * 20)] ?? 0) + 1
  const chi = counts.reduce((sum, n) => sum + (n - 5000) ** 2 / 5000, 0)
  assert.ok(chi < 43.8, `chi-squared ${chi} on 19 degrees of freedom`)
  const lagged = mean(numbers.slice(1).map((x, i) => (x - 0.5) * ((numbers[i] ?? 0) - 0.5))) * 12
  assert.ok(Math.abs(lagged) < 0.013, `correlation ${lagged}`)
})

test('first numbers of neighbouring seeds are unrelated', () => {
  const firsts = Array.from({ length: 20_000 }, (_, seed) => seededRandom(seed)())
  assert.ok(Math.abs(mean(firsts) - 0.5) < 0.008)
  const lagged = mean(firsts.slice(1).map((x, i) => (x - 0.5) * ((firsts[i] ?? 0) - 0.5))) * 12
  assert.ok(Math.abs(lagged) < 0.03, `correlation ${lagged}`)
})

test('normal numbers have the moments of the normal distribution', () => {
  const numbers = draws(200_000, normalFrom(seededRandom(3)))
  assert.ok(Math.abs(mean(numbers)) < 0.01)
  assert.ok(Math.abs(mean(numbers.map((x) => x ** 2)) - 1) < 0.014)
  assert.ok(Math.abs(mean(numbers.map((x) => x ** 4)) - 3) < 0.12)
})
