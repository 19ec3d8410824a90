import type { Sheet, SheetBlock } from '#lib/sheet.ts'
import type { Line, RoleText, Section } from './text.ts'
import { TEXT_WORDS } from './text.ts'

export interface SheetWords {
  organization: string
  /** When it was published, as people read it; null: a draft. */
  published: string | null
  /** When it is looked at again, as people read it; null: not said. */
  review: string | null
  /** The number of the profile's version. */
  profile: number
}

/** The text as a sheet: what is empty in it is left out. An advert carries no notes for inside the house. */
export function textSheet(text: RoleText, words: SheetWords): Sheet {
  const { content, kind } = text
  const state = words.published === null ? 'Draft' : words.published
  return {
    title: content.title,
    subtitle:
      kind === 'advert' ? words.organization : `${TEXT_WORDS[kind].label} · ${words.organization} · ${state}`,
    blocks: content.sections.flatMap(blocksOf),
    ...(kind !== 'advert' && { footer: footerOf(text, words) }),
  }
}

function footerOf({ number, content }: RoleText, { profile, review }: SheetWords): string {
  const sources = new Set(
    content.sections
      .flatMap(({ lines }) => lines)
      .flatMap(({ origin }) => (origin.from === 'framework' ? [origin.framework] : [])),
  )
  const from = sources.size > 0 ? ` Statements after ${[...sources].join(', ')}.` : ''
  const again = review ? ` To be looked at again by ${review}.` : ''
  return `Version ${number}, made from version ${profile} of the role’s profile.${from}${again}`
}

function blocksOf(section: Section): SheetBlock[] {
  const { heading, text, lines, facts } = section
  const told = facts.filter((fact) => fact.text !== '')
  const paragraphs = text.split(/\n+/).filter(Boolean)
  const isEmpty =
    lines.length === 0 && told.length === 0 && (section.kind !== 'prose' || paragraphs.length === 0)
  if (isEmpty) return []
  return [
    { kind: 'heading', rank: 1, text: heading },
    ...paragraphs.map((one): SheetBlock => ({ kind: 'paragraph', text: one })),
    ...linesBlocks(lines),
    ...(told.length > 0
      ? [{ kind: 'list', items: told.map((fact) => `${fact.label}: ${fact.text}`) } satisfies SheetBlock]
      : []),
  ]
}

/** A list for the lines without a heading, then each heading with its own. */
function linesBlocks(lines: readonly Line[]): SheetBlock[] {
  return [...Map.groupBy(lines, ({ under }) => under)].flatMap(([under, group]): SheetBlock[] => [
    ...(under === null ? [] : [{ kind: 'heading', rank: 2, text: under } satisfies SheetBlock]),
    { kind: 'list', items: group.map(({ text }) => text) },
  ])
}
