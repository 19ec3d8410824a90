/** What somebody says when they apply, and what they are asked of their own will. */
import { z } from 'zod'
import type { Feedback } from '../feedback/feedback.ts'
import type { Candidate, Vacancy } from '../model.ts'

const tidy = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ').trim()
const lines = (text: string) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim()

const email = z
  .string()
  .transform(tidy)
  .pipe(z.email('Give an e-mail address such as name@example.org.').max(254, 'Use at most 254 characters.'))

function words(most: number) {
  return z
    .string()
    .nullish()
    .transform((text) => lines(text ?? '') || null)
    .pipe(
      z
        .string()
        .max(most, `Use at most ${most.toLocaleString('en-GB')} characters.`)
        .nullable(),
    )
}

const name = z
  .string('Give your name.')
  .transform(tidy)
  .pipe(z.string().min(2, 'Give the name that we may call you by.').max(200, 'Use at most 200 characters.'))

/** By link: the answer needs an address. */
export const ApplicationInput = z.object({
  name,
  email,
  letter: words(10_000),
  accommodation: words(2000),
})
export type ApplicationInput = z.infer<typeof ApplicationInput>

/** By hand: somebody who applied in another way may have no address. */
export const CandidateInput = z.object({
  name,
  email: z
    .string()
    .nullish()
    .transform((text) => tidy(text ?? '') || null)
    .pipe(email.nullable()),
  letter: words(10_000),
  accommodation: words(2000),
})
export type CandidateInput = z.infer<typeof CandidateInput>

export const AccommodationInput = z.object({ accommodation: words(2000) })

/** Why nobody can apply now; null: they can. `today`: a day. */
export function closedBecause(
  { link, state, applyUntil }: Pick<Vacancy, 'link' | 'state' | 'applyUntil'>,
  today: string,
): string | null {
  if (link === null || state === 'decided' || state === 'closed')
    return 'This vacancy takes no more applications.'
  if (applyUntil !== null && applyUntil < today)
    return 'The last day for applying has passed, so this vacancy takes no more applications.'
  return null
}

/** What a candidate takes away of their own data, as JSON. */
export function ownFile(
  { name, email, letter, accommodation, notice, stage, appliedAt, withdrawnAt }: Candidate,
  {
    title,
    voluntary,
    feedback,
  }: {
    title: string
    voluntary: Record<string, string>
    feedback: { content: Feedback; sentAt: Date } | null
  },
) {
  return {
    vacancy: title,
    name,
    email,
    letter,
    accommodation,
    notice,
    stage,
    appliedAt,
    withdrawnAt,
    voluntary,
    feedback: feedback && { ...feedback.content, sentAt: feedback.sentAt },
  }
}
