import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Competency, Statement } from '#framework/model.ts'
import { partsOf, questionsOf, shuffled } from './order.ts'
import { progressOf } from './progress.ts'

const statement = (id: string, level: string | null): Statement => ({
  ...{
    id,
    kind: level === null ? 'note' : 'indicator',
    level,
    text: id,
    ours: false,
    also: [],
    publication: null,
  },
})

function competency(key: string, statements: Statement[]): Competency {
  return {
    ...{ id: key, key, code: key, name: key, group: null, definition: null, why: null, aliases: [] },
    statements,
  }
}

/** Three competencies of 15 statements each, and one that describes no level. */
const framework = {
  competencies: [
    ...['a', 'b', 'c'].map((key) =>
      competency(
        key,
        Array.from({ length: 15 }, (_, i) => statement(`${key}${i}`, String(1 + Math.floor(i / 3)))),
      ),
    ),
    competency('d', [statement('d0', null)]),
  ],
}
const all = questionsOf(framework)
  .map(({ id }) => id)
  .toSorted()
const idsOf = (mixed: boolean, id = 'w') =>
  partsOf(framework, { id, mixed }).flatMap(({ questions }) => questions.map((question) => question.id))

test('every statement with a level is asked once, in either order', () => {
  assert.equal(all.length, 45)
  for (const mixed of [true, false]) assert.deepEqual(idsOf(mixed).toSorted(), all)
})

test('competency by competency the levels stand mixed, so that nobody is led up the ladder', () => {
  const [first] = partsOf(framework, { id: 'w', mixed: false })
  const levels = first?.questions.map(({ level }) => level) ?? []
  assert.equal(first?.competency?.key, 'a')
  assert.notDeepEqual(levels, levels.toSorted())
})

test('the order is the same whenever one comes back, and another for another round', () => {
  assert.deepEqual(idsOf(true), idsOf(true))
  assert.notDeepEqual(idsOf(true), idsOf(true, 'another'))
})

test('a statement that comes or goes leaves the order of the others', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { minLength: 1 }), fc.nat(), fc.string(), (ids, at, seed) => {
      const gone = ids[at % ids.length]
      const order = shuffled(
        ids.map((id) => ({ id })),
        seed,
      ).map(({ id }) => id)
      const without = shuffled(
        ids.filter((id) => id !== gone).map((id) => ({ id })),
        seed,
      ).map(({ id }) => id)
      assert.deepEqual(
        without,
        order.filter((id) => id !== gone),
      )
    }),
  )
})

test('mixed pages are nearly equally long, and none is longer than fifteen', () => {
  const sizes = (count: number) =>
    partsOf(
      {
        competencies: [
          competency(
            'a',
            Array.from({ length: count }, (_, i) => statement(`s${i}`, '1')),
          ),
        ],
      },
      { id: 'w', mixed: true },
    ).map(({ questions }) => questions.length)
  assert.deepEqual(sizes(16), [8, 8])
  assert.deepEqual(sizes(45), [15, 15, 15])
  assert.deepEqual(sizes(1), [1])
})

test('one goes on after the last answer, then with what was left out before it', () => {
  const parts = partsOf(framework, { id: 'w', mixed: false })
  const ids = parts.flatMap(({ questions }) => questions.map(({ id }) => id))
  const at = (id: string | undefined, second: number) => ({
    statementId: id ?? '',
    answeredAt: new Date(2026, 0, 1, 0, 0, second),
  })
  assert.deepEqual(progressOf(parts, []).next, { part: 1, statement: ids[0] })
  const stopped = progressOf(parts, [at(ids[3], 1), at(ids[20], 2)])
  assert.deepEqual(stopped.next, { part: 2, statement: ids[21] })
  assert.deepEqual(stopped.parts[0], { answered: 1, all: 15 })
  const leftOut = ids.slice(1).map((id, i) => at(id, i))
  assert.deepEqual(progressOf(parts, leftOut).next, { part: 1, statement: ids[0] })
  const everything = progressOf(
    parts,
    ids.map((id, i) => at(id, i)),
  )
  assert.deepEqual([everything.answered, everything.all, everything.next], [45, 45, null])
})
