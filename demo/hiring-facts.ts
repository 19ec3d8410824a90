/** What is told of a vacancy of the example: who came, what was rated, agreed and decided. Days count back from today. */
import type { Outcome, Stage } from '../src/recruit/model.ts'

export interface DemoCandidate {
  key: string
  name: string
  appliedDaysAgo: number
  /** Entered by whoever recruits; absent: by the link. */
  isByHand?: boolean
  letter: string | null
  accommodation: string | null
  /** Of their own will, by dimension. */
  said: Record<string, string>
  /** Before anything is decided. */
  stage: Extract<Stage, 'applied' | 'invited' | 'interviewed' | 'refused'>
  /** Null: they were not. */
  invitedDaysAgo: number | null
  interview: { daysAgo: number; time: string } | null
  refusedDaysAgo?: number
  withdrewDaysAgo?: number
}

export interface DemoAgreed {
  candidate: string
  /** How the key of the competency that is asked about begins. */
  question: string
  rating: number
  level: string
  months: number
  by: string
  daysAgo: number
  reason: string
}

export interface DemoDecision {
  by: string
  daysAgo: number
  /** By candidate. */
  entries: Record<string, { outcome: Outcome; place?: number; reason: string }>
}

export interface DemoLetter {
  candidate: string
  daysAgo: number
  isSent: boolean
  /** The competency beside which stands what they said of it; null: none. */
  quoted: string | null
  words: { closing: string }
}

export interface Hiring {
  /** Of vacancies.ts. */
  vacancy: string
  /** Who looks after the candidates. */
  by: string
  linkDaysAgo: number
  room: string
  /** How long an interview is. */
  minutes: number
  candidates: DemoCandidate[]
  /** Submitted cards by candidate and member, as hiring-cards.ts reads them. */
  cards: Record<string, Record<string, string>>
  /** Begun and not submitted. */
  halfDone?: { by: string; cards: Record<string, string> }
  agreed: DemoAgreed[]
  decision: DemoDecision | null
  signatures: { by: string; daysAgo: number; dissent: string | null }[]
  /** Who is told what after the decision, in the order of time; null: when who is hired is entered among the people. */
  after: { candidate: string; stage: Stage; daysAgo: number | null }[]
  letters: DemoLetter[]
}
