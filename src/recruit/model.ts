/**
 * Recruit: from what a job needs to a decision that can be defended. A vacancy freezes one version of a role's profile; its kit
 * asks every candidate the same questions with the same anchors; each panel member rates alone, then all together. This file
 * owns the nouns. Levels are keys of a framework's scale; null always means "not said" or "none", never a value.
 */

export const VACANCY_STATES = ['planned', 'open', 'interviews', 'decided', 'closed'] as const
export type VacancyState = (typeof VACANCY_STATES)[number]

export const STATE_WORDS: Record<VacancyState, string> = {
  planned: 'Being prepared',
  open: 'Open for applications',
  interviews: 'Interviews',
  decided: 'Decided',
  closed: 'Closed',
}

export interface Vacancy {
  id: string
  /** As candidates read it. */
  title: string
  roleId: string
  /** The frozen version of the role's profile. */
  profileId: string
  purpose: string
  places: number
  applyUntil: string | null
  decideBy: string | null
  keepMonths: number
  state: VacancyState
  /** Minutes before the interview at which candidates get the questions; null: they do not. */
  questionsBefore: number | null
  jurisdiction: string
  /** The last part of the address at which people apply; null: nobody applies by link. */
  link: string | null
  /** From here on criteria, weights, questions and anchors stay as they are. */
  fixedAt: Date | null
  madeBy: string | null
  madeAt: Date
  version: number
}

/** A competency of the profile in this vacancy, as the profile had it when the vacancy was made. */
export interface Criterion {
  id: string
  framework: string
  competency: string
  name: string
  /** What must be there on the first day; null: it is learned in the job. */
  entryLevel: string | null
  level: string
  months: number | null
  must: boolean
  /** The weight in the combination where it is assessed; null: it becomes a goal of the first months. */
  weight: number | null
}

export const POINTS = [5, 7, 9] as const
export type Points = (typeof POINTS)[number]

export const QUESTION_KINDS = ['past', 'situation'] as const
export type QuestionKind = (typeof QUESTION_KINDS)[number]

export interface Question {
  id: string
  criterion: string
  /** `past`: what somebody did; `situation`: what they would do, where experience is not expected. */
  kind: QuestionKind
  text: string
  /** The same neutral ones for everybody. */
  probes: string[]
  /** The person who asks it of every candidate. */
  askedBy: string | null
  points: Points
  source: 'framework' | 'bank' | 'own'
  /** From the lowest range to the highest. */
  anchors: Anchor[]
}

/** A range of the rating, its name, and what an answer in it sounds like. */
export interface Anchor {
  from: number
  to: number
  label: string
  texts: string[]
  level: string | null
}

export interface PanelMember {
  personId: string
  name: string
  isChair: boolean
  preparedAt: Date | null
  leftAt: Date | null
}

export const STAGES = [
  'applied',
  'invited',
  'interviewed',
  'offered',
  'hired',
  'refused',
  'declined',
] as const
export type Stage = (typeof STAGES)[number]

/** The stages on the way to being hired, in their order. */
export const WAY = ['applied', 'invited', 'interviewed', 'offered', 'hired'] as const
export type Reached = (typeof WAY)[number]

export interface Candidate {
  id: string
  vacancyId: string
  name: string
  email: string | null
  letter: string | null
  accommodation: string | null
  notice: string
  stage: Stage
  appliedAt: Date
  withdrawnAt: Date | null
  erasedAt: Date | null
  /** When hired and entered among the people. */
  personId: string | null
}

/** What one panel member noted of one answer. */
export interface Entry {
  question: string
  /** Null: not rated. */
  rating: number | null
  /** The candidate had no answer; that is not the lowest rating. */
  noResponse: boolean
  /** Why the question was not asked. */
  skipped: string | null
  /** A probe that was not in the kit. */
  extraProbe: string | null
  notes: string | null
  quotes: Quote[]
  level: string | null
  /** Months until the target level is reached, as this member estimates. */
  months: number | null
  /** Counts what was sent, so that nothing is taken twice and nothing old overwrites. */
  revision: number
}

/** What the candidate said, and the time at which it was written down. */
export interface Quote {
  text: string
  at: string
}

export interface Scorecard {
  id: string
  candidateId: string
  personId: string
  startedAt: Date
  /** Set: it is locked for ever. */
  submittedAt: Date | null
  /** Its place in the vacancy's chain; null until it is submitted. */
  sealNumber: number | null
  entries: Entry[]
}

/** What is decided about a candidate. */
export type Outcome = 'offer' | 'reserve' | 'no'
