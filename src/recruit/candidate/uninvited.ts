/** Those who have only applied, and what came of telling them together. */
import type { Candidate, Vacancy } from '../model.ts'
import type { LookedOver } from './looked-over.ts'

/** As many are told at one time: a few seconds of work. */
export const BATCH = 500

export interface Uninvited {
  vacancy: Vacancy
  /** Those of the next batch, the first who applied first. */
  those: Pick<Candidate, 'id' | 'name' | 'email'>[]
  /** How many there are in all. */
  all: number
  draft: LookedOver
}

export interface Told {
  /** To whom a mail went. */
  mailed: number
  /** Who was moved without one. */
  silent: number
  /** Whose standing had changed since the form was shown: nothing was done to them. */
  left: { id: string; name: string; stands: string }[]
}

/** The ids that a form names; what can be none is left out. */
export function idsIn(text: string): string[] {
  return text.split(',').filter((one) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(one))
}
