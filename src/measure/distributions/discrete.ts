/** Binomial and hypergeometric probabilities. */
import { Invalid } from '#errors.ts'
import { devianceTerm, stirlingError } from './gamma.ts'
import { betaTails } from './incomplete-beta.ts'
import { checkProbability } from './quantile.ts'

/**
 * Probability of at most and of at least x successes in n trials that each succeed with probability p; x itself counts on both
 * sides.
 * @throws Invalid when x and n are not whole with 0 ≤ x ≤ n, or p is no probability.
 */
export function binomialTails(x: number, n: number, p: number): { atMost: number; atLeast: number } {
  checkProbability(p)
  checkCount(x, n)
  const at = { x: p, y: 1 - p }
  return {
    atMost: x === n ? 1 : betaTails(x + 1, n - x, at).upper,
    atLeast: x === 0 ? 1 : betaTails(x, n - x + 1, at).lower,
  }
}

/**
 * Probability that exactly `found` of `drawn` people drawn at random belong to a group of `group` people among `all`.
 * By the saddle point of Loader 2000, right to about 13 digits; 0 for what cannot happen.
 * @throws Invalid when a number is not whole or more people are drawn, or in the group, than there are.
 */
export function hypergeometricProbability(
  found: number,
  { group, all, drawn }: { group: number; all: number; drawn: number },
): number {
  checkCount(group, all)
  checkCount(drawn, all)
  const others = all - group
  if (!Number.isInteger(found) || found < 0 || found > group || drawn - found < 0 || drawn - found > others)
    return 0
  if (drawn === 0 || drawn === all) return 1
  const p = drawn / all
  const q = (all - drawn) / all
  const inGroup = binomialProbability(found, group, { p, q })
  const outside = binomialProbability(drawn - found, others, { p, q })
  return (inGroup * outside) / binomialProbability(drawn, all, { p, q })
}

function binomialProbability(x: number, n: number, { p, q }: { p: number; q: number }): number {
  if (x === 0) return Math.exp(-devianceTerm(n, n * q) - n * p)
  if (x === n) return Math.exp(-devianceTerm(n, n * p) - n * q)
  const stirling = stirlingError(n) - stirlingError(x) - stirlingError(n - x)
  const deviance = devianceTerm(x, n * p) + devianceTerm(n - x, n * q)
  return Math.exp(stirling - deviance) * Math.sqrt(n / (2 * Math.PI * x * (n - x)))
}

function checkCount(x: number, n: number) {
  if (!Number.isInteger(x) || !Number.isInteger(n) || x < 0 || x > n)
    throw new Invalid(`A count must be whole, not below 0 and not above the total; this one is ${x} of ${n}.`)
}
