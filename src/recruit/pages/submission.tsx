import { levelLabel } from '#framework/model.ts'
import { links } from '#routes.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { type Messages, Problems } from '#web/field.tsx'
import { Notice } from '#web/notice.tsx'
import type { Entry } from '../model.ts'
import { cardVersion, emptyEntry, lacksOf } from '../rating/card.ts'
import { type CardShown, wordsFor } from '../rating/card-words.ts'
import { RecruitFrame } from './frame.tsx'
import { AnswerRead } from './scorecard-answer.tsx'

interface SubmissionPageProps {
  shown: CardShown
  personId: string
  errors: Messages
}

/** The whole card once more before it is locked. */
export function SubmissionPage({ shown, personId, errors }: SubmissionPageProps) {
  const { vacancy, candidate, card, questions, obstacle } = shown
  const entries = card?.entries ?? []
  const lacks = lacksOf(questions, entries)
  const back = links.scorecard(vacancy.id, candidate.id)
  const isReady = obstacle === null && lacks.size === 0
  return (
    <RecruitFrame
      title={`Submit your scorecard: ${candidate.name}`}
      vacancy={vacancy}
      oversees={shown.part.oversees}
      crumbs={[{ label: `Scorecard: ${candidate.name}`, href: back }]}
      styles={['scorecard']}
      scripts={['scorecard']}
      lead="Once it is submitted, it stays as it is: nobody can change it, you included. Then you see what the others gave who have submitted theirs."
    >
      <Problems errors={isReady ? errors : {}} />
      {obstacle && (
        <Notice kind="warning">
          <p>{obstacle}</p>
        </Notice>
      )}
      {!obstacle && lacks.size > 0 && (
        <Notice kind="warning" title={`${lacks.size} of ${questions.length} answers are not complete`}>
          <ul>
            {questions.flatMap(({ id }, i) =>
              lacks.has(id) ? (
                <li key={id}>
                  <a href={`${back}#q-${id}`}>
                    {i + 1}. {wordsFor(shown, questions[i] ?? { criterion: '' }).competency}
                  </a>
                  : {lacks.get(id)}
                </li>
              ) : (
                []
              ),
            )}
          </ul>
        </Notice>
      )}
      {isReady && <WithoutLevel entries={entries} back={back} />}
      <div class="scorecard" data-card-unsent={`${candidate.id}:${personId}`} hidden>
        <Notice kind="warning" title="Not everything has arrived">
          <p>
            This device still holds words that Sightline does not have. <a href={back}>Open the scorecard</a>{' '}
            while you are connected, then come back.
          </p>
        </Notice>
      </div>
      <div class="scorecard review">
        {questions.map((question, i) => {
          const entry = entries.find((one) => one.question === question.id) ?? emptyEntry(question.id)
          const { competency, levels } = wordsFor(shown, question)
          const level = levels.find(({ key }) => key === entry.level)
          return (
            <section class="card-question" key={question.id}>
              <h2 class="asked">
                {i + 1}. {competency}
              </h2>
              <AnswerRead entry={entry} question={question} level={level ? levelLabel(level) : null} />
            </section>
          )
        })}
      </div>
      <div class="row card-ways">
        {isReady && (
          <form method="post" action={links.scorecardSubmission(vacancy.id, candidate.id)}>
            <input type="hidden" name="version" value={cardVersion(entries)} />
            <Button kind="primary">Submit and lock it</Button>
          </form>
        )}
        <ButtonLink href={back}>Back to the scorecard</ButtonLink>
      </div>
    </RecruitFrame>
  )
}

/** A rating says how good an answer was; what the job teaches is planned by the level, which may stay open. */
function WithoutLevel({ entries, back }: { entries: readonly Entry[]; back: string }) {
  const open = entries.filter(({ rating, level }) => rating !== null && level === null).length
  if (open === 0) return null
  return (
    <Notice>
      <p>
        {open === 1 ? 'One answer has' : `${open} answers have`} a rating and no level. That may stay so; the
        decision sheet and the plan for the first months then say that nobody said.{' '}
        <a href={back}>Choose the level shown</a>
      </p>
    </Notice>
  )
}
