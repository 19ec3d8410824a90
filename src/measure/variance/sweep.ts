/** One walk over all ratings, person by person: the step that every solution of the mixed model is made of. */
import type { Effects, Pairs } from './effects.ts'
import type { Layout } from './layout.ts'
import { type Block, clear, emptyBlock, type PersonBlocks } from './person-blocks.ts'

export interface Sweep {
  /** Global effects to start from; null for zero. */
  readonly global: Float64Array | null
  /** Right sides of the equations of the local effects; null for zero. */
  readonly right: Effects | null
  /** Receives the local effects that solve the persons' equations given `global`; null, or no room for cells, if not wanted. */
  readonly local: Effects | null
  /** Receives the sums of the ratings predicted by `global` and those local effects, for each global level; null if not wanted. */
  readonly sums: Float64Array | null
}

/**
 * With no right sides, `sums` is what the global equations do to `global` once the local effects are eliminated (less their own
 * shrinkage). With no `global` it is what the right sides take from the global ones. O(ratings).
 */
export function sweeper(layout: Layout, pairs: Pairs | null, blocks: PersonBlocks): (job: Sweep) => void {
  const block = emptyBlock(layout, pairs)
  const scratch = { block, ofItems: new Float64Array(block.cell.length) }
  const nothing = new Float64Array(layout.raters + layout.items + 1)
  const visit = (job: Sweep, p: number) => {
    take(layout, pairs, job, { p, scratch })
    blocks.solve(p, block)
    if (job.local) keep(layout, pairs, job.local, { p, block })
    if (job.sums) give(layout, pairs, { global: job.global ?? nothing, sums: job.sums }, { p, scratch })
  }
  return (job) => {
    job.sums?.fill(0)
    scratch.ofItems.fill(0)
    for (let p = 0; p < layout.persons; p++) visit(job, p)
    if (job.sums) addOwnItems(layout, { global: job.global ?? nothing, sums: job.sums })
  }
}

interface Scratch {
  block: Block
  /** Σ of the item effects over the ratings of each cell. */
  ofItems: Float64Array
}

interface Place {
  p: number
  scratch: Scratch
}

function take(layout: Layout, pairs: Pairs | null, { global, right }: Sweep, { p, scratch }: Place) {
  if (right) load(layout, pairs, right, { p, block: scratch.block })
  else clear(layout, pairs, { p, block: scratch.block })
  if (global === null) return
  gather(layout, global, p, scratch)
  if (pairs) gatherPairs(layout, pairs, global, { p, block: scratch.block })
}

function give(layout: Layout, pairs: Pairs | null, to: Sums, { p, scratch }: Place) {
  scatter(layout, to, p, scratch)
  if (pairs) scatterPairs(layout, pairs, to.sums, { p, block: scratch.block })
}

function load(
  { personCells }: Layout,
  pairs: Pairs | null,
  right: Effects,
  { p, block }: { p: number; block: Block },
) {
  const first = personCells[p] as number
  block.person = right.person[p] as number
  for (let c = first; c < (personCells[p + 1] as number); c++) block.cell[c - first] = right.cell[c] as number
  if (!pairs) return
  const from = pairs.start[p] as number
  for (let pair = from; pair < (pairs.start[p + 1] as number); pair++)
    block.pair[pair - from] = right.pair[pair] as number
}

/** Right sides less what `global` predicts. */
function gather(layout: Layout, global: Float64Array, p: number, { block, ofItems }: Scratch) {
  const { personCells, cellStart, cellRater, item, raters, items } = layout
  const { cell } = block
  const mean = global[raters + items] as number
  const first = personCells[p] as number
  const after = personCells[p + 1] as number
  let total = 0
  let end = cellStart[first] as number
  for (let c = first; c < after; c++) {
    const start = end
    end = cellStart[c + 1] as number
    let sum = 0
    for (let j = start; j < end; j++) sum += global[raters + (item[j] as number)] as number
    ofItems[c - first] = sum
    sum += (end - start) * (mean + (global[cellRater[c] as number] as number))
    total += sum
    cell[c - first] = (cell[c - first] as number) - sum
  }
  block.person -= total
}

interface Sums {
  global: Float64Array
  sums: Float64Array
}

/** What is predicted for each rating, summed over raters, items and all. */
function scatter(layout: Layout, { global, sums }: Sums, p: number, { block, ofItems }: Scratch) {
  const { personCells, cellStart, cellRater, item, raters, items } = layout
  const base = (global[raters + items] as number) + block.person
  const first = personCells[p] as number
  const after = personCells[p + 1] as number
  let all = 0
  let end = cellStart[first] as number
  for (let c = first; c < after; c++) {
    const start = end
    end = cellStart[c + 1] as number
    const rater = cellRater[c] as number
    const level = base + (global[rater] as number) + (block.cell[c - first] as number)
    for (let j = start; j < end; j++) {
      const i = raters + (item[j] as number)
      sums[i] = (sums[i] as number) + level
    }
    const sum = (end - start) * level + (ofItems[c - first] as number)
    sums[rater] = (sums[rater] as number) + sum
    all += sum
  }
  sums[raters + items] = (sums[raters + items] as number) + all
}

/** `scatter` leaves out what each item itself adds to its own sum. */
function addOwnItems({ itemSize, raters }: Layout, { global, sums }: Sums) {
  for (let i = 0; i < itemSize.length; i++)
    sums[raters + i] = (sums[raters + i] as number) + (itemSize[i] as number) * (global[raters + i] as number)
}

function gatherPairs(
  layout: Layout,
  pairs: Pairs,
  global: Float64Array,
  { p, block }: { p: number; block: Block },
) {
  const { personCells, cellStart, cellRater, item, raters, items } = layout
  const from = pairs.start[p] as number
  for (let c = personCells[p] as number; c < (personCells[p + 1] as number); c++) {
    const level = (global[raters + items] as number) + (global[cellRater[c] as number] as number)
    for (let j = cellStart[c] as number; j < (cellStart[c + 1] as number); j++) {
      const pair = (pairs.of[j] as number) - from
      block.pair[pair] =
        (block.pair[pair] as number) - level - (global[raters + (item[j] as number)] as number)
    }
  }
}

function scatterPairs(
  layout: Layout,
  pairs: Pairs,
  sums: Float64Array,
  { p, block }: { p: number; block: Block },
) {
  const { personCells, cellStart, cellRater, item, raters, items } = layout
  const from = pairs.start[p] as number
  for (let c = personCells[p] as number; c < (personCells[p + 1] as number); c++) {
    const rater = cellRater[c] as number
    for (let j = cellStart[c] as number; j < (cellStart[c + 1] as number); j++) {
      const effect = block.pair[(pairs.of[j] as number) - from] as number
      const i = raters + (item[j] as number)
      sums[i] = (sums[i] as number) + effect
      sums[rater] = (sums[rater] as number) + effect
      sums[raters + items] = (sums[raters + items] as number) + effect
    }
  }
}

function keep(
  { personCells }: Layout,
  pairs: Pairs | null,
  local: Effects,
  { p, block }: { p: number; block: Block },
) {
  local.person[p] = block.person
  const first = personCells[p] as number
  if (local.cell.length > 0)
    for (let c = first; c < (personCells[p + 1] as number); c++)
      local.cell[c] = block.cell[c - first] as number
  if (!pairs) return
  const from = pairs.start[p] as number
  for (let pair = from; pair < (pairs.start[p + 1] as number); pair++)
    local.pair[pair] = block.pair[pair - from] as number
}
