/** The feedback letter as it is read: on the candidate's page, on paper, as a file, and in a mail. */
import type { Sheet, SheetBlock } from '#lib/sheet.ts'
import type { Feedback, FeedbackPart } from './feedback.ts'

export const SHOWN = 'What you showed'
export const QUOTED = 'In your own words'
export const NEXT = 'What the next level looks like'

interface About {
  title: string
  organization: string
  /** As people read it; null: not sent yet. */
  day: string | null
}

export function feedbackSheet(feedback: Feedback, { title, organization, day }: About): Sheet {
  return {
    title: `Feedback: ${title}`,
    subtitle: day === null ? `${organization} · not sent yet` : `${organization} · ${day}`,
    blocks: [
      ...paragraphs(feedback.opening),
      ...feedback.parts.flatMap(partBlocks),
      ...paragraphs(feedback.closing),
    ],
  }
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

const paragraphs = (text: string) =>
  linesOf(text).map((line): SheetBlock => ({ kind: 'paragraph', text: line }))

function partBlocks({ heading, shown, next, quotes }: FeedbackPart): SheetBlock[] {
  const sections: [string, string[]][] = [
    [SHOWN, linesOf(shown)],
    [QUOTED, quotes.map((quote) => `“${quote}”`)],
    [NEXT, linesOf(next)],
  ]
  const told = sections.filter(([, items]) => items.length > 0)
  if (told.length === 0) return []
  return [
    { kind: 'heading', rank: 1, text: heading },
    ...told.flatMap(([text, items]): SheetBlock[] => [
      { kind: 'heading', rank: 2, text },
      { kind: 'list', items },
    ]),
  ]
}

/** As plain text for a mail. */
export function feedbackText(feedback: Feedback): string {
  const parts = feedback.parts.flatMap(partBlocks).map((block) => {
    if (block.kind === 'heading')
      return block.rank === 1 ? `\n${block.text.toUpperCase()}` : `\n${block.text}`
    return block.kind === 'list' ? block.items.map((item) => `- ${item}`).join('\n') : ''
  })
  return `${[feedback.opening, ...parts, `\n${feedback.closing}`].join('\n').trim()}\n`
}
