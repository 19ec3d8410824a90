/** Elimination of what concerns one person alone: the person's effect and its cells, whose equations have the shape of an arrow. */
import { OFF, type Pairs, type Shrinkage } from './effects.ts'
import type { Layout } from './layout.ts'

/** One person's part of a vector; cells and pairs are counted from the person's first. */
export interface Block {
  person: number
  readonly cell: Float64Array
  readonly pair: Float64Array
}

/** The equations of each person's own effects, ready to be solved. */
export interface PersonBlocks {
  /** Right sides become effects, in place. */
  readonly solve: (p: number, block: Block) => void
  /** The diagonal of the inverse of person p's equations. */
  readonly inverseDiagonal: (p: number, block: Block) => void
  /** What a cell of person p counts for once the cell's own effect is out: its ratings, less what its effect takes up. */
  readonly cellWeight: Float64Array
  /** The diagonal of person p's equation once the cells are out. */
  readonly personWeight: Float64Array
  /** Of all blocks, each equation divided by its shrinkage. */
  readonly logDeterminant: () => number
}

export function personBlocks(layout: Layout, shrinkage: Shrinkage): PersonBlocks {
  const { personCells, persons } = layout
  const sizes = layout.cellSize
  const cells = shrinkage.cell < OFF ? cellsWith(sizes, shrinkage.cell) : null
  const cellWeight = cells?.weight ?? sizes
  const personWeight = new Float64Array(persons)
  for (let p = 0; p < persons; p++) {
    let weight = 0
    for (let c = personCells[p] as number; c < (personCells[p + 1] as number); c++)
      weight += cellWeight[c] as number
    personWeight[p] = weight + shrinkage.person
  }
  const logDeterminant = () =>
    (cells?.logDeterminant() ?? 0) + personWeight.reduce((sum, x) => sum + Math.log(x / shrinkage.person), 0)
  const solver = cells
    ? arrows(personCells, { ...cells, personWeight })
    : personsAlone(personCells, personWeight)
  return { cellWeight, personWeight, logDeterminant, ...solver }
}

/** What cells with an effect of their own do to the equations. */
function cellsWith(sizes: Float64Array, shrinkage: number) {
  const grip = sizes.map((size) => 1 / (size + shrinkage))
  return {
    weight: sizes.map((size) => (size * shrinkage) / (size + shrinkage)),
    grip,
    share: sizes.map((size) => size / (size + shrinkage)),
    logDeterminant: () => grip.reduce((sum, x) => sum - Math.log(x * shrinkage), 0),
  }
}

/** `grip` is 1 / (ratings of the cell + shrinkage), `share` is ratings / (ratings + shrinkage). */
type Weights = Record<'grip' | 'share' | 'personWeight', Float64Array>

/** A model without cells. */
function personsAlone(personCells: Int32Array, personWeight: Float64Array) {
  const noCells = (p: number, cell: Float64Array) => {
    for (let k = (personCells[p + 1] as number) - (personCells[p] as number) - 1; k >= 0; k--) cell[k] = 0
  }
  return {
    solve(p: number, block: Block) {
      block.person /= personWeight[p] ?? 1
      noCells(p, block.cell)
    },
    inverseDiagonal(p: number, block: Block) {
      block.person = 1 / (personWeight[p] ?? 1)
      noCells(p, block.cell)
    },
  }
}

function arrows(personCells: Int32Array, { grip, share, personWeight }: Weights) {
  return {
    solve(p: number, block: Block) {
      const { cell } = block
      const first = personCells[p] as number
      const after = personCells[p + 1] as number
      let sum = block.person
      for (let c = first; c < after; c++) sum -= (share[c] as number) * (cell[c - first] as number)
      const effect = sum / (personWeight[p] ?? 1)
      block.person = effect
      for (let c = first; c < after; c++)
        cell[c - first] = (grip[c] as number) * (cell[c - first] as number) - (share[c] as number) * effect
    },
    inverseDiagonal(p: number, block: Block) {
      const first = personCells[p] as number
      block.person = 1 / (personWeight[p] ?? 1)
      for (let c = first; c < (personCells[p + 1] as number); c++)
        block.cell[c - first] = (grip[c] as number) + (share[c] as number) ** 2 * block.person
    },
  }
}

/** Room for the person with the most cells and pairs. */
export function emptyBlock({ personCells }: Layout, pairs: Pairs | null): Block {
  return {
    person: 0,
    cell: new Float64Array(widest(personCells)),
    pair: new Float64Array(pairs ? widest(pairs.start) : 0),
  }
}

function widest(start: Int32Array): number {
  let most = 0
  for (let p = 1; p < start.length; p++) most = Math.max(most, (start[p] as number) - (start[p - 1] ?? 0))
  return most
}

/** Zero for everything that person p has. */
export function clear(
  { personCells }: Layout,
  pairs: Pairs | null,
  { p, block }: { p: number; block: Block },
) {
  block.person = 0
  for (let cell = (personCells[p + 1] as number) - (personCells[p] as number) - 1; cell >= 0; cell--)
    block.cell[cell] = 0
  if (!pairs) return
  for (let pair = (pairs.start[p + 1] as number) - (pairs.start[p] as number) - 1; pair >= 0; pair--)
    block.pair[pair] = 0
}
