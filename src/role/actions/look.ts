import type { Context } from '#context.ts'
import { NotFound } from '#errors.ts'
import type { Framework } from '#framework/model.ts'
import type { Db } from '#schema.ts'
import { agreementOf, byTenure } from '../agreement.ts'
import { type AnalysisCard, maySeeAnalysis, maySeeAnswers } from '../analysis.ts'
import { competenciesAsked } from '../asked.ts'
import { mergeCompetency, mergeStatements, mostApart } from '../merge.ts'
import type { Role } from '../model.ts'
import { listAnswers, listSettlements } from '../store/analysis.ts'
import { frameworksById } from '../store/frameworks.ts'
import { analysisFor, NO_ANALYSIS } from './analysis.ts'
import { mayEditRole, roleFor } from './role.ts'

/** An analysis as the viewer may see it; `merged` is null while it is too early for them. */
interface LookedAt {
  role: Role
  analysis: AnalysisCard
  framework: Framework
  edits: boolean
  isAsked: boolean
  merged: Awaited<ReturnType<typeof mergedOf>> | null
}

/** Throws NotFound for whoever may neither change the role nor was asked. */
export async function lookAtAnalysis(
  ctx: Context,
  db: Db,
  { roleId, analysisId }: { roleId: string; analysisId: string },
): Promise<LookedAt> {
  const role = await roleFor(db, roleId)
  const analysis = await analysisFor(db, roleId, analysisId)
  const edits = await mayEditRole(ctx, db, role)
  const person = ctx.viewer.person?.id ?? null
  if (!maySeeAnalysis(analysis, { person, edits })) throw new NotFound(NO_ANALYSIS)
  const framework = (await frameworksById(db, [analysis.frameworkId])).get(analysis.frameworkId)
  if (!framework) throw new NotFound('The framework of this analysis is not here any more.')
  const isAsked = analysis.incumbents.some(({ personId }) => personId === person)
  const sees = maySeeAnswers(analysis, { person, edits })
  return {
    role,
    analysis,
    framework,
    edits,
    isAsked,
    merged: sees ? await mergedOf(db, analysis, framework) : null,
  }
}

async function mergedOf(db: Db, analysis: AnalysisCard, framework: Framework) {
  const incumbents = await listAnswers(db, analysis.id)
  const settlements = await listSettlements(db, analysis.id)
  const statements = mergeStatements(incumbents, settlements)
  const levels = framework.scale.levels.map(({ key }) => key)
  return {
    ...{ incumbents, settlements, statements },
    competencies: competenciesAsked(framework).map(({ key }) =>
      mergeCompetency(key, levels, { statements, incumbents }),
    ),
    apart: mostApart(statements),
    agreement: agreementOf(incumbents),
    tenure: byTenure(incumbents),
    names: new Map(analysis.incumbents.map(({ personId, name }) => [personId, name])),
  }
}
