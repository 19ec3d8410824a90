import { z } from 'zod'
import { JOB_ANSWERS } from './model.ts'

/** What was settled together, as a form gives it. */
export const SettlementInput = z.object({
  statement: z.uuid('Choose a statement.'),
  answer: z.enum(JOB_ANSWERS, 'Say on what you settled.'),
  reason: z
    .string('Say why.')
    .transform((text) => text.normalize('NFC').replace(/\s+/gu, ' ').trim())
    .pipe(z.string().min(5, 'Say why, in a few words.').max(600, 'Use at most 600 characters.')),
})

/** What an incumbent types of a competency beside the answers; months are null for an empty box. */
export const SayInput = z.object({
  months: z
    .string()
    .trim()
    .transform((text) => (text === '' ? null : Number(text)))
    .pipe(
      z
        .int('Give whole months, from 0 to 120.')
        .min(0, 'Give whole months, from 0 to 120.')
        .max(120, 'Give whole months, from 0 to 120.')
        .nullable(),
    ),
})
