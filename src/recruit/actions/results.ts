import type { Context } from '#context.ts'
import type { CandidateResult } from '../rating/results.ts'
import { ranked, resultOf } from '../rating/results.ts'
import { type Seen, seeCards } from './sight.ts'

export interface Results extends Seen {
  /** In the order in which they are shown; only of candidates all of whose submitted cards the viewer may see. */
  results: CandidateResult[]
}

/** Every candidate's combination, as far as the viewer may see it. Throws NotFound. */
export async function openResults(ctx: Context, vacancyId: string): Promise<Results> {
  const seen = await seeCards(ctx, vacancyId)
  const results = seen.sights.flatMap(({ candidate, cards, consensus, isWhole }) => {
    if (!isWhole || candidate.erasedAt !== null) return []
    const result = resultOf(seen, { candidateId: candidate.id, cards, consensus })
    return result ? [result] : []
  })
  return { ...seen, results: ranked(results) }
}
