import { counted } from '#framework/pages/words.ts'
import { links } from '#routes.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { Empty } from '#web/empty.tsx'
import { type Messages, Problems } from '#web/field.tsx'
import { Notice } from '#web/notice.tsx'
import type { KitFault } from '../kit/kit.ts'
import type { Question } from '../model.ts'
import type { Opened } from '../opened.ts'
import { RecruitFrame } from './frame.tsx'
import { AnchorsTable } from './rating-guide.tsx'
import { dayWords, KIND_WORDS, SOURCE_WORDS } from './words.ts'

export interface KitPageProps {
  opened: Opened
  faults: KitFault[]
  minutes: number
  /** Names of levels by criterion and key, as the framework has them. */
  levels: Map<string, string>
  errors?: Messages
}

/** The kit: what everybody is asked, in this order, with what an answer sounds like. */
export function KitPage(props: KitPageProps) {
  const { opened, minutes, errors = {} } = props
  const { vacancy, questions, part } = opened
  return (
    <RecruitFrame
      title="Kit"
      vacancy={vacancy}
      oversees={part.oversees}
      here={links.kit(vacancy.id)}
      lead={`The same ${counted(questions.length, 'question')}, in the same order, for everybody: about ${minutes} minutes with welcome and the candidate’s own questions.`}
      actions={<Papers {...props} />}
    >
      <Problems errors={errors} />
      <Readiness {...props} />
      {questions.length === 0 && (
        <Empty title="There is no question in it">
          <p>Give at least one competency a weight, and its question is made.</p>
        </Empty>
      )}
      <ol class="questions">
        {questions.map((question, i) => (
          <li key={question.id} id={`question-${question.id}`}>
            <QuestionView {...props} question={question} place={i} />
          </li>
        ))}
      </ol>
    </RecruitFrame>
  )
}

function Papers({ opened }: KitPageProps) {
  const { vacancy, questions } = opened
  if (questions.length === 0) return null
  return (
    <>
      <ButtonLink href={links.kitPaper(vacancy.id, 'interviewer')}>Print the interviewer’s kit</ButtonLink>
      <ButtonLink href={links.kitFile(vacancy.id, 'interviewer')}>Download as DOCX</ButtonLink>
      {vacancy.questionsBefore !== null && (
        <a href={links.kitPaper(vacancy.id, 'candidate')}>The candidate’s sheet</a>
      )}
    </>
  )
}

function Readiness({ opened, faults }: KitPageProps) {
  const { vacancy, part } = opened
  if (vacancy.fixedAt !== null)
    return (
      <p class="soft">
        Fixed on {dayWords(vacancy.fixedAt)}: nothing in it changes any more.{' '}
        {part.oversees && (vacancy.state === 'planned' || vacancy.state === 'open') && (
          <>
            Next: <a href={links.candidates(vacancy.id)}>let people apply</a>, and see that the panel{' '}
            <a href={links.vacancyPanel(vacancy.id)}>is prepared</a>.
          </>
        )}
      </p>
    )
  const stops = faults.filter((one) => one.stops)
  const advice = faults.filter((one) => !one.stops)
  return (
    <>
      {stops.length > 0 && (
        <Notice kind="warning" title="The kit is not ready">
          <Faults faults={stops} />
        </Notice>
      )}
      {advice.length > 0 && (
        <Notice title="To think about">
          <Faults faults={advice} />
        </Notice>
      )}
      {part.oversees && stops.length === 0 && (
        <form class="fixing" method="post" action={links.vacancyFixing(vacancy.id)}>
          <p class="measure">
            Nothing is missing. Once it is fixed, criteria, weights, questions and rating guides stay as they
            are for every candidate, and the interviews may begin.
          </p>
          <Button kind="primary">Fix the kit</Button>
        </form>
      )}
    </>
  )
}

function Faults({ faults }: { faults: KitFault[] }) {
  return (
    <ul class="flow">
      {faults.map(({ question, says }) => (
        <li key={says}>{question ? <a href={`#question-${question}`}>{says}</a> : says}</li>
      ))}
    </ul>
  )
}

interface QuestionViewProps extends KitPageProps {
  question: Question
  place: number
}

function QuestionView({ opened, levels, question, place }: QuestionViewProps) {
  const { vacancy, criteria, panel, part } = opened
  const about = criteria.find(({ id }) => id === question.criterion)
  const asker = panel.find(({ personId }) => personId === question.askedBy)
  const mayChange = part.oversees && vacancy.fixedAt === null
  return (
    <article aria-labelledby={`about-${question.id}`}>
      <h2 id={`about-${question.id}`}>
        {about?.name ?? 'A competency'}
        {about?.must && <span class="must-tag">must-have</span>}
      </h2>
      <blockquote class="asked">{question.text}</blockquote>
      <p class="soft small">
        {KIND_WORDS[question.kind]} · {SOURCE_WORDS[question.source]} ·{' '}
        {asker ? `asked by ${asker.name}` : 'nobody asks it yet'}
      </p>
      {question.probes.length > 0 && (
        <>
          <h3>Probes, the same for everybody</h3>
          <ul class="probes">
            {question.probes.map((probe) => (
              <li key={probe}>{probe}</li>
            ))}
          </ul>
        </>
      )}
      <AnchorsTable {...{ question, levels, name: about?.name ?? '' }} />
      {mayChange && (
        <div class="row next">
          <a href={links.kitQuestion(vacancy.id, question.id)}>
            Change<span class="unseen"> the question about {about?.name}</span>
          </a>
          {place > 0 && (
            <form method="post" action={links.kitQuestionEarlier(vacancy.id, question.id)}>
              <Button kind="quiet" label={`Ask earlier: ${about?.name}`}>
                Ask earlier
              </Button>
            </form>
          )}
        </div>
      )}
    </article>
  )
}
