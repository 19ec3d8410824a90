/** How items and the mean hang together with the raters once each person's own effects are out: small dense tables. */
import { OFF } from './effects.ts'
import { globalShrinkage, type Reduced } from './mixed-system.ts'

export interface Coupling {
  /** Items and the mean. */
  readonly width: number
  /** Among themselves, row after row; only the lower triangle is filled. */
  readonly square: Float64Array
  /** A row of `width` numbers for each rater; seven digits are plenty here, and half the memory is half the waiting. */
  readonly raters: Float32Array
}

/** For models without person × item. O(ratings × items a person is rated on). */
export function couplingOf(reduced: Reduced): Coupling {
  const { raters, items, persons } = reduced.layout
  const width = items + 1
  const coupling = {
    width,
    square: new Float64Array(width * width),
    raters: new Float32Array(raters * width),
  }
  const touched: Touched = { items: new Int32Array(items), weights: new Float64Array(items), count: 0 }
  const sums = new Float64Array(items)
  for (let p = 0; p < persons; p++) {
    weighItems(reduced, p, touched, sums)
    addSquare(coupling, reduced, p, touched)
    addRaters(coupling, reduced, p, touched)
  }
  foldUpper(coupling)
  addOwn(coupling, reduced)
  return coupling
}

/** The items a person is rated on, with the weight of each in the person's equation. */
interface Touched {
  items: Int32Array
  weights: Float64Array
  count: number
}

/** `sums` is scratch, zero for every item before and after. */
function weighItems({ layout, blocks }: Reduced, p: number, touched: Touched, sums: Float64Array) {
  const { personCells, cellStart, item } = layout
  let count = 0
  let end = cellStart[personCells[p] as number] as number
  for (let c = personCells[p] as number; c < (personCells[p + 1] as number); c++) {
    const start = end
    end = cellStart[c + 1] as number
    const weight = (blocks.cellWeight[c] as number) / (end - start)
    for (let j = start; j < end; j++) {
      const i = item[j] as number
      const before = sums[i] as number
      if (before === 0) touched.items[count++] = i
      sums[i] = before + weight
    }
  }
  for (let k = 0; k < count; k++) {
    const i = touched.items[k] as number
    touched.weights[k] = sums[i] as number
    sums[i] = 0
  }
  touched.count = count
}

function addSquare({ square, width }: Coupling, { blocks, shrinkage }: Reduced, p: number, touched: Touched) {
  const { items, weights, count } = touched
  const whole = blocks.personWeight[p] ?? 1
  const last = (width - 1) * width
  const left = shrinkage.person / whole
  for (let a = 0; a < count; a++) {
    const i = items[a] as number
    const weight = weights[a] as number
    const part = weight / whole
    square[last + i] = (square[last + i] as number) + weight * left
    for (let b = 0; b <= a; b++) {
      const at = i * width + (items[b] as number)
      square[at] = (square[at] as number) - part * (weights[b] as number)
    }
  }
  square[last + width - 1] = (square[last + width - 1] ?? 0) + (whole - shrinkage.person) * left
}

function addRaters(
  { raters, width }: Coupling,
  { layout, blocks, shrinkage }: Reduced,
  p: number,
  touched: Touched,
) {
  const { personCells, cellStart, cellRater, item } = layout
  const { items, weights, count } = touched
  const whole = blocks.personWeight[p] ?? 1
  let end = cellStart[personCells[p] as number] as number
  for (let c = personCells[p] as number; c < (personCells[p + 1] as number); c++) {
    const start = end
    end = cellStart[c + 1] as number
    const row = (cellRater[c] as number) * width
    const weight = blocks.cellWeight[c] as number
    const part = weight / whole
    for (let a = 0; a < count; a++) {
      const at = row + (items[a] as number)
      raters[at] = (raters[at] as number) - part * (weights[a] as number)
    }
    const each = weight / (end - start)
    for (let j = start; j < end; j++) {
      const at = row + (item[j] as number)
      raters[at] = (raters[at] as number) + each
    }
    raters[row + width - 1] = (raters[row + width - 1] ?? 0) + part * shrinkage.person
  }
}

/** Items were met in any order: what two of them share stands in either triangle. */
function foldUpper({ square, width }: Coupling) {
  for (let i = 0; i < width; i++)
    for (let k = 0; k < i; k++)
      square[i * width + k] = (square[i * width + k] as number) + (square[k * width + i] as number)
}

/** Each rating of an item counts for itself, less what the cell takes up of it; and the items' own shrinkage. */
function addOwn({ square, width }: Coupling, reduced: Reduced) {
  const { layout, shrinkage } = reduced
  const { cellRater, cellStart, item, itemSize, raters } = layout
  const own = globalShrinkage(reduced)
  for (let i = 0; i < itemSize.length; i++)
    square[i * width + i] =
      (square[i * width + i] as number) + (itemSize[i] as number) + (own[raters + i] as number)
  if (shrinkage.cell >= OFF) return
  for (let c = 0; c < cellRater.length; c++) {
    const start = cellStart[c] as number
    const end = cellStart[c + 1] as number
    const grip = 1 / (end - start + shrinkage.cell)
    for (let j = start; j < end; j++)
      for (let other = start; other < end; other++) {
        const i = item[j] as number
        const k = item[other] as number
        if (k <= i) square[i * width + k] = (square[i * width + k] as number) - grip
      }
  }
}
