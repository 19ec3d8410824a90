/**
 * Profile: a person's own picture of what they do, can do and want to do, in a framework's words. It belongs to the person
 * alone; others see what the person shares, and nothing else.
 */
import { z } from 'zod'

/** What somebody says of a statement about themselves. A statement that has no answer is not a "no". */
export const ANSWERS = ['now', 'develop', 'seldom', 'later', 'not'] as const
export type Answer = (typeof ANSWERS)[number]

/** What people read for each answer. */
export const ANSWER_WORDS: Record<Answer, { label: string; short: string }> = {
  now: { label: 'I use it often now', short: 'Use now' },
  develop: { label: 'I want to develop it for this job', short: 'Want to develop' },
  seldom: { label: 'I have it but seldom use it here', short: 'Seldom use' },
  later: { label: 'I want it for a later job', short: 'For later' },
  not: { label: 'It does not apply to me', short: 'Does not apply' },
}

/** A round of answering the statements of one framework about oneself. */
export interface Workbook {
  id: string
  personId: string
  frameworkId: string
  startedAt: Date
  /** Of the last answer. */
  changedAt: Date
  /** Null: it is still being answered. */
  finishedAt: Date | null
  /** The statements come in mixed order, else competency by competency. */
  mixed: boolean
}

/** What was said of one statement, with its words and place as they were then. */
export interface StatementAnswer {
  statementId: string
  text: string
  competency: string
  /** Keys of further competencies that the statement counts for. */
  also: string[]
  level: string
  answer: Answer
  answeredAt: Date
}

/** Something that a person does, in their own words, in its place. It counts as a statement of that level does. */
export interface Activity {
  id: string
  text: string
  competency: string
  level: string
  answer: Exclude<Answer, 'not'>
  /** Who put it there: Translate, and nobody has moved it since; or the person. */
  placedBy: 'translate' | 'person'
  madeAt: Date
}

/** What somebody types of an activity, before it is placed. */
export const ActivityText = z
  .string('Say what you do.')
  .transform((text) => text.normalize('NFC').replace(/\s+/gu, ' ').trim())
  .pipe(z.string().min(3, 'Say what you do, in a few words.').max(600, 'Use at most 600 characters.'))

/**
 * What a person's answers say of one competency. Levels are places on the framework's scale from 1; 0: every level was
 * answered, and none is reached; null: not known, since nothing was answered, or levels are left that nobody answered.
 */
export interface LevelsOf {
  framework: string
  competency: string
  /** The level that the person uses in the job. */
  uses: number | null
  /** The level that the person can, used or not: never below `uses`. */
  can: number | null
  /** What the person wants for this job: never below `can`. */
  stretch: number | null
  /** Whether enough was answered to rely on it; see docs/methods/profile.md. */
  firm: boolean
  asOf: Date
}
