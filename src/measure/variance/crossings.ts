/** How the levels of two terms cross: how much of one term's variance goes into the other's sum of squares. */
import type { Design } from './design.ts'
import type { Layout } from './layout.ts'
import { groupsOf, personSizes } from './levels.ts'
import { FACETS, type Facets } from './terms.ts'

/** Σ over joint levels of (their ratings)² / (ratings of the row's level): the share of the column in the row's sum of squares. */
export type Crossing = (row: Facets, column: Facets) => number

export function crossingsOf(design: Design): Crossing {
  const { layout } = design
  const known = new Map<Facets, Map<Facets, number>>()
  const within = (joint: Facets) => {
    const found = known.get(joint) ?? sharesOf(design, joint)
    known.set(joint, found)
    return found
  }
  return (row, column) =>
    (row & column) === column ? layout.score.length : (within(row | column).get(row) ?? 0)
}

/** For each term that the joint levels refine. */
function sharesOf(design: Design, joint: Facets): Map<Facets, number> {
  const { layout } = design
  if (joint === FACETS['person:rater']) return sharesOfCells(layout, squares(layout.cellSize))
  const groups = joint === FACETS.residual ? FACETS['person:rater'] : joint & ~FACETS.item
  const { perGroup, ofItems } = squaresOfItems(layout, groups)
  const sizes = design.levels(groups).size
  const ofGroups = perGroup.reduce((sum, x, g) => sum + x / Math.max(1, sizes[g] ?? 1), 0)
  const shares = new Map([
    [groups, ofGroups],
    [FACETS.item, ofItems],
  ])
  if (joint !== FACETS.residual) return shares
  for (const [facets, share] of sharesOfCells(layout, perGroup)) shares.set(facets, share)
  for (const facets of [FACETS['person:item'], FACETS['rater:item']])
    if (design.facets.includes(facets)) shares.set(facets, shareOfRepeats(design, facets))
  return shares
}

const squares = (sizes: Float64Array) => sizes.map((n) => n * n)

/** Given what each cell adds, the shares for persons and for raters. */
function sharesOfCells(layout: Layout, ofCell: Float64Array): Map<Facets, number> {
  const { personCells, cellRater, raterSize, persons } = layout
  const sizes = personSizes(layout)
  let ofPersons = 0
  let ofRaters = 0
  for (let p = 0; p < persons; p++) {
    let sum = 0
    for (let c = personCells[p] as number; c < (personCells[p + 1] as number); c++) {
      sum += ofCell[c] as number
      ofRaters += (ofCell[c] as number) / (raterSize[cellRater[c] as number] ?? 1)
    }
    if (sum > 0) ofPersons += sum / (sizes[p] ?? 1)
  }
  return new Map([
    [FACETS.person, ofPersons],
    [FACETS.rater, ofRaters],
  ])
}

interface Squares {
  /** Σ over the items of each group of (ratings)². */
  perGroup: Float64Array
  /** Σ over joint levels of (ratings)² / (ratings of the item). */
  ofItems: number
}

/** Items counted within each group: n ratings of an item add n², which grows by 2n + 1 with the next. */
function squaresOfItems(layout: Layout, facets: Facets): Squares {
  const { cellStart, item, items, raters } = layout
  if (facets === FACETS.rater && raters * items <= 4 * item.length + 1e6) return squaresOfTable(layout)
  const { cells, start } = groupsOf(layout, facets)
  const times = new Int32Array(items)
  const seenIn = new Int32Array(items).fill(-1)
  const perItem = new Float64Array(items)
  const perGroup = new Float64Array(start.length - 1)
  for (let g = 0; g < perGroup.length; g++) {
    let sum = 0
    for (let at = start[g] as number; at < (start[g + 1] as number); at++) {
      const c = cells === null ? at : (cells[at] as number)
      for (let j = cellStart[c] as number; j < (cellStart[c + 1] as number); j++) {
        const i = item[j] as number
        const before = seenIn[i] === g ? (times[i] as number) : 0
        seenIn[i] = g
        times[i] = before + 1
        sum += 2 * before + 1
        perItem[i] = (perItem[i] as number) + 2 * before + 1
      }
    }
    perGroup[g] = sum
  }
  return { perGroup, ofItems: shareOfItems(layout, perItem) }
}

const shareOfItems = ({ itemSize }: Layout, perItem: Float64Array) =>
  perItem.reduce((sum, x, i) => sum + x / Math.max(1, itemSize[i] ?? 1), 0)

/** The same for raters with a table of raters by items: memory is read in the order of the ratings, which is faster. */
function squaresOfTable(layout: Layout): Squares {
  const { cellStart, cellRater, item, items, raters } = layout
  const times = new Int32Array(raters * items)
  const perItem = new Float64Array(items)
  const perGroup = new Float64Array(raters)
  for (let c = 0; c < cellRater.length; c++) {
    const rater = cellRater[c] as number
    let sum = 0
    for (let j = cellStart[c] as number; j < (cellStart[c + 1] as number); j++) {
      const i = item[j] as number
      const before = times[rater * items + i] as number
      times[rater * items + i] = before + 1
      sum += 2 * before + 1
      perItem[i] = (perItem[i] as number) + 2 * before + 1
    }
    perGroup[rater] = (perGroup[rater] as number) + sum
  }
  return { perGroup, ofItems: shareOfItems(layout, perItem) }
}

/** The same for person × item or rater × item, where a rater rated a person on an item more than once. */
function shareOfRepeats({ levels, layout }: Design, facets: Facets): number {
  const coarse = levels(facets)
  const fine = levels(FACETS.residual)
  let total = 0
  for (let j = 0; j < layout.score.length; j++)
    total += (fine.size[fine.of?.[j] ?? 0] as number) / (coarse.size[coarse.of?.[j] ?? 0] ?? 1)
  return total
}
