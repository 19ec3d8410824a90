/** What a kit is: when it is ready, and how long it takes. */

import type { Anchor, Criterion, Question } from '../model.ts'
import { assessed } from './criteria.ts'
import { questionFaults } from './question-check.ts'
import type { Topic } from './rules/topics.ts'

/** Minutes for each question with its answer and probes, and for welcome, the candidate's own questions and what comes next. */
const MINUTES = { question: 7, around: 12 }
/** Longer interviews tire everybody, and the last answers are worse heard than the first. */
const LONGEST = 75

/** How many bands each rating guide needs at least: not acceptable, adequate, excellent. */
const BANDS = 3

export interface KitFault {
  /** The question that it is about; null: the kit as a whole. */
  question: string | null
  says: string
  /** Whether the kit cannot be fixed while it stands; else it is advice. */
  stops: boolean
}

export interface Kit {
  criteria: readonly Criterion[]
  questions: readonly Question[]
  /** Ids of those who are on the panel and have not left it. */
  asking: readonly string[]
  topics: readonly Topic[]
}

/** How long an interview takes, in minutes, as estimated. */
export function kitMinutes(questions: readonly unknown[]): number {
  return MINUTES.around + MINUTES.question * questions.length
}

/** Everything between a kit and its being ready, in the order in which one reads it; what does not stop it is advice. */
export function kitFaults(kit: Kit): KitFault[] {
  const { criteria, questions, asking } = kit
  const without = assessed(criteria).filter(({ id }) => !questions.some((one) => one.criterion === id))
  const minutes = kitMinutes(questions)
  return [
    ...without.map(({ name }) =>
      whole(`Nothing asks about ${name}. Write a question for it, or do not assess it.`),
    ),
    ...(asking.length === 0 ? [whole('Nobody is on the panel. Choose at least two people who rate.')] : []),
    ...(asking.length === 1
      ? [whole('Only one person rates. Two to five see more than one, and can compare what they saw.', false)]
      : []),
    ...(asking.length > 5
      ? [
          whole(
            `${asking.length} people rate. More than five make a candidate feel examined, and add little.`,
            false,
          ),
        ]
      : []),
    ...(minutes > LONGEST
      ? [
          whole(
            `With ${questions.length} questions an interview takes about ${minutes} minutes; after ${LONGEST} everybody tires. Assess fewer competencies, or hold two interviews.`,
            false,
          ),
        ]
      : []),
    ...questions.flatMap((question) => faultsOf(question, kit)),
  ]
}

const whole = (says: string, stops = true): KitFault => ({ question: null, says, stops })

function faultsOf(question: Question, { criteria, asking, topics }: Kit): KitFault[] {
  const about = criteria.find(({ id }) => id === question.criterion)?.name ?? 'a competency'
  const fault = (says: string, stops = true): KitFault => ({ question: question.id, says, stops })
  const anchors = anchorFault(question.anchors, question.points)
  const nobody = question.askedBy === null || !asking.includes(question.askedBy)
  return [
    ...(anchors === null ? [] : [fault(`${about}: ${anchors}`)]),
    ...(nobody ? [fault(`${about}: nobody who is on the panel asks this question. Say who does.`)] : []),
    ...(question.probes.length === 0
      ? [fault(`${about}: it has no probes. Without them everybody asks on in their own way.`)]
      : []),
    ...questionFaults(question, topics).map(({ kind, words, says }) =>
      fault(`${about}, “${words}”: ${says}`, kind !== 'long'),
    ),
  ]
}

/** What is wrong with the ranges of a rating guide; null: nothing. */
function anchorFault(anchors: readonly Anchor[], points: number): string | null {
  const described = anchors.filter(({ texts }) => texts.length > 0)
  if (described.length < BANDS)
    return `its rating guide says for ${described.length} of ${BANDS} ranges what an answer sounds like. Describe at least an excellent, an adequate and an unacceptable answer.`
  let next = 1
  for (const { from, to } of anchors) {
    if (from !== next || to < from)
      return 'the ranges of its rating guide leave a gap or overlap. Let each begin where the one before ends.'
    next = to + 1
  }
  return next === points + 1 ? null : `the ranges of its rating guide do not reach from 1 to ${points}.`
}
