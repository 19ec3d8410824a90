import { levelLabel } from '#framework/model.ts'
import { links } from '#routes.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { type Messages, Problems } from '#web/field.tsx'
import { Notice } from '#web/notice.tsx'
import type { Entry } from '../model.ts'
import { emptyEntry, verdictOf } from '../rating/card.ts'
import { type CardShown, wordsFor } from '../rating/card-words.ts'
import { RecruitFrame } from './frame.tsx'
import { AnswerRead } from './scorecard-answer.tsx'
import { CardQuestion } from './scorecard-question.tsx'

interface ScorecardPageProps {
  shown: CardShown
  /** Who is asking. */
  personId: string
  /** As they are to stand in the form: what was typed comes back. */
  entries: Entry[]
  /** What stands already of answers that another device was quicker with, by question. */
  stale: Map<string, Entry>
  errors: Messages
}

/** One's own scorecard of a candidate: a form while it is open, and what was given once it is locked. */
export function ScorecardPage({ shown, personId, entries, stale, errors }: ScorecardPageProps) {
  const { vacancy, candidate, obstacle, questions } = shown
  const done = entries.filter((entry) => verdictOf(entry) !== 'open').length
  return (
    <RecruitFrame
      title={`Scorecard: ${candidate.name}`}
      vacancy={vacancy}
      oversees={shown.part.oversees}
      styles={['scorecard']}
      scripts={['scorecard']}
      lead={
        obstacle
          ? undefined
          : 'Ask in this order, note what you hear, then rate it by the words beside it. Nobody else sees any of this until you have submitted it, and you see nothing of theirs.'
      }
    >
      {obstacle && <Closed shown={shown} />}
      {!obstacle && candidate.accommodation && (
        <Notice title="What makes this interview fair to them">
          <p>{candidate.accommodation}</p>
        </Notice>
      )}
      <Problems errors={errors} />
      {obstacle ? (
        <Given shown={shown} personId={personId} />
      ) : (
        <form
          method="post"
          action={links.scorecard(vacancy.id, candidate.id)}
          class="scorecard"
          data-card={`${candidate.id}:${personId}`}
          data-entries={links.scorecardEntries(vacancy.id, candidate.id)}
        >
          <div class="card-strip">
            <span data-progress>
              {done} of {questions.length} answers rated
            </span>
            <span class="soft" data-saved role="status">
              {shown.savedAt ? `saved ${timeOf(shown.savedAt)}` : 'nothing saved yet'}
            </span>
          </div>
          {questions.map((question, i) => (
            <CardQuestion
              key={question.id}
              number={i + 1}
              question={question}
              entry={entries.find((one) => one.question === question.id) ?? emptyEntry(question.id)}
              stale={stale.get(question.id) ?? null}
              error={errors[`given:${question.id}`]}
              words={wordsFor(shown, question)}
              asks={asksWords(shown, question.askedBy, personId)}
            />
          ))}
          <div class="row card-ways">
            <Button kind="primary" name="to" value="submission">
              Look it over and submit
            </Button>
            <Button name="to" value="card">
              Save
            </Button>
          </div>
        </form>
      )}
    </RecruitFrame>
  )
}

const timeOf = (at: Date) => at.toISOString().slice(11, 16)

function asksWords({ panel }: CardShown, askedBy: string | null, personId: string): string {
  if (askedBy === personId) return 'You ask this.'
  const name = panel.find((one) => one.personId === askedBy)?.name
  return name ? `${name} asks this.` : ''
}

function Closed({ shown: { vacancy, candidate, card, obstacle } }: { shown: CardShown }) {
  return (
    <Notice kind={card?.submittedAt ? 'done' : 'warning'}>
      <p>
        {obstacle}
        {card?.submittedAt && (
          <>
            {' '}
            Submitted on {card.submittedAt.toISOString().slice(0, 10)} at {timeOf(card.submittedAt)} UTC,
            number {card.sealNumber} in the vacancy’s chain.
          </>
        )}
      </p>
      {card?.submittedAt && (
        <p class="row">
          <ButtonLink kind="primary" href={links.together(vacancy.id, candidate.id)}>
            Look at it together
          </ButtonLink>
        </p>
      )}
    </Notice>
  )
}

/** What stands on a card that cannot be changed any more. */
function Given({ shown, personId }: { shown: CardShown; personId: string }) {
  const { card, questions, candidate } = shown
  if (!card) return null
  return (
    <div class="scorecard" data-card-locked={`${candidate.id}:${personId}`}>
      {questions.map((question, i) => {
        const entry = card.entries.find((one) => one.question === question.id) ?? emptyEntry(question.id)
        const { competency, levels } = wordsFor(shown, question)
        const level = levels.find(({ key }) => key === entry.level)
        return (
          <section class="card-question" key={question.id}>
            <p class="eyebrow">
              {i + 1}. {competency}
            </p>
            <h2 class="asked">{question.text}</h2>
            <AnswerRead entry={entry} question={question} level={level ? levelLabel(level) : null} />
          </section>
        )
      })}
    </div>
  )
}
