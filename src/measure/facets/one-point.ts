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
  for (let q = design.pairFrom[p] as number, cell = 0, at = -1; q < endPair; q++) {
    const lenient = own * (table.rows[(design.pairRater[q] as number) * table.width] as number)
    const end = design.cellFrom[q + 1] as number
    for (let j = design.cellFrom[q] as number; j < end; j++, cell++, at += width) {
      const y = lenient * (ease[design.item[j] as number] as number)
      let power = 1
      let sum = 1
      let first = 0
      let square = 0
      for (let k = 1; k <= width; k += 4) {
        const one = power * y
        const two = one * y
        const three = two * y
        power = three * y
        const a = one * (growth[k] as number)
        const b = two * (growth[k + 1] as number)
        const c = three * (growth[k + 2] as number)
        const d = power * (growth[k + 3] as number)
        chance[at + k] = a
        chance[at + k + 1] = b
        chance[at + k + 2] = c
        chance[at + k + 3] = d
        sum += a + b + c + d
        const above = b + 2 * c + 3 * d
        first += k * (a + b + c + d) + above
        square += k * k * (a + b + c + d) + 2 * k * above + b + 4 * c + 9 * d
      }
      const share = 1 / sum
      for (let k = 1; k <= width; k++) chance[at + k] = (chance[at + k] as number) * share
      mean[cell] = first * share
      variance[cell] = (square - first * first * share) * share
      within[cell] = 1
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
