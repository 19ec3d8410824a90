import { links } from '#routes.ts'
import { Button } from '#web/button.tsx'
import { Choice, Field, type Messages, Problems } from '#web/field.tsx'
import { MOST_WORDS } from '../prepare.ts'

export interface FrameworkChoice {
  slug: string
  title: string
}

/** What to try for somebody who has never been here; in the words of nobody in particular. */
export const TRIALS = {
  queue: 'I keep the queue calm by chatting with people while they wait.',
  booking: 'Untangles double bookings on the spot and works out how they came about.',
  day: 'Answers the phones. Books rooms and keeps the diary up to date. Soothes callers who are angry about a bill.',
  empathy: 'empathy',
} as const

export type Trial = keyof typeof TRIALS

export interface BoxProps {
  frameworks: FrameworkChoice[]
  values: { text?: string; framework?: string; beside?: string }
  errors?: Messages
  /** An answer stands below: then the box is small. */
  answered?: boolean
}

/** The one box: what somebody does, and through which framework or two it is read. */
export function Box({ frameworks, values, errors = {}, answered = false }: BoxProps) {
  const options = frameworks.map(({ slug, title }) => ({ value: slug, label: title }))
  return (
    <form class="translate-box" method="post" action={links.translate()} noValidate>
      <Problems errors={errors} />
      <Field
        label="What do you do at work, in your own words?"
        name="text"
        rows={answered ? 3 : 5}
        value={values.text}
        error={errors.text}
        hint={`A sentence, a paragraph, or a whole job description or CV: up to ${new Intl.NumberFormat('en-GB').format(MOST_WORDS)} words. Nothing of it is kept.`}
      />
      <div class="translate-choices">
        <Choice
          label="Read it through"
          name="framework"
          value={values.framework}
          error={errors.framework}
          options={options}
        />
        <Choice
          label="and beside it"
          name="beside"
          value={values.beside ?? ''}
          error={errors.beside}
          options={[{ value: '', label: 'nothing else' }, ...options]}
        />
        <Button kind="primary">Translate</Button>
      </div>
      {!answered && (
        <div class="trials">
          <p class="small soft">Or try one of these:</p>
          <ul>
            {Object.entries(TRIALS).map(([key, text]) => (
              <li key={key}>
                <a href={links.translateTrial(key)}>{text}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </form>
  )
}
