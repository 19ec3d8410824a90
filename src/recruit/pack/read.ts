/** The chapters of a pack as the things that they tell of, so that everything can be worked out again from the file alone. */

import type { SealedContent } from '../chain.ts'
import { sealedDecision, sealedSignature } from '../decision/decision.ts'
import { sealedKit } from '../kit/sealed.ts'
import type { Criterion, Question, Scorecard } from '../model.ts'
import { sealedContent } from '../rating/card.ts'
import { type Consensus, sealedConsensus } from '../rating/consensus.ts'
import type { Pack, PackCard } from './pack.ts'

export type Kit = { criteria: Criterion[]; questions: Question[] }

export function kitOf({ criteria, questions }: Pick<Pack, 'criteria' | 'questions'>): Kit {
  return { criteria, questions }
}

export function scorecardOf({ id, candidate, person, at, number, entries }: PackCard): Scorecard {
  const submittedAt = new Date(at)
  return {
    ...{ id, candidateId: candidate, personId: person, startedAt: submittedAt, submittedAt },
    sealNumber: number,
    entries: entries.map((entry) => ({
      ...entry,
      // The time stands in front of the words, as it was sealed.
      quotes: entry.quotes.map((text) => ({ text, at: '' })),
      revision: 0,
    })),
  }
}

/** In the order of the chain, in which the later one holds. */
export function consensusOf(agreed: Pack['agreed']): Consensus[] {
  const all = agreed.map(({ candidate, person, at, number, reason, ...one }) => ({
    ...{ id: one.id, candidateId: candidate, question: one.question, rating: one.rating },
    ...{ level: one.level, months: one.months, reason: reason ?? '' },
    ...{ madeBy: person, madeAt: new Date(at), sealNumber: number },
  }))
  return all.toSorted((a, b) => a.sealNumber - b.sealNumber)
}

/** What a chapter says that stands in the chain. */
export interface Told {
  kind: 'card' | 'consensus' | 'decision' | 'signature'
  thing: string
  person: string
  at: string
  number: number
  erased: boolean
  content: SealedContent
}

/** All that the chapters tell of the chain's things, the kit aside. */
export function toldIn({ cards, agreed, decisions, signatures }: Pack): Told[] {
  return [
    ...cards.map((one) => told('card', one, sealedContent(scorecardOf(one)))),
    ...agreed.map((one) => told('consensus', one, sealedConsensus(withCandidate(one)))),
    ...decisions.map((one) => told('decision', one, sealedDecision(withCandidate(one)))),
    ...signatures.map((one) => told('signature', one, sealedSignature(one))),
  ]
}

const withCandidate = <T extends { candidate: string; reason: string | null }>(one: T) => ({
  ...{ ...one, candidateId: one.candidate, reason: one.reason ?? '' },
})

function told(
  kind: Told['kind'],
  { id, person, at, number, erased }: Omit<Told, 'kind' | 'thing' | 'content'> & { id: string },
  { body, texts }: SealedContent,
): Told {
  // What was erased stands as no words at all.
  const left = Object.entries(texts).filter(([, text]) => !erased || text !== '')
  return {
    ...{ kind, thing: id, person, at, number, erased },
    content: { body, texts: Object.fromEntries(left) },
  }
}

/** The kit as it must have been sealed. */
export function kitTold({ job, criteria, questions }: Pack): SealedContent {
  return sealedKit({ vacancy: { profileId: job.profile.id }, criteria, questions })
}
