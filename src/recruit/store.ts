import type { ColumnType, JSONColumnType } from 'kysely'
import type { SealKind } from './chain.ts'
import type { Feedback } from './feedback/feedback.ts'
import type { AfterMonths } from './ledger/outcome.ts'
import type { Outcome, Points, QuestionKind, Quote, Reached, Stage, VacancyState } from './model.ts'

interface Row {
  organization_id: string
}

/** Written once, never changed. */
type Once<T> = ColumnType<T, T, never>
type Counted = ColumnType<number, number | undefined, number>

/** The tables of migrations/0014-recruit.sql. */
export interface RecruitTables {
  vacancy: Row & {
    id: string
    title: string
    role_id: Once<string>
    profile_id: Once<string>
    purpose: string
    places: number
    apply_until: string | null
    decide_by: string | null
    keep_months: number
    state: VacancyState
    questions_before: number | null
    jurisdiction: string
    link: string | null
    fixed_at: Date | null
    made_by: string | null
    made_at: Once<Date>
    version: Counted
  }
  vacancy_criterion: Row & {
    id: string
    vacancy_id: string
    position: number
    framework_id: string
    competency_key: string
    name: string
    entry_level_key: string | null
    level_key: string
    months: number | null
    must: boolean
    assessed: boolean
    weight: number | null
  }
  vacancy_panel: Row & {
    vacancy_id: string
    person_id: string
    is_chair: boolean
    prepared_at: Date | null
    left_at: Date | null
  }
  question_bank: Row & {
    id: string
    family: Once<string>
    number: Once<number>
    framework_id: string
    competency_key: string
    kind: QuestionKind
    text: string
    probes: string[]
    made_by: string | null
    made_at: Once<Date>
    retired_at: Date | null
  }
  vacancy_question: Row & {
    id: string
    vacancy_id: string
    criterion_id: string
    position: number
    kind: QuestionKind
    text: string
    probes: string[]
    asked_by: string | null
    points: Points
    source: 'framework' | 'bank' | 'own'
    bank_id: string | null
  }
  question_anchor: Row & {
    id: string
    question_id: string
    from_point: number
    to_point: number
    label: string
    texts: string[]
    level_key: string | null
  }
  candidate: Row & {
    id: string
    vacancy_id: Once<string>
    name: string
    email: string | null
    letter: string | null
    accommodation: string | null
    notice: string
    page_hash: string | null
    stage: Stage
    reached: ColumnType<Reached, Reached | undefined, Reached>
    applied_at: Once<Date>
    withdrawn_at: Date | null
    erased_at: Date | null
    person_id: string | null
  }
  candidate_voluntary: Row & { candidate_id: string; dimension: string; answer: string }
  candidate_count: Row & {
    vacancy_id: string
    dimension: string
    answer: string
    reached: Reached
    refused: boolean
    count: number
  }
  interview: Row & {
    id: string
    candidate_id: string
    starts_at: Date
    minutes: number
    zone: ColumnType<string, string | undefined, string>
    place: string
    sequence: Counted
    cancelled_at: Date | null
  }
  scorecard: Row & {
    id: string
    candidate_id: string
    person_id: string
    started_at: Once<Date>
    submitted_at: Date | null
    seal_number: number | null
  }
  scorecard_entry: Row & {
    scorecard_id: string
    question_id: string
    rating: number | null
    no_response: ColumnType<boolean, boolean | undefined, boolean>
    skipped: string | null
    extra_probe: string | null
    notes: string | null
    quotes: JSONColumnType<Quote[]>
    level_key: string | null
    months: number | null
    changed_at: Date
    revision: Counted
  }
  scorecard_sight: Row & { candidate_id: Once<string>; person_id: Once<string>; seen_at: Once<Date> }
  consensus: Row & {
    id: string
    candidate_id: string
    question_id: string
    rating: number | null
    level_key: string | null
    months: number | null
    reason: string
    made_by: string
    made_at: Once<Date>
    seal_number: number
  }
  hiring_decision: Row & {
    id: string
    vacancy_id: string
    candidate_id: string
    outcome: Outcome
    place: number | null
    reason: string
    despite: string | null
    changes: string | null
    basis: JSONColumnType<object>
    made_by: string
    made_at: Once<Date>
    seal_number: number
  }
  decision_signature: Row & {
    id: string
    vacancy_id: string
    person_id: string
    signed_at: Once<Date>
    dissent: string | null
    up_to: number
    seal_number: number
  }
  onboarding: Row & {
    id: string
    vacancy_id: string
    candidate_id: string
    person_id: string
    starts_on: string
    goals: JSONColumnType<object>
    made_by: string | null
    made_at: Once<Date>
  }
  recruit_seal: Row & {
    vacancy_id: string
    number: number
    kind: SealKind
    thing_id: string
    person_id: string | null
    at: Once<Date>
    body: JSONColumnType<object>
    text_seals: JSONColumnType<Record<string, string>>
    salt: string | null
    previous_seal: string
    seal: string
  }
  hiring_outcome: Row & {
    id: string
    candidate_id: string
    criterion_id: string
    after_months: AfterMonths
    level_key: string | null
    rated_by: string | null
    rated_at: Date
  }
  hiring_outcome_asked: Row & { candidate_id: string; after_months: AfterMonths; asked_at: Once<Date> }
  candidate_feedback: Row & {
    candidate_id: string
    content: JSONColumnType<Feedback>
    changed_by: string | null
    changed_at: Date
    version: Counted
    sent_at: Date | null
  }
  vacancy_counted: Row & { vacancy_id: string; counted_at: Once<Date> }
  unlawful_topic: Row & { jurisdiction: string; id: string; words: string[]; says: string }
}
