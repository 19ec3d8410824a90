import type { ComponentChildren } from 'preact'
import { Choice, Field, type Messages } from '#web/field.tsx'
import { KIND_WORDS } from './words.ts'

interface QuestionFieldsProps {
  values: Record<string, string | undefined>
  errors: Messages
  /** Between the words and the rest. */
  children?: ComponentChildren
}

/** The words of a question, what it asks for, and its probes. */
export function QuestionFields({ values, errors, children }: QuestionFieldsProps) {
  return (
    <>
      <Field
        label="Question"
        name="text"
        rows={4}
        value={values.text}
        error={errors.text}
        hint="One time, one thing, neutral, and nothing that tells which answer is wanted."
      />
      {children}
      <Choice
        label="It asks"
        name="kind"
        value={values.kind}
        error={errors.kind}
        options={Object.entries(KIND_WORDS).map(([value, label]) => ({ value, label }))}
      />
      <Field
        label="Probes"
        name="probes"
        rows={4}
        value={values.probes}
        error={errors.probes}
        hint="One a line: situation, action, result. Everybody may be asked these and no others."
      />
    </>
  )
}
