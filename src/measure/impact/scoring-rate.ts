/** Scores instead of yes and no: which share of a group scores above the middle of everybody. */
import { Invalid } from '#errors.ts'
import type { GroupSelection } from './adverse-impact.ts'

/**
 * How many of each group score above the median of all scores, as counts that `adverseImpact` takes: "selected" are those above.
 * A score equal to the median is not above it. A missing score (null or NaN) is left out.
 * @throws Invalid when there are no scores, or the two lists differ in length.
 * Source: Rules of the City of New York, title 6, § 5-300 ("scoring rate").
 */
export function scoringRates(
  scores: readonly (number | null)[],
  groups: readonly string[],
): { median: number; groups: GroupSelection[] } {
  if (scores.length !== groups.length)
    throw new Invalid(
      `There are ${scores.length} scores and ${groups.length} groups. Name one group for every score.`,
    )
  const scored = scores.flatMap((score, i) =>
    score === null || Number.isNaN(score) ? [] : [{ score, group: groups[i] ?? '' }],
  )
  if (scored.length === 0) throw new Invalid('There are no scores. Give at least one.')
  const median = medianOf(scored.map(({ score }) => score))
  const names = [...new Set(scored.map(({ group }) => group))]
  const counted = names.map((group) => {
    const own = scored.filter((s) => s.group === group)
    return { group, selected: own.filter(({ score }) => score > median).length, applicants: own.length }
  })
  return { median, groups: counted }
}

function medianOf(scores: number[]): number {
  const sorted = Float64Array.from(scores).sort()
  const half = sorted.length / 2
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2
}
