import { z } from '@hono/zod-openapi'
import { CombinedTold, combinedTold } from '../rating/combined-told.ts'
import type { ResultsShown } from '../rating/results.ts'

const Named = z.object({ id: z.uuid(), name: z.string() })

export const ResultsJson = z
  .object({
    vacancy: z.object({ id: z.uuid(), title: z.string() }),
    results: z
      .array(
        z.object({
          candidate: Named,
          withdrawn: z.boolean(),
          members: z.int().describe('Whose scorecards count'),
          missing: z.int().describe('Members without one'),
          alone: CombinedTold,
          together: CombinedTold.nullable().describe('With what the panel agreed; null: nothing was'),
        }),
      )
      .describe('In the order in which they are shown'),
    waiting: z
      .array(Named.extend({ ownFirst: z.boolean().describe('Submit your own scorecard first') }))
      .describe('Candidates whose scorecards are still being written, or may not be seen yet'),
  })
  .openapi('Results')

/** What the page of results says, for programs. */
export function resultsJson({ vacancy, results, sights }: ResultsShown): z.infer<typeof ResultsJson> {
  const sightOf = (id: string) => sights.find(({ candidate }) => candidate.id === id)
  const named = (id: string) => ({ id, name: sightOf(id)?.candidate.name ?? '' })
  const shown = new Set(results.map(({ candidateId }) => candidateId))
  const here = sights.filter(({ candidate }) => candidate.withdrawnAt === null && candidate.erasedAt === null)
  return {
    vacancy: { id: vacancy.id, title: vacancy.title },
    results: results.map(({ candidateId, members, alone, together }) => ({
      ...{ candidate: named(candidateId), members, alone: combinedTold(alone) },
      withdrawn: sightOf(candidateId)?.candidate.withdrawnAt != null,
      missing: sightOf(candidateId)?.missing.length ?? 0,
      together: together && combinedTold(together),
    })),
    waiting: here
      .filter(({ candidate }) => !shown.has(candidate.id))
      .map(({ candidate, ownFirst }) => ({ ...named(candidate.id), ownFirst })),
  }
}
