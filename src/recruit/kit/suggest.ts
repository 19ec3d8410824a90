/** Questions to begin with: the framework's own, then the organisation's, else one made from the competency's name. */
import { type Competency, type Framework, statementsOf } from '#framework/model.ts'
import type { Criterion, Points, Question, QuestionKind } from '../model.ts'
import { anchorsFor } from './anchors.ts'

/** Asked where an answer leaves it open; the same for everybody, in this order. They name no behaviour, so they lead nowhere. */
const PROBES: Record<QuestionKind, string[]> = {
  past: [
    'What was the situation?',
    'What did you do or say yourself?',
    'What came of it? How did that turn out?',
  ],
  situation: [
    'What would you look at first?',
    'What would you do or say then?',
    'How would you know whether it had worked?',
  ],
}

export const firstProbes = (kind: QuestionKind): readonly string[] => PROBES[kind]

/** A question of the organisation's bank. */
export interface BankQuestion {
  id: string
  kind: QuestionKind
  text: string
  probes: string[]
}

/** Where a suggested question comes from, beside what it asks. */
export type Suggested = Omit<Question, 'id' | 'askedBy'> & { bankId: string | null }

/**
 * The opening question for a criterion that is assessed, with probes and anchors; null where the framework has lost the
 * competency or the criterion is learned in the job. With an entry level at the very beginning of the scale nobody can be asked
 * for experience, so the question puts a situation instead, where the framework has no question of its own.
 */
export function suggestQuestion(
  framework: Framework,
  criterion: Criterion,
  { points, bank }: { points: Points; bank: readonly BankQuestion[] },
): Suggested | null {
  const competency = framework.competencies.find(({ key }) => key === criterion.competency)
  const { entryLevel, id } = criterion
  if (!competency || entryLevel === null) return null
  const isFirst = framework.scale.levels[0]?.key === entryLevel
  const { probes, ...asked } = wordsOf(competency, isFirst ? 'situation' : 'past', bank)
  return {
    criterion: id,
    ...asked,
    probes: [...probes],
    points,
    anchors: anchorsFor(framework, competency, { entryLevel, points }),
  }
}

type Words = Pick<Suggested, 'kind' | 'text' | 'probes' | 'source' | 'bankId'>

function wordsOf(competency: Competency, kind: QuestionKind, bank: readonly BankQuestion[]): Words {
  const [own] = statementsOf(competency, 'question')
  if (own) return { kind: 'past', text: own.text, probes: PROBES.past, source: 'framework', bankId: null }
  const [kept] = bank
  if (kept) return { kind: kept.kind, text: kept.text, probes: kept.probes, source: 'bank', bankId: kept.id }
  return { kind, text: madeFrom(competency, kind), probes: PROBES[kind], source: 'own', bankId: null }
}

function madeFrom({ name }: Competency, kind: QuestionKind): string {
  return kind === 'past'
    ? `Think of a time when “${name}” mattered in your work. What was going on, and what did you do?`
    : `Imagine your first weeks here, and “${name}” matters all at once. What would you do?`
}
