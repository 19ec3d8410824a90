/** A job analysis: several who do the job are asked what it needs. Each answers alone; then all of it is looked at together. */
import type { JobAnswer } from './model.ts'

export interface Analysis {
  id: string
  roleId: string
  frameworkId: string
  openedAt: Date
  /** Null: answers are still taken. */
  closedAt: Date | null
  openedBy: string | null
  /** How many answered whose answers were erased with all else about them. */
  erased: number
}

/** Somebody who was asked. */
export interface Incumbent {
  personId: string
  name: string
  /** In the job when they were asked; null: not known. */
  months: number | null
  askedAt: Date
  /** Null: they are still answering. */
  submittedAt: Date | null
  /** Statements answered so far. */
  answered: number
  /** They are no longer in the organisation. */
  hasLeft: boolean
}

export interface AnalysisCard extends Analysis {
  /** The framework's title. */
  framework: string
  incumbents: Incumbent[]
}

export interface Settlement {
  statementId: string
  answer: JobAnswer
  reason: string
  by: string | null
  at: Date
}

const hasAnswered = ({ submittedAt }: Incumbent) => submittedAt !== null

/** Alone first, then together: what was said can be seen once it is closed, or once everybody has said it. */
export function isOpenToLook({
  closedAt,
  incumbents,
}: Pick<AnalysisCard, 'closedAt' | 'incumbents'>): boolean {
  if (closedAt !== null) return true
  return incumbents.length > 0 && incumbents.every(hasAnswered)
}

/** Those who asked may look when all have answered; those who answered, when it is closed. */
export function maySeeAnswers(
  analysis: Pick<AnalysisCard, 'closedAt' | 'incumbents'>,
  { person, edits }: { person: string | null; edits: boolean },
): boolean {
  if (edits) return isOpenToLook(analysis)
  const isOne = analysis.incumbents.some((one) => one.personId === person && hasAnswered(one))
  return isOne && analysis.closedAt !== null
}

/** An incumbent's answers may be changed until somebody else may see them. */
export function mayAnswer(analysis: Pick<AnalysisCard, 'closedAt' | 'incumbents'>, person: string): boolean {
  return analysis.incumbents.some(({ personId }) => personId === person) && !isOpenToLook(analysis)
}

/** That it was asked at all, and who was: those who may change the role, and those who were asked. */
export function maySeeAnalysis(
  { incumbents }: Pick<AnalysisCard, 'incumbents'>,
  { person, edits }: { person: string | null; edits: boolean },
): boolean {
  return edits || incumbents.some(({ personId }) => personId === person)
}
