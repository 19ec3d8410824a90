import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bandOfBoth, bandsFor, wavering } from './band.ts'

const shares = (...some: number[]) => some.map((probability, i) => ({ key: String(i + 1), probability }))

test('competency and level are each as sure as they are likely', () => {
  assert.deepEqual(bandsFor(shares(0.9, 0.1), shares(0.3, 0.25, 0.25, 0.1, 0.1)), {
    band: 'likely',
    levelBand: 'unsure',
  })
  assert.deepEqual(bandsFor(shares(0.3, 0.28, 0.2), shares(0.1, 0.8, 0.1)), {
    band: 'unsure',
    levelBand: 'likely',
  })
  assert.equal(bandsFor(shares(0.5, 0.5), shares(0.55, 0.45)).levelBand, 'possible')
})

test('where there is one competency its band is that of the level, and without levels nothing can be wrong', () => {
  assert.equal(bandsFor(shares(1), shares(0.32, 0.36, 0.32)).band, 'unsure')
  assert.equal(bandsFor(shares(1), shares(0.26, 0.48, 0.26)).band, 'possible')
  assert.equal(bandsFor(shares(1), shares(0.1, 0.7, 0.2)).band, 'likely')
  assert.deepEqual(bandsFor(shares(1), []), { band: 'likely', levelBand: 'likely' })
})

test('a cell is not sure when its level is not', () => {
  assert.equal(bandOfBoth({ band: 'likely', levelBand: 'unsure' }), 'unsure')
  assert.equal(bandOfBoth({ band: 'possible', levelBand: 'likely' }), 'possible')
})

test('an unsure level wavers between the two likeliest, the lower first', () => {
  const between = (...some: number[]) => {
    const { levels, areNext } = wavering({ levels: shares(...some) })
    return [...levels.map(({ key }) => key), areNext]
  }
  assert.deepEqual(between(0.3, 0.35, 0.2, 0.15), ['1', '2', true])
  assert.deepEqual(between(0.1, 0.3, 0.35, 0.2, 0.05), ['2', '3', true])
  assert.deepEqual(between(0.4, 0.2, 0.1, 0.3), ['1', '4', false])
})
