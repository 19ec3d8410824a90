/** What is told of one block and one question, before blocks are put together. Everything shown is made of this alone. */

export interface Ends {
  readonly low: number
  readonly high: number
}

/**
 * Near an end of the scale only a band is told, so that "all gave 5" cannot be read off; put together with others the block then
 * counts as the middle of its band, so that it cannot be worked out by subtraction either.
 */
export interface Told {
  readonly raters: number
  /** The mean, or the middle of the band. */
  readonly mean: number
  /** The inner edge of the band: the mean itself lies between it and that end of the scale. Null outside the bands. */
  readonly edge: { readonly end: 'low' | 'high'; readonly at: number } | null
  /** How many gave each answer, from the lowest; null where that would tell who gave what. */
  readonly counts: readonly number[] | null
}

const LEAST_FOR_COUNTS = 5

/** Of at least one answer. A named rater's answers are told as they are. */
export function tell(given: readonly number[], ends: Ends, isNamed: boolean): Told {
  const raters = given.length
  const mean = given.reduce((sum, x) => sum + x, 0) / raters
  const counts = countsOf(given, ends)
  if (isNamed) return { raters, mean, edge: null, counts }
  const edge = edgeFor(mean, raters, ends)
  if (edge) return { raters, mean: (edge.at + ends[edge.end]) / 2, edge, counts: null }
  // Nearly all alike is kept back as all alike is, or the keeping back would tell which.
  const isOpen = raters >= LEAST_FOR_COUNTS && Math.max(...counts) < raters - 1
  return { raters, mean, edge: null, counts: isOpen ? counts : null }
}

/** A band is two single steps of one rater wide, at least a tenth of a point. */
function edgeFor(mean: number, raters: number, { low, high }: Ends): Told['edge'] {
  const width = Math.max(0.1, 2 / raters)
  if (mean >= high - width) return { end: 'high', at: high - width }
  if (mean <= low + width) return { end: 'low', at: low + width }
  return null
}

const countsOf = (given: readonly number[], { low, high }: Ends) =>
  Array.from({ length: high - low + 1 }, (_, i) => given.filter((x) => x === low + i).length)

/** Several blocks, or several questions, as one; `weight` says how much of the mean each is. */
export function together(
  parts: readonly Told[],
  weight: (part: Told) => number,
): Pick<Told, 'mean' | 'edge'> {
  const total = parts.reduce((sum, part) => sum + weight(part), 0)
  const average = (of: (part: Told) => number) =>
    parts.reduce((sum, part) => sum + weight(part) * of(part), 0) / total
  const end = parts[0]?.edge?.end
  const isOneEnd = end !== undefined && parts.every((part) => part.edge?.end === end)
  return {
    mean: average((part) => part.mean),
    edge: isOneEnd ? { end, at: average((part) => part.edge?.at ?? part.mean) } : null,
  }
}
