/** What a vacancy looks at: the competencies of a role's profile, those needed on the first day assessed, the others learned. */
import type { RoleProfile } from '#role/model.ts'
import type { Criterion } from '../model.ts'

/**
 * The criteria of a profile, in its order. What must be there on the first day is assessed, with the importance (1 to 3) as its
 * weight until somebody sets another; the rest is for the first months. A must-have that is learned in the job cannot hold
 * anybody back on the first day, so it is not assessed either.
 */
export function criteriaOf({ requirements }: Pick<RoleProfile, 'requirements'>): Omit<Criterion, 'id'>[] {
  return requirements.map(
    ({ framework, competency, words, entryLevel, level, months, must, importance }) => ({
      framework,
      competency,
      name: words.competency,
      entryLevel,
      level,
      months,
      must,
      weight: entryLevel === null ? null : importance,
    }),
  )
}

/** The share of each assessed criterion in the combination: all add up to 1. */
export function sharesOf(criteria: readonly Criterion[]): Map<string, number> {
  const total = criteria.reduce((sum, { weight }) => sum + (weight ?? 0), 0)
  return new Map(criteria.flatMap(({ id, weight }) => (weight === null ? [] : [[id, weight / total]])))
}

/** Assessed criteria, in their order. */
export function assessed(criteria: readonly Criterion[]): Criterion[] {
  return criteria.filter(({ weight }) => weight !== null)
}
