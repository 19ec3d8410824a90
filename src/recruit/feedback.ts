/**
 * The feedback letter: what a candidate is told after the decision, in the words of the anchors. It holds no rating, nothing of
 * other candidates and nobody's name; of the panel's notes nothing, and of quotes those alone that somebody has ticked.
 */
import { z } from 'zod'

/** What is said of one competency. Texts hold a statement a line. */
export interface FeedbackPart {
  criterion: string
  heading: string
  /** What the answers showed; '': left out. */
  shown: string
  /** What the next level looks like; '': left out. */
  next: string
  /** The candidate's own words. */
  quotes: string[]
}

export interface Feedback {
  opening: string
  parts: FeedbackPart[]
  closing: string
}

const words = z
  .string()
  .transform((typed) => typed.normalize('NFC').replace(/\r\n?/g, '\n').trim())
  .pipe(z.string().max(4000, 'Use at most 4,000 characters here.'))

/** What the form sends; quotes by their number among those that could be ticked. */
export const FeedbackInput = z.object({
  opening: words.refine((text) => text !== '', 'Begin with a sentence or two, such as a thank you.'),
  closing: words,
  parts: z.array(z.object({ criterion: z.uuid(), shown: words, next: words, quotes: z.array(z.int().min(0)) })),
  /** The version that these changes were made to; 0 where nothing was saved yet. */
  version: z.int().min(0),
})
export type FeedbackInput = z.infer<typeof FeedbackInput>
