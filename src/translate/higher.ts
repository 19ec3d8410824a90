import { type Competency, type Framework, indicatorsAt, type Level } from '#framework/model.ts'
import { likeliest, type Reading } from './model.ts'

/** What would make an activity one level higher. */
export interface Higher {
  level: Level
  /** What people do at that level in this competency, in the framework's words; none where it says nothing. */
  statements: string[]
  /** What sets the level apart, when its statements do not. */
  description: string | null
  /** Words that people at that level use. */
  cues: string[]
}

const CUES = 5

/** The next level up from the likeliest, for the likeliest competency; null at the top, and where there are no levels. */
export function oneLevelHigher(reading: Reading, framework: Framework): Higher | null {
  const competency = framework.competencies.find(({ key }) => key === reading.competencies[0]?.key)
  const { levels } = framework.scale
  const here = levels.findIndex(({ key }) => key === likeliest(reading.levels)?.key)
  const level = here < 0 ? undefined : levels[here + 1]
  if (!competency || !level) return null
  return {
    level,
    statements: statementsAt(competency, level, framework),
    description: level.description,
    cues: level.cues.slice(0, CUES),
  }
}

/** Those of the competency itself and those that it shares. */
function statementsAt(competency: Competency, level: Level, { competencies }: Framework): string[] {
  return competencies.flatMap((other) =>
    indicatorsAt(other, level.key)
      .filter(({ also }) => other.key === competency.key || also.includes(competency.key))
      .map(({ text }) => text),
  )
}
