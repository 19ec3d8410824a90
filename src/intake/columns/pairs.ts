/** Pairs of words. */

/** What it is worth that `right` follows `left` in one statement, as a logarithm; 0 for unknown pairs. */
export function pairWorth(_left: string, _right: string): number {
  return 0
}
