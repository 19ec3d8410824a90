/** What an analysis asks: every behaviour of a framework, where it describes behaviours at levels. */
import type { Framework } from '#framework/model.ts'
import type { JobStatement } from './merge.ts'

export type AskedStatement = Omit<JobStatement, 'answer'>

/** In the order of the framework, from the lowest level up. */
export function statementsAsked({ competencies }: Pick<Framework, 'competencies'>): AskedStatement[] {
  return competencies.flatMap(({ key, statements }) =>
    statements.flatMap(({ id, kind, level, text, also }) =>
      kind === 'indicator' && level !== null ? [{ statementId: id, text, competency: key, also, level }] : [],
    ),
  )
}

/** The competencies that it asks about, in the order of the framework; one screen each. */
export function competenciesAsked(framework: Framework): Framework['competencies'] {
  const asked = new Set(statementsAsked(framework).map(({ competency }) => competency))
  return framework.competencies.filter(({ key }) => asked.has(key))
}
