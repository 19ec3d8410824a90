import { z } from 'zod'
import { competencyLabel, type Framework, levelLabel } from '#framework/model.ts'
import type { Example, KeptReading, Likelihood } from './model.ts'
import { scoredText } from './prepare.ts'

/**
 * A judgement: somebody has accepted a translation or said what it should have been. It keeps what was said at the time,
 * so that one can tell later how good the translations were; and, only where the person wants it, their own words.
 */
export interface Judgement {
  id: string
  frameworkId: string
  personId: string
  madeAt: Date
  backend: string
  /** What was said, with everybody's accepted examples and the person's own. */
  said: KeptReading
  /** What the framework's own words alone would have said. */
  alone: KeptReading
  competency: string
  /** Null: the framework has no levels. */
  level: string | null
  /** Null: the person did not want their words to be kept. */
  text: string | null
}

export type ProposalState = 'waiting' | 'accepted' | 'rejected'

/** An example that somebody offers for everybody's translations, and what became of it. */
export interface Proposal {
  id: string
  judgementId: string
  frameworkId: string
  text: string
  competency: string
  level: string | null
  state: ProposalState
  proposedBy: { id: string; name: string }
  proposedAt: Date
  settledBy: string | null
  settledAt: Date | null
  answer: string | null
}

/** One's own judgement with its framework, and what became of it for everybody; null: it was not proposed. */
export interface OwnJudgement {
  judgement: Judgement
  framework: Framework
  proposal: Proposal | null
}

/** An example is one activity in a sentence or two. */
export const MOST_IN_EXAMPLE = 600

const chosen = (what: string) => z.string(`Choose ${what}.`).min(1, `Choose ${what}.`).max(200)
const tick = z
  .union([z.string(), z.boolean()])
  .optional()
  .transform((value) => value === true || value === 'yes')
const words = z
  .string('Write the words as text.')
  .transform((typed) => typed.trim())
  .pipe(z.string().min(1, 'Write what somebody does.').max(MOST_IN_EXAMPLE, tooLong(MOST_IN_EXAMPLE)))

/** The form by which somebody accepts or corrects a translation. */
export const JudgementForm = z.object({
  framework: chosen('a framework'),
  text: words,
  competency: chosen('a competency'),
  level: z
    .string()
    .optional()
    .transform((key) => key || null),
  /** Keep my words. */
  keep: tick,
  /** And propose them for everybody; which keeps them too. */
  propose: tick,
})
export type JudgementForm = z.infer<typeof JudgementForm>

/** The form by which a steward accepts a proposal, as it stands or changed. */
export const AcceptanceForm = z.object({
  text: words,
  competency: chosen('a competency'),
  level: z
    .string()
    .optional()
    .transform((key) => key || null),
})
export type AcceptanceForm = z.infer<typeof AcceptanceForm>

export const RejectionForm = z.object({
  answer: z
    .string('Say why in a sentence.')
    .transform((typed) => typed.trim())
    .pipe(z.string().min(1, 'Say why, so that whoever proposed it knows.').max(600, tooLong(600))),
})

function tooLong(most: number): string {
  return `Use at most ${most} characters.`
}

/** What is wrong with a cell that was chosen, by field; empty when the framework has it. */
export function cellFaults(
  { competencies, scale }: Pick<Framework, 'competencies' | 'scale'>,
  { competency, level }: { competency: string; level: string | null },
): Record<string, string> {
  const faults: Record<string, string> = {}
  if (!competencies.some(({ key }) => key === competency))
    faults.competency = 'This framework has no such competency. Choose one of the list.'
  const known = level === null ? scale.levels.length === 0 : scale.levels.some(({ key }) => key === level)
  if (!known)
    faults.level =
      level === null ? 'Choose a level.' : 'This framework has no such level. Choose one of the list.'
  return faults
}

/** A cell as programs name it, by code and number, in keys; what the framework does not have stays as it was sent. */
export function keysOf(
  { competencies, scale }: Pick<Framework, 'competencies' | 'scale'>,
  { competency, level }: { competency: string; level?: string | number | undefined },
): { competency: string; level: string } {
  const sent = String(level ?? '')
  const named = (one: { key: string; code: string | null }) =>
    one.key === competency.toLowerCase() || one.code?.toLowerCase() === competency.toLowerCase()
  const at = scale.levels.find(({ key, number }, place) => [key, String(number ?? place + 1)].includes(sent))
  return { competency: competencies.find(named)?.key ?? competency, level: at?.key ?? sent }
}

/** How many accepted examples one cell may have, so that no cell outweighs the framework's own words. */
export const MOST_IN_CELL = 12

/** Examples are the same when they differ only in case, blanks and marks. */
export function sameWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Each once, the newest first, and at most so many in a cell. */
export function examplesFrom(
  kept: readonly { text: string; competency: string; level: string | null }[],
  most = MOST_IN_CELL,
): Example[] {
  const seen = new Set<string>()
  const inCell = new Map<string, number>()
  return kept.flatMap(({ text, competency, level }) => {
    const same = sameWords(text)
    const cell = `${competency} ${level}`
    const count = inCell.get(cell) ?? 0
    if (seen.has(same) || count >= most) return []
    seen.add(same)
    inCell.set(cell, count + 1)
    return [{ text, scored: scoredText(text), competencies: [competency], level }]
  })
}

/** "A2 Monitoring and guiding reactions, level 3 Proficient problem-solving"; keys that are gone are said as they are. */
export function cellName(
  framework: Pick<Framework, 'competencies' | 'scale'>,
  { competency, level }: { competency: string; level: string | null },
): string {
  const found = framework.competencies.find(({ key }) => key === competency)
  const at = framework.scale.levels.find(({ key }) => key === level)
  const name = found ? competencyLabel(found) : competency
  if (level === null) return name
  return `${name}, ${at ? (at.number === null ? levelLabel(at) : `level ${levelLabel(at).replace(/^Level /, '')}`) : level}`
}

/** What is kept of a reading: nothing but keys and probabilities, which say nothing of the words. */
export function keptReading({ competencies, levels, band }: KeptReading): KeptReading {
  const plain = (some: readonly Likelihood[]) =>
    some.map(({ key, probability }) => ({ key, probability: Math.round(probability * 1e4) / 1e4 }))
  return { competencies: plain(competencies), levels: plain(levels), band }
}
