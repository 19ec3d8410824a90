import { links } from '#routes.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { type Messages, Problems } from '#web/field.tsx'
import { Notice } from '#web/notice.tsx'
import { Table } from '#web/table.tsx'
import {
  feedbackWords,
  PRACTICE,
  PRACTICE_ANCHORS,
  PRACTICE_ANSWERS,
  type PracticeFeedback,
} from '../kit/practice.ts'
import type { Opened } from '../opened.ts'
import { RecruitFrame } from './frame.tsx'
import { AnchorsTable } from './rating-guide.tsx'

interface PracticeProps {
  opened: Opened
  values: Record<string, string>
  /** Null: not rated yet. */
  feedback: PracticeFeedback | null
  errors?: Messages
}

/** Six answers to rate, and how one's ratings differ from the agreed ones. */
export function PracticePage({ opened, values, feedback, errors = {} }: PracticeProps) {
  const { vacancy, part } = opened
  return (
    <RecruitFrame
      title="Practice in rating"
      vacancy={vacancy}
      oversees={part.oversees}
      crumbs={[{ label: 'Preparation', href: links.vacancyPreparation(vacancy.id) }]}
      lead="Six people were asked the same. Rate each answer by the guide, then see how near you are to what was agreed. Your ratings here are not kept."
    >
      {feedback && <Feedback feedback={feedback} vacancyId={vacancy.id} />}
      <blockquote class="asked">{PRACTICE.question}</blockquote>
      <AnchorsTable
        question={{
          ...{ id: 'practice', criterion: 'practice', kind: 'past', text: PRACTICE.question, probes: [] },
          ...{ askedBy: null, points: 7, source: 'own', anchors: PRACTICE_ANCHORS },
        }}
        levels={new Map()}
        name="the practice"
      />
      <form class="practice" method="post" action={links.vacancyPractice(vacancy.id)} noValidate>
        <Problems errors={errors} />
        {PRACTICE_ANSWERS.map(({ key, text }, i) => (
          <fieldset key={key} id={`field-${key}`} class={errors[key] ? 'wrong' : undefined}>
            <legend>Answer {i + 1}</legend>
            <p class="measure">“{text}”</p>
            {errors[key] && <p class="error">{errors[key]}</p>}
            <div class="points">
              {Array.from({ length: PRACTICE.points }, (_, point) => String(point + 1)).map((point) => (
                <label key={point}>
                  <input type="radio" name={key} value={point} checked={values[key] === point} />
                  <span>{point}</span>
                </label>
              ))}
            </div>
          </fieldset>
        ))}
        <Button kind={feedback ? 'plain' : 'primary'}>Compare with the agreed ratings</Button>
      </form>
    </RecruitFrame>
  )
}

function Feedback({ feedback, vacancyId }: { feedback: PracticeFeedback; vacancyId: string }) {
  const rows = feedback.rows.map(({ answer, rating, difference }, i) => ({
    key: answer.key,
    cells: [
      `Answer ${i + 1}`,
      String(rating),
      String(answer.rating),
      differenceWords(difference),
      answer.why,
    ],
  }))
  return (
    <section aria-labelledby="feedback" class="block">
      <h2 id="feedback">How near you are</h2>
      <Notice kind="done">
        <ul class="flow">
          {feedbackWords(feedback).map((says) => (
            <li key={says}>{says}</li>
          ))}
        </ul>
      </Notice>
      <Table
        caption="Answer by answer"
        heads={['Answer', 'You', 'Agreed', 'Difference', 'Why']}
        rows={rows}
      />
      <p class="row next">
        <ButtonLink href={links.vacancyPreparation(vacancyId)}>Back to the preparation</ButtonLink>
      </p>
    </section>
  )
}

function differenceWords(difference: number): string {
  if (difference === 0) return 'the same'
  return difference > 0 ? `${difference} higher` : `${-difference} lower`
}
