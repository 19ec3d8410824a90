/** What is known of one person: how likely their ratings are at each of several measures laid around their own. */
import type { Rule } from '../quadrature.ts'
import type { Design } from './design.ts'
import { findChances } from './moments.ts'
import type { State } from './state.ts'
import type { Model, Posterior, Workspace } from './workspace.ts'

/** A product is turned into its logarithm before the next factor (at most 11·e^490) could overflow. */
const LARGE = 1e90

/**
 * Weighs the points around person p, updates the person's mean and spread in `state`, and leaves the chances of their ratings
 * in `work.expecting`.
 * @returns the person's part of the marginal log-likelihood, without what depends on scores alone.
 */
export function weigh(
  model: Model,
  state: State,
  rule: Rule,
  { work, p }: { work: Workspace; p: number },
): number {
  const { posterior } = work
  const cells = findFactors(model.design, work, p)
  place(state, rule, posterior, p)
  multiplyDenominators(work, cells)
  const width = Math.log((state.spread[p] as number) / state.sd)
  const likelihood = width + settle(posterior, p)
  describe(posterior, state, p)
  findChances(posterior, work.expecting, work.growth, cells)
  return likelihood
}

function place(
  { person, spread, mean, sd }: State,
  { points, logWeights }: Rule,
  posterior: Posterior,
  p: number,
) {
  const { at, growth, logWeight } = posterior
  const centre = person[p] as number
  const width = spread[p] as number
  for (let n = 0; n < at.length; n++) {
    const point = points[n] as number
    const here = centre + width * point
    const away = (here - mean) / sd
    at[n] = here
    growth[n] = Math.exp(here)
    logWeight[n] = (logWeights[n] as number) + (point * point - away * away) / 2
  }
}

/** exp(−rater − item) of each of the person's ratings. */
function findFactors(design: Design, { posterior, table, ease }: Workspace, p: number): number {
  const { factor } = posterior
  const endPair = design.pairFrom[p + 1] as number
  let c = 0
  for (let q = design.pairFrom[p] as number; q < endPair; q++) {
    const lenient = table.rows[(design.pairRater[q] as number) * table.width] as number
    const end = design.cellFrom[q + 1] as number
    for (let j = design.cellFrom[q] as number; j < end; j++)
      factor[c++] = lenient * (ease[design.item[j] as number] as number)
  }
  return c
}

/** For each point, the product over the ratings of 1 + Σ growth_k·y^k, with y = exp(person − rater − item). */
function multiplyDenominators({ posterior, growth }: Workspace, cells: number) {
  const { product, logProduct, denominator, factor } = posterior
  const points = product.length
  product.fill(1)
  logProduct.fill(0)
  for (let c = 0, place = 0; c < cells; c++) {
    const by = factor[c] as number
    let most = 0
    for (let n = 0; n < points; n++, place++) {
      const y = (posterior.growth[n] as number) * by
      let sum = 0
      for (let k = growth.length - 4; k > 0; k -= 4) {
        sum = (growth[k + 2] as number) + y * ((growth[k + 3] as number) + sum)
        sum = y * ((growth[k] as number) + y * ((growth[k + 1] as number) + y * sum))
      }
      denominator[place] = 1 + sum
      const next = (product[n] as number) * (1 + sum)
      product[n] = next
      if (next > most) most = next
    }
    if (most > LARGE) moveToLogs(product, logProduct)
  }
}

function moveToLogs(product: Float64Array, logProduct: Float64Array) {
  for (let n = 0; n < product.length; n++) {
    logProduct[n] = (logProduct[n] as number) + Math.log(product[n] as number)
    product[n] = 1
  }
}

/** Turns likelihoods into weights that sum to 1; gives the logarithm of their sum. */
function settle({ at, logWeight, weight, product, logProduct, total }: Posterior, p: number): number {
  const score = total[p] as number
  let most = Number.NEGATIVE_INFINITY
  for (let n = 0; n < at.length; n++) {
    const log =
      (logWeight[n] as number) +
      score * (at[n] as number) -
      (logProduct[n] as number) -
      Math.log(product[n] as number)
    weight[n] = log
    if (log > most) most = log
  }
  let sum = 0
  for (let n = 0; n < at.length; n++) {
    weight[n] = Math.exp((weight[n] as number) - most)
    sum += weight[n] as number
  }
  for (let n = 0; n < at.length; n++) weight[n] = (weight[n] as number) / sum
  return most + Math.log(sum)
}

function describe({ at, weight }: Posterior, { person, spread }: State, p: number) {
  let mean = 0
  for (let n = 0; n < at.length; n++) mean += (weight[n] as number) * (at[n] as number)
  let variance = 0
  for (let n = 0; n < at.length; n++) variance += (weight[n] as number) * ((at[n] as number) - mean) ** 2
  person[p] = mean
  spread[p] = Math.sqrt(variance)
}
