import type { Competency, Framework } from './model.ts'

/** The competency that is described at the most levels: the best one to explain levels by. Undefined without levels. */
export function bestAtLevels({ competencies, scale }: Framework): Competency | undefined {
  const described = (c: Competency) => new Set(c.statements.flatMap((s) => s.level ?? [])).size
  if (scale.levels.length === 0) return
  return largest(competencies, described)
}

/** The competency with the most said about too little and too much; undefined when none has both. */
export function bestInBalance({ competencies }: Framework): Competency | undefined {
  const has = (c: Competency, kind: 'underused' | 'overused') => c.statements.some((s) => s.kind === kind)
  const both = competencies.filter((c) => has(c, 'underused') && has(c, 'overused'))
  return largest(both, (c) => c.statements.length)
}

/** The first of those for which `size` is greatest and not 0. */
function largest<T>(all: T[], size: (one: T) => number): T | undefined {
  return all.reduce<T | undefined>(
    (best, one) => (size(one) > (best === undefined ? 0 : size(best)) ? one : best),
    undefined,
  )
}
