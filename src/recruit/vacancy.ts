/** What somebody says of a vacancy when they make or change it. */
import { z } from 'zod'
import { isDay } from '#people/day.ts'
import { POINTS } from './model.ts'

const tidy = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ').trim()

function line(what: string, most: number) {
  return z
    .string(what)
    .transform(tidy)
    .pipe(z.string().min(3, what).max(most, `Use at most ${most} characters.`))
}

const day = z
  .string()
  .nullish()
  .transform((text) => tidy(text ?? '') || null)
  .pipe(z.string().refine(isDay, 'Write the day as 2026-05-31.').nullable())

function whole(least: number, most: number) {
  const words = `Give a whole number from ${least} to ${most}.`
  return z
    .union([z.string(), z.number()])
    .transform(Number)
    .pipe(z.int(words).min(least, words).max(most, words))
}

/** Minutes; empty: the questions are not given beforehand. */
const minutes = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (value === null || value === undefined || value === '' ? null : Number(value)))
  .pipe(
    z
      .int('Give the minutes as a whole number.')
      .min(5, 'Give at least 5 minutes.')
      .max(1440, 'Give at most a day, 1,440 minutes.')
      .nullable(),
  )

/** Candidates who are not hired are kept so many months unless somebody says otherwise. */
export const KEEP_MONTHS = 6

export const VacancyInput = z
  .object({
    title: line('Give the title of the job, as candidates read it.', 200),
    purpose: line('Say what the assessment is for, as candidates are told.', 1000),
    places: whole(1, 99),
    applyUntil: day,
    decideBy: day,
    keepMonths: whole(1, 60),
    questionsBefore: minutes,
    jurisdiction: z.string().regex(/^[A-Z]{2}$/, 'Choose one of the list.'),
  })
  .superRefine(({ applyUntil, decideBy }, context) => {
    if (applyUntil && decideBy && decideBy < applyUntil)
      context.addIssue({
        code: 'custom',
        path: ['decideBy'],
        message: 'The decision would come before the last day for applying. Change one of the two days.',
      })
  })
export type VacancyInput = z.infer<typeof VacancyInput>

/** Who rates, and on what scale; the first of the panel leads it unless somebody else is named. */
export const PanelInput = z.object({
  members: z.array(z.uuid('Choose people of the list.')).max(12, 'Choose at most 12 people.'),
  chair: z.uuid('Choose one of the panel.').nullable(),
})
export type PanelInput = z.infer<typeof PanelInput>

export const PointsInput = z.coerce.number().pipe(
  z.union(
    POINTS.map((points) => z.literal(points)),
    'Choose 5, 7 or 9 points.',
  ),
)
