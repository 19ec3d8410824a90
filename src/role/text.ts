/**
 * Texts about a role: the job description, the advert and the level card. Each is made from one version of the role's profile,
 * has sections of prose, of facts or of lines, and goes through versions; what is published never changes.
 */
import { z } from 'zod'

export const TEXT_KINDS = ['description', 'advert', 'card'] as const
export type TextKind = (typeof TEXT_KINDS)[number]

/** What people read for each kind. */
export const TEXT_WORDS: Record<TextKind, { label: string; one: string; says: string }> = {
  description: {
    label: 'Job description',
    one: 'job description',
    says: 'What the job is for, what is done in it at which level, what is needed on the first day and what is learned here.',
  },
  advert: {
    label: 'Advert',
    one: 'advert',
    says: 'Short, and to the reader: what they will do, what they bring, what they will learn, and how to apply.',
  },
  card: {
    label: 'Level card',
    one: 'level card',
    says: 'For inside the house: every competency with its level, in the framework’s own words.',
  },
}

/** Where a line comes from. */
export type Origin =
  | { from: 'own' }
  | {
      from: 'framework'
      /** The names as they were then. */
      framework: string
      competency: string
      level: string
      /** The framework's words, which somebody may have changed in the line. */
      words: string
      /** How many incumbents said that the job needs it; all who were asked did. Null: no analysis, or not all. */
      agreed: number | null
    }

export interface Line {
  /** In its section: the statement's id for lines of a framework. */
  id: string
  text: string
  /** Lines that belong together under a heading of their own, such as "Within 6 months". */
  under: string | null
  origin: Origin
}

export const SECTION_KINDS = ['prose', 'lines', 'facts'] as const

export interface Fact {
  label: string
  text: string
}

export interface Section {
  key: string
  kind: (typeof SECTION_KINDS)[number]
  heading: string
  /** Prose; for lines, the words before them. Paragraphs are parted by line breaks. */
  text: string
  lines: Line[]
  facts: Fact[]
}

export interface TextContent {
  title: string
  sections: Section[]
}

/** One version of a text. */
export interface RoleText {
  id: string
  roleId: string
  kind: TextKind
  /** 1, 2, …, of the role and kind. */
  number: number
  /** The version of the role's profile that it is made from. */
  profileId: string
  content: TextContent
  madeAt: Date
  changedAt: Date
  changedBy: string | null
  /** Counts the changes of a draft. */
  version: number
  /** Null: a draft, which only those see who may edit the role. */
  publishedAt: Date | null
  publishedBy: string | null
  /** The day on which to look at it again: 2027-05-01. Null for drafts. */
  reviewOn: string | null
  /** When somebody last looked at it and kept it. */
  reviewedAt: Date | null
  /** Set: it is no longer shown to those who cannot edit the role. */
  withdrawnAt: Date | null
}

/** A text with what a list shows of its role. */
export interface ListedText extends RoleText {
  role: string
  roleMadeBy: string | null
}

export const MOST_LINES = 60
const MOST_SECTIONS = 20

const short = z
  .string()
  .transform((text) => text.normalize('NFC').replace(/\s+/gu, ' ').trim())
  .pipe(z.string().max(200, 'Use at most 200 characters.'))

const prose = z
  .string()
  .transform((text) =>
    text
      .normalize('NFC')
      .replace(/\r\n?/g, '\n')
      .replace(/[ \t]+/g, ' ')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
  )
  .pipe(z.string().max(4000, 'Use at most 4,000 characters here.'))

const line = z
  .string()
  .transform((text) => text.normalize('NFC').replace(/\s+/gu, ' ').trim())
  .pipe(z.string().max(600, 'Use at most 600 characters for a line.'))

/** A section as a form gives it back: its lines by id, in their order; an empty line is taken out. */
const TypedSection = z.object({
  key: z.string(),
  heading: short,
  text: prose,
  lines: z
    .array(z.object({ id: z.string(), text: line }))
    .max(MOST_LINES, `Use at most ${MOST_LINES} lines.`),
  /** One for each fact, in their order. */
  facts: z.array(short),
  /** Lines of one's own to add, each on a line. */
  add: prose,
  /** Ids of offered statements to add. */
  take: z.array(z.string()),
})
export type TypedSection = z.infer<typeof TypedSection>

/** What somebody types into the editor. */
export const TypedText = z.object({
  title: short.pipe(z.string().min(2, 'Give the text a title, such as the name of the job.')),
  sections: z.array(TypedSection).max(MOST_SECTIONS),
})
export type TypedText = z.infer<typeof TypedText>

/** A description of a new job is looked at after six months, any other after three years. */
export const REVIEW_MONTHS = { new: 6, other: 36 } as const
/** A job is new for so long. */
const NEW_MONTHS = 12

/** `day` moved by whole months; the last of the month stays in its month. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}

/** When a text that is published today should be looked at again. */
export function reviewDay(today: string, roleMadeOn: string): string {
  const isNew = roleMadeOn > monthsAfter(today, -NEW_MONTHS)
  return monthsAfter(today, isNew ? REVIEW_MONTHS.new : REVIEW_MONTHS.other)
}

/** "the description of Customer Adviser", as the history calls it. */
export function textName(kind: TextKind, role: string): string {
  return `${TEXT_WORDS[kind].one} of ${role}`
}

/** Everything in it that is to be read, for the wording checker, with the place of each piece. */
export function textParts({ title, sections }: TextContent): { at: string; text: string }[] {
  const all = [
    { at: 'title', text: title },
    ...sections.flatMap((section) => [
      { at: `${section.key}.heading`, text: section.heading },
      { at: `${section.key}.text`, text: section.text },
      ...section.facts.map((fact, i) => ({ at: `${section.key}.fact.${i}`, text: fact.text })),
      ...section.lines.map(({ id, text }) => ({ at: `${section.key}.line.${id}`, text })),
    ]),
  ]
  return all.filter(({ text }) => text !== '')
}
