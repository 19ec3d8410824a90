/** A first draft of the feedback letter, from what the panel settled on and the words of the anchors. */

import { assessed } from '../kit/criteria.ts'
import type { Criterion, Question, Scorecard } from '../model.ts'
import { meanOf } from '../rating/combine.ts'
import type { Consensus } from '../rating/consensus.ts'
import type { Feedback, FeedbackPart } from './feedback.ts'

export interface FeedbackSource {
  criteria: readonly Criterion[]
  questions: readonly Question[]
  /** Submitted ones of this candidate. */
  cards: readonly Scorecard[]
  /** In the order of the chain: the latest holds. */
  consensus: readonly Consensus[]
}

const LITTLE = 'In the interview we heard only a little that showed this yet.'
const NOT_HEARD = 'You had no example at hand on the day, so we cannot say how you do this.'

/** Everything in it is to be looked over and changed before anybody sees it. */
export function draftOf(
  source: FeedbackSource,
  { name, title, isHired }: { name: string; title: string; isHired: boolean },
): Feedback {
  const thanks = `Dear ${name},\n\nThank you for the time that you gave us for “${title}”.`
  return {
    opening: isHired
      ? `${thanks} We are glad that you are with us. This is what we heard in your interview, and where you can go from there.`
      : `${thanks} You may like to know what we heard in your interview. It is about that hour alone and not about you as a person.`,
    parts: assessed(source.criteria).map((criterion) => partOf(criterion, source)),
    closing: isHired
      ? 'We look forward to working with you.'
      : 'We wish you well, and would be glad to hear from you again.',
  }
}

/** One interview hears no more of a competency; a draft that holds every statement of a level would claim them all. */
const MOST_LINES = 4

function partOf({ id, name }: Criterion, source: FeedbackSource): FeedbackPart {
  const { shown, next, isRated } = statementsFor(id, source)
  return {
    ...{ criterion: id, heading: name, quotes: [] },
    shown: firstOf(shown) || (isRated ? LITTLE : NOT_HEARD),
    next: firstOf(next),
  }
}

const firstOf = (texts: readonly string[]) => texts.slice(0, MOST_LINES).join('\n')

/** Statements of the rating guide: those of the range that was given, and those of the range above it. */
export interface GuideStatements {
  shown: string[]
  next: string[]
}

/** By competency, all statements where the draft holds only the first of them: what else there is to choose from. */
export function leftOutOf(source: FeedbackSource): Map<string, GuideStatements> {
  const all = assessed(source.criteria).map(({ id }) => {
    const { shown, next } = statementsFor(id, source)
    return [id, { shown: longOnly(shown), next: longOnly(next) }] as const
  })
  return new Map(all)
}

const longOnly = (texts: string[]) => (texts.length > MOST_LINES ? texts : [])

function statementsFor(criterion: string, source: FeedbackSource): GuideStatements & { isRated: boolean } {
  const heard = source.questions
    .filter((question) => question.criterion === criterion)
    .map((question) => ({ question, band: bandOf(question, source) }))
  const shown = heard.map(({ question, band }) => (band ? (question.anchors[band]?.texts ?? []) : []))
  const next = heard.map(({ question, band }) => question.anchors[(band ?? 0) + 1]?.texts ?? [])
  return {
    ...{ shown: inTurn(shown), next: inTurn(next) },
    isRated: heard.some(({ band }) => band !== null),
  }
}

/** The first of each question, then the second of each: whatever is cut off, every question is spoken of. Each text once. */
function inTurn(lists: readonly (readonly string[])[]): string[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length))
  const texts = Array.from({ length: longest }, (_, place) => lists.flatMap((list) => list[place] ?? []))
  return [...new Set(texts.flat())]
}

/** The place of the range in the rating guide, 0 the lowest: what was agreed last, or else the members' mean. Null: not rated. */
function bandOf({ id, anchors }: Question, { cards, consensus }: FeedbackSource): number | null {
  const agreed = consensus.findLast(({ question }) => question === id)
  const alone = cards.flatMap(({ entries }) => {
    const rating = entries.find(({ question }) => question === id)?.rating ?? null
    return rating === null ? [] : [rating]
  })
  const rating = agreed ? agreed.rating : meanOf(alone)
  if (rating === null) return null
  return Math.max(
    0,
    anchors.findLastIndex(({ from }) => rating >= from),
  )
}

/** What the candidate said, by competency: once each, without times and without who wrote it down. */
export function quotesOf({ questions, cards }: FeedbackSource): Map<string, string[]> {
  const said = questions.map(({ id, criterion }) => ({
    criterion,
    texts: cards.flatMap(({ entries }) =>
      entries
        .filter(({ question }) => question === id)
        .flatMap(({ quotes }) => quotes.map(({ text }) => text)),
    ),
  }))
  return new Map(
    [...Map.groupBy(said, ({ criterion }) => criterion)].map(([criterion, those]) => [
      criterion,
      [...new Set(those.flatMap(({ texts }) => texts))],
    ]),
  )
}
