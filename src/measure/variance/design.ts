/** Which terms a design can tell apart: those with several levels whose levels are not the same as another term's. */
import { type Effects, sumsOf } from './effects.ts'
import type { Layout } from './layout.ts'
import { type Levels, levelsOf } from './levels.ts'
import { FACETS, type Facets, type Merged, type Term, termOf } from './terms.ts'

export interface Design {
  readonly layout: Layout
  /** The terms that stand for themselves; the residual is not among them. */
  readonly facets: readonly Facets[]
  readonly merged: readonly Merged[]
  /** Of the scores, at each level of persons, raters, items and cells. */
  readonly sums: Effects
  /** Levels of any facets, reckoned once. */
  readonly levels: (facets: Facets) => Levels
}

const MEAN: Facets = 0
const RESIDUAL = FACETS.residual

export function designOf(layout: Layout, terms: readonly Term[]): Design {
  const sums = sumsOf(layout, null)
  const levels = remembered((facets) => levelsOf(layout, sums, facets))
  const asked = terms.map((term) => FACETS[term]).filter((facets) => facets !== RESIDUAL)
  const varying = [1, 2, 4].reduce((all, facet) => (levels(facet).count > 1 ? all | facet : all), 0)
  const live = [...new Set(asked.map((facets) => facets & varying))].filter((facets) => facets !== MEAN)
  const home = (facets: Facets) => (facets === MEAN ? MEAN : finest(facets, live, { layout, levels }))
  const merged = asked
    .map((facets) => ({ facets, into: home(facets & varying) }))
    .filter(({ facets, into }) => facets !== into)
    .map(({ facets, into }) => ({
      term: termOf(facets),
      into: into === MEAN ? ('mean' as const) : termOf(into),
    }))
  const kept = live.filter((facets) => home(facets) === facets).sort((a, b) => a - b)
  return { layout, facets: kept, merged, sums, levels }
}

/** The finest term that has the very same levels: nothing tells them apart. */
function finest(
  facets: Facets,
  live: readonly Facets[],
  { layout, levels }: Pick<Design, 'layout' | 'levels'>,
): Facets {
  const { count } = levels(facets)
  if (count === layout.score.length) return RESIDUAL
  return Math.max(...live.filter((other) => (other & facets) === facets && levels(other).count === count))
}

function remembered(find: (facets: Facets) => Levels): (facets: Facets) => Levels {
  const known = new Map<Facets, Levels>()
  return (facets) => {
    const found = known.get(facets) ?? find(facets)
    known.set(facets, found)
    return found
  }
}
