import { links } from '#routes.ts'
import { Button } from '#web/button.tsx'
import { Choice, Field, type Messages, Problems } from '#web/field.tsx'
import type { QuestionFault } from '../kit/question-check.ts'
import type { Criterion, Question } from '../model.ts'
import type { Opened } from '../opened.ts'
import { RecruitFrame } from './frame.tsx'
import { QuestionFields } from './question-fields.tsx'
import { QuestionMarks } from './question-marks.tsx'
import { rangeWords } from './words.ts'

interface QuestionPageProps {
  opened: Opened
  question: Question
  criterion: Criterion
  values: Record<string, string>
  /** What the checker says of the words as they stand here. */
  marks: QuestionFault[]
  /** Questions that may be taken instead: the framework's and the organisation's. */
  others: string[]
  errors?: Messages
}

/** Writing a question: its words, probes, rating guide, and who asks it. */
export function QuestionPage(props: QuestionPageProps) {
  const { opened, question, criterion, values, errors = {} } = props
  const { vacancy } = opened
  const members = opened.panel.filter(({ leftAt }) => leftAt === null)
  return (
    <RecruitFrame
      title={criterion.name}
      vacancy={vacancy}
      oversees
      crumbs={[{ label: 'Kit', href: links.kit(vacancy.id) }]}
      eyebrow="The question, its probes and its rating guide"
    >
      <form
        class="stack question-form"
        method="post"
        action={links.kitQuestion(vacancy.id, question.id)}
        noValidate
      >
        <Problems errors={errors} />
        <QuestionMarks marks={props.marks} />
        <QuestionFields values={values} errors={errors}>
          <Others others={props.others.filter((one) => one !== values.text)} />
        </QuestionFields>
        <Choice
          label="Who asks it of every candidate"
          name="askedBy"
          value={values.askedBy}
          error={errors.askedBy}
          options={[
            { value: '', label: 'Not said yet' },
            ...members.map(({ personId, name }) => ({ value: personId, label: name })),
          ]}
        />
        <h2>{`Rating guide, 1 to ${question.points}`}</h2>
        <p class="soft measure">
          What an answer sounds like, one sign a line. It was filled from the framework’s levels: below, at
          and beyond what the job needs on the first day. “No response” is no rating.
        </p>
        {question.anchors.toReversed().map((anchor) => (
          <fieldset class="anchor" key={anchor.from}>
            <legend>{rangeWords(anchor)}</legend>
            <Field
              label="Name of the range"
              name={`label${anchor.from}`}
              value={values[`label${anchor.from}`]}
              error={errors[`label${anchor.from}`]}
            />
            <Field
              label="What an answer sounds like"
              name={`texts${anchor.from}`}
              rows={5}
              value={values[`texts${anchor.from}`]}
              error={errors[`texts${anchor.from}`]}
            />
          </fieldset>
        ))}
        <label class="tick">
          <input type="checkbox" name="keep" value="yes" checked={values.keep === 'yes'} />
          <span>
            Keep the question for other vacancies
            <span class="hint">It is offered wherever this competency is assessed.</span>
          </span>
        </label>
        <div class="row">
          <Button kind="primary">Save</Button>
          <Button name="check" value="yes">
            Check the words only
          </Button>
          <a href={links.kit(vacancy.id)}>Back to the kit</a>
        </div>
      </form>
    </RecruitFrame>
  )
}

function Others({ others }: { others: string[] }) {
  if (others.length === 0) return null
  return (
    <details>
      <summary>Other questions for it, to copy from</summary>
      <ul class="flow">
        {others.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </details>
  )
}
