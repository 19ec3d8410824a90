import { type Competency, type Framework, indicatorsAt, type Level } from '#framework/model.ts'
import type { Cell, Placement, Story } from './story.ts'

/** One competency at one level, and the stories that show it. */
export interface CoverageCell extends Cell {
  stories: Story[]
  /** What the framework says of the cell; empty: it describes nothing here, so no story is missing. */
  statements: string[]
}

export interface CoverageRow {
  competency: Competency
  /** From the lowest level. */
  cells: CoverageCell[]
}

type Words = Pick<Framework, 'id' | 'competencies' | 'scale'>

/** Which stories show which competency at which level. Each story counts once in a cell. */
export function coverageOf(
  framework: Words,
  stories: readonly Story[],
  placements: readonly Placement[],
): CoverageRow[] {
  const here = placements.filter(({ frameworkId }) => frameworkId === framework.id)
  return framework.competencies.map((competency) => ({
    competency,
    cells: framework.scale.levels.map((level) => ({
      competency: competency.key,
      level: level.key,
      stories: storiesIn({ competency: competency.key, level: level.key }, stories, here),
      statements: statementsIn(framework, competency, level),
    })),
  }))
}

function storiesIn(cell: Cell, stories: readonly Story[], here: readonly Placement[]): Story[] {
  const ids = new Set(
    here
      .filter(({ competency, level }) => competency === cell.competency && level === cell.level)
      .map(({ storyId }) => storyId),
  )
  return stories.filter(({ id }) => ids.has(id))
}

/** Those of the competency itself and those that it shares with others. */
export function statementsIn(
  { competencies }: Words,
  { key }: Pick<Competency, 'key'>,
  level: Level,
): string[] {
  return competencies.flatMap((other) =>
    indicatorsAt(other, level.key)
      .filter(({ also }) => other.key === key || also.includes(key))
      .map(({ text }) => text),
  )
}

/** How much of a framework the stories show. */
export function coverageCount(rows: readonly CoverageRow[]): {
  competencies: number
  shown: number
  /** Those without any story. */
  without: Competency[]
} {
  const without = rows.filter(({ cells }) => cells.every(({ stories }) => stories.length === 0))
  return {
    competencies: rows.length,
    shown: rows.length - without.length,
    without: without.map(({ competency }) => competency),
  }
}
