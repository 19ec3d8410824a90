import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isCurrent } from './day.ts'
import { circles, type Line } from './line.ts'

const line = (personId: string, managerId: string, days: Partial<Line> = {}): Line => ({
  ...{ personId, managerId, startsOn: null, endsOn: null },
  ...days,
})

test('two people who report to each other on one day are a circle', () => {
  assert.deepEqual(circles([line('b', 'a'), line('a', 'b'), line('c', 'a')]), [['a', 'b']])
})

test('two people may lead each other one after the other', () => {
  const before = line('a', 'b', { endsOn: '2024-12-31' })
  assert.deepEqual(circles([before, line('b', 'a', { startsOn: '2025-01-01' })]), [])
  assert.deepEqual(circles([before, line('b', 'a', { startsOn: '2024-12-31' })]), [['a', 'b']])
})

test('a circle is found through several managers, and from the smallest name', () => {
  const lines = [line('d', 'x'), line('d', 'b'), line('c', 'd'), line('b', 'c')]
  assert.deepEqual(circles(lines), [['b', 'c', 'd']])
})

test('who reports to themselves is a circle of one', () => {
  assert.deepEqual(circles([line('a', 'a')]), [['a']])
})

test('ten thousand people in one circle are told in a moment, whatever the days', () => {
  const lines = Array.from({ length: 10_000 }, (_, i) => line(`${i}`, `${(i + 1) % 10_000}`))
  assert.equal(circles(lines)[0]?.length, 10_000)
  const cpu = process.cpuUsage()
  assert.deepEqual(circles(lines.slice(1)), [])
  assert.ok(process.cpuUsage(cpu).user / 1000 < 1000)
})

/** By looking at every day there is, and trying every way from everybody. */
function hasCircle(lines: Line[], days: string[]): boolean {
  return days.some((day) => {
    const current = lines.filter((one) => isCurrent(one, day))
    const above = (id: string, seen: string[]): boolean =>
      seen.includes(id) ||
      current.some(({ personId, managerId }) => personId === id && above(managerId, [...seen, id]))
    return current.some(({ personId }) => above(personId, []))
  })
}

test('a circle is named exactly when some day has one, and each that is named is one', () => {
  const days = ['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04']
  const someDay = fc.option(fc.constantFrom(...days), { nil: null })
  const someLine = fc.record({
    personId: fc.constantFrom(...'abcde'),
    managerId: fc.constantFrom(...'abcde'),
    startsOn: someDay,
    endsOn: someDay,
  })
  fc.assert(
    fc.property(fc.array(someLine, { maxLength: 9 }), (lines) => {
      const sound = lines.filter((one) => !one.startsOn || !one.endsOn || one.startsOn <= one.endsOn)
      const found = circles(sound)
      assert.equal(found.length > 0, hasCircle(sound, ['2025-12-31', ...days, '2026-01-05']))
      for (const circle of found)
        for (const [i, personId] of circle.entries())
          assert.ok(
            sound.some(
              (one) => one.personId === personId && one.managerId === circle[(i + 1) % circle.length],
            ),
          )
    }),
    { numRuns: 500 },
  )
})
