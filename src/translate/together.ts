import type { Framework } from '#framework/model.ts'
import { type Answer, likeliestCell } from './answer.ts'

/** Which activities of a text show a competency at a level, by their number on the page. */
export interface Together {
  framework: Framework
  /** By competency, then by level, in the framework's order; only what some activity shows. */
  rows: { competency: string; cells: { level: string; activities: number[] }[] }[]
  /** How many activities show nothing that is sure enough. */
  left: number
}

/** What a whole text shows through its first framework: what is not sure counts for nothing. */
export function together(answers: readonly Answer[]): Together | null {
  const framework = answers[0]?.through[0]?.framework
  if (!framework) return null
  const placed = answers.flatMap(({ through: [one] }, i) => {
    const isSure =
      one && one.attribute === null && one.reading.band !== 'unsure' && one.reading.levelBand !== 'unsure'
    return isSure ? [{ ...likeliestCell(one.reading), number: i + 1 }] : []
  })
  const rows = framework.competencies.flatMap(({ key }) => {
    const own = placed.filter(({ competency }) => competency === key)
    const cells = framework.scale.levels.map((level) => ({
      level: level.key,
      activities: own.filter((one) => one.level === level.key).map(({ number }) => number),
    }))
    return own.length === 0 ? [] : [{ competency: key, cells }]
  })
  return { framework, rows, left: answers.length - placed.length }
}
