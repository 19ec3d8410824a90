/** The chances of a person's ratings at one measure, their own: all that joint estimation asks for. */
import type { State } from './state.ts'
import type { Model, Workspace } from './workspace.ts'

/** A product is turned into its logarithm before the next factor (at most 11·e^490) could overflow. */
const LARGE = 1e90

/** Fills `work.expecting` for person p, chances and moments; gives the person's part of the log-likelihood. */
export function chancesAtPoint(
  { design, marginal }: Model,
  state: State,
  work: Workspace,
  p: number,
): number {
  const { table, ease, growth, expecting, posterior } = work
  const { chance, width, mean, variance, within } = expecting
  const measure = state.person[p] as number
  const own = Math.exp(measure)
  const endPair = design.pairFrom[p + 1] as number
  let product = 1
  let log = 0
  for (let q = design.pairFrom[p] as number, c = 0, at = -1; q < endPair; q++) {
    const lenient = own * (table.rows[(design.pairRater[q] as number) * table.width] as number)
    const end = design.cellFrom[q + 1] as number
    for (let j = design.cellFrom[q] as number; j < end; j++, c++, at += width) {
      const y = lenient * (ease[design.item[j] as number] as number)
      let power = 1
      let sum = 1
      for (let k = 1; k <= width; k++) {
        power *= y
        const term = power * (growth[k] as number)
        chance[at + k] = term
        sum += term
      }
      const share = 1 / sum
      let first = 0
      let square = 0
      for (let k = 1; k <= width; k++) {
        const likely = (chance[at + k] as number) * share
        chance[at + k] = likely
        first += k * likely
        square += k * k * likely
      }
      mean[c] = first
      variance[c] = square - first * first
      within[c] = 1
      product *= sum
      if (product > LARGE) {
        log += Math.log(product)
        product = 1
      }
    }
  }
  const likelihood = (posterior.total[p] as number) * measure - log - Math.log(product)
  if (!marginal) return likelihood
  return (
    likelihood +
    Math.log((state.spread[p] as number) / state.sd) -
    ((measure - state.mean) / state.sd) ** 2 / 2
  )
}
