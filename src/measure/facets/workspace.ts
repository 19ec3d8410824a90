/** The room in which a fit works: what stays the same, what a pass leaves, and what is reused from person to person. */
import type { Design } from './design.ts'
import { type Folded, foldedFor } from './fold.ts'
import type { Scale } from './state.ts'

/** What stays the same from pass to pass. */
export interface Model {
  readonly design: Design
  readonly scale: Scale
  /** Persons come from a normal distribution (marginal), or are parameters each (joint). */
  readonly marginal: boolean
}

/**
 * What a pass leaves behind. Parameters other than persons stand in one order: raters, items, free T, and with a
 * distribution of persons its mean and the logarithm of its standard deviation.
 */
export interface Sweep {
  logLikelihood: number
  /** What each person would do on their own has been added, as the matrix without persons asks for. */
  readonly gradient: Float64Array
  readonly folded: Folded
  /** With one point: how far each person would go on their own. With more: 0, they are where they belong. */
  readonly ownStep: Float64Array
  /** Sum of the expected ratings of each person. */
  readonly expected: Float64Array
}

/** Room that is reused from pass to pass. */
export interface Workspace {
  readonly sweep: Sweep
  readonly posterior: Posterior
  readonly expecting: Expecting
  /** How much the person at hand hangs on each parameter of the core. */
  readonly hold: Float64Array
  /** Sums of scores. */
  readonly raterTotal: Float64Array
  readonly itemTotal: Float64Array
  /** Number of ratings. */
  readonly itemCount: Float64Array
  readonly table: RaterTable
  /** exp(−difficulty), and exp(−T_k) padded with zeros to a multiple of four after category 0. */
  readonly ease: Float64Array
  readonly growth: Float64Array
  /** Every n-th person speaks for the others where steps meet steps and items: far from the end that needs few digits. */
  stride: number
  /** Whether this pass looks at one point per person. */
  onePoint: boolean
}

export function workspaceFor({ design, scale, marginal }: Model): Workspace {
  const folded = foldedFor(design, scale, marginal)
  const sweep = {
    logLikelihood: 0,
    gradient: new Float64Array(folded.raters + folded.items + folded.core),
    folded,
    ownStep: new Float64Array(design.persons),
    expected: new Float64Array(design.persons),
  }
  const posterior = posteriorFor(design)
  return {
    sweep,
    posterior,
    expecting: expectingFor(scale, posterior.mostCells),
    hold: new Float64Array(folded.core),
    ...totals(design),
    table: raterTable(design.raters, scale.top),
    ease: new Float64Array(design.items),
    growth: new Float64Array(1 + 4 * Math.ceil(scale.top / 4)),
    stride: 1,
    onePoint: true,
  }
}

function totals({ raters, items, pairRater, cellFrom, item, score }: Design) {
  const raterTotal = new Float64Array(raters)
  const itemTotal = new Float64Array(items)
  const itemCount = new Float64Array(items)
  for (let q = 0; q < pairRater.length; q++) {
    const end = cellFrom[q + 1] as number
    const rater = pairRater[q] as number
    for (let j = cellFrom[q] as number; j < end; j++) {
      const x = score[j] as number
      const i = item[j] as number
      raterTotal[rater] = (raterTotal[rater] as number) + x
      itemTotal[i] = (itemTotal[i] as number) + x
      itemCount[i] = (itemCount[i] as number) + 1
    }
  }
  return { raterTotal, itemTotal, itemCount }
}

/** Room for one person at a time, reused from person to person. */
export interface Posterior {
  /** Sums of scores, per person. */
  readonly total: Float64Array
  readonly mostCells: number
  /** Measures in logits, their exponentials, what is known of them before a rating is seen, and their weights (sum 1). */
  at: Float64Array
  growth: Float64Array
  logWeight: Float64Array
  weight: Float64Array
  product: Float64Array
  logProduct: Float64Array
  /** 1 / chance of category 0, per rating of the person and point; `factor` is exp(−rater − item) of each rating. */
  denominator: Float64Array
  factor: Float64Array
}

function posteriorFor(design: Design): Posterior {
  const total = new Float64Array(design.persons)
  let mostCells = 0
  for (let p = 0; p < design.persons; p++) {
    const from = design.cellFrom[design.pairFrom[p] as number] as number
    const end = design.cellFrom[design.pairFrom[p + 1] as number] as number
    mostCells = Math.max(mostCells, end - from)
    for (let j = from; j < end; j++) total[p] = (total[p] as number) + (design.score[j] as number)
  }
  return { total, mostCells, ...pointRoom(0, 0) }
}

function pointRoom(points: number, mostCells: number) {
  const vector = () => new Float64Array(points)
  return {
    at: vector(),
    growth: vector(),
    logWeight: vector(),
    weight: vector(),
    product: vector(),
    logProduct: vector(),
    denominator: new Float64Array(points * mostCells),
    factor: new Float64Array(mostCells),
  }
}

/** Makes room for as many points as asked. */
export function setPoints(posterior: Posterior, points: number): void {
  if (posterior.at.length !== points) Object.assign(posterior, pointRoom(points, posterior.mostCells))
}

/** Room for the ratings of one person, reused from person to person. */
export interface Expecting {
  /** Chances of the categories from 1 up, `width` of them a rating; those beyond the highest category are 0. */
  readonly chance: Float64Array
  readonly width: number
  readonly mean: Float64Array
  readonly variance: Float32Array
  /** Share of a rating's variance that is left once what varies between the points is taken out. */
  readonly within: Float64Array
  /** How much the person hangs on each category from 1 up. */
  readonly hanging: Float64Array
}

function expectingFor({ top }: Scale, mostCells: number): Expecting {
  const width = 4 * Math.ceil(top / 4)
  const one = () => new Float64Array(mostCells)
  return {
    chance: new Float64Array(mostCells * width),
    width,
    mean: one(),
    variance: new Float32Array(mostCells),
    within: one().fill(1),
    hanging: new Float64Array(width),
  }
}

/** Places in a row; the categories from 1 up follow from `step` on. */
export const ROW = { leniency: 0, gradient: 1, weight: 2, left: 3, step: 4 } as const

export interface RaterTable {
  /** What `fetchRows` read last; it only has to read. */
  fetched: number
  readonly width: number
  readonly rows: Float64Array
}

/** With up to five categories a row is as wide as a line of the processor's memory. */
function raterTable(raters: number, top: number): RaterTable {
  const width = ROW.step + 4 * Math.ceil(top / 4)
  return { fetched: 0, width, rows: new Float64Array(raters * width) }
}
