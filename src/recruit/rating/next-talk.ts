import type { Candidate, Question, Scorecard } from '../model.ts'
import type { Consensus } from './consensus.ts'
import { spreadsOf, urgency } from './spread.ts'

/** What is looked at of somebody who may be talked about. */
export interface Talk {
  candidate: Pick<Candidate, 'id' | 'name' | 'withdrawnAt' | 'erasedAt'>
  cards: readonly Pick<Scorecard, 'personId' | 'entries'>[]
  consensus: readonly Pick<Consensus, 'question'>[]
  isWhole: boolean
}

/**
 * Whom the panel talks about after `now`: of those whose cards are all in and about whom nothing is agreed, the one with the
 * largest difference in any answer; where it is the same, who applied first. Null: nobody is left.
 */
export function nextTalk(
  { questions, sights }: { questions: readonly Question[]; sights: readonly Talk[] },
  now: string,
): { id: string; name: string } | null {
  const left = sights.filter(
    ({ candidate, consensus, isWhole }) =>
      isWhole &&
      consensus.length === 0 &&
      candidate.id !== now &&
      !candidate.withdrawnAt &&
      !candidate.erasedAt,
  )
  const widest = ({ cards }: Talk) => {
    const [first] = spreadsOf(questions, cards)
    return first ? urgency(first) : 0
  }
  const [next] = left.toSorted((a, b) => widest(b) - widest(a))
  return next ? { id: next.candidate.id, name: next.candidate.name } : null
}
