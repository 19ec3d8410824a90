/** What an analysis says a role profile should ask for. */
import type { Framework } from '#framework/model.ts'
import { type IncumbentAnswers, mergeCompetency, mergeStatements, type Settled } from './merge.ts'
import type { Requirement, RoleProfile } from './model.ts'
import { proposedFrom, sameThing, wordsOf } from './requirement.ts'

type Proposal = Omit<Requirement, 'id' | 'importance' | 'must' | 'why'>

interface Analysed {
  analysisId: string
  incumbents: readonly IncumbentAnswers[]
  settled: readonly Settled[]
}

/** Every competency that the job uses by these answers, with its levels and months, in the framework's order. */
export function proposalsOf(framework: Framework, { analysisId, incumbents, settled }: Analysed): Proposal[] {
  const statements = mergeStatements(incumbents, settled)
  const levels = framework.scale.levels.map(({ key }) => key)
  return framework.competencies.flatMap((competency) => {
    const merged = mergeCompetency(competency.key, levels, { statements, incumbents })
    const found = proposedFrom(framework, merged)
    if (!found) return []
    const words = wordsOf(framework, competency, found)
    return [{ framework: framework.id, competency: competency.key, ...found, analysis: analysisId, words }]
  })
}

/** An analysis says nothing of importance: what somebody has said of it stays; until then it stands in the middle. */
export function withJudgement(
  proposal: Proposal,
  { requirements }: Pick<RoleProfile, 'requirements'>,
  id: string,
): Requirement {
  const before = requirements.find((one) => sameThing(one, proposal))
  return {
    ...{ importance: 2 as const, must: false, why: null, ...before },
    ...proposal,
    id: before?.id ?? id,
  }
}
