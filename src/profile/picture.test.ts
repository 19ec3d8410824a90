import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Level } from '../framework/model.ts'
import { radialOf } from '../web/radial-geometry.ts'
import { changesBetween, describe, type PictureRow, pictureCsv, placeWords, sureWords } from './picture.ts'

const LEVELS: Level[] = ['Watching', 'Fluent', 'Solving', 'Sharing', 'Shaping'].map((name, i) => ({
  ...{ id: `l${i}`, key: String(i + 1), number: i + 1, name, description: null, cues: [] },
}))

const place = fc.option(fc.integer({ min: 0, max: 5 }), { nil: null })
const row: fc.Arbitrary<PictureRow> = fc
  .record({
    key: fc.uuid(),
    name: fc.constantFrom('A1 Sensing', 'B2 Speaking'),
    places: fc.array(place, { minLength: 3, maxLength: 3 }),
    firm: fc.boolean(),
  })
  .map(({ key, name, places: [uses = null, can = null, stretch = null], firm }) => ({
    ...{ key, name, uses, can, stretch, firm },
    asOf: uses === null && can === null && stretch === null ? null : new Date('2026-05-03T10:00:00Z'),
  }))

test('the table says of every competency what the picture shows, and nothing where the picture is hatched', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 3, maxLength: 16 }), (rows) => {
      const table = pictureCsv(rows, LEVELS)
        .trim()
        .split(/\r?\n/)
        .slice(1)
        .map((line) => line.split(','))
      const layout = radialOf(
        rows.map(({ name }) => name),
        LEVELS.length,
      )
      for (const [axis, { uses, can, stretch }] of rows.entries())
        for (const [column, drawn] of [uses, can, stretch].entries()) {
          const said = table[axis]?.[column + 1] ?? ''
          assert.equal(said, drawn === null ? '' : placeWords(drawn, LEVELS))
          if (drawn === null) continue
          const { x, y } = layout.at(axis, drawn)
          const distance = Math.hypot(x - layout.centre.x, y - layout.centre.y)
          assert.ok(Math.abs(distance - layout.distanceOf(drawn)) < 1e-9)
        }
    }),
  )
})

const rowOf = (uses: number | null, can = uses, stretch = can): PictureRow => ({
  ...{ key: 'a1', name: 'A1 Sensing', uses, can, stretch, firm: true },
  asOf: uses === null ? null : new Date('2026-05-03T10:00:00Z'),
})

test('what was not known before has not risen since, and what is equal has not changed', () => {
  const says = (before: PictureRow, after: PictureRow) => changesBetween([before], [after], LEVELS)[0]?.says
  assert.deepEqual(says(rowOf(2), rowOf(2)), [])
  assert.deepEqual(says(rowOf(null), rowOf(3)), [
    'Not answered in the round before, so there is nothing to compare with.',
  ])
  assert.deepEqual(says(rowOf(2, 2, 3), rowOf(3, 3, 3)), [
    'You use it at a higher level: 2 Fluent → 3 Solving.',
    'You can more than you could: 2 Fluent → 3 Solving.',
  ])
  assert.deepEqual(says(rowOf(0, 2, 2), rowOf(0, 1, 2)), [
    'You put what you can lower than before: 2 Fluent → 1 Watching.',
  ])
})

test('nothing answered, no level reached and a level are three things, in words too', () => {
  assert.equal(placeWords(null, LEVELS), 'not known')
  assert.equal(placeWords(0, LEVELS), 'no level yet')
  assert.equal(sureWords(rowOf(null)), 'nothing answered')
  assert.equal(
    describe([rowOf(2, 3, 4), { ...rowOf(null), name: 'B2 Speaking' }], LEVELS),
    'A1 Sensing: uses 2 Fluent, can 3 Solving, wants 4 Sharing. Not known: B2 Speaking.',
  )
})
