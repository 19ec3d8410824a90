import { links } from '#routes.ts'
import { Button } from '#web/button.tsx'
import { type Messages, Problems } from '#web/field.tsx'
import { Notice } from '#web/notice.tsx'
import type { BankedQuestion, BankVersion } from '../kit/bank.ts'
import type { QuestionFault } from '../kit/question-check.ts'
import { RecruitFrame } from './frame.tsx'
import { QuestionFields } from './question-fields.tsx'
import { QuestionMarks } from './question-marks.tsx'
import { dayWords } from './words.ts'

type Values = Record<string, string>

/** The competencies of a framework, to choose one from. */
export interface AboutChoice {
  framework: string
  options: { value: string; label: string }[]
}

interface WordsProps {
  values: Values
  errors: Messages
  marks: readonly QuestionFault[]
  /** The words have just been looked through, at the writer's wish. */
  isChecked: boolean
  /** Whose list of what may not be asked was looked at. */
  country: string
}

/** A new question for the bank. */
export function NewBankQuestionPage({ choices, ...words }: WordsProps & { choices: AboutChoice[] }) {
  const { values, errors } = words
  return (
    <RecruitFrame
      title="Write a question"
      crumbs={[{ label: 'Our own questions', href: links.bank() }]}
      lead="It is offered wherever its competency is assessed; every kit has its own copy."
    >
      <form class="stack question-form" method="post" action={links.bank()} noValidate>
        <Problems errors={errors} />
        <About choices={choices} value={values.about} error={errors.about ?? errors.framework} />
        <Words {...words} />
        <div class="row">
          <Button kind="primary">Keep it</Button>
          <Button name="check" value="yes">
            Check the words only
          </Button>
        </div>
      </form>
    </RecruitFrame>
  )
}

interface AboutProps {
  choices: AboutChoice[]
  value: string | undefined
  error: string | undefined
}

function About({ choices, value, error }: AboutProps) {
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for="field-about">What it asks about</label>
      {error && (
        <p class="error" id="field-about-error">
          {error}
        </p>
      )}
      <select
        id="field-about"
        name="about"
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? 'field-about-error' : undefined}
      >
        <option value="">Choose a competency</option>
        {choices.map(({ framework, options }) => (
          <optgroup key={framework} label={framework}>
            {options.map((one) => (
              <option key={one.value} value={one.value} selected={one.value === value}>
                {one.label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  )
}

function Words({ values, errors, marks, isChecked, country }: WordsProps) {
  return (
    <>
      <QuestionMarks marks={marks} />
      {isChecked && marks.length === 0 && (
        <Notice kind="done">
          <p>
            Nothing in these words was marked, by the rules of {country}. Have a colleague read them, too.
          </p>
        </Notice>
      )}
      <QuestionFields values={values} errors={errors} />
    </>
  )
}

interface BankQuestionPageProps extends WordsProps {
  question: BankedQuestion
  versions: BankVersion[]
}

/** A question of the bank: its words, where it is asked, and what it said before. */
export function BankQuestionPage(props: BankQuestionPageProps) {
  const { question, values, errors } = props
  const { id, competencyName, competency, frameworkTitle, retiredAt } = question
  return (
    <RecruitFrame
      title={competencyName ?? competency}
      crumbs={[{ label: 'Our own questions', href: links.bank() }]}
      eyebrow={`A question of our own · ${frameworkTitle}`}
      actions={<a href={links.historyOf('question', id)}>History</a>}
    >
      {retiredAt ? (
        <Retired question={question} errors={errors} />
      ) : (
        <>
          <form class="stack question-form" method="post" action={links.bankQuestion(id)} noValidate>
            <Problems errors={errors} />
            <input type="hidden" name="seen" value={values.seen} />
            <Words {...props} />
            <div class="row">
              <Button kind="primary">Save as a new version</Button>
              <Button name="check" value="yes">
                Check the words only
              </Button>
            </div>
          </form>
          <Uses question={question} />
          <Versions {...props} />
          <Retiring id={id} />
        </>
      )}
      {retiredAt && (
        <>
          <Uses question={question} />
          <Versions {...props} />
        </>
      )}
    </RecruitFrame>
  )
}

function Retired({ question, errors }: Pick<BankQuestionPageProps, 'question' | 'errors'>) {
  const { id, text, probes, retiredAt } = question
  return (
    <>
      <Problems errors={errors} />
      <blockquote class="asked">{text}</blockquote>
      <ul class="probes">
        {probes.map((probe) => (
          <li key={probe}>{probe}</li>
        ))}
      </ul>
      <form class="row next" method="post" action={links.bankReturn(id)}>
        <Button kind="primary">Bring it back</Button>
        {retiredAt && <span class="soft">Retired on {dayWords(retiredAt)}: no new kit begins with it.</span>}
      </form>
    </>
  )
}

function Uses({ question: { uses, number } }: Pick<BankQuestionPageProps, 'question'>) {
  return (
    <section class="block" aria-labelledby="uses">
      <h2 id="uses">Where it is asked</h2>
      {uses.length === 0 ? (
        <p class="soft">Nowhere yet.</p>
      ) : (
        <ul class="flow">
          {uses.map((one) => (
            <li key={one.vacancy}>
              <a href={links.kit(one.vacancy)}>{one.title}</a>
              {one.number < number && <span class="soft"> · as version {one.number} had it</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Versions({ versions }: Pick<BankQuestionPageProps, 'versions'>) {
  if (versions.length < 2) return null
  return (
    <section class="block" aria-labelledby="versions">
      <h2 id="versions">What it said before</h2>
      <ol class="versions" reversed>
        {versions.slice(1).map(({ number, text, madeAt, madeBy }) => (
          <li key={number}>
            <p class="soft small">
              Version {number}, {dayWords(madeAt)}
              {madeBy && `, ${madeBy}`}
            </p>
            <p>{text}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Retiring({ id }: { id: string }) {
  return (
    <details class="block ending">
      <summary>Retire this question</summary>
      <form method="post" action={links.bankRetirement(id)}>
        <p class="soft measure">
          No new kit begins with it. Kits that ask it keep it, and it can be brought back at any time.
        </p>
        <Button>Retire it</Button>
      </form>
    </details>
  )
}
