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

function partOf({ id, name }: Criterion, source: FeedbackSource): FeedbackPart {
  const heard = source.questions
    .filter(({ criterion }) => criterion === id)
    .map((question) => ({ question, band: bandOf(question, source) }))
  const rated = heard.filter(({ band }) => band !== null)
  const shown = rated.flatMap(({ question, band }) =>
    band === null || band === 0 ? [] : (question.anchors[band]?.texts ?? []),
  )
  const next = heard.flatMap(({ question, band }) => question.anchors[(band ?? 0) + 1]?.texts ?? [])
  return {
    ...{ criterion: id, heading: name, quotes: [] },
    shown: linesOf(shown) || (rated.length === 0 ? NOT_HEARD : LITTLE),
    next: linesOf(next),
  }
}

const linesOf = (texts: readonly string[]) => [...new Set(texts)].join('\n')

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
