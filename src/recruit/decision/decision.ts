/**
 * What is decided about candidates, by whom, on what; and who put their name to it. A later decision replaces an earlier one and
 * never overwrites it. Levels are keys of a criterion's framework; null always means "not known" or "none", never a value.
 */
import { z } from 'zod'
import type { SealedContent } from '../chain.ts'
import type { Outcome } from '../model.ts'
import type { Gate } from '../rating/combine.ts'

/** From the lowest to the highest that members gave; both are the same where they agree. */
export interface Span<T> {
  from: T
  to: T
}

/** What stood about one assessed competency of one candidate when it was decided. */
export interface CriterionBasis {
  criterion: string
  /** From 0 to 100 of the scale, as given alone; null: nobody rated it. */
  alone: number | null
  /** With what the panel agreed; null: nothing was agreed about the candidate, or nobody rated it. */
  together: number | null
  /** Points between the highest and the lowest rating given alone, in the question where they are furthest apart. */
  spread: number | null
  /** Shown now: agreed, or else the middle one of those given (the lower of two). */
  level: string | null
  levels: Span<string> | null
  /** Of a must-have whether it is met; null: it is none. */
  gate: Gate | null
  /** Until the full level is reached, as estimated. */
  months: Span<number> | null
}

/** A combination as it stood: points of 100, and its 95 % interval; null: not known. */
export interface CombinedBasis {
  score: number | null
  interval: { lower: number; upper: number } | null
}

/** What a decision stood on: ids and numbers alone, so that it may stay when words and names are erased. */
export interface DecisionBasis {
  /** Whose cards counted. */
  members: string[]
  /** Who was on the panel and had given no card. */
  missing: string[]
  /** Null: there was no card. */
  alone: CombinedBasis | null
  /** Null: nothing was agreed. */
  together: CombinedBasis | null
  criteria: CriterionBasis[]
}

export interface Decision {
  id: string
  vacancyId: string
  candidateId: string
  outcome: Outcome
  /** In the reserve: who is asked first is 1. */
  place: number | null
  reason: string
  /** Why, in spite of what was open when it was decided (see `openPoints`); null: nothing was, or nobody was taken. */
  despite: string | null
  /** Why an earlier decision was replaced; null: it is the first. */
  changes: string | null
  basis: DecisionBasis
  madeBy: string
  madeAt: Date
  sealNumber: number
}

export const OUTCOME_WORDS: Record<Outcome, string> = {
  offer: 'Offered the job',
  reserve: 'In reserve',
  no: 'Not taken',
}

/** A name below the decision. */
export interface Signature {
  id: string
  personId: string
  signedAt: Date
  /** Where somebody signs with another opinion: that opinion. */
  dissent: string | null
  /** The seal of the last decision that stood when it was signed. */
  upTo: number
  sealNumber: number
}

const words = z
  .string()
  .max(2000, 'Use at most 2,000 characters.')
  .nullish()
  .transform((given) => given?.normalize('NFC').replace(/\r\n?/g, '\n').trim() ?? '')

/** The whole sheet: one entry for each candidate about whom something is to be decided. */
export const SheetInput = z.object({
  seen: z
    .int()
    .min(0)
    .describe('The number of the last seal of the vacancy that was looked at; another one: look again'),
  entries: z
    .array(
      z.object({
        candidate: z.uuid('Name a candidate of this vacancy.').transform((id) => id.toLowerCase()),
        outcome: z.enum(['offer', 'reserve', 'no']).nullable(),
        place: z
          .int('Give the order as a whole number.')
          .min(1, 'Give the order as 1, 2, 3.')
          .max(999, 'Give the order as 1, 2, 3.')
          .nullable()
          .describe('The order in the reserve; null for the others'),
        reason: words.describe('What was heard that speaks for this'),
        despite: words.describe('Why in spite of what is open about somebody who is taken; else empty'),
      }),
    )
    .max(500),
  changes: words.describe('Why an earlier decision is replaced; empty: there is none'),
})
export type SheetInput = z.infer<typeof SheetInput>
export type SheetEntry = SheetInput['entries'][number]

export const DissentInput = z.object({ dissent: words.transform((given) => given || null) })

/** Nobody signs what they have not read: a form and a program say which decision it was. */
export const SignatureInput = DissentInput.extend({
  upTo: z
    .int('Say the seal of the last decision that you have read.')
    .min(1)
    .describe('The seal of the last decision that you have read; when another stands there now, read again'),
})

/** What is sealed of a decision: what was chosen and what it stood on for ever, what was written by seals alone. */
export function sealedDecision(
  one: Pick<Decision, 'candidateId' | 'outcome' | 'place' | 'basis' | 'reason' | 'despite' | 'changes'>,
): SealedContent {
  const { candidateId, outcome, place, basis, reason, despite, changes } = one
  return {
    body: { candidate: candidateId, outcome, place, basis },
    texts: { reason, ...(despite !== null && { despite }), ...(changes !== null && { changes }) },
  }
}

export function sealedSignature({ upTo, dissent }: Pick<Signature, 'upTo' | 'dissent'>): SealedContent {
  return { body: { upTo }, texts: dissent === null ? {} : { dissent } }
}

/** What holds now, by the candidate. `all`: in any order. */
export function latestDecisions(all: readonly Decision[]): Map<string, Decision> {
  const inOrder = all.toSorted((a, b) => a.sealNumber - b.sealNumber)
  return new Map(inOrder.map((one) => [one.candidateId, one]))
}

/** The seal of the last decision; 0: nothing is decided. */
export function lastDecided(all: readonly Pick<Decision, 'sealNumber'>[]): number {
  return Math.max(0, ...all.map(({ sealNumber }) => sealNumber))
}

/** The signatures below the decision as it stands now, by the person; those below an earlier one do not count for it. */
export function standingSignatures(
  all: readonly Signature[],
  decisions: readonly Pick<Decision, 'sealNumber'>[],
): Map<string, Signature> {
  const last = lastDecided(decisions)
  const holding = all.filter(({ upTo }) => last > 0 && upTo === last)
  return new Map(holding.map((one) => [one.personId, one]))
}
