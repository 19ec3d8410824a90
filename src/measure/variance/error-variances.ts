/**
 * How uncertain persons and raters are where the equations are too many to invert: each cell passes on what the rater's other
 * persons say about the rater, and what the person's other raters say about the person (Gaussian belief propagation; Weiss and
 * Freeman 2001, Neural Computation 13:2173). The level that scores start from is taken as known here. Exact where the design
 * has no loops; what it leaves out in other designs is said in predictions.ts.
 */
import type { Reduced } from './mixed-system.ts'
import { emptyBlock } from './person-blocks.ts'

export interface ErrorVariances {
  readonly person: Float64Array
  readonly rater: Float64Array
}

const ROUNDS = 2

/** In units of the residual variance. O(cells). */
export function errorVariances(reduced: Reduced): ErrorVariances {
  const { persons, raters, cellRater } = reduced.layout
  const toPerson = new Float64Array(cellRater.length).fill(Number.POSITIVE_INFINITY)
  const toRater = new Float64Array(cellRater.length)
  const person = new Float64Array(persons)
  const rater = new Float64Array(raters)
  for (let round = 0; round < ROUNDS; round++) {
    askPersons(reduced, toPerson, { toRater, person })
    askRaters(reduced, toRater, { toPerson, rater })
  }
  askPersons(reduced, toPerson, { toRater, person })
  if (reduced.pairs) addPairs(reduced, person)
  return { person, rater }
}

/** Persons so far are those of the model without person × item: what that changes with known raters is put right. */
function addPairs({ layout, pairs, blocks }: Reduced, person: Float64Array) {
  const block = emptyBlock(layout, pairs)
  for (let p = 0; p < person.length; p++) {
    blocks.inverseDiagonal(p, block)
    person[p] = (person[p] as number) + block.person - 1 / (blocks.personWeight[p] ?? 1)
  }
}

/** Precision that passes through a cell from one side to the other: what the side knows, blurred by the cell's own error. */
const through = (weight: number, known: number) => (weight === 0 ? 0 : 1 / (1 / weight + 1 / known))

/** For each cell: how well its person is known without it. Also each person's variance. */
function askPersons(
  { layout, blocks, shrinkage }: Reduced,
  toPerson: Float64Array,
  { toRater, person }: { toRater: Float64Array; person: Float64Array },
) {
  const { personCells, persons } = layout
  for (let p = 0; p < persons; p++) {
    const first = personCells[p] as number
    const after = personCells[p + 1] as number
    let known = shrinkage.person
    for (let c = first; c < after; c++) {
      const arrived = through(blocks.cellWeight[c] as number, toPerson[c] as number)
      toRater[c] = arrived
      known += arrived
    }
    for (let c = first; c < after; c++) toRater[c] = known - (toRater[c] as number)
    person[p] = 1 / known
  }
}

/** For each cell: how well its rater is known without it. Also each rater's variance. */
function askRaters(
  { layout, blocks, shrinkage }: Reduced,
  toRater: Float64Array,
  { toPerson, rater }: { toPerson: Float64Array; rater: Float64Array },
) {
  const { cellRater } = layout
  const known = rater.fill(shrinkage.rater)
  for (let c = 0; c < cellRater.length; c++) {
    const r = cellRater[c] as number
    const arrived = through(blocks.cellWeight[c] as number, toRater[c] as number)
    toPerson[c] = arrived
    known[r] = (known[r] as number) + arrived
  }
  for (let c = 0; c < cellRater.length; c++)
    toPerson[c] = (known[cellRater[c] as number] as number) - (toPerson[c] as number)
  for (let r = 0; r < known.length; r++) known[r] = 1 / (known[r] ?? 1)
}
