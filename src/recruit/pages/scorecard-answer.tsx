import type { Entry, Question } from '../model.ts'
import { verdictOf } from '../rating/card.ts'

/** A rating with its range's name; what is no rating says so in words. */
function RatingRead({
  entry,
  question,
}: {
  entry: Pick<Entry, 'rating' | 'noResponse' | 'skipped'>
  question: Question
}) {
  const verdict = verdictOf(entry)
  if (verdict !== 'rated') return <span class="no-rating">{VERDICT_WORDS[verdict]}</span>
  return (
    <span class="rating-read">
      <b>{entry.rating}</b> of {question.points} <span class="soft">{bandOf(question, entry.rating)}</span>
    </span>
  )
}

const VERDICT_WORDS = { 'no response': 'No response', 'not asked': 'Not asked', open: 'Not rated' }

/** The name of the range in which a rating lies. */
export function bandOf({ anchors }: Pick<Question, 'anchors'>, rating: number | null): string {
  return anchors.find(({ from, to }) => rating !== null && from <= rating && rating <= to)?.label ?? ''
}

/** Until the full level is reached: "Full level in about a month". */
export function monthsWords(months: number): string {
  if (months === 0) return 'Full level now'
  return `Full level in about ${months === 1 ? 'a month' : `${months} months`}`
}

/** All that one member noted of one answer. */
export function AnswerRead({
  entry,
  question,
  level,
}: {
  entry: Entry
  question: Question
  level: string | null
}) {
  const { skipped, extraProbe, notes, quotes, months } = entry
  return (
    <div class="answer-read">
      <p>
        <RatingRead entry={entry} question={question} />
      </p>
      {(level !== null || months !== null) && (
        <p class="small">
          {level !== null && <>Level shown: {level}. </>}
          {months !== null && <>{monthsWords(months)}.</>}
        </p>
      )}
      {skipped && <p class="small">Not asked because: {skipped}</p>}
      {extraProbe && <p class="small">A probe beyond the kit: {extraProbe}</p>}
      {notes && <p class="notes-read">{notes}</p>}
      {quotes.map(({ text, at }) => (
        <blockquote key={`${at} ${text}`}>
          “{text}”{at && <span class="soft"> {at}</span>}
        </blockquote>
      ))}
    </div>
  )
}
