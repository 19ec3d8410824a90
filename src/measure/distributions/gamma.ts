/** The gamma function and the two corrections that keep tail probabilities exact for large and for small parameters. */

const HALF_LOG_TWO_PI = 0.9189385332046728
/** From here on the asymptotic series is exact to the last bit. */
const LARGE = 16

/** Natural logarithm of the gamma function, for x > 0. */
export function logGamma(x: number): number {
  if (x < LARGE) {
    let product = 1
    let shifted = x
    for (; shifted < LARGE; shifted++) product *= shifted
    return logGamma(shifted) - Math.log(product)
  }
  return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirlingSeries(x)
}

/**
 * What Stirling's formula leaves out: log Γ(x+1) − [(x+½) log x − x + ½ log 2π], for x > 0.
 * Small x climb to a large one, each step by the gamma function's own recurrence.
 */
export function stirlingError(x: number): number {
  let climbed = 0
  let at = x
  for (; at < LARGE; at++) climbed += (at + 0.5) * Math.log1p(1 / at) - 1
  return climbed + stirlingSeries(at)
}

/**
 * x log(x/m) + m − x, without the loss of digits when x is near m (Loader 2000, "Fast and accurate computation of binomial
 * probabilities"). For x ≥ 0, m > 0.
 */
export function devianceTerm(x: number, m: number): number {
  if (x === 0) return m
  const difference = x - m
  if (Math.abs(difference) > 0.1 * (x + m)) return x * Math.log(x / m) - difference
  const v = difference / (x + m)
  let sum = difference * v
  let term = 2 * x * v
  for (let k = 3; ; k += 2) {
    term *= v * v
    const next = sum + term / k
    if (next === sum) return sum
    sum = next
  }
}

/** 1/(12x) − 1/(360x³) + …, the Bernoulli numbers over their indices. */
function stirlingSeries(x: number): number {
  const z = 1 / (x * x)
  const tail = z * (1 / 1188 - z * (691 / 360360 - z * (1 / 156 - z * (3617 / 122400))))
  return (1 / 12 - z * (1 / 360 - z * (1 / 1260 - z * (1 / 1680 - tail)))) / x
}
