/**
 * Marginal maximum likelihood: items calibrated with persons from a normal distribution with mean 0, whose standard deviation
 * is estimated with them (Bock and Aitkin 1981), by exact second derivatives instead of EM.
 */
import type { Counts, Group } from './answers.ts'
import type { Layout } from './parameters.ts'
import { pointsOf } from './posterior.ts'

export interface MarginalSlope {
  readonly logLikelihood: number
  /** In T and, last, the logarithm of the standard deviation; the matrix of second derivatives with the sign changed. */
  readonly gradient: Float64Array
  readonly matrix: Float64Array
}

interface Curves {
  /** θ at each point, and z = θ / sd. */
  readonly thetas: Float64Array
  readonly z: Float64Array
  readonly logWeights: Float64Array
  /** For each place, the chance of its answer at each point. */
  readonly chances: readonly Float64Array[]
  /** For each item, log Σ exp(k·θ − T_k) at each point. */
  readonly logSums: readonly Float64Array[]
}

/** Log-likelihood, its gradient and its exact second derivatives. */
export function marginalSlope(
  { used, groups }: Counts,
  layout: Layout,
  sums: Float64Array,
  sd: number,
): MarginalSlope {
  const count = layout.places.length
  const gradient = new Float64Array(count + 1)
  const matrix = new Float64Array((count + 1) ** 2)
  let logLikelihood = 0
  layout.places.forEach(({ item, answer }, a) => {
    const given = used[item]?.[answer] ?? 0
    logLikelihood -= given * (sums[a] as number)
    gradient[a] = -given
  })
  const curves = curvesOf(layout, sums, sd)
  for (const group of groups) logLikelihood += addGroup(group, layout, curves, { gradient, matrix })
  for (let a = 0; a <= count; a++)
    for (let b = 0; b < a; b++) matrix[b * (count + 1) + a] = matrix[a * (count + 1) + b] as number
  return { logLikelihood, gradient, matrix }
}

function curvesOf({ places, from, lowest }: Layout, sums: Float64Array, sd: number): Curves {
  const points = pointsOf({ mean: 0, sd })
  const thetas = Float64Array.from(points, ({ theta }) => theta)
  const chances = places.map(() => new Float64Array(thetas.length))
  const logSums = lowest.map((least, item) =>
    thetas.map((theta, n) => {
      const [first = 0, end = 0] = [from[item], from[item + 1]]
      const log = (a: number) => (places[a]?.answer ?? 0) * theta - (sums[a] as number)
      let most = least * theta
      for (let a = first; a < end; a++) most = Math.max(most, log(a))
      let sum = Math.exp(least * theta - most)
      for (let a = first; a < end; a++) sum += Math.exp(log(a) - most)
      for (let a = first; a < end; a++) (chances[a] as Float64Array)[n] = Math.exp(log(a) - most) / sum
      return most + Math.log(sum)
    }),
  )
  return {
    thetas,
    z: thetas.map((theta) => theta / sd),
    logWeights: Float64Array.from(points, ({ weight }) => Math.log(weight)),
    chances,
    logSums,
  }
}

interface Into {
  readonly gradient: Float64Array
  readonly matrix: Float64Array
}

/** Persons who answered the same items: all with the same total know the same of θ. */
function addGroup(group: Group, { places, from }: Layout, curves: Curves, into: Into): number {
  const { z, thetas } = curves
  const logDensity = Float64Array.from(thetas, (_, n) =>
    group.items.reduce((sum, item) => sum - (curves.logSums[item]?.[n] ?? 0), curves.logWeights[n] as number),
  )
  // Scores at each point: P for a T, z² − 1 for the log standard deviation; what a person gave cancels in covariances.
  const own = group.items.flatMap((item) => [...places.keys()].slice(from[item], from[item + 1]))
  const scores = [...own.map((a) => curves.chances[a] as Float64Array), z.map((x) => x * x - 1)]
  const at = [...own, places.length]
  const density = new Float64Array(thetas.length)
  const means: { persons: number; means: Float64Array }[] = []
  let log = 0
  group.totals.forEach((persons, total) => {
    if (persons === 0) return
    const { weights, logLikelihood } = weigh(thetas, logDensity, total)
    log += persons * logLikelihood
    weights.forEach((weight, n) => {
      density[n] = (density[n] as number) + persons * weight
    })
    means.push({ persons, means: Float64Array.from(scores, (score) => dot(score, weights)) })
  })
  addComplete({ own, at, density, z, places, chances: curves.chances }, into)
  takeCovariances({ at, scores, density, means }, into)
  return log
}

/** What is known of θ after a total. */
function weigh(thetas: Float64Array, logDensity: Float64Array, total: number) {
  const logs = thetas.map((theta, n) => total * theta + (logDensity[n] as number))
  const most = logs.reduce((a, b) => Math.max(a, b))
  const weights = logs.map((log) => Math.exp(log - most))
  const sum = weights.reduce((a, b) => a + b, 0)
  return { weights: weights.map((weight) => weight / sum), logLikelihood: most + Math.log(sum) }
}

interface Complete {
  readonly own: readonly number[]
  readonly at: readonly number[]
  readonly density: Float64Array
  readonly z: Float64Array
  readonly places: Layout['places']
  readonly chances: readonly Float64Array[]
}

/** Gradient, and second derivatives as if every θ were known. */
function addComplete({ own, density, z, places, chances }: Complete, { gradient, matrix }: Into) {
  const last = places.length
  const width = last + 1
  const squares = dot(
    density,
    z.map((x) => x * x),
  )
  const persons = density.reduce((a, b) => a + b, 0)
  gradient[last] = (gradient[last] as number) + squares - persons
  matrix[last * width + last] = (matrix[last * width + last] as number) + 2 * squares
  for (const a of own) {
    const weighted = density.map((n, i) => n * (chances[a]?.[i] ?? 0))
    const expected = weighted.reduce((x, y) => x + y, 0)
    gradient[a] = (gradient[a] as number) + expected
    matrix[a * width + a] = (matrix[a * width + a] as number) + expected
    for (let b = a; b >= 0 && places[b]?.item === places[a]?.item; b--)
      matrix[a * width + b] = (matrix[a * width + b] as number) - dot(weighted, chances[b] as Float64Array)
  }
}

interface Covariances {
  readonly at: readonly number[]
  readonly scores: readonly Float64Array[]
  readonly density: Float64Array
  readonly means: readonly { readonly persons: number; readonly means: Float64Array }[]
}

/** Less the variance of the scores while θ is not known. */
function takeCovariances({ at, scores, density, means }: Covariances, { matrix }: Into) {
  const width = Math.round(Math.sqrt(matrix.length))
  scores.forEach((score, i) => {
    const weighted = density.map((n, k) => n * (score[k] as number))
    for (let j = 0; j <= i; j++) {
      let within = dot(weighted, scores[j] as Float64Array)
      for (const { persons, means: mean } of means)
        within -= persons * (mean[i] as number) * (mean[j] as number)
      const place = (at[i] as number) * width + (at[j] as number)
      matrix[place] = (matrix[place] as number) - within
    }
  })
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number)
  return sum
}
