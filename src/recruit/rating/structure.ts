/** How alike the interviews of a vacancy were: only what was the same for everybody can be compared. */

import type { Entry, Question, Scorecard } from '../model.ts'
import { verdictOf } from './card.ts'

export interface Deviation {
  candidateId: string
  personId: string
  question: string
  kind: 'not asked' | 'extra probe' | 'not rated'
  /** The member's words; null: none. */
  says: string | null
}

/** What “in the same way” means, for a sentence that begins with how many answers were. */
export const MET_ALIKE =
  'answers were met in the same way: asked as in the kit, without a further probe, and either rated or noted as “no response”.'

export interface Structure {
  /** Answers that were met in the same way, of all that there are: questions by submitted cards. */
  same: number
  of: number
  deviations: Deviation[]
  /** Candidates whom fewer members rated than the others. */
  fewerMembers: string[]
}

/**
 * Each question on each submitted card counts once: it was met in the same way when it was asked, without a probe beyond the kit,
 * and rated or answered by no response. The order of the questions is the form's own and is not measured; neither is the time that an interview took.
 */
export function structureOf(questions: readonly Question[], cards: readonly Scorecard[]): Structure {
  const deviations = cards.flatMap((card) =>
    questions.flatMap(({ id }) =>
      deviationOf(
        card,
        id,
        card.entries.find(({ question }) => question === id),
      ),
    ),
  )
  const odd = new Set(
    deviations.map(({ candidateId, personId, question }) => `${candidateId} ${personId} ${question}`),
  )
  const of = questions.length * cards.length
  return { same: of - odd.size, of, deviations, fewerMembers: fewerMembers(cards) }
}

function deviationOf(
  { candidateId, personId }: Scorecard,
  question: string,
  entry: Entry | undefined,
): Deviation[] {
  const at = { candidateId, personId, question }
  const verdict = entry ? verdictOf(entry) : 'open'
  const found: Deviation[] = []
  if (verdict === 'not asked') found.push({ ...at, kind: 'not asked', says: entry?.skipped ?? null })
  if (verdict === 'open') found.push({ ...at, kind: 'not rated', says: null })
  if (entry?.extraProbe) found.push({ ...at, kind: 'extra probe', says: entry.extraProbe })
  return found
}

function fewerMembers(cards: readonly Scorecard[]): string[] {
  const counts = new Map<string, number>()
  for (const { candidateId } of cards) counts.set(candidateId, (counts.get(candidateId) ?? 0) + 1)
  const most = Math.max(0, ...counts.values())
  return [...counts].filter(([, count]) => count < most).map(([candidateId]) => candidateId)
}
