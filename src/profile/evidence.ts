/**
 * Evidence: what was seen of a person, on which day and by whom, for or against a competency at a level. An entry is never
 * changed: it is corrected by a new one that names it, or withdrawn with the reason. It never lowers a level by itself.
 */

import { z } from 'zod'
import { isDay } from '#people/day.ts'
import type { Cell } from './story.ts'

export const STANCES = ['for', 'against'] as const
export type Stance = (typeof STANCES)[number]

export const STANCE_WORDS: Record<Stance, string> = {
  for: 'Speaks for this level',
  against: 'Speaks against this level',
}

interface Named {
  id: string
  name: string
}

export interface EvidenceAnswer {
  text: string
  writtenAt: Date
}

export interface Evidence extends Cell {
  id: string
  /** Whose profile it stands in. */
  person: Named
  frameworkId: string
  stance: Stance
  /** The day on which it was seen. */
  seenOn: string
  /** What was seen. */
  text: string
  /** Who saw it, where it was not whoever wrote it; `id` is null for a name that was only typed. */
  seenBy: { id: string | null; name: string } | null
  link: string | null
  writtenBy: Named
  writtenAt: Date
  /** The entry that this one takes the place of, and the one that took the place of this one. */
  corrects: string | null
  correctedBy: string | null
  withdrawn: { at: Date; reason: string } | null
  /** What the person says to it, the oldest first. */
  answers: EvidenceAnswer[]
}

/** Whether an entry still says something: it was neither withdrawn nor corrected. */
export function stands({ withdrawn, correctedBy }: Pick<Evidence, 'withdrawn' | 'correctedBy'>): boolean {
  return withdrawn === null && correctedBy === null
}

/** Whether somebody else than the person wrote it. */
export function isByOthers({ person, writtenBy }: Pick<Evidence, 'person' | 'writtenBy'>): boolean {
  return person.id !== writtenBy.id
}

const MOST = 2000
const MOST_IN_LINK = 500

const line = (most: number) =>
  z
    .string()
    .nullish()
    .transform((typed) => (typed ?? '').normalize('NFC').replace(/\s+/gu, ' ').trim())
    .pipe(z.string().max(most, `Use at most ${most} characters.`))
    .transform((typed) => typed || null)

const words = (missing: string) =>
  z
    .string(missing)
    .transform((typed) => typed.normalize('NFC').replaceAll('\r\n', '\n').replaceAll('\u0000', '').trim())
    .pipe(
      z
        .string()
        .min(1, missing)
        .max(MOST, `Use at most ${MOST.toLocaleString('en-GB')} characters.`),
    )

const chosen = (what: string) => z.string(`Choose ${what}.`).min(1, `Choose ${what}.`).max(200)

export const EvidenceForm = z.object({
  framework: chosen('a framework'),
  competency: chosen('a competency'),
  level: chosen('a level'),
  stance: z.enum(STANCES, 'Choose whether it speaks for the level or against it.'),
  seenOn: z
    .string('Give the day on which it was seen.')
    .trim()
    .refine(isDay, 'Give the day as year, month and day, such as 2026-05-03.'),
  text: words('Write what was seen: what was done or said, not what somebody is like.'),
  /** The name of whoever saw it; null: whoever writes. */
  seenBy: line(120),
  link: line(MOST_IN_LINK).refine(
    (typed) => typed === null || isWebAddress(typed),
    'Give a whole address that begins with https:// or http://, or leave it empty.',
  ),
})
export type EvidenceForm = z.infer<typeof EvidenceForm>

/** Addresses that a browser may follow without running anything. */
export function isWebAddress(typed: string): boolean {
  const url = URL.parse(typed)
  return url !== null && ['http:', 'https:'].includes(url.protocol) && url.username === ''
}

export const WithdrawalForm = z.object({
  reason: words('Say why, so that whoever has read it knows.'),
})

export const AnswerForm = z.object({ text: words('Write what you want to say to it.') })
