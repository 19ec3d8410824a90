import { z } from 'zod'
import { MOST_WORDS, plainText } from './prepare.ts'

/** Beyond this no text is looked at, whatever its words. */
const MOST_CHARACTERS = 60_000
/** So many activities are answered at once. */
export const MOST_ACTIVITIES = 200

const figures = new Intl.NumberFormat('en-GB')

/** What somebody wants translated, and through which frameworks. Nothing of it is kept. */
export const TranslateForm = z.object({
  text: z
    .string('Write what you do.')
    .transform((typed) => typed.trim())
    .superRefine((typed, { addIssue }) => {
      const message = faultOf(typed)
      if (message !== null) addIssue({ code: 'custom', message })
    }),
  framework: z.string('Choose a framework.').min(1, 'Choose a framework.').max(200),
  /** A second one, to stand beside it; empty: none. */
  beside: z.string().max(200).optional().default(''),
  /** Which of two close competencies it is rather, in the framework of this name. */
  about: z.string().max(200).optional().default(''),
  rather: z.string().max(200).optional().default(''),
})
export type TranslateForm = z.infer<typeof TranslateForm>

function faultOf(typed: string): string | null {
  if (typed === '') return 'Write what you do, in a sentence or more.'
  const words = typed.split(/\s+/).length
  if (words > MOST_WORDS)
    return `These are ${figures.format(words)} words. Translate reads ${figures.format(MOST_WORDS)} at once: send it in parts.`
  if (typed.length > MOST_CHARACTERS)
    return `These are ${figures.format(typed.length)} characters. Translate reads ${figures.format(MOST_CHARACTERS)} at once: send it in parts.`
  if (!/\p{L}/u.test(plainText(typed)))
    return 'There are no words in this. Write what you do, in a sentence or more.'
  return null
}
