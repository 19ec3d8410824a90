/** What a view may show: means of whole blocks, with enough answers, rounded, and banded at the ends of the scale. */
import { Invalid } from '#errors.ts'
import { type Estimate, reason, value } from '../estimate.ts'
import { type Block, leastRaters, type Rules, type View } from './blocks.ts'
import { type Told, tell, together } from './told.ts'

/** A rater's answers by question; null, NaN or nothing at all is "not observed". */
export type Answers = ReadonlyMap<string, Readonly<Record<string, number | null>>>

/** In tenths of a point. */
export type PublishedMean =
  | { readonly kind: 'mean' | 'atLeast' | 'atMost'; readonly value: number }
  | { readonly kind: 'hidden'; readonly reason: string }

export interface Spread {
  /** With n − 1. */
  readonly standardDeviation: number
  /** How many gave each answer, from the lowest of the scale. */
  readonly counts: readonly number[]
}

export interface PublishedQuestion {
  readonly question: string
  /** Raters whose answers are in the mean; null where it is hidden. */
  readonly raters: number | null
  readonly mean: PublishedMean
  /** Only where every block has at least five answers that differ. */
  readonly spread: Estimate<Spread>
}

export interface PublishedView {
  readonly groups: readonly string[]
  readonly questions: readonly PublishedQuestion[]
  /** The mean of the questions' means. A mean of raters' own means would let single answers be worked out. */
  readonly overall: PublishedMean
}

export interface Questionnaire extends Rules {
  readonly questions: readonly string[]
  /** The lowest and highest answer; answers are whole numbers. */
  readonly low: number
  readonly high: number
}

const FEW_ANSWERS = 'Too few have answered this to show it without giving names away.'
const CLOSE =
  'There are too few answers, or they lie too close together, to show their spread without telling who gave what.'

/**
 * The results of a view. For each question a block counts only with at least k answers to that question (a named rater's own block
 * always counts); a block with fewer is left out of everything about that question, also of the view of everybody. For scores
 * that are corrected for severity, give corrected means of whole blocks, never a rater's own correction.
 * @throws Invalid when k is below 3, or an answer is not a whole number of the scale.
 */
export function publishView(view: View, answers: Answers, questionnaire: Questionnaire): PublishedView {
  leastRaters(questionnaire)
  const told = questionnaire.questions.map((question) => toldOf(question, { view, answers, questionnaire }))
  const questions = told.map((blocks, i) =>
    questionOf(questionnaire.questions[i] ?? '', blocks, questionnaire),
  )
  const shown = told.filter((blocks) => blocks.length > 0).map((blocks) => inOne(blocks))
  return { groups: view.groups, questions, overall: shownMean(shown, () => 1) }
}

interface Task {
  view: View
  answers: Answers
  questionnaire: Questionnaire
}

function toldOf(question: string, { view, answers, questionnaire }: Task): Told[] {
  const k = leastRaters(questionnaire)
  return view.blocks.flatMap((block) => {
    const isNamed = block.groups.some((group) => questionnaire.named?.includes(group))
    const given = answersOf(block, answers, { question, ...questionnaire })
    return given.length >= (isNamed ? 1 : k) ? [tell(given, questionnaire, isNamed)] : []
  })
}

function answersOf(
  block: Block,
  answers: Answers,
  { question, low, high }: { question: string; low: number; high: number },
): number[] {
  return block.raters.flatMap((rater) => {
    const answer = answers.get(rater)?.[question] ?? Number.NaN
    if (Number.isNaN(answer)) return []
    if (!Number.isInteger(answer) || answer < low || answer > high)
      throw new Invalid(
        `An answer to "${question}" is ${answer}; the scale goes from ${low} to ${high} in whole numbers.`,
      )
    return [answer]
  })
}

const ratersOf = ({ raters }: Told) => raters

const inOne = (blocks: readonly Told[]): Told => ({
  ...together(blocks, ratersOf),
  raters: blocks.reduce((sum, block) => sum + block.raters, 0),
  counts: null,
})

function questionOf(question: string, blocks: readonly Told[], { low }: Questionnaire): PublishedQuestion {
  const mean = shownMean(blocks, ratersOf)
  if (mean.kind === 'hidden') return { question, raters: null, mean, spread: reason(FEW_ANSWERS) }
  const counts = blocks.map((block) => block.counts)
  const spread = counts.every((list) => list !== null) ? spreadOf(counts, low) : reason(CLOSE)
  return { question, raters: inOne(blocks).raters, mean, spread }
}

function shownMean(parts: readonly Told[], weight: (part: Told) => number): PublishedMean {
  if (parts.length === 0) return { kind: 'hidden', reason: FEW_ANSWERS }
  const { mean, edge } = together(parts, weight)
  const kind = edge === null ? 'mean' : edge.end === 'high' ? 'atLeast' : 'atMost'
  return { kind, value: Math.round((edge?.at ?? mean) * 10) / 10 }
}

function spreadOf(blocks: readonly (readonly number[])[], low: number): Estimate<Spread> {
  const counts = (blocks[0] ?? []).map((_, i) => blocks.reduce((sum, block) => sum + (block[i] ?? 0), 0))
  const over = (of: (answer: number) => number) =>
    counts.reduce((sum, count, i) => sum + count * of(low + i), 0)
  const raters = over(() => 1)
  if (raters < 2) return reason(CLOSE)
  const mean = over((x) => x) / raters
  return value({ standardDeviation: Math.sqrt(over((x) => (x - mean) ** 2) / (raters - 1)), counts })
}
