import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type PlacedLabel, radialOf, WIDTH, wrapped } from './radial-geometry.ts'

const overlap = ({ box: a }: PlacedLabel, { box: b }: PlacedLabel) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

const word = fc.stringMatching(/^[A-Za-zäöüß]{1,24}$/)
const name = fc.array(word, { minLength: 1, maxLength: 7 }).map((words) => words.join(' '))

test('labels never touch one another, the rings or the edge, for three to sixteen competencies of any name', () => {
  fc.assert(
    fc.property(fc.array(name, { minLength: 3, maxLength: 16 }), (names) => {
      const { labels, height, centre, distanceOf } = radialOf(names, 5)
      for (const [i, one] of labels.entries()) {
        for (const other of labels.slice(i + 1))
          assert.ok(!overlap(one, other), `${one.lines} / ${other.lines}`)
        const { left, right, top, bottom } = one.box
        assert.ok(left >= 0 && right <= WIDTH && top >= 0 && bottom <= height, one.lines.join(' '))
        const dx = Math.max(left - centre.x, 0, centre.x - right)
        const dy = Math.max(top - centre.y, 0, centre.y - bottom)
        assert.ok(Math.hypot(dx, dy) >= distanceOf(5) - 0.001, one.lines.join(' '))
      }
    }),
  )
})

test('a higher level stands further out, level 0 still apart from the centre, and all are evenly spaced', () => {
  const { distanceOf, at, centre } = radialOf(['A', 'B', 'C', 'D'], 5)
  const steps = [0, 1, 2, 3, 4, 5].map(distanceOf)
  assert.ok((steps[0] ?? 0) > 0)
  for (const [i, step] of steps.slice(1).entries())
    assert.ok(Math.abs(step - (steps[i] ?? 0) - (distanceOf(1) - distanceOf(0))) < 1e-9)
  const right = at(1, 5)
  assert.ok(Math.abs(right.y - centre.y) < 1e-9)
  assert.ok(Math.abs(right.x - centre.x - distanceOf(5)) < 1e-9)
})

test('names are wrapped at words, long words are broken, and what has no room is said to go on', () => {
  assert.deepEqual(wrapped('A2 Monitoring and guiding reactions', 13, 3), [
    'A2 Monitoring',
    'and guiding',
    'reactions',
  ])
  assert.deepEqual(wrapped('Kundenzufriedenheit', 13, 3), ['Kundenzufrie-', 'denheit'])
  assert.deepEqual(wrapped('C1 Sequencing/combining', 13, 3), ['C1', 'Sequencing/', 'combining'])
  assert.deepEqual(wrapped('one two three four', 5, 2), ['one', 'two…'])
})
