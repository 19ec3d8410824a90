import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chartOf, shownIn } from './chart.ts'
import type { Line } from './line.ts'

const DAY = '2026-05-31'
const line = (personId: string, managerId: string, endsOn: string | null = null): Line => ({
  ...{ personId, managerId, startsOn: null, endsOn },
})

test('the chart begins with whoever reports to nobody, and counts everybody below once', () => {
  const lines = [
    line('b', 'a'),
    line('c', 'a'),
    line('d', 'b'),
    line('d', 'c'),
    line('x', 'y'),
    line('e', 'a', '2020-01-01'),
  ]
  const [a, y] = chartOf(lines, { from: null, on: DAY })
  assert.deepEqual([a?.id, a?.direct, a?.below], ['a', 2, 3])
  assert.deepEqual([y?.id, y?.below], ['y', 1])
  assert.deepEqual(shownIn(a ? [a] : []).toSorted(), ['a', 'b', 'c', 'd'])
})

test('a large organisation shows the nearest people and counts the others', () => {
  const lines = Array.from({ length: 5000 }, (_, i) => line(String(i + 1), String(Math.floor(i / 10))))
  const [top] = chartOf(lines, { from: null, on: DAY })
  assert.equal(top?.below, 5000)
  assert.ok(shownIn(top ? [top] : []).length <= 120)
  assert.equal(top?.reports.length, 10)
  const [from] = chartOf(lines, { from: '7', on: DAY })
  assert.deepEqual([from?.id, from?.direct], ['7', 10])
})

test('one manager of many is shown with all of them', () => {
  const lines = Array.from({ length: 300 }, (_, i) => line(`p${i}`, 'boss'))
  assert.equal(chartOf(lines, { from: null, on: DAY })[0]?.reports.length, 300)
})
