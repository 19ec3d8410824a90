/** What candidates may say of themselves so that the choice can be checked for fairness. Nobody has to, and no answer is guessed. */
import { z } from 'zod'

export interface Dimension {
  key: string
  /** What the report calls it. */
  title: string
  question: string
  options: readonly { value: string; label: string }[]
}

/** What is kept where somebody has said nothing, or that they rather would not. */
export const UNKNOWN = 'unknown'

export const DIMENSIONS: readonly Dimension[] = [
  {
    key: 'sex',
    title: 'Sex',
    question: 'How do you describe yourself?',
    options: [
      { value: 'woman', label: 'Woman' },
      { value: 'man', label: 'Man' },
      { value: 'other', label: 'In another way' },
    ],
  },
  {
    key: 'age',
    title: 'Age',
    question: 'How old are you?',
    options: [
      { value: 'under 25', label: 'Under 25' },
      { value: '25 to 39', label: '25 to 39' },
      { value: '40 to 54', label: '40 to 54' },
      { value: '55 and over', label: '55 and over' },
    ],
  },
  {
    key: 'disability',
    title: 'Disability',
    question: 'Do you have a disability or a long-lasting condition?',
    options: [
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: 'No' },
    ],
  },
  {
    key: 'minority',
    title: 'Ethnic minority',
    question: 'Do you belong to an ethnic minority where you live?',
    options: [
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: 'No' },
    ],
  },
]

/** The answers of the form; what was not chosen, or was “rather not say”, is not kept. */
export const VoluntaryInput = z.record(z.string(), z.unknown()).transform(
  (typed): Record<string, string> =>
    Object.fromEntries(
      DIMENSIONS.flatMap(({ key, options }) => {
        const chosen = options.find(({ value }) => value === typed[key])
        return chosen ? [[key, chosen.value]] : []
      }),
    ),
)
