/**
 * Whether severities can be told apart from the persons rated. Two raters can be compared when they rated the same person,
 * or through a chain of such raters; where the chain breaks, a lenient group of raters looks like a strong group of persons.
 */
import { Invalid } from '#errors.ts'
import { type Design, layOut } from './design.ts'
import { checkRatings, type FacetRatings } from './ratings.ts'

/** Persons and raters who can be compared with each other, numbered as in the ratings. */
export interface Subset {
  readonly persons: number[]
  readonly raters: number[]
}

/**
 * The groups into which persons and raters fall, the largest first; one group when all can be compared. Persons and
 * raters without ratings belong to none.
 */
export function connectedSubsets(design: Design): Subset[] {
  const parent = components(design)
  const subsets = new Map<number, Subset>()
  const subsetOf = (rater: number): Subset => {
    const root = rootOf(parent, rater)
    const known = subsets.get(root)
    if (known) return known
    const subset = { persons: [], raters: [] }
    subsets.set(root, subset)
    return subset
  }
  const rated = new Uint8Array(design.raters)
  for (const rater of design.pairRater) rated[rater] = 1
  for (let r = 0; r < design.raters; r++) if (rated[r] === 1) subsetOf(r).raters.push(r)
  for (let p = 0; p < design.persons; p++) {
    const first = design.pairFrom[p] as number
    if (first !== design.pairFrom[p + 1]) subsetOf(design.pairRater[first] as number).persons.push(p)
  }
  return [...subsets.values()].sort((a, b) => size(b) - size(a))
}

/**
 * The same for ratings as they come: what a page shows before a fit is asked for.
 * @throws Invalid for ratings that cannot be used
 */
export function ratingSubsets(ratings: FacetRatings): Subset[] {
  checkRatings(ratings)
  return connectedSubsets(layOut(ratings, 0))
}

/** @throws Invalid when there is more than one group; the message names the raters of each. */
export function refuseDisconnected(subsets: readonly Subset[]): void {
  if (subsets.length <= 1) return
  const shown = subsets.slice(0, 5).map(({ raters }, i) => `group ${i + 1}: ${named('rater', raters)}`)
  const more = subsets.length > shown.length ? `; and ${subsets.length - shown.length} more` : ''
  throw new Invalid(
    `The ratings fall into ${subsets.length} groups that share no person, so the severity of raters in different groups cannot be compared (${shown.join('; ')}${more}; counted from 1). Let at least one rater of each group rate a person of another, or fit each group on its own.`,
  )
}

/** "raters 1, 2 and 5": numbers from 0 told as people count, at most ten of them. */
export function named(noun: string, numbers: readonly number[]): string {
  const shown = numbers.slice(0, 10).map((n) => String(n + 1))
  if (numbers.length > shown.length)
    return `${noun}s ${shown.join(', ')} and ${numbers.length - shown.length} more`
  const last = shown.pop()
  return shown.length === 0 ? `${noun} ${last}` : `${noun}s ${shown.join(', ')} and ${last}`
}

const size = ({ persons, raters }: Subset) => persons.length + raters.length

/** A forest over the raters: those who rated somebody in common, directly or through others, lead to one root. */
function components({ persons, raters, pairFrom, pairRater }: Design): Int32Array {
  const parent = new Int32Array(raters)
  for (let r = 0; r < raters; r++) parent[r] = r
  for (let p = 0; p < persons; p++) {
    const first = pairFrom[p] as number
    const end = pairFrom[p + 1] as number
    for (let q = first + 1; q < end; q++) {
      const a = rootOf(parent, pairRater[first] as number)
      const b = rootOf(parent, pairRater[q] as number)
      if (a !== b) parent[Math.max(a, b)] = Math.min(a, b)
    }
  }
  return parent
}

/** The root of a node, halving the way to it for the next who asks. */
export function rootOf(parent: Int32Array, node: number): number {
  let here = node
  while (parent[here] !== here) {
    const above = parent[parent[here] as number] as number
    parent[here] = above
    here = above
  }
  return here
}
