/**
 * The feedback letter: what a candidate is told after the decision, in the words of the anchors. It holds no rating, nothing of
 * other candidates and nobody's name; of the panel's notes nothing, and of quotes those alone that somebody has ticked.
 */
import { Invalid } from '#errors.ts'

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

/** What somebody has typed; of quotes the numbers of those that are ticked. */
export interface FeedbackInput {
  opening: string
  closing: string
  parts: { criterion: string; shown: string; next: string; quotes: number[] }[]
  /** The version that these changes were made to; 0 where nothing was saved yet. */
  version: number
}

const LONGEST = 4000

/** The fields of a form: texts as `shown:ID` and `next:ID`, and of each ticked quote its number as `quote:ID`. */
export function typedFeedback(form: Readonly<Record<string, unknown>>): FeedbackInput {
  const ids = Object.keys(form).flatMap((name) => (name.startsWith('shown:') ? [name.slice(6)] : []))
  return {
    opening: textIn(form.opening),
    closing: textIn(form.closing),
    parts: ids.map((criterion) => ({
      ...{ criterion, shown: textIn(form[`shown:${criterion}`]), next: textIn(form[`next:${criterion}`]) },
      quotes: [form[`quote:${criterion}`] ?? []].flat().map(Number).filter(Number.isInteger),
    })),
    version: Number(form.version ?? 0),
  }
}

function textIn(typed: unknown): string {
  return typeof typed === 'string' ? typed.normalize('NFC').replace(/\r\n?/g, '\n').trim() : ''
}

/** The same, if it can be saved. Throws Invalid field by field. */
export function checkFeedback(input: FeedbackInput): FeedbackInput {
  const fields: [string, string][] = [
    ['opening', input.opening],
    ['closing', input.closing],
    ...input.parts.flatMap(({ criterion, shown, next }): [string, string][] => [
      [`shown:${criterion}`, shown],
      [`next:${criterion}`, next],
    ]),
  ]
  const long = fields
    .filter(([, text]) => text.length > LONGEST)
    .map(([field]) => [field, 'Use at most 4,000 characters here.'] as const)
  const errors = {
    ...Object.fromEntries(long),
    ...(input.opening === '' && { opening: 'Begin with a sentence or two, such as a thank you.' }),
  }
  if (Object.keys(errors).length > 0) throw new Invalid(errors)
  return input
}

/** The letter with what was typed. Headings and quotes are ours: what is sent of them is numbers alone. */
export function withInput(
  feedback: Feedback,
  input: FeedbackInput,
  quotes: ReadonlyMap<string, readonly string[]>,
): Feedback {
  const parts = feedback.parts.map((part) => {
    const sent = input.parts.find(({ criterion }) => criterion === part.criterion)
    if (!sent) return part
    const all = quotes.get(part.criterion) ?? []
    return {
      ...{ ...part, shown: sent.shown, next: sent.next },
      quotes: all.filter((_, i) => sent.quotes.includes(i)),
    }
  })
  return { opening: input.opening, parts, closing: input.closing }
}
