/** What a decision about a candidate stands on, from the cards that somebody may see. */

import { assessed } from '../kit/criteria.ts'
import type { Criterion, Entry, PanelMember, Question, Scorecard } from '../model.ts'
import type { Combined } from '../rating/combine.ts'
import type { Consensus } from '../rating/consensus.ts'
import { resultOf } from '../rating/results.ts'
import { spreadsOf } from '../rating/spread.ts'
import type { CombinedBasis, CriterionBasis, DecisionBasis, Span } from './decision.ts'

/** The place of a level on the scale of a criterion, from 0; -1: the scale has no such level. */
export type RankOf = (criterion: Criterion, level: string) => number

export interface Heard {
  candidateId: string
  /** Submitted ones. */
  cards: readonly Scorecard[]
  consensus: readonly Consensus[]
  missing: readonly Pick<PanelMember, 'personId'>[]
}

interface Kit {
  criteria: readonly Criterion[]
  questions: readonly Question[]
}

/** Numbers are rounded to two places, so that they can be read and stay as they are in every store. */
export function basisOf(kit: Kit, heard: Heard, rankOf: RankOf): DecisionBasis {
  const result = resultOf(kit, heard)
  return {
    members: heard.cards.map(({ personId }) => personId),
    missing: heard.missing.map(({ personId }) => personId),
    alone: result && combinedBasis(result.alone),
    together: result?.together ? combinedBasis(result.together) : null,
    criteria: assessed(kit.criteria).map((criterion) => {
      const of = (all: Combined | null | undefined) =>
        all?.criteria.find((one) => one.criterion === criterion.id)
      const questions = kit.questions.filter((one) => one.criterion === criterion.id)
      const alone = of(result?.alone)
      return {
        criterion: criterion.id,
        alone: rounded(alone?.score ?? null),
        together: rounded(of(result?.together)?.score ?? null),
        spread: widest(questions, heard.cards),
        ...levelsOf(criterion, { questions, heard, rankOf }),
        gate: criterion.must ? ((of(result?.together) ?? alone)?.gate ?? 'unknown') : null,
        months: monthsOf(questions, heard),
      }
    }),
  }
}

const rounded = (given: number | null) => (given === null ? null : Math.round(given * 100) / 100)

function combinedBasis({ score, interval }: Combined): CombinedBasis {
  const known = interval.value
  return {
    score: rounded(score.value),
    interval: known && {
      lower: Math.round(known.lower * 100) / 100,
      upper: Math.round(known.upper * 100) / 100,
    },
  }
}

function widest(questions: readonly Question[], cards: readonly Scorecard[]): number | null {
  const spreads = spreadsOf(questions, cards).flatMap(({ spread }) => (spread === null ? [] : [spread]))
  return spreads.length === 0 ? null : Math.max(...spreads)
}

/** The members' answers to a question, or in their place the one that was agreed, where it says something of `field`. */
function saidOf<F extends 'level' | 'months'>(
  field: F,
  question: Question,
  { cards, consensus }: Heard,
): NonNullable<Entry[F]>[] {
  const agreed = consensus.findLast((one) => one.question === question.id)?.[field] ?? null
  const each = cards.map(
    ({ entries }) => entries.find((one) => one.question === question.id)?.[field] ?? null,
  )
  return (agreed === null ? each : [agreed]).filter((one): one is NonNullable<Entry[F]> => one !== null)
}

interface Levels {
  questions: readonly Question[]
  heard: Heard
  rankOf: RankOf
}

function levelsOf(
  criterion: Criterion,
  { questions, heard, rankOf }: Levels,
): Pick<CriterionBasis, 'level' | 'levels'> {
  const given = questions
    .flatMap((question) => saidOf('level', question, heard))
    .filter((level) => rankOf(criterion, level) >= 0)
    .toSorted((a, b) => rankOf(criterion, a) - rankOf(criterion, b))
  return { level: given[Math.floor((given.length - 1) / 2)] ?? null, levels: spanOf(given) }
}

function monthsOf(questions: readonly Question[], heard: Heard): Span<number> | null {
  return spanOf(questions.flatMap((one) => saidOf('months', one, heard)).toSorted((a, b) => a - b))
}

/** `sorted`: from the lowest; null: there is none. */
function spanOf<T>(sorted: readonly T[]): Span<T> | null {
  const [from] = sorted
  const to = sorted.at(-1)
  return from === undefined || to === undefined ? null : { from, to }
}
