import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { countLevels, levelsFrom } from './levels.ts'
import type { Answer } from './model.ts'
import { highest, simulated, upFromBelow } from './testing/level-simulation.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/methods/profile.md'), 'utf8')
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )

const LETTERS: Record<string, Answer> = { n: 'now', s: 'seldom', d: 'develop', l: 'later', x: 'not' }
const LEVELS = ['1', '2', '3', '4', '5']

test('the worked numbers of docs/methods/profile.md come out', () => {
  const worked = rows.filter(([cells = '']) => /^([nsdlx-]{3} ){4}[nsdlx-]{3}$/.test(cells))
  assert.ok(worked.length >= 8)
  for (const [cells = '', ...expected] of worked) {
    const placed = cells.split(' ').flatMap((cell, i) =>
      [...cell].flatMap((letter) => {
        const answer = LETTERS[letter]
        return answer ? [{ competency: 'a', also: [], level: LEVELS[i] ?? '', answer }] : []
      }),
    )
    const rungs = LEVELS.map((level) => ({ level, asked: 3 }))
    const { uses, can, stretch, firm } = levelsFrom(countLevels('a', rungs, placed))
    const said = [uses, can, stretch].map((place) => (place === null ? 'not known' : String(place)))
    assert.deepEqual([...said, firm ? 'yes' : 'no'], expected, cells)
  }
})

const SETTINGS = { people: 2000, seed: 7 }
const ANSWERED: Record<string, number> = { all: 1, 'two in three': 2 / 3, 'one in three': 1 / 3 }
const percent = (share: number) => Math.round(share * 100)

test('how often the rule is right, and the usual one, is as docs/methods/profile.md says', () => {
  const told = rows.filter(([people = '']) => people === 'climbs' || people === 'outgrows')
  assert.equal(told.length, 6)
  for (const [people, answered = '', ...cells] of told) {
    const world = { answered: ANSWERED[answered] ?? 0, below: people === 'climbs' ? 1 : 0.35 }
    const found = [highest, upFromBelow].map((rule) => {
      const { right, far, bias } = simulated(world, rule, SETTINGS)
      const sign = bias < 0 ? '−' : '+'
      return `${percent(right)} / ${percent(far)} / ${sign}${Math.abs(bias).toFixed(1)}`
    })
    assert.deepEqual(found, cells, `${people}, ${answered}`)
  }
})

test('a firm level is right more often than others, as docs/methods/profile.md says', () => {
  const { firm, firmRight, right } = simulated({ answered: 2 / 3, below: 1 }, highest, SETTINGS)
  const said = /(\d+) in 100 results are firm, and of those (\d+) in 100 are right, against\s+(\d+) of all/
  assert.deepEqual(page.match(said)?.slice(1).map(Number), [firm, firmRight, right].map(percent))
  assert.equal(simulated({ answered: 1, below: 1 }, highest, SETTINGS).firm, 1)
})
