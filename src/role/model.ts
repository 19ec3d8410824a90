/**
 * Role: what a job needs, whoever holds it. A role has profiles, one version after another; a profile asks for competencies
 * of one or several frameworks, each at a level. This file owns the nouns; levels are keys of the framework's scale.
 */
import { z } from 'zod'

export interface Role {
  id: string
  title: string
  /** What the job is there for. */
  purpose: string | null
  teamId: string | null
  madeAt: Date
  closedAt: Date | null
  /** Counts the changes. */
  version: number
  /** Who made it; null: nobody among the people. */
  madeBy: string | null
}

/** What an incumbent says of a statement about the job. No answer: they have not said. */
export const JOB_ANSWERS = ['entry', 'learned', 'not'] as const
export type JobAnswer = (typeof JOB_ANSWERS)[number]

/** What people read for each answer. */
export const JOB_ANSWER_WORDS: Record<JobAnswer, { label: string; short: string }> = {
  entry: { label: 'The job needs it from the first day', short: 'From the first day' },
  learned: { label: 'The job needs it, and one learns it in the job', short: 'Learned in the job' },
  not: { label: 'The job does not use it', short: 'Not used' },
}

export const IMPORTANCES = [1, 2, 3] as const
export type Importance = (typeof IMPORTANCES)[number]
export const IMPORTANCE_WORDS: Record<Importance, string> = { 1: 'Useful', 2: 'Important', 3: 'Essential' }

/** One competency that the job needs. */
export interface Requirement {
  id: string
  /** The framework's id. */
  framework: string
  /** The competency's key. */
  competency: string
  /** The level that the job uses at most. */
  level: string
  /** The level somebody must bring on the first day; null: none, it is all learned in the job. */
  entryLevel: string | null
  /** Months from the first day to the full level; null: not said. */
  months: number | null
  importance: Importance
  /** A must-have: no strength elsewhere makes up for it. */
  must: boolean
  /** Which analysis it comes from; null: it was set by hand. */
  analysis: string | null
  why: string | null
  /** The framework's words when it was set: they can be read even when the framework has changed since. */
  words: RequirementWords
}

export interface RequirementWords {
  /** The framework's title. */
  framework: string
  /** With its code. */
  competency: string
  /** The names of the levels; null: none is needed at entry. */
  level: string
  entryLevel: string | null
  /** What people do at the full level. */
  statements: string[]
}

/** One version of what the job needs. */
export interface RoleProfile {
  id: string
  roleId: string
  /** 1, 2, … */
  number: number
  note: string | null
  madeAt: Date
  /** Null: a draft, which may still change. */
  agreedAt: Date | null
  agreedBy: string | null
  /** Counts the changes of a draft. */
  version: number
  requirements: Requirement[]
}

const tidy = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ').trim()

const title = z
  .string('Give the title of the role.')
  .transform(tidy)
  .pipe(z.string().min(2, 'Give the title of the role.').max(200, 'Use at most 200 characters.'))

const purpose = z
  .string()
  .nullish()
  .transform((text) => tidy(text ?? '') || null)
  .pipe(z.string().max(1000, 'Use at most 1,000 characters.').nullable())

/** An empty choice is none. */
const team = z
  .string()
  .nullish()
  .transform((text) => text || null)
  .pipe(z.uuid('Choose one of the list.').nullable())

/** A role, as a form or a program gives it. */
export const RoleInput = z.object({ title, purpose, teamId: team })
export type RoleInput = z.infer<typeof RoleInput>
