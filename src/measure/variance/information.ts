/** The likelihood's slope and curvature in the variances, from solutions of the mixed model's equations. */
import { type Effects, effectsOf, noEffects, type Pairs, type Part, predictedSums } from './effects.ts'
import type { Layout } from './layout.ts'
import type { MixedSystem } from './mixed-system.ts'

export interface Variances {
  /** Those of the model, in a fixed order; each above zero. */
  readonly parts: readonly { readonly part: Part; readonly variance: number }[]
  readonly residual: number
}

/** The model with given variances, solved for the scores. */
export interface Solution {
  readonly layout: Layout
  readonly pairs: Pairs | null
  readonly variances: Variances
  readonly system: MixedSystem
  readonly effects: Effects
  /** Σ of squared scores less what the effects explain, their shrinkage counted: residual variance × the quadratic form. */
  readonly quadratic: number
}

export function product(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let k = 0; k < a.length; k++) sum += (a[k] as number) * (b[k] as number)
  return sum
}

/** Σ of squared effects of one term. */
const squared = (solution: Solution, part: Part) => {
  const own = effectsOf(solution.effects, part, solution.layout)
  return product(own, own)
}

function residualSquares(solution: Solution): number {
  const { parts, residual } = solution.variances
  return parts.reduce(
    (left, { part, variance }) => left - (residual / variance) * squared(solution, part),
    solution.quadratic,
  )
}

/** Slope of the restricted log-likelihood in each variance, the residual's last. */
export function slopes(solution: Solution): Float64Array {
  const { layout, variances, effects, system } = solution
  const { residual } = variances
  const traces = system.traces()
  let free = layout.score.length - 1
  const out = new Float64Array(variances.parts.length + 1)
  variances.parts.forEach(({ part, variance }, k) => {
    const known = effectsOf(effects, part, layout).length - (residual / variance) * traces[part]
    free -= known
    out[k] = -0.5 * (known / variance - squared(solution, part) / variance ** 2)
  })
  out[out.length - 1] = -0.5 * (free / residual - residualSquares(solution) / residual ** 2)
  return out
}

/**
 * The average of observed and expected information (Gilmour, Thompson and Cullis 1995, Biometrics 51:1440), row after row, the
 * residual last. Each term asks for one more solution; that of the largest term follows from the others.
 */
export function averageInformation(solution: Solution): Float64Array {
  const { parts, residual } = solution.variances
  const size = parts.length + 1
  const dots = workingProducts(solution)
  const information = new Float64Array(size * size)
  const set = (j: number, k: number, x: number) => {
    information[j * size + k] = x
    information[k * size + j] = x
  }
  let fitted = 0
  parts.forEach(({ variance }, j) => {
    const row = dots[j] ?? []
    for (let k = 0; k <= j; k++) set(j, k, (0.5 * (row[k] as number)) / variance ** 2)
    set(j, size - 1, (0.5 * (row[parts.length] as number)) / variance ** 2)
    fitted += (residual / variance) * (row[parts.length] as number)
  })
  set(size - 1, size - 1, (0.5 * (residualSquares(solution) / residual - fitted)) / residual ** 2)
  return information
}

/**
 * Entry [j][k]: the effects of term j times what they become when term k's share of the ratings is analysed as if it were the
 * scores; the residual is the last k.
 */
function workingProducts(solution: Solution): number[][] {
  const { layout, variances, effects } = solution
  const { parts, residual } = variances
  const largest = parts.reduce(
    (best, { variance }, k) => (variance > (parts[best]?.variance ?? 0) ? k : best),
    0,
  )
  const own = parts.map(({ part }) => effectsOf(effects, part, layout))
  const columns = [...parts.keys(), parts.length].map((k) =>
    k === largest ? [] : shareAnalysed(solution, k).map((answer, j) => product(own[j] ?? answer, answer)),
  )
  return own.map((effect, j) => {
    const row = columns.map((column) => column[j] ?? 0)
    const others = parts.reduce(
      (sum, { variance }, k) => sum + (k === largest ? 0 : variance * (row[k] as number)),
      0,
    )
    const left = product(effect, effect) - others - residual * (row[parts.length] as number)
    row[largest] = left / (parts[largest]?.variance ?? 1)
    return row
  })
}

/** The effects of each term when the share of term k (per unit of its variance) is taken for the scores. */
function shareAnalysed(solution: Solution, k: number): Float64Array[] {
  const { layout, variances, system } = solution
  const right = k < variances.parts.length ? sumsOfTerm(solution, k) : sumsOfResidual(solution)
  const answer = system.solve(right, `share ${k}`)
  return variances.parts.map(({ part }) => effectsOf(answer, part, layout))
}

function sumsOfTerm({ layout, pairs, variances, effects }: Solution, k: number): Effects {
  const alone = noEffects(layout, pairs)
  const { part, variance } = variances.parts[k] ?? { part: 'person', variance: 1 }
  const share = effectsOf(effects, part, layout).map((x) => x / variance)
  effectsOf(alone, part, layout).set(share)
  return predictedSums(layout, pairs, alone)
}

/** The residuals of a solution add up, at each level, to the shrunken effect: no walk over the ratings is needed. */
function sumsOfResidual({ layout, pairs, variances, effects }: Solution): Effects {
  const sums = noEffects(layout, pairs)
  for (const { part, variance } of variances.parts)
    effectsOf(sums, part, layout).set(effectsOf(effects, part, layout).map((x) => x / variance))
  return sums
}
