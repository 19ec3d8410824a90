/** Every candidate beside the others: what the members gave alone, and what they agreed, each combined by the fixed weights. */

import type { Candidate, Criterion, PanelMember, Question, Scorecard, Vacancy } from '../model.ts'
import { type Combined, combine, type Kit, type MemberRatings } from './combine.ts'
import type { Consensus } from './consensus.ts'

export interface CandidateResult {
  candidateId: string
  /** From the cards as they were submitted. */
  alone: Combined
  /** With the answers on which the panel agreed as one, and the interval as wide as the members gave it alone; null: nothing was agreed. */
  together: Combined | null
  /** Cards that count. */
  members: number
}

/** What the page of results shows. */
export interface ResultsShown {
  vacancy: Vacancy
  part: { oversees: boolean }
  criteria: Criterion[]
  panel: PanelMember[]
  questions: Question[]
  /** In the order in which they applied. */
  sights: {
    candidate: Candidate
    cards: Scorecard[]
    missing: PanelMember[]
    ownFirst: boolean
    isWhole: boolean
  }[]
  results: CandidateResult[]
}

/** `cards`: submitted ones alone. Null: there are none, so there is nothing to combine. */
export function resultOf(
  kit: Kit,
  {
    candidateId,
    cards,
    consensus,
  }: { candidateId: string; cards: readonly Scorecard[]; consensus: readonly Consensus[] },
): CandidateResult | null {
  if (cards.length === 0) return null
  return {
    candidateId,
    alone: combine(kit, cards),
    together: consensus.length === 0 ? null : combine(kit, agreedRatings(cards, consensus), cards),
    members: cards.length,
  }
}

/** Each member's card with the agreed rating in the place of their own; an answer that nobody talked about stays as it was. */
function agreedRatings(cards: readonly Scorecard[], consensus: readonly Consensus[]): MemberRatings[] {
  const agreed = new Map(consensus.map(({ question, rating }) => [question, rating]))
  return cards.map(({ personId, entries }) => ({
    personId,
    entries: entries.map((entry) => {
      const rating = agreed.get(entry.question)
      return rating === undefined
        ? entry
        : { ...entry, rating, noResponse: rating === null && entry.noResponse }
    }),
  }))
}

/**
 * The order in which candidates are shown: those who reach every must-have, then those of whom one is not known, then the others;
 * within each by the combination, and those who cannot be compared last.
 */
export function ranked(results: readonly CandidateResult[]): CandidateResult[] {
  return results.toSorted((a, b) => group(a) - group(b) || scoreIn(b) - scoreIn(a))
}

const shown = ({ together, alone }: CandidateResult) => together ?? alone

function group(result: CandidateResult): number {
  const { notYet, unknown } = shown(result)
  if (notYet.length > 0) return 2
  return unknown.length > 0 ? 1 : 0
}

const scoreIn = (result: CandidateResult) => shown(result).score.value ?? -1

/**
 * Whether two candidates cannot be told apart: their intervals overlap, or one of them has none. From how far members differ
 * alone, so a difference may be smaller still than it looks.
 */
export function areAlike(a: CandidateResult, b: CandidateResult): boolean {
  const first = shown(a).interval.value
  const second = shown(b).interval.value
  if (first === null || second === null) return true
  return first.lower <= second.upper && second.lower <= first.upper
}
