/** Chi-squared, Student's t, F and beta: tail probabilities and quantiles. */
import { betaTails } from './incomplete-beta.ts'
import { gammaTails } from './incomplete-gamma.ts'
import { normalQuantile } from './normal.ts'
import { checkPositive, checkProbability, invertTails, type Tails } from './quantile.ts'

const DF = 'The number of degrees of freedom'

/**
 * Probability of a value above x; df > 0.
 * @throws Invalid when df is not above 0.
 */
export function chiSquaredUpper(x: number, df: number): number {
  checkPositive(DF, df)
  return gammaTails(df / 2, x / 2).upper
}

/**
 * The value below which a share p lies; Infinity at p = 1.
 * @throws Invalid when p is no probability or df not above 0.
 */
export function chiSquaredQuantile(p: number, df: number): number {
  checkProbability(p)
  checkPositive(DF, df)
  if (p === 0) return 0
  if (p === 1) return Number.POSITIVE_INFINITY
  const shape = df / 2
  return 2 * Math.exp(invertTails((u) => gammaTails(shape, Math.exp(u)), p, Math.log(shape)))
}

/**
 * Probability of a value above x for a ratio of mean squares with df1 and df2 degrees of freedom (F distribution).
 * @throws Invalid when a df is not above 0.
 */
export function fUpper(x: number, df1: number, df2: number): number {
  return fTails(x, df1, df2).upper
}

/**
 * The value below which a share p of the F distribution lies; Infinity at p = 1.
 * @throws Invalid when p is no probability or a df not above 0.
 */
export function fQuantile(p: number, df1: number, df2: number): number {
  checkProbability(p)
  checkPositive(DF, df1)
  checkPositive(DF, df2)
  if (p === 0) return 0
  if (p === 1) return Number.POSITIVE_INFINITY
  const start = normalQuantile(p) * Math.sqrt(2 / df1 + 2 / df2)
  return Math.exp(invertTails((u) => fTails(Math.exp(u), df1, df2), p, start))
}

/**
 * Probability of a value above x, Student's t distribution.
 * @throws Invalid when df is not above 0.
 */
export function studentUpper(x: number, df: number): number {
  const outside = fTails(x * x, 1, df)
  return x < 0 ? 1 - outside.upper / 2 : outside.upper / 2
}

/**
 * The value below which a share p of Student's t distribution lies.
 * @throws Invalid when p is no probability or df not above 0.
 */
export function studentQuantile(p: number, df: number): number {
  checkProbability(p)
  checkPositive(DF, df)
  if (p === 0.5) return 0
  if (p === 0 || p === 1) return p === 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  const outside = 2 * Math.min(p, 1 - p)
  const logit = invertTails((u) => betaTails(df / 2, 0.5, pointAt(u)), outside, Math.log(df))
  const size = Math.sqrt(df * Math.exp(-logit))
  return p < 0.5 ? -size : size
}

/**
 * The value below which a share p of the beta distribution lies.
 * @throws Invalid when p is no probability or a parameter not above 0.
 */
export function betaQuantile(p: number, a: number, b: number): number {
  checkProbability(p)
  checkPositive('Each parameter of a beta distribution', a)
  checkPositive('Each parameter of a beta distribution', b)
  if (p === 0 || p === 1) return p
  const logit = invertTails((u) => betaTails(a, b, pointAt(u)), p, Math.log(a / b))
  return pointAt(logit).x
}

const pointAt = (logit: number) => ({ x: 1 / (1 + Math.exp(-logit)), y: 1 / (1 + Math.exp(logit)) })

function fTails(x: number, df1: number, df2: number): Tails {
  checkPositive(DF, df1)
  checkPositive(DF, df2)
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0, slope: 0 }
  const share = df1 * x
  return betaTails(df1 / 2, df2 / 2, { x: share / (df2 + share), y: df2 / (df2 + share) })
}
