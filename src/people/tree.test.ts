import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Team } from './model.ts'
import { fullName, inOrder, parentFault, treeOf, wayTo } from './tree.ts'

const team = (id: string, parentId: string | null = null): Team => ({ id, name: `Team ${id}`, parentId })
const TEAMS = [team('a'), team('c', 'b'), team('b', 'a'), team('d', 'a'), team('z')]

test('the tree is in the order of the names, each team below its own', () => {
  assert.deepEqual(
    inOrder(treeOf(TEAMS)).map(({ team: { id }, depth }) => `${depth}${id}`),
    ['0a', '1b', '2c', '1d', '0z'],
  )
})

test('a team is named by the whole way', () => {
  assert.equal(fullName(TEAMS, 'c'), 'Team a > Team b > Team c')
  assert.deepEqual(wayTo(TEAMS, 'nowhere'), [])
})

test('a team cannot be part of itself, of its parts, or of one that is gone', () => {
  assert.match(parentFault(TEAMS, 'a', 'a') ?? '', /part of itself/)
  assert.match(parentFault(TEAMS, 'a', 'c') ?? '', /“Team c” is part of “Team a”/)
  assert.match(parentFault(TEAMS, 'a', 'gone') ?? '', /not there any more/)
  assert.equal(parentFault(TEAMS, 'c', 'd'), undefined)
  assert.equal(parentFault(TEAMS, 'c', null), undefined)
  assert.equal(parentFault(TEAMS, 'new', 'c'), undefined)
})

test('no order of allowed moves ever makes a circle', () => {
  const move = fc.tuple(fc.nat(9), fc.option(fc.nat(9), { nil: null }))
  fc.assert(
    fc.property(fc.array(move, { maxLength: 60 }), (moves) => {
      const teams = Array.from({ length: 10 }, (_, i) => team(String(i)))
      for (const [id, to] of moves) {
        const parentId = to === null ? null : String(to)
        const one = teams[id]
        if (one && parentFault(teams, one.id, parentId) === undefined) one.parentId = parentId
      }
      return inOrder(treeOf(teams)).length === teams.length
    }),
  )
})
