import { type Competency, competencyLabel, type Framework, levelLabel } from '#framework/model.ts'
import { links } from '#routes.ts'
import { Button } from '#web/button.tsx'
import { Field, type Messages, Problems } from '#web/field.tsx'
import { LevelTag, stepOf } from '#web/level-tag.tsx'
import { Notice } from '#web/notice.tsx'
import type { AnalysisCard, Incumbent } from '../analysis.ts'
import type { AskedStatement } from '../asked.ts'
import { JOB_ANSWER_WORDS, JOB_ANSWERS, type JobAnswer, type Role } from '../model.ts'
import { RoleFrame } from './frame.tsx'

export interface AnswerPageProps {
  role: Role
  analysis: AnalysisCard
  me: Incumbent
  framework: Framework
  /** Of this screen. */
  competency: Competency
  statements: AskedStatement[]
  answers: ReadonlyMap<string, JobAnswer>
  months: string
  /** Every competency that is asked about, and how far it is answered. */
  parts: { competency: Competency; asked: number; answered: number }[]
  /** Whether the answers may still be changed. */
  isOpen: boolean
  /** Whether they may be taken back to be changed. */
  mayTakeBack: boolean
  errors?: Messages
}

/** The form of the screen; the button that submits stands further down and sends it too, so that nothing given here is lost. */
const FORM = 'job-answers'

/** One competency at a time: what the job, not the person, needs of it. */
export function AnswerPage(props: AnswerPageProps) {
  const { role, analysis, framework, competency, parts, isOpen, errors = {} } = props
  const at = parts.findIndex((one) => one.competency.key === competency.key)
  return (
    <RoleFrame
      title={competencyLabel(competency)}
      role={role}
      crumbs={[{ label: 'What the job needs', href: links.roleAnswers(role.id, analysis.id) }]}
      eyebrow={`${framework.title} · ${at + 1} of ${parts.length}`}
      lead={competency.definition ?? undefined}
      scripts={isOpen ? ['job-answers'] : []}
    >
      <Problems errors={errors} />
      <p class="about-job">
        <b>About the job, not about you.</b> Think of anybody who does {role.title} well: what does the job
        ask of them? Leave out what you cannot say; that is no “no”.
      </p>
      {isOpen ? <Questions {...props} isLast={at === parts.length - 1} /> : <Answered {...props} />}
      <Parts {...props} />
      {isOpen && <Submission {...props} />}
    </RoleFrame>
  )
}

function Questions({
  role,
  analysis,
  framework,
  competency,
  statements,
  answers,
  months,
  errors = {},
  isLast,
}: AnswerPageProps & { isLast: boolean }) {
  const { levels } = framework.scale
  return (
    <form
      id={FORM}
      class="job-form"
      method="post"
      action={links.roleAnswers(role.id, analysis.id, competency.key)}
      autocomplete="off"
      data-job-answers
    >
      {levels.map((level, i) => {
        const own = statements.filter((one) => one.level === level.key)
        if (own.length === 0) return null
        return (
          <section key={level.key} aria-label={levelLabel(level)}>
            <h2>
              <LevelTag number={level.number} name={level.name} step={stepOf(i, levels.length)} />
            </h2>
            {own.map((one) => (
              <Question key={one.statementId} statement={one} answer={answers.get(one.statementId) ?? null} />
            ))}
          </section>
        )
      })}
      <div class="stack months">
        <Field
          label="After how many months does somebody new do this well?"
          name="months"
          type="number"
          inputmode="numeric"
          length={5}
          value={months}
          error={errors.months}
          hint="As well as the job needs it. Leave it empty when you cannot say."
        />
      </div>
      <div class="row job-ways">
        <Button kind="primary" name="to" value={isLast ? 'end' : 'next'}>
          {isLast ? 'Save' : 'Save and go on'}
        </Button>
        <Button kind="quiet" name="to" value="pause">
          Save and pause
        </Button>
        <span class="soft small" data-saved role="status" />
      </div>
    </form>
  )
}

function Question({ statement, answer }: { statement: AskedStatement; answer: JobAnswer | null }) {
  const name = `s-${statement.statementId}`
  return (
    <fieldset class="question" id={name}>
      <legend>{statement.text}</legend>
      <div class="choices">
        {JOB_ANSWERS.map((one) => (
          <label key={one} title={JOB_ANSWER_WORDS[one].label}>
            <input type="radio" name={name} value={one} checked={answer === one} />
            <span>{JOB_ANSWER_WORDS[one].short}</span>
          </label>
        ))}
        <label class="no-answer">
          <input type="radio" name={name} value="" checked={answer === null} />
          <span>Cannot say</span>
        </label>
      </div>
    </fieldset>
  )
}

function Answered({ statements, answers, months, role, analysis, mayTakeBack }: AnswerPageProps) {
  return (
    <>
      <Notice title="You have answered">
        <p>
          {mayTakeBack
            ? 'Until all have answered or it is closed, you can take your answers back and change them.'
            : 'It stays as it is: others can see it now.'}
        </p>
        {mayTakeBack && (
          <form method="post" action={links.roleTakingBack(role.id, analysis.id)}>
            <Button>Take my answers back</Button>
          </form>
        )}
      </Notice>
      <dl class="job-said">
        {statements.map(({ statementId, text }) => {
          const answer = answers.get(statementId)
          return (
            <div key={statementId}>
              <dt>{text}</dt>
              <dd class={answer ? undefined : 'soft'}>
                {answer ? JOB_ANSWER_WORDS[answer].label : 'No answer'}
              </dd>
            </div>
          )
        })}
        <div>
          <dt>Months until somebody new does this well</dt>
          <dd class={months === '' ? 'soft' : undefined}>{months === '' ? 'No answer' : months}</dd>
        </div>
      </dl>
    </>
  )
}

function Parts({ role, analysis, competency, parts }: AnswerPageProps) {
  return (
    <nav class="block" aria-label="All that is asked">
      <h2>All that is asked</h2>
      <ol class="job-parts">
        {parts.map((one) => (
          <li key={one.competency.key}>
            <a
              href={links.roleAnswers(role.id, analysis.id, one.competency.key)}
              aria-current={one.competency.key === competency.key ? 'page' : undefined}
            >
              {competencyLabel(one.competency)}
            </a>{' '}
            <span class="soft small">
              {one.answered} of {one.asked}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function Submission({ parts, me }: AnswerPageProps) {
  const open = parts.reduce((sum, { asked, answered }) => sum + asked - answered, 0)
  return (
    <section class="block" aria-labelledby="submission">
      <h2 id="submission">When you are done</h2>
      <p class="measure">
        {me.answered === 0
          ? 'Your answers are only yours until you submit them. Nothing is answered yet.'
          : open > 0
            ? `${open} statements have no answer. That is all right: they count neither for nor against.`
            : 'Every statement has an answer.'}
      </p>
      <p class="soft measure">
        Then whoever asked sees that you have answered. What you said they see with your name once all have
        answered or it is closed; when it is closed, the others who answered see it too, so that you can talk
        about it.
      </p>
      <Button form={FORM} name="to" value="submit">
        Submit my answers
      </Button>
    </section>
  )
}
