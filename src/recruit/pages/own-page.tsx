import { links } from '#routes.ts'
import { Button } from '#web/button.tsx'
import { Choice, Field, type Messages, Problems } from '#web/field.tsx'
import { Notice } from '#web/notice.tsx'
import { SheetView } from '#web/sheet.tsx'
import { type Interview, whenWords } from '../candidate/interview.ts'
import { isOver, mayWithdraw, STAGE_SENTENCES } from '../candidate/stage.ts'
import { DIMENSIONS } from '../candidate/voluntary.ts'
import type { Feedback } from '../feedback/feedback.ts'
import { feedbackSheet } from '../feedback/sheet.ts'
import type { Candidate, Vacancy } from '../model.ts'
import { NoticeText, PublicFrame } from './public-frame.tsx'
import { dayWords } from './words.ts'

interface OwnPageProps {
  text: string
  organization: string
  vacancy: Vacancy
  candidate: Candidate
  voluntary: Record<string, string>
  /** The answers of this vacancy have become counts. */
  counted: boolean
  interview: Interview | null
  /** From when the questions stand here, and the questions, when it is time; null: they are not given. */
  beforehand: { from: Date; texts: string[] } | null
  /** The letter that was sent after the decision; null: none was. */
  feedback: { content: Feedback; sentAt: Date } | null
  /** What has just been done. */
  done?: string | undefined
  /** What they need, as it was typed and could not be saved. */
  needs?: string | undefined
  errors?: Messages
}

/** A candidate's own page: where they stand, what they need, and all that they can do with their data. */
export function OwnPage(props: OwnPageProps) {
  const { organization, vacancy, candidate, done, errors = {} } = props
  return (
    <PublicFrame title={`Your application: ${vacancy.title}`} organization={organization}>
      <Problems errors={errors} />
      {done && <Notice kind="done">{done}</Notice>}
      <section aria-labelledby="stands">
        <h2 id="stands">Where it stands</h2>
        <p class="candidate-stands">
          {candidate.withdrawnAt
            ? `You withdrew on ${dayWords(candidate.withdrawnAt)}. Nothing more happens with your application.`
            : STAGE_SENTENCES[candidate.stage]}
        </p>
        <p class="soft">
          {candidate.name}, applied on {dayWords(candidate.appliedAt)}
        </p>
      </section>
      <OwnFeedback {...props} />
      {!isOver(candidate) && <OwnInterview {...props} />}
      {!isOver(candidate) && <Needs {...props} />}
      {!isOver(candidate) && <ToVoluntary {...props} />}
      <section aria-labelledby="notice">
        <h2 id="notice">What you were told when you applied</h2>
        <NoticeText notice={candidate.notice} />
      </section>
      <OwnData {...props} />
    </PublicFrame>
  )
}

function OwnFeedback({ feedback, vacancy, organization }: OwnPageProps) {
  if (!feedback) return null
  const about = { title: vacancy.title, organization, day: dayWords(feedback.sentAt) }
  return (
    <section aria-labelledby="feedback">
      <h2 id="feedback">What we can tell you</h2>
      <SheetView sheet={feedbackSheet(feedback.content, about)} />
    </section>
  )
}

function OwnInterview({ text, interview, beforehand }: OwnPageProps) {
  if (!interview) return null
  return (
    <section aria-labelledby="interview">
      <h2 id="interview">Your interview</h2>
      {interview.cancelledAt ? (
        <p>The interview on {whenWords(interview)} does not take place. We will be in touch.</p>
      ) : (
        <p>
          {whenWords(interview)}, {interview.minutes} minutes. Where: {interview.place}
        </p>
      )}
      <p>
        <a href={links.applicationCalendar(text)}>
          {interview.cancelledAt ? 'Take it off your calendar' : 'Put it into your calendar'}
        </a>
      </p>
      {beforehand && <Beforehand {...beforehand} zone={interview.zone} />}
    </section>
  )
}

