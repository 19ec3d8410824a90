/** The framework's words beside a question of a scorecard: its levels, what is needed on the first day and later. */
import { type Framework, indicatorsAt, type Level } from '#framework/model.ts'
import type { Candidate, Criterion, PanelMember, Question, Scorecard, Vacancy } from '../model.ts'

/** What the page of a scorecard shows. */
export interface CardShown {
  vacancy: Vacancy
  criteria: Criterion[]
  panel: PanelMember[]
  questions: Question[]
  candidate: Candidate
  card: Scorecard | null
  savedAt: Date | null
  frameworks: Map<string, Framework>
  part: { oversees: boolean }
  /** Why nothing can be written; null: it can. */
  obstacle: string | null
}

export interface QuestionWords {
  competency: string
  must: boolean
  levels: (Pick<Level, 'key' | 'number' | 'name'> & { texts: string[] })[]
  /** What must be there on the first day, and the full level with the months in which it is learned. */
  entryLevel: string | null
  fullLevel: string
  months: number | null
}

/** A framework that is gone leaves the names, without levels. */
export function wordsFor(
  { criteria, frameworks }: Pick<CardShown, 'criteria' | 'frameworks'>,
  question: Pick<Question, 'criterion'>,
): QuestionWords {
  const criterion = criteria.find(({ id }) => id === question.criterion)
  const framework = frameworks.get(criterion?.framework ?? '')
  const competency = framework?.competencies.find(({ key }) => key === criterion?.competency)
  const levels = (framework?.scale.levels ?? []).map(({ key, number, name }) => ({
    ...{ key, number, name },
    texts: competency ? indicatorsAt(competency, key).map(({ text }) => text) : [],
  }))
  return {
    competency: criterion?.name ?? '',
    must: criterion?.must ?? false,
    levels,
    entryLevel: criterion?.entryLevel ?? null,
    fullLevel: criterion?.level ?? '',
    months: criterion?.months ?? null,
  }
}
