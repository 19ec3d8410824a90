/** The many-facet model on ratings drawn from it: 100,000 persons by 20,000 raters, ten ratings each. */
import { fitFacets } from '../../src/measure/facets/fit.ts'
import type { FacetRatings } from '../../src/measure/facets/ratings.ts'
import { type Simulated, simulate } from '../../src/measure/facets/testing/simulated.ts'
import { cpuTime } from '../cpu.ts'
import type { MeasureRow } from '../measure.ts'

export function bench(): MeasureRow[] {
  const million = {
    persons: 100_000,
    raters: 20_000,
    items: 25,
    ratersPerPerson: 5,
    itemsPerRater: 2,
    seed: 7,
  }
  const random = simulate(million)
  const near = simulate({ ...million, neighbours: true })
  const tenth = simulate({ ...million, persons: 10_000, raters: 2_000 })
  return [
    { task: 'severity, joint, 100,000 ratings', ours: time(tenth.ratings, 'joint') },
    { task: 'severity, joint, 1,000,000 ratings', ours: time(random.ratings, 'joint'), aim: '≤ 700 ms' },
    { task: 'severity, marginal, 100,000 ratings', ours: time(tenth.ratings, 'marginal') },
    {
      task: 'severity, marginal, 1,000,000 ratings',
      ours: time(random.ratings, 'marginal'),
      aim: '≤ 2000 ms',
      note: recovery(random),
    },
    {
      task: 'severity, marginal, 1,000,000, neighbouring raters',
      ours: time(near.ratings, 'marginal'),
      aim: '≤ 2000 ms',
    },
    {
      task: 'severity, marginal, raters random, 1,000,000',
      ours: time(random.ratings, 'marginal', 'random'),
    },
  ]
}

const time = (ratings: FacetRatings, method: 'joint' | 'marginal', raters: 'fixed' | 'random' = 'fixed') =>
  cpuTime(() => fitFacets(ratings, { method, raters }), 3)

/** Slope of severities over the truth, share of persons' 95 % intervals that hold it, and the memory of the process. */
function recovery({ ratings, person, rater }: Simulated): string {
  const { facets } = fitFacets(ratings)
  let across = 0
  let along = 0
  rater.forEach((truth, r) => {
    const measure = facets.rater.measure[r] ?? 0
    across += truth * measure
    along += truth * truth
  })
  const held = person.filter(
    (truth, p) => Math.abs((facets.person.measure[p] ?? 0) - truth) <= 1.96 * (facets.person.error[p] ?? 0),
  ).length
  const megabytes = Math.round(process.memoryUsage().rss / 2 ** 20)
  return `slope of severities ${(across / along).toFixed(3)}, intervals hold ${((100 * held) / person.length).toFixed(1)} %, ${megabytes} MB`
}