function Beforehand({ from, texts, zone }: { from: Date; texts: string[]; zone: string }) {
  if (texts.length === 0)
    return (
      <p>The questions will stand here from {whenWords({ startsAt: from, zone })}. Everybody gets them so.</p>
    )
  return (
    <>
      <h3>The questions</h3>
      <ol class="candidate-questions">
        {texts.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ol>
    </>
  )
}

function Needs({ text, candidate, needs, errors = {} }: OwnPageProps) {
  return (
    <section aria-labelledby="needs">
      <h2 id="needs">What you need for an interview</h2>
      <form class="stack" method="post" action={links.applicationAccommodation(text)} noValidate>
        <Field
          label="So that it is fair to you"
          name="accommodation"
          rows={3}
          value={needs ?? candidate.accommodation ?? ''}
          error={errors.accommodation}
          hint="A step-free room, more time, an interpreter: whatever it is. It has no bearing on the decision."
        />
        <Button>Save what you need</Button>
      </form>
    </section>
  )
}

const COUNTED =
  'What candidates said about themselves has been added up to counts that lead to nobody. Single answers are no longer kept.'

function ToVoluntary({ text, voluntary, counted }: OwnPageProps) {
  if (counted)
    return (
      <section aria-labelledby="voluntary">
        <h2 id="voluntary">Help to check that the choice is fair</h2>
        <p>{COUNTED}</p>
      </section>
    )
  const count = Object.keys(voluntary).length
  return (
    <section aria-labelledby="voluntary">
      <h2 id="voluntary">Help to check that the choice is fair</h2>
      <p>
        {count === 0
          ? 'If you like, answer a few questions about yourself. '
          : 'You have answered some questions about yourself. '}
        They are kept apart from your application, and nobody who chooses ever sees them.
      </p>
      <p>
        <a href={links.applicationVoluntary(text)}>
          {count === 0 ? 'Look at the questions' : 'Change your answers'}
        </a>
      </p>
    </section>
  )
}

function OwnData({ text, candidate }: OwnPageProps) {
  return (
    <section aria-labelledby="data">
      <h2 id="data">Your data</h2>
      <p>
        <a href={links.applicationFile(text)} download>
          Take away what is kept about you
        </a>
      </p>
      {mayWithdraw(candidate) && (
        <details class="candidate-act">
          <summary>Withdraw your application</summary>
          <p>It takes effect at once and cannot be taken back. Your data stays until its time is over.</p>
          <form method="post" action={links.applicationWithdrawal(text)}>
            <Button>Withdraw now</Button>
          </form>
        </details>
      )}
      <details class="candidate-act">
        <summary>Have everything erased</summary>
        <p>
          Your name, address and words go at once, and so does all that was written about you or to you. You
          take part no more, and this page is gone. Ratings stay without your name, and counts that lead to
          nobody.
        </p>
        <form method="post" action={links.applicationErasure(text)}>
          <Button kind="danger">Erase everything now</Button>
        </form>
      </details>
    </section>
  )
}

interface VoluntaryProps {
  text: string
  organization: string
  vacancy: Vacancy
  voluntary: Record<string, string>
  counted: boolean
}

/** Questions that nobody has to answer, on a page of their own. */
export function VoluntaryPage({ text, organization, vacancy, voluntary, counted }: VoluntaryProps) {
  if (counted)
    return (
      <PublicFrame title="Help to check that the choice is fair" organization={organization}>
        <p>{COUNTED}</p>
        <p>
          <a href={links.application(text)}>Back to your application</a>
        </p>
      </PublicFrame>
    )
  return (
    <PublicFrame
      title="Help to check that the choice is fair"
      organization={organization}
      lead={`About your application for “${vacancy.title}”. You need not answer any of it.`}
    >
      <p>
        What you say here is kept apart from your application. Nobody who chooses sees it. Those responsible
        for fairness see counts alone, such as how many of those who applied were invited, and never a count
        so small that it could tell about you. You can change or clear your answers until about four weeks
        after the decision. Then they are added up, and the answers themselves are removed.
      </p>
      <form class="stack" method="post" action={links.applicationVoluntary(text)}>
        {DIMENSIONS.map(({ key, question, options }) => (
          <Choice
            key={key}
            label={question}
            name={key}
            value={voluntary[key] ?? ''}
            options={[{ value: '', label: 'Rather not say' }, ...options]}
          />
        ))}
        <div class="row">
          <Button kind="primary">Save these answers</Button>
          <a href={links.application(text)}>Back without saving</a>
        </div>
      </form>
    </PublicFrame>
  )
}

/** After erasure there is no page left but this. */
export function ErasedPage() {
  return (
    <PublicFrame title="Everything has been erased" organization="">
      <p>
        Your name, your address and your words are gone, and the link to your page opens nothing any more. We
        wish you well.
      </p>
    </PublicFrame>
  )
}
