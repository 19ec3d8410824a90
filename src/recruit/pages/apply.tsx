import { longDay } from '#people/words.ts'
import { links } from '#routes.ts'
import { Button } from '#web/button.tsx'
import { Field, type Messages, Problems } from '#web/field.tsx'
import { Notice } from '#web/notice.tsx'
import type { Vacancy } from '../model.ts'
import { NoticeText, PublicFrame } from './public-frame.tsx'

interface ApplyProps {
  text: string
  organization: string
  vacancy: Vacancy
  notice: string
  closed: string | null
  values?: Record<string, string>
  errors?: Messages
}

/** Where people apply by link: what for, what becomes of what they give, and only what is needed. */
export function ApplyPage(props: ApplyProps) {
  const { organization, vacancy, notice, closed } = props
  const until = vacancy.applyUntil ? ` You can apply until ${longDay(vacancy.applyUntil)}.` : ''
  return (
    <PublicFrame
      title={vacancy.title}
      organization={organization}
      lead={closed ? null : `Apply here in a few minutes, without an account.${until}`}
    >
      {closed ? <Notice title="Closed">{closed}</Notice> : <ApplyForm {...props} />}
      <section aria-labelledby="notice">
        <h2 id="notice">What becomes of what you give</h2>
        <NoticeText notice={notice} />
      </section>
    </PublicFrame>
  )
}

function ApplyForm({ text, values = {}, errors = {} }: ApplyProps) {
  return (
    <form class="stack" method="post" action={links.apply(text)} noValidate>
      <Problems errors={errors} />
      <Field
        label="Your name"
        name="name"
        value={values.name}
        error={errors.name}
        autocomplete="name"
        required
      />
      <Field
        label="E-mail address for our answer"
        name="email"
        type="email"
        value={values.email}
        error={errors.email}
        autocomplete="email"
        required
      />
      <Field
        label="What you would like to say"
        name="letter"
        rows={8}
        value={values.letter}
        error={errors.letter}
        hint="In your own words, or nothing. Please leave out your age, family and health: they play no part."
      />
      <Field
        label="What you need for an interview"
        name="accommodation"
        rows={3}
        value={values.accommodation}
        error={errors.accommodation}
        hint="Anything that makes it fair to you: a step-free room, more time, the questions in large print, an interpreter. It has no bearing on the decision. You can change it later."
      />
      <Button kind="primary">Apply</Button>
    </form>
  )
}
