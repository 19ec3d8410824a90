/** Scorecards of the example, a line for each answer, as rows hold them. */

import type { Criterion, Entry, Question } from '../src/recruit/model.ts'
import { emptyEntry } from '../src/recruit/rating/card.ts'

/** The kit that a card is filled in by. */
export interface DemoKit {
  criteria: readonly Criterion[]
  questions: readonly Question[]
}

/** The question about the competency whose key begins so. */
export function questionAbout({ criteria, questions }: DemoKit, start: string): Question {
  const criterion = criteria.find(({ competency }) => competency.startsWith(start))
  const question = questions.find((one) => one.criterion === criterion?.id)
  if (!question) throw new Error(`The kit asks nothing about “${start}”.`)
  return question
}

/**
 * A card: the competency, then the rating (- for no response), then what was noted, quotes with their time, and extra probes
 * behind a plus, parted by bars. Level and months follow from the rating; `lean`: so many months more, or fewer, than others say.
 */
export function entriesOf(kit: DemoKit, lines: string, lean: number): Entry[] {
  const read = lines
    .trim()
    .split('\n')
    .map((line) => entryOf(kit, line, lean))
  return kit.questions.flatMap(({ id }) => read.find(({ question }) => question === id) ?? [])
}

function entryOf(kit: DemoKit, line: string, lean: number): Entry {
  const [head = '', ...rest] = line.split(' | ')
  const [start = '', given = ''] = head.split(' ')
  const question = questionAbout(kit, start)
  const isQuote = (part: string) => /^\d\d:\d\d /.test(part)
  const isProbe = (part: string) => part.startsWith('+ ')
  const rating = given === '-' ? null : Number(given)
  return {
    ...emptyEntry(question.id),
    ...{ rating, noResponse: rating === null, revision: 1 },
    ...(rating !== null && judged(kit, question, { rating, lean })),
    notes: rest.find((part) => !isQuote(part) && !isProbe(part)) ?? null,
    extraProbe: rest.find(isProbe)?.slice(2) ?? null,
    quotes: rest.filter(isQuote).map((part) => ({ at: part.slice(0, 5), text: part.slice(6) })),
  }
}

/** The level whose band the rating lies in, and months until the full level: none when it is there. */
function judged(
  { criteria }: DemoKit,
  { criterion, points, anchors }: Question,
  { rating, lean }: { rating: number; lean: number },
): Pick<Entry, 'level' | 'months'> {
  const sought = criteria.find(({ id }) => id === criterion)
  const level = anchors.find(({ from, to }) => from <= rating && rating <= to)?.level ?? null
  if (level !== null && level === sought?.level) return { level, months: 0 }
  const whole = sought?.months ?? 6
  const left = Math.round((whole * (points - rating)) / (points - 1))
  return { level, months: Math.max(1, left + lean) }
}
