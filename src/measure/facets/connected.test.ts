import assert from 'node:assert/strict'
import { test } from 'node:test'
import { connectedSubsets, named } from './connected.ts'
import { layOut } from './design.ts'
import { itemGroups } from './item-groups.ts'

type Cell = [person: number, rater: number, item: number]

function designOf(cells: Cell[]) {
  const column = (k: 0 | 1 | 2) => Int32Array.from(cells, (cell) => cell[k])
  const count = (k: 0 | 1 | 2) => Math.max(...column(k)) + 1
  const ratings = {
    persons: count(0),
    raters: count(1),
    items: count(2),
    categories: 2,
    score: new Uint8Array(cells.length),
  }
  return layOut({ ...ratings, person: column(0), rater: column(1), item: column(2) }, 0)
}

/** The additive design's own rank, by elimination: persons + raters + items − 2 when everything can be compared. */
function rank(cells: Cell[]): number {
  const { persons, raters, items } = designOf(cells)
  const rows = cells.map(([p, r, i]) => {
    const row = new Float64Array(persons + raters + items)
    row[p] = 1
    row[persons + r] = -1
    row[persons + raters + i] = -1
    return row
  })
  let found = 0
  for (let column = 0; column < persons + raters + items; column++) {
    const pivot = rows.findIndex((row, i) => i >= found && Math.abs(row[column] ?? 0) > 1e-9)
    if (pivot < 0) continue
    const [head] = rows.splice(pivot, 1)
    if (!head) continue
    rows.splice(found++, 0, head)
    for (const row of rows.slice(found)) {
      const times = (row[column] ?? 0) / (head[column] ?? 1)
      row.forEach((x, i) => {
        row[i] = x - times * (head[i] ?? 0)
      })
    }
  }
  return found
}

test('raters are compared through chains of persons, however long', () => {
  const chain: Cell[] = Array.from({ length: 30 }, (_, i): Cell => [Math.floor(i / 2), Math.ceil(i / 2), 0])
  assert.equal(connectedSubsets(designOf(chain)).length, 1)
  const cut = chain.filter((_, i) => i !== 13)
  const subsets = connectedSubsets(designOf(cut))
  assert.deepEqual(
    subsets.map(({ raters }) => raters.length),
    [9, 7],
  )
})

test('items can be compared exactly when the additive design has full rank', () => {
  const designs: Cell[][] = [
    [
      [0, 0, 0],
      [0, 1, 1],
      [1, 0, 0],
      [1, 1, 1],
    ],
    [
      [0, 0, 0],
      [0, 1, 1],
      [1, 0, 0],
      [1, 1, 0],
    ],
    [
      [0, 0, 0],
      [0, 1, 1],
      [1, 0, 1],
      [1, 1, 0],
    ],
    [
      [0, 0, 0],
      [0, 0, 1],
      [1, 0, 2],
      [1, 1, 2],
      [0, 1, 0],
    ],
    [
      [0, 0, 0],
      [0, 1, 1],
      [1, 1, 2],
      [1, 0, 3],
      [2, 0, 0],
      [2, 1, 2],
    ],
    [
      [0, 0, 0],
      [1, 0, 1],
      [2, 0, 2],
      [0, 1, 0],
      [1, 1, 1],
      [2, 1, 2],
    ],
  ]
  for (const cells of designs) {
    const { persons, raters, items } = designOf(cells)
    const comparable = itemGroups(designOf(cells)).length === 1
    assert.equal(comparable, rank(cells) === persons + raters + items - 2, JSON.stringify(cells))
  }
})

test('items that cannot be compared fall into the groups within which they can', () => {
  const cells: Cell[] = [
    [0, 0, 0],
    [0, 0, 1],
    [0, 1, 2],
    [0, 1, 3],
    [1, 0, 0],
    [1, 1, 3],
  ]
  assert.deepEqual(itemGroups(designOf(cells)), [
    [0, 1],
    [2, 3],
  ])
})

test('groups are named as people count, and not to excess', () => {
  assert.equal(named('rater', [4]), 'rater 5')
  assert.equal(named('rater', [0, 1, 4]), 'raters 1, 2 and 5')
  assert.match(named('item', [...Array(14).keys()]), /^items 1, 2, .* 10 and 4 more$/)
})
