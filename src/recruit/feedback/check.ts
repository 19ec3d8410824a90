/** What to look at in a feedback letter before it goes: words that are better said otherwise, and names that do not belong there. */
import { checkWording } from '#role/wording/check.ts'
import type { Feedback } from './feedback.ts'

export type FeedbackField = 'opening' | 'closing' | `shown:${string}` | `next:${string}`

function fieldsOf({ opening, closing, parts }: Feedback): [FeedbackField, string][] {
  return [
    ['opening', opening],
    ...parts.flatMap(({ criterion, shown, next }): [FeedbackField, string][] => [
      [`shown:${criterion}`, shown],
      [`next:${criterion}`, next],
    ]),
    ['closing', closing],
  ]
}

/** More in one part is a list that nobody reads, and more than an interview hears. */
const MOST_LINES = 5

function lengthHint(field: FeedbackField, text: string): string[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '').length
  if (lines <= MOST_LINES) return []
  if (field.startsWith('shown:'))
    return [
      `It has ${lines} lines, more than an interview hears. Keep those that you heard an example of: four or five at most.`,
    ]
  if (field.startsWith('next:'))
    return [`It has ${lines} lines, too many to begin with. Keep the few that would help most.`]
  return []
}

/**
 * By field, a sentence for each thing that the wording checker marks, and one where a part has too many lines. The words of the
 * framework are checked as well.
 */
export function hintsFor(feedback: Feedback): Map<FeedbackField, readonly string[]> {
  const marked = fieldsOf(feedback).map(([field, text]) => {
    const hints = checkWording(text).marks.map(({ kind, text: marked, why, instead }) =>
      kind === 'long' ? `${why} ${instead}` : `“${marked}”: ${why} ${instead}`,
    )
    return [field, [...lengthHint(field, text), ...new Set(hints)] as readonly string[]] as const
  })
  return new Map(marked.filter(([, hints]) => hints.length > 0))
}

/** By field, what stops the letter: the full name of somebody on the panel, or of another candidate. */
export function namesIn(feedback: Feedback, names: readonly string[]): Record<string, string> {
  const looked = names.map((name) => ({ name, words: plain(name) }))
  return Object.fromEntries(
    fieldsOf(feedback).flatMap(([field, text]) => {
      const said = plain(text)
      const found = looked.find(({ words }) => said.includes(words))?.name
      if (found === undefined) return []
      return [[field, `It names ${found}. Leave out the names of the panel and of other candidates.`]]
    }),
  )
}

const plain = (text: string) =>
  ` ${text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
