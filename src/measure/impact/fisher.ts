/** Fisher's exact test of two groups: how often chance alone would give a split as uneven as this. */
import { possibilities, sumOf } from './hypergeometric.ts'
import { checkSelection, type Selection } from './selection.ts'

export interface ExactTest {
  /** Probability of splits no likelier than this one. */
  readonly twoSided: number
  /** The same with splits just as likely as this one counted half: less cautious, closer to the error rate it promises. */
  readonly midP: number
  /** Probability of as few of the focal group or fewer. */
  readonly fewer: number
  /** Probability of as many of the focal group or more. */
  readonly more: number
}

/** Splits whose probabilities differ by less than this share are equally likely, as in R's fisher.test. */
const TIE = 1e-7

/**
 * Fisher's exact test of a focal against a reference group. Right to 11 digits or more; 1 when nobody or everybody was selected.
 * @throws Invalid when the numbers cannot be.
 * Source: Fisher 1935; two sides as in R's fisher.test; mid-p by Lancaster 1961.
 */
export function fisherExact(focal: Selection, reference: Selection): ExactTest {
  checkSelection(focal)
  checkSelection(reference)
  const { least, weights, total } = possibilities(focal, reference)
  const at = focal.selected - least
  const observed = weights[at] ?? 0
  let likelier = 0
  let tied = 0
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] ?? 0
    if (weight > observed * (1 + TIE)) likelier += weight
    else if (weight >= observed * (1 - TIE)) tied += weight
  }
  const rarer = rarerThan(weights, observed)
  return {
    twoSided: likelier === 0 ? 1 : (rarer + tied) / total,
    midP: (rarer + tied / 2) / total,
    fewer: at === weights.length - 1 ? 1 : sumOf(weights.subarray(0, at + 1)) / total,
    more: at === 0 ? 1 : sumOf(weights.subarray(at)) / total,
  }
}

/** Summed on its own: taken as the rest of the total, a small probability would lose its digits. */
function rarerThan(weights: Float64Array, observed: number): number {
  let sum = 0
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] ?? 0
    if (weight < observed * (1 - TIE)) sum += weight
  }
  return sum
}
