/** The normal distribution with mean 0 and standard deviation 1. */
import { checkProbability } from './quantile.ts'

const ROOT_TWO_PI = Math.sqrt(2 * Math.PI)
/** Steps of the table of Mills' ratio, and the point where its continued fraction takes over. */
const STEPS = 16
const FAR = 10
const ORDER = 14

/** Height of the curve at x. */
export const normalDensity = (x: number): number => Math.exp(-0.5 * x * x) / ROOT_TWO_PI

/** Probability of a value at or below x, right to about 15 digits however small it is. NaN gives NaN. */
export const normalLower = (x: number): number => normalUpper(-x)

/** Probability of a value above x, right to about 15 digits however small it is. NaN gives NaN. */
export function normalUpper(x: number): number {
  if (x < 0) return 1 - normalUpper(-x)
  return normalDensity(x) * millsRatio(x)
}

/**
 * The value below which a share p of the distribution lies; −Infinity at 0 and Infinity at 1. A rational start (Abramowitz and
 * Stegun 26.2.22) and Halley steps on the tail.
 * @throws Invalid when p is no probability.
 */
export function normalQuantile(p: number): number {
  checkProbability(p)
  if (p === 0.5) return 0
  return p > 0.5 ? -lowerQuantile(1 - p) : lowerQuantile(p)
}

function lowerQuantile(p: number): number {
  if (p === 0) return Number.NEGATIVE_INFINITY
  const t = Math.sqrt(-2 * Math.log(p))
  let x = (2.30753 + 0.27061 * t) / (1 + t * (0.99229 + 0.04481 * t)) - t
  for (let round = 0; round < 3; round++) {
    const error = (normalLower(x) - p) / normalDensity(x)
    x -= error / (1 + (x * error) / 2)
  }
  return x
}

/** Mills' ratio, tail over density, at x ≥ 0: a Taylor step from the nearest entry of the table, or the continued fraction. */
function millsRatio(x: number): number {
  if (!(x < FAR)) return farMillsRatio(x)
  const nearest = Math.round(x * STEPS)
  return taylor(MILLS[nearest] ?? 0, nearest / STEPS, x - nearest / STEPS)
}

/** 1/(x+ 1/(x+ 2/(x+ …))), from its far end. */
function farMillsRatio(x: number): number {
  let denominator = x
  for (let k = 30; k > 0; k--) denominator = x + k / denominator
  return 1 / denominator
}

/** The ratio m at `from + step`, by the series whose terms follow from m′ = x m − 1. */
function taylor(m: number, from: number, step: number): number {
  let before = m
  let term = (from * m - 1) * step
  let sum = m + term
  for (let n = 1; n < ORDER; n++) {
    const next = ((from * term + before * step) * step) / (n + 1)
    before = term
    term = next
    sum += term
  }
  return sum
}

/** Filled from the far end downwards, the direction in which errors fade. */
const MILLS = (() => {
  const table = new Float64Array(FAR * STEPS + 1)
  let m = farMillsRatio(FAR)
  for (let i = FAR * STEPS; i >= 0; i--) {
    table[i] = m
    m = taylor(m, i / STEPS, -1 / STEPS)
  }
  return table
})()
