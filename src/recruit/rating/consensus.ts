/** What the panel agrees together about one answer: beside what each gave alone, never over it. */
import { z } from 'zod'
import type { SealedContent } from '../chain.ts'

export interface Consensus {
  id: string
  candidateId: string
  question: string
  /** Null: the panel agreed that it cannot be rated. */
  rating: number | null
  level: string | null
  months: number | null
  reason: string
  madeBy: string
  madeAt: Date
  sealNumber: number
}

export const ConsensusInput = z.object({
  rating: z.int('Choose the rating that you agree on, or that it cannot be rated.').min(1).max(9).nullable(),
  level: z.string().max(60).nullable(),
  months: z.int('Give the months as a whole number.').min(0).max(120, 'Give at most 120 months.').nullable(),
  reason: z
    .string()
    .transform((given) => given.normalize('NFC').trim())
    .pipe(
      z.string().min(3, 'Write why the panel agrees on this.').max(2000, 'Use at most 2,000 characters.'),
    ),
})
export type ConsensusInput = z.infer<typeof ConsensusInput>

export function sealedConsensus(
  one: Omit<Consensus, 'sealNumber' | 'id' | 'madeBy' | 'madeAt'>,
): SealedContent {
  const { candidateId, question, rating, level, months, reason } = one
  return { body: { candidate: candidateId, question, rating, level, months }, texts: { reason } }
}
