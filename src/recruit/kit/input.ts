/** What somebody says of a kit when they change it. */
import { z } from 'zod'
import { Invalid } from '#errors.ts'
import { type Criterion, QUESTION_KINDS } from '../model.ts'

const tidy = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[^\S\n]+/gu, ' ')
    .trim()

/** One thing a line; empty lines count for nothing. */
const lines = z
  .string()
  .max(6000, 'Use at most 6,000 characters.')
  .transform((text) =>
    text
      .split('\n')
      .map(tidy)
      .filter((line) => line !== ''),
  )

const AnchorInput = z.object({
  from: z.coerce.number().int(),
  to: z.coerce.number().int(),
  label: z
    .string()
    .transform(tidy)
    .pipe(
      z.string().min(1, 'Name every range.').max(60, 'Use at most 60 characters for the name of a range.'),
    ),
  texts: lines,
  level: z.string().max(100).nullable(),
})

export const QuestionInput = z.object({
  kind: z.enum(QUESTION_KINDS, 'Choose what the question asks for.'),
  text: z
    .string()
    .transform((text) => tidy(text.replaceAll('\n', ' ')))
    .pipe(
      z
        .string()
        .min(10, 'Write the question.')
        .max(600, 'Use at most 600 characters: a long question is hard to answer.'),
    ),
  probes: lines.pipe(z.array(z.string()).max(6, 'Use at most six probes: more make interviews differ.')),
  askedBy: z.uuid('Choose somebody who is on the panel.').nullable(),
  anchors: z.array(AnchorInput).min(1).max(9),
  /** Keep it for other vacancies, too. */
  keep: z.boolean(),
})
export type QuestionInput = z.infer<typeof QuestionInput>

/** By the id of the criterion: its weight as typed; empty: it is not assessed. */
export type WeightsGiven = Readonly<Record<string, string>>

/** The criteria with these weights. Throws Invalid, naming the field of the criterion. */
export function criteriaGiven(criteria: readonly Criterion[], given: WeightsGiven): Criterion[] {
  const errors: Record<string, string> = {}
  const changed = criteria.map((one) => {
    const typed = (given[one.id] ?? '').trim()
    if (typed === '') return { ...one, weight: null }
    const weight = Number(typed)
    if (one.entryLevel === null)
      errors[one.id] =
        `${one.name} is learned in the job, so nobody can be asked for it. Leave its weight empty.`
    else if (!Number.isInteger(weight) || weight < 1 || weight > 100)
      errors[one.id] = `Give the weight of ${one.name} as a whole number from 1 to 100, or leave it empty.`
    return { ...one, weight }
  })
  const left = changed.find(({ must, entryLevel, weight }) => must && entryLevel !== null && weight === null)
  if (left)
    errors[left.id] =
      `${left.name} is a must-have on the first day, so it has to be assessed. Give it a weight.`
  if (Object.keys(errors).length === 0 && changed.every(({ weight }) => weight === null))
    errors[''] = 'Give at least one competency a weight: otherwise nothing is assessed.'
  if (Object.keys(errors).length > 0) throw new Invalid(errors)
  return changed
}
